"""JSON: what is refused, with which words, and where."""

import json

import pytest

from productgov.findings import Location
from productgov.formats.json.reader import read_json
from productgov.formats.limits import Limits
from tests.support.reading import only, place


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("", 1, 1, "the document is empty", "write a JSON object"),
        (" \n ", 2, 2, "the document is empty", "write a JSON object"),
        ('{"a": 1', 1, 8, "the document ends before its '}'", "cut off"),
        ('{"a": [1', 1, 9, "the document ends before its ']'", "cut off"),
        ('{"a":', 1, 6, "the document ends where a value is expected", "cut off"),
        ('{"a": 1,', 1, 9, "the document ends where a key or '}' is expected", "cut off"),
        ('{"a', 1, 2, "this text is never closed", "double quote"),
        ('{"a": 1,}', 1, 9, "a comma before '}'", "remove the comma"),
        ("[1, ]", 1, 5, "a comma before ']'", "remove the comma"),
        ("[,]", 1, 2, "expected a value, found ','", "write a value before it"),
        ("[}", 1, 2, "expected a value, found '}'", "write a value before it"),
        ("{,}", 1, 2, "expected a key in double quotes, found ','", "double quotes"),
        ("{'a': 1}", 1, 2, 'expected a key in double quotes, found "\'"', "double quotes"),
        ("{a: 1}", 1, 2, "expected a key in double quotes, found 'a'", "double quotes"),
        ('{"a"', 1, 5, "expected ':' after a key, found the end of the document", '"key": value'),
        ('{"a" 1}', 1, 6, "expected ':' after a key, found '1'", '"key": value'),
        ('{"\\u0061" 1}', 1, 11, "expected ':' after a key, found '1'", '"key": value'),
        ('{"a": 1\n "b": 2}', 2, 2, "expected ',' or '}', found '\"'", "comma missing"),
        ("[01]", 1, 3, "expected ',' or ']', found '1'", "a number is written"),
        ("[1.]", 1, 3, "expected ',' or ']', found '.'", "a number is written"),
        ("[+1]", 1, 2, "expected a value, found '+1'", "a number is written"),
        ("[.5]", 1, 2, "expected a value, found '.5'", "a number is written"),
        ("[-]", 1, 2, "expected a value, found '-'", "a number is written"),
        ("[NaN]", 1, 2, "expected a value, found 'NaN'", "only finite numbers"),
        ("[Infinity]", 1, 2, "expected a value, found 'Infinity'", "only finite numbers"),
        ("[-Infinity]", 1, 2, "expected a value, found '-Infinity'", "only finite numbers"),
        ("[True]", 1, 2, "expected a value, found 'True'", "true, false and null"),
        ("nul", 1, 1, "expected a value, found 'nul'", "true, false and null"),
        ("[1] x", 1, 5, "unexpected 'x' after the end of the document", "one value"),
        ("{} // a", 1, 4, "unexpected '//' after the end of the document", "no comments"),
        ("{\n// a\n}", 2, 1, "expected a key in double quotes, found '//'", "no comments"),
        ("[/* a */ 1]", 1, 2, "expected a value, found '/*'", "no comments"),
        ("[1 # a\n]", 1, 4, "expected ',' or ']', found '#'", "no comments"),
        ('["a\nb"]', 1, 4, "the text holds the control character U+000A", "line break as \\n"),
        ('["a\x00"]', 1, 4, "the text holds the control character U+0000", "line break as \\n"),
        ('["\\x"]', 1, 3, "the text holds an escape that JSON does not have", "backslash"),
        ('["\\u12"]', 1, 4, "the text holds an escape that JSON does not have", "backslash"),
        ("\x00", 1, 1, "expected a value, found the character U+0000", "double quotes"),
        ("\ufeff{}", 1, 1, "expected a value, found the character ZERO WIDTH NO-BREAK SPACE (U+FEFF)", "remove it"),
        ('{"a":\u00a01}', 1, 6, "expected a value, found the character NO-BREAK SPACE (U+00A0)", "remove it"),
        ('{"a": “x”}', 1, 7, "expected a value, found '“x”'", "instead of LEFT DOUBLE QUOTATION MARK (U+201C)"),
        ("{“a”: 1}", 1, 2, "expected a key in double quotes, found '“a”'", "LEFT DOUBLE QUOTATION MARK"),
        ('{"a": 1; "b": 2}', 1, 8, "expected ',' or '}', found ';'", "items are separated by commas"),
        ('{"a": 2026-04-15}', 1, 11, "expected ',' or '}', found '-04-15'", "put a date in double quotes"),
        ('{"a": 80%}', 1, 9, "expected ',' or '}', found '%'", "write the number alone"),
        ('{"a": 1,000}', 1, 9, "expected a key in double quotes, found '000'", "without separators"),
        ('{"a": [1, 2}', 1, 12, "expected ',' or ']', found '}'", "close it with ]"),
        ('{"a": "say "hi""}', 1, 13, "expected ',' or '}', found 'hi'", "a double quote within a text"),
        ('{"a": undefined}', 1, 7, "expected a value, found 'undefined'", "true, false and null"),
        ("a: 1", 1, 1, "expected a value, found 'a'", "double quotes"),
    ],
)
def test_what_is_not_json_is_refused_where_it_goes_wrong(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    finding = only(read_json(text))
    assert (finding.code, finding.path) == ("PG001", "")
    assert finding.message == message
    assert place(finding) == (line, column)
    assert hint in finding.hint


def test_lines_are_counted_as_editors_do() -> None:
    assert place(only(read_json('{\r\n"a": 1,\r"b": 2,\n  x}'))) == (4, 3)


def test_every_key_that_stands_twice_is_reported_and_the_first_value_kept() -> None:
    reading = read_json('{"a": 1,\n "a": [{"b": 1, "b": 2}],\n "c": {"d/e": 1, "d\\u002fe": {}},\n "\\u0061": 3}')
    assert reading.data == {"a": 1, "c": {"d/e": 1}}
    assert not reading.broken
    found = [(finding.code, finding.path, place(finding)) for finding in reading.findings]
    assert found == [
        ("PG002", "/a", (2, 2)),
        ("PG002", "/a/0/b", (2, 17)),
        ("PG002", "/c/d~1e", (3, 18)),
        ("PG002", "/a", (4, 2)),
    ]


def test_keys_found_twice_are_still_told_when_the_text_breaks_later() -> None:
    reading = read_json('{"a": 1, "a": 2, x')
    assert reading.broken
    assert [finding.code for finding in reading.findings] == ["PG002", "PG001"]


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, "[" * 101 + "]" * 101, '[{"a":' * 51])
def test_nesting_beyond_the_limit_is_refused_where_it_begins(text: str) -> None:
    finding = only(read_json(text))
    assert finding.code == "PG010"
    assert "deeper than 100" in finding.message
    assert finding.location is not None
    assert text[finding.location.column - 1] in "[{"
    assert text[: finding.location.column].count("[") + text[: finding.location.column].count("{") == 101


