"""TOML: the values of tomllib, the places of keys and values, duplicate keys, and the limits."""

import datetime as dt
import tomllib

import pytest

from productgov.findings import Location
from productgov.formats.limits import Limits
from productgov.formats.toml.reader import read_toml
from tests.support.reading import only, place

DOCUMENT = '''\
title = "a # no comment" # a comment
b.c = 'x'
[d."e.f"]
g = [1,
  [2, {h = 3, i.j = [{k = 4}]}], # more
]
text = """
m = 1 \\
[n]"""""
[[p]]
q = 1
[[p]]
  q = {r = 1, 's' = 2}
[p.t]
u = """"quoted" """
[[p.v]]
w = \'\'\''it''s\'\'\'
'''


def test_values_are_those_of_tomllib() -> None:
    reading = read_toml(DOCUMENT)
    assert reading.data == tomllib.loads(DOCUMENT)
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("tokens", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("title",), (1, 1), (1, 9)),
        (("b",), (2, 1), (2, 1)),
        (("b", "c"), (2, 3), (2, 7)),
        (("d",), (3, 2), (3, 2)),
        (("d", "e.f"), (3, 4), (3, 4)),
        (("d", "e.f", "g"), (4, 1), (4, 5)),
        (("d", "e.f", "g", 0), (4, 6), (4, 6)),
        (("d", "e.f", "g", 1), (5, 3), (5, 3)),
        (("d", "e.f", "g", 1, 0), (5, 4), (5, 4)),
        (("d", "e.f", "g", 1, 1, "h"), (5, 8), (5, 12)),
        (("d", "e.f", "g", 1, 1, "i"), (5, 15), (5, 15)),
        (("d", "e.f", "g", 1, 1, "i", "j"), (5, 17), (5, 21)),
        (("d", "e.f", "g", 1, 1, "i", "j", 0, "k"), (5, 23), (5, 27)),
        (("d", "e.f", "text"), (7, 1), (7, 8)),
        (("d", "e.f", "n"), (3, 4), (3, 4)),
        (("p",), (10, 3), (10, 3)),
        (("p", 0), (10, 3), (10, 3)),
        (("p", 0, "q"), (11, 1), (11, 5)),
        (("p", 0, "zz"), (10, 3), (10, 3)),
        (("p", 1), (12, 3), (12, 3)),
        (("p", 1, "q"), (13, 3), (13, 7)),
        (("p", 1, "q", "s"), (13, 15), (13, 21)),
        (("p", 1, "t", "u"), (15, 1), (15, 5)),
        (("p", 1, "v", 0, "w"), (17, 1), (17, 5)),
        (("zz", 3), (1, 1), (1, 1)),
    ],
)
def test_keys_and_values_are_located(
    tokens: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]
) -> None:
    for text in (DOCUMENT, DOCUMENT.replace("\n", "\r\n")):
        locate = read_toml(text).positions.locate
        assert locate(tokens, key=True) == Location(line=key[0], column=key[1])
        assert locate(tokens) == Location(line=value[0], column=value[1])


def test_a_key_of_digits_is_found_by_number_too() -> None:
    assert read_toml("\n7 = 1").positions.locate((7,)) == Location(line=2, column=5)


def test_dates_and_times_become_iso_text() -> None:
    text = "a = 2026-01-31\nb = [10:20:30, 2026-01-31 10:20:30Z]\nc = {d = 1979-05-27T07:32:00.5}"
    assert read_toml(text).data == {
        "a": "2026-01-31",
        "b": ["10:20:30", "2026-01-31T10:20:30+00:00"],
        "c": {"d": "1979-05-27T07:32:00.500000"},
    }


def test_what_the_reader_leaves_to_others_is_read() -> None:
    assert read_toml("").data == {}
    assert repr(read_toml("a = [inf, -inf, nan, 1e999]").data) == "{'a': [inf, -inf, nan, inf]}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a = 1\na = 2\nb = 3\n  b = 4", [("/a", 2, 1), ("/b", 4, 3)]),
        ("[a]\nx = 1\n[a]\ny = 2\n[b]\nz = 1\nz = 2", [("/a", 3, 2), ("/b/z", 7, 1)]),
        ("[a]\nx = 1\n[a]\ny = 2", [("/a", 3, 2)]),
        ("a = {b = 1, b = 2, c = {d = 1, d = {}}}", [("/a/b", 1, 13), ("/a/c/d", 1, 32)]),
        ("a = {b = {c = 1}, b.c = 2}", [("/a/b/c", 1, 21)]),
        ("a.b = 1\na.c = 2\na.b = 3", [("/a/b", 3, 3)]),
        ("a = 1\n[a.b]", [("/a/b", 2, 2)]),
        ("a = 1\na.b = 1", [("/a/b", 2, 3)]),
        (
            "[[a]]\nb = 1\n[[a]]\nb = 2\nb = [\n3]\n[a]\n[[a.c]]\nd = 1\nd = 2",
            [("/a/1/b", 5, 1), ("/a", 7, 2), ("/a/1/c/0/d", 10, 1)],
        ),
        ("a = [1]\n[[a]]", [("/a", 2, 3)]),
        ("a = [{b = 1}, {b = 1, b = 2}]", [("/a/1/b", 1, 23)]),
        ('"a/" = 1\n"a\\u002f" = 2', [("/a~1", 2, 1)]),
        ("[a.b]\n[a]\nb = 1", [("/a/b", 3, 1)]),
    ],
)
def test_every_key_that_stands_twice_is_reported_and_the_first_value_kept(
    text: str, found: list[tuple[str, int, int]]
) -> None:
    reading = read_toml(text)
    assert not reading.broken
    assert [(finding.path, *place(finding)) for finding in reading.findings] == found
    assert {finding.code for finding in reading.findings} == {"PG002"}


def test_the_first_value_is_the_one_that_is_kept() -> None:
    reading = read_toml("a = 1\na = 2\n[b]\nc = {d = 1, d = 2, e = 3}\n[b]\nf = 4")
    assert reading.data == {"a": 1, "b": {"c": {"d": 1, "e": 3}}}


def test_every_duplicate_key_is_reported() -> None:
    reading = read_toml("a = 1\n" * 30)
    assert reading.data == {"a": 1}
    assert [(finding.code, place(finding)) for finding in reading.findings] == [
        ("PG002", (line, 1)) for line in range(2, 31)
    ]


def test_what_a_duplicate_key_holds_is_not_looked_at() -> None:
    reading = read_toml(
        "a = 1\na = {b = 1, b = [{c = 1, c = 2}]}\n[a]\nd = 1\nd = 2\n[[a]]\ne = 1\ne = 2\n[f]\ng = 1\ng = 2"
    )
    assert reading.data == {"a": 1, "f": {"g": 1}}
    assert [finding.path for finding in reading.findings] == ["/a", "/a", "/a", "/f/g"]