def test_nesting_up_to_the_limit_is_read() -> None:
    text = "[" * 100 + "]" * 100
    assert read_json(text).data == json.loads(text)
    assert read_json("[[1]]", Limits(max_depth=2)).data == [[1]]
    assert read_json("[1]", Limits(max_depth=1)).data == [1]


@pytest.mark.parametrize("number", ["1" * 1001, "-" + "1" * 6000, "0." + "1" * 1000, "1" * 600 + "." + "1" * 401])
def test_numbers_with_too_many_digits_are_refused_where_they_stand(number: str) -> None:
    finding = only(read_json(f'{{"a":\n  {number}}}'))
    assert finding.code == "PG010"
    assert place(finding) == (2, 3)
    assert "1,000 digits" in finding.message


def test_digits_are_what_is_counted() -> None:
    assert read_json("-1" + "0" * 399).data == -(10**399)
    assert read_json("0." + "1" * 999).data == 0.1111111111111111
    assert read_json("1e5", Limits(max_digits=2)).data == 1e5
    assert only(read_json("1e55", Limits(max_digits=2))).code == "PG010"
    assert read_json('"' + "1" * 2000 + '"').data == "1" * 2000
    assert only(read_json("1" * 5000, Limits(max_digits=10_000))).code == "PG010"


def test_more_values_than_the_limit_are_refused_at_the_first_too_many() -> None:
    limits = Limits(max_nodes=4)
    assert read_json('{"a": [1, 2]}', limits).data == {"a": [1, 2]}
    assert read_json('["a,b", ",["]', limits).data == ["a,b", ",["]
    finding = only(read_json('{"a": [1, 2, 3]}', limits))
    assert finding.code == "PG010"
    assert place(finding) == (1, 14)


def test_what_the_reader_leaves_to_others_is_read() -> None:
    assert read_json("null").data is None
    assert not read_json("null").broken
    assert read_json("[1e999, -1e999]").data == [float("inf"), float("-inf")]
    assert read_json('["\\ud800", "\\ud83d\\ude00"]').data == ["\ud800", "😀"]


def test_values_are_located_only_when_someone_asks() -> None:
    reading = read_json('{"a": [1,\n {"b/c": 2}],\r\n "d": null}')
    locate = reading.positions.locate
    assert locate(()) == Location(line=1, column=1)
    assert locate(("a",)) == Location(line=1, column=7)
    assert locate(("a",), key=True) == Location(line=1, column=2)
    assert locate(("a", 1, "b/c")) == Location(line=2, column=10)
    assert locate(("a", 1, "b/c"), key=True) == Location(line=2, column=3)
    assert locate(("d",), key=True) == Location(line=3, column=2)


def test_what_is_not_there_is_located_at_its_nearest_ancestor() -> None:
    locate = read_json('{"a": [1,\n {"0": 2}]}').positions.locate
    assert locate(("a", 1, "zz"), key=True) == locate(("a", 1)) == Location(line=2, column=2)
    assert locate(("a", 7)) == locate(("a",), key=False) == locate(("a", -1)) == locate(("a", "x"))
    assert locate(("a", 0, "x", 3)) == locate(("a", 0))
    assert locate(("a", 1, 0)) == locate(("a", 1, "0")) == Location(line=2, column=8)
    assert locate(("zz", "a")) == locate(())


def test_items_that_are_not_separated_are_one_finding() -> None:
    reading = read_json('[{"id": "a", "title": "A", "id": "b", "title": "B"}]')
    assert [finding.path for finding in reading.findings] == ["/0/id"]
    assert reading.findings[0].hint.startswith("if another item begins here, write }, {")