def test_a_forgotten_header_of_an_item_is_one_finding() -> None:
    (finding,) = read_toml("[[a]]\nid = 1\nb = 2\nid = 3\nb = 4").findings
    assert (finding.path, place(finding)) == ("/a/0/id", (4, 1))
    assert "if another item begins here, write [[…]]" in finding.hint


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("[a.b]\n[a]\nb.c = 1", "/a/b/c"),
        ("[[a.b]]\n[a]\nb.c = 1", "/a/b/c"),
        ("[t]\na.b = 1\n[t.a]\nc = 1", "/t/a"),
        ("a.b = 1\n[t]\n[a.b]", "/a/b"),
        ("a = {b = 1}\n[a.c]", "/a/c"),
        ("a = {b = 1}\na.c = 1", "/a/c"),
        ("a = [{b = 1}]\n[[a.c]]", "/a/c"),
        ("[a]\n[[a]]", "/a"),
        ("a = 1\n[a.b.c]", "/a/b/c"),
    ],
)
def test_a_table_that_is_complete_takes_no_more_keys(text: str, path: str) -> None:
    reading = read_toml(text)
    assert [(finding.code, finding.path) for finding in reading.findings] == [("PG002", path)]
    with pytest.raises(tomllib.TOMLDecodeError, match="Cannot"):
        tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "[a.b]\n[a]\nc = 1",
        "[a.b.c]\n[a]\nb.d = 1",
        "a.b = 1\na.c = 2\n[a.d]",
        "a = {b.c = 1, b.d = 2}",
        "[[a]]\n[a.b]\n[[a]]\n[a.b]",
    ],
)
def test_a_table_may_be_made_in_parts(text: str) -> None:
    reading = read_toml(text)
    assert reading.findings == ()
    assert reading.data == tomllib.loads(text)


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("a = nul", 1, 5, "invalid value", "in quotes"),
        ("a = Head of Growth", 1, 5, "invalid value", 'put the text in quotes: a = "Head of Growth"'),
        ("a = True # c", 1, 5, "invalid value", "write a = true"),
        ("a = yes", 1, 5, "invalid value", "write a = true"),
        ("a = None", 1, 5, "invalid value", "TOML has no null: leave the line out"),
        ("a = “x”", 1, 5, "invalid value", "instead of LEFT DOUBLE QUOTATION MARK (U+201C)"),
        (
            "a\u00a0= 1",
            1,
            2,
            "expected '=' after a key in a key/value pair",
            "write a plain space instead of NO-BREAK SPACE (U+00A0)",
        ),
        ("a: b", 1, 2, "expected '=' after a key in a key/value pair", "write a = b"),
        ("a := b", 1, 3, "expected '=' after a key in a key/value pair", "each line is key = value"),
        ("- a", 1, 3, "expected '=' after a key in a key/value pair", "a list is written key ="),
        ('{"a": 1}', 1, 1, "invalid statement", "this looks like JSON"),
        ("// a", 1, 1, "invalid statement", "a comment begins with #"),
        ("a = 'it's'", 1, 9, "expected newline or end of document after a statement", "an apostrophe in double quotes"),
        ('a = "x",', 1, 8, "expected newline or end of document after a statement", "remove the ','"),
        ('a = "x" b', 1, 9, "expected newline or end of document after a statement", "put the whole text in quotes"),
        (
            "a = 80%",
            1,
            7,
            "expected newline or end of document after a statement",
            "write the number alone, or put it in quotes",
        ),
        ("a = 1,000", 1, 6, "expected newline or end of document after a statement", "without separators"),
        ("a = 2026-4-5", 1, 9, "expected newline or end of document after a statement", "a date is written 2026-12-31"),
        ("a = 1 b = 2", 1, 7, "expected newline or end of document after a statement", "on its own line"),
        ('a = "C:\\Users"', 1, 10, "unescaped '\\' in a string", "a backslash itself"),
        ("a = {b = 1,}", 1, 12, "invalid initial character for a key part", "without a comma after its last key"),
        ("a = ", 1, 5, "invalid value", "in quotes"),
        ("\na", 2, 2, "expected '=' after a key in a key/value pair", "key = value"),
        ("[a", 1, 3, "expected ']' at the end of a table declaration", "[table]"),
        ('a = "x', 1, 7, "unterminated string", "close the text"),
        ('a = """x', 1, 9, "unterminated string", "close the text"),
        ("a = [1, 2", 1, 10, "unclosed array", "commas"),
        ("a = {b = 1", 1, 11, "unclosed inline table", "commas"),
        ('a = "\\y"', 1, 8, "unescaped '\\' in a string", "backslash"),
        ("a = 1 b = 2", 1, 7, "expected newline or end of document after a statement", "its own line"),
        ("é = 1", 1, 1, "invalid statement", "quotes"),
        ('"\\ud800" = 1', 1, 8, "escaped character is not a unicode scalar value", "key = value"),
        ("a = 1\rb = 2", 1, 6, "expected newline or end of document after a statement", "its own line"),
        ("a = \x00", 1, 5, "invalid value", "in quotes"),
        ("a = {b = 1, c]", 1, 14, "expected '=' after a key in a key/value pair", "key = value"),
        ("a = [1 2]", 1, 8, "unclosed array", "commas"),
        ("a = {,}", 1, 6, "invalid initial character for a key part", "write an inline table on one line"),
        ("a = 1 # \x00", 1, 9, "found invalid character '\\x00'", "key = value"),
        ("# \x0b", 1, 3, "found invalid character '\\x0b'", "key = value"),
        ("a = [ # \x0b", 1, 9, "found invalid character '\\x0b'", "key = value"),
        ('a = "b\nc"', 1, 7, "illegal character '\\n'", "three quotes"),
        ("a = 'b\nc'", 1, 7, "illegal character '\\n'", "three quotes"),
        ('a = "b\\\nc"', 1, 8, "unescaped '\\' in a string", "backslash"),
        ('a = "b\\', 1, 8, "unterminated string", "close the text"),
        ('a = """b\\ c"""', 1, 11, "unescaped '\\' in a string", "backslash"),
        ("a = '''b''", 1, 11, "unterminated string", "close the text"),
        ("a = 2026-02-30", 1, 5, "invalid date or datetime", "2026-12-31"),
        ("[[a]", 1, 4, "expected ']]' at the end of an array declaration", "[table]"),
    ],
)
def test_what_is_not_toml_is_refused_where_it_goes_wrong(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    finding = only(read_toml(text))
    assert (finding.code, finding.path) == ("PG001", "")
    assert finding.message.lower() == message
    assert place(finding) == (line, column)
    assert hint in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 200_000,
        "a = " + "[" * 100 + "]" * 100,
        "a = " + "{a = " * 200_000,
        "a." * 200_000 + "a = 1",
        "[" + "a." * 200_000 + "a]",
        "[" + "a." * 98 + "a]\nb.c = 1",
        "[" + "a." * 98 + "a]\nb = [[]]",
        "[[" + "a." * 98 + "a]]\nb = 1",
        "a = {" + "b." * 100 + "c = 1}",
        "[[a]]\n" * 2 + "[[a.b" + ".c" * 96 + "]]",
    ],
)
def test_nesting_beyond_the_limit_is_refused_before_it_costs_time(text: str) -> None:
    finding = only(read_toml(text))
    assert finding.code == "PG010"
    assert "deeper than 100" in finding.message
    assert finding.location is not None


def test_a_carriage_return_within_a_line_end_is_refused() -> None:
    finding = only(read_toml("a = 1\r\r\nb = 2"))
    assert (finding.code, place(finding)) == ("PG001", (1, 6))
    assert "carriage return" in finding.message


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 99 + "]" * 99, "a." * 99 + "a = 1", "[" + "a." * 98 + "a]\nb = 1", "[[" + "a." * 97 + "a]]"]
)
def test_nesting_up_to_the_limit_is_read(text: str) -> None:
    assert read_toml(text).data == tomllib.loads(text)


def test_the_rest_of_a_broken_key_does_not_matter() -> None:
    finding = only(read_toml("a b" + ".a" * 200_000 + " = 1"))
    assert finding.code == "PG001"
    assert place(finding) == (1, 3)


@pytest.mark.parametrize("number", ["1" * 1001, "+" + "1" * 6000, "1." + "1" * 1000, "0x" + "f" * 1001])
def test_numbers_with_too_many_digits_are_refused_where_they_stand(number: str) -> None:
    finding = only(read_toml(f"a = [\n  {number}]"))
    assert finding.code == "PG010"
    assert place(finding) == (2, 3)


def test_long_runs_in_texts_and_dates_are_no_numbers() -> None:
    text = f'a = "{"1" * 2000}" # {"1" * 2000}\nb = 1979-05-27 07:32:00'
    assert read_toml(text).data == {"a": "1" * 2000, "b": "1979-05-27T07:32:00"}


def test_more_values_than_the_limit_are_refused() -> None:
    assert read_toml("a = [1, 2]", Limits(max_nodes=4)).data == {"a": [1, 2]}
    finding = only(read_toml("\na = [1, 2, 3]", Limits(max_nodes=4)))
    assert finding.code == "PG010"
    assert place(finding) == (2, 12)


@pytest.mark.parametrize(
    "text",
    [
        "[a]\nb = {c = [{}]}",
        "a.b.c = 1",
        "[a.b.c]",
        "[[a]]\n[[a]]",
        "a = [[1], [[2]]]",
    ],
)
def test_every_table_list_and_scalar_counts_as_a_value(text: str) -> None:
    most = _values(tomllib.loads(text))
    assert not read_toml(text, Limits(max_nodes=most)).broken
    assert only(read_toml(text, Limits(max_nodes=most - 1))).code == "PG010"


def _values(data: object) -> int:
    items = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return 1 + sum(map(_values, items))


@pytest.mark.parametrize(
    "text",
    [
        '"a\\b\\t\\n\\f\\r\\"\\\\\\u00e9\\U0001F600"',
        '"""\n"a" ""b"" \\\n   c\\u0041"""""',
        "'''\n'a' ''b'' \\u '''''",
        '""',
        "''",
        '""""""',
        "1_000",
        "+1",
        "-0",
        "0xdead_BEEF",
        "0o17",
        "0b1_0",
        "1.5e-3",
        "1e1_0",
        "-0.0",
        "6.02_2E+2_3",
        "inf",
        "-inf",
        "+inf",
        "nan",
        "-nan",
        "true",
        "false",
        "2026-01-31",
        "2026-01-31T10:20:30",
        "2026-01-31t10:20:30z",
        "2026-01-31 10:20:30.123456789-01:30",
        "10:20:30.5",
    ],
)
def test_single_values_are_those_of_tomllib(text: str) -> None:
    expected = tomllib.loads(f"a = {text}")["a"]
    if isinstance(expected, dt.date | dt.time):
        expected = expected.isoformat()
    assert repr(read_toml(f"a = {text}").data) == repr({"a": expected})
    assert repr(read_toml(f"a = [{text}, {{b = {text}}}] # c").data) == repr({"a": [expected, {"b": expected}]})
