"""YAML: the core schema of 1.2, what is refused and where; through libyaml and through PyYAML's own parser alike."""

import sys
from collections.abc import Callable

import pytest

from productgov.errors import MissingExtraError
from productgov.findings import Location
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.reading import Reading
from productgov.formats.yaml.parsers import EventParser, PureParser, fastest_parser
from productgov.formats.yaml.reader import read_yaml
from tests.support.reading import only, place

Read = Callable[..., Reading]


@pytest.fixture(params=[fastest_parser, PureParser], ids=["fastest", "pure"])
def read(request: pytest.FixtureRequest) -> Read:
    parser: Callable[[str], EventParser] = request.param
    return lambda text, limits=DEFAULT_LIMITS: read_yaml(text, limits, parser=parser)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *((word, None) for word in ("", "~", "null", "Null", "NULL")),
        *((word, True) for word in ("true", "True", "TRUE")),
        *((word, False) for word in ("false", "False", "FALSE")),
        ("0", 0),
        ("-12", -12),
        ("+12", 12),
        ("08", 8),
        ("0o14", 12),
        ("0xFf", 255),
        ("450", 450),
        ("450.0", 450.0),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("-1.5E-3", -0.0015),
        ("1e999", float("inf")),
        (".inf", float("inf")),
        ("+.INF", float("inf")),
        ("-.Inf", float("-inf")),
        *((word, word) for word in ("no", "yes", "on", "off", "y", "n", "nUll", "tRUE", "nope", "Fine")),
        *((word, word) for word in ("2026-01-01", "2026-01-01T10:00:00Z", "12:30:45", "1_000", "0b1", "0o8", "-0x1")),
        *((word, word) for word in (".", "-.", "e3", "1e", "+", ".nano", "1.2.3", "=", "a b", "a#b", "a:b", "١")),
        ('"1"', "1"),
        ("'true'", "true"),
        ('""', ""),
        ("'a''b'", "a'b"),
        ('"\\x41\\u00e9\\U0001F600\\n"', "Aé😀\n"),
        ("|\n  a\n   b\n", "a\n b\n"),
        (">-\n  a\n  b\n", "a b"),
    ],
)
def test_scalars_mean_what_the_core_schema_says(read: Read, written: str, value: object) -> None:
    reading = read(f"a: {written}")
    assert {finding.code for finding in reading.findings} <= {"PG011"}
    assert repr(reading.data) == repr({"a": value})


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("b c\n  d\n\n\n  e # f", "b c d\n\ne"),
        ("b\t c", "b\t c"),
        ("b\t\n \t c\n \t\n d", "b c\nd"),
        ("b\u2028  c", "b\u2028  c"),
        ('"b\x85c" # \u2029', "b\x85c"),
        ("|\n    b\u2029c\n", "b\u2029c\n"),
        ("b\n  #c", "b"),
        ("b\t#c", "b"),
        ("b?\n  - c", "b? - c"),
        ("[b?, c? d, e:f, -g, h-]", ["b?", "c? d", "e:f", "-g", "h-"]),
        ("[b\n \t c,\n #d\n ]", ["b c"]),
        ("b\n...\n", "b"),
        ("| \t#c\n  b\n", "b\n"),
    ],
)
def test_white_space_within_texts_is_folded_alike(read: Read, written: str, value: object) -> None:
    reading = read(f"a: {written}")
    assert {finding.code for finding in reading.findings} <= {"PG011"}
    assert reading.data == {"a": value}


@pytest.mark.parametrize("text", ["a: b\n\tc", "[a:]", "[a:,b]", "a: b\n--- c"])
def test_what_ends_a_text_without_quotes_is_no_part_of_it(read: Read, text: str) -> None:
    assert only(read(text)).code == "PG001"


@pytest.mark.parametrize("written", [".nan", ".NaN", ".NAN"])
def test_not_a_number_is_read_for_others_to_refuse(read: Read, written: str) -> None:
    assert repr(read(written).data) == "nan"


def test_keys_are_texts_as_they_are_written(read: Read) -> None:
    text = '1: a\non: b\nnull: c\n? \n: d\n~: e\n"<<": f\n2026-01-01: g\n{h: i, "j": k, l}: x'
    assert read(text.rsplit("\n", 1)[0]).data == {
        "1": "a",
        "on": "b",
        "null": "c",
        "": "d",
        "~": "e",
        "<<": "f",
        "2026-01-01": "g",
    }
    assert read('{h: i, "j": k, l}').data == {"h": "i", "j": "k", "l": None}


@pytest.mark.parametrize("text", ["", "\n", "# nothing", "---", "---\n...", "--- # nothing\n", "~"])
def test_an_empty_document_is_null_and_not_broken(read: Read, text: str) -> None:
    reading = read(text)
    assert reading.data is None
    assert not reading.broken
    assert not reading.findings


def test_nothing_has_no_place(read: Read) -> None:
    assert read("").positions.locate(()) is None


@pytest.mark.parametrize(
    "text",
    ['{\n\t"a":\t[1,\n\t2]}', "%YAML 1.2\n---\na: [1, 2]", "%YAML 1.1\n--- {a: [1, 2]}\n...\n"],
)
def test_json_with_tabs_and_directives_is_read(read: Read, text: str) -> None:
    assert read(text).data == {"a": [1, 2]}


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("a: !!str 1", 1, 4, "tags are not read: !!str", "remove the tag"),
        ("a: ! 1", 1, 4, "tags are not read: !", "remove the tag"),
        ("a: !x {b: 1}", 1, 4, "tags are not read: !x", "remove the tag"),
        ("a: !!python/object/apply:os.system [ls]", 1, 4, "tags are not read: !!python", "remove the tag"),
        ("!x a: 1", 1, 1, "tags are not read: !x", "remove the tag"),
        ("!!map {a: 1}", 1, 1, "tags are not read: !!map", "remove the tag"),
        ("a: 1\n<<: {b: 1}", 2, 1, "merge keys are not read: <<", "write the keys out"),
        ("a: 1\n---\nb: 2", 2, 1, "a second document begins here", "one document in a file"),
        ("a: 1\n...\nb: 2", 3, 1, "the document has ended before this", "nothing after it"),
        ("? [a]\n: 1", 1, 3, "a list or mapping where a key is expected", "a key is a text"),
        ("{{a: 1}: 2}", 1, 2, "a list or mapping where a key is expected", "a key is a text"),
        ("\ta: 1", 1, 1, "a tab in the indentation", "indent with spaces"),
        ("a:\n\tb: 1", 2, 1, "a tab in the indentation", "indent with spaces"),
        ("a: |\n\tb", 2, 1, "a tab in the indentation", "indent with spaces"),
        ("a: b: c", 1, 5, "': ' where a key is not allowed", "in quotes"),
        ("a: @b", 1, 4, "a text cannot begin with '@'", "in quotes"),
        ("a: `b`", 1, 4, "a text cannot begin with '`'", "in quotes"),
        ("a: %b", 1, 4, "a text cannot begin with '%'", "in quotes"),
        ('a: "b', 1, 4, "a text in double quotes is never closed", "close it"),
        ("a: 'b\n---\n", 1, 4, "a text in single quotes is never closed", "close it"),
        ("a: 1\nb\nc: 2", 2, 1, "a line that is neither a key with its colon nor part of a text", "key: value"),
        ("%YAML 1.3\n---\na: 1", 1, 1, "a version of YAML that is not known", "%YAML 1.2"),
        ("%YAML 2.0\n---\na: 1", 1, 1, "a version of YAML that is not known", "%YAML 1.2"),
        ("a: b\x00c", 1, 5, "the text holds the character U+0000, which YAML does not allow here", "remove"),
        ("a: 😀\nb: \x07", 2, 4, "the text holds the character U+0007, which YAML does not allow here", "remove"),
        ("a: \ud800", 1, 4, "the text holds the character U+D800, which YAML does not allow here", "remove"),
        ("a: @\nb: \ufffe", 2, 4, "the text holds the character U+FFFE, which YAML does not allow here", "remove"),
        ("\ufeffa: 1", 1, 1, "the text holds the character U+FEFF, which YAML does not allow here", "remove"),
    ],
)
def test_what_is_not_yaml_of_ours_is_refused_where_it_goes_wrong(
    read: Read, text: str, line: int, column: int, message: str, hint: str
) -> None:
    finding = only(read(text))
    assert (finding.code, finding.path) == ("PG001", "")
    assert finding.message.startswith(message)
    assert place(finding) == (line, column)
    assert hint in finding.hint


@pytest.mark.parametrize(
    "text", ["a: [1, 2", "a:\n  - b\n c: 1", "a: {b", "- a\nb: 1", "%", "a: &", '"\\y"', '"\\UFFFFFFFF"']
)
def test_other_mistakes_are_told_in_the_words_of_the_parser(read: Read, text: str) -> None:
    finding = only(read(text))
    assert finding.code == "PG001"
    assert finding.location is not None
    assert finding.message
    assert finding.hint


def test_a_number_no_parser_can_hold_is_refused_and_not_raised() -> None:
    assert only(read_yaml("%YAML " + "1" * 5000 + ".1\n--- a", parser=PureParser)).code == "PG001"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: *x", 1, 4),
        ("a: [*x]", 1, 5),
        ("*x : 1", 1, 1),
        ("[a, *b]", 1, 5),
    ],
)
def test_aliases_are_refused_so_that_nothing_can_explode(read: Read, text: str, line: int, column: int) -> None:
    finding = only(read(text))
    assert finding.code == "PG010"
    assert place(finding) == (line, column)
    assert finding.message.startswith("aliases are not read: *")


def test_every_key_that_stands_twice_is_reported_and_the_first_value_kept(read: Read) -> None:
    reading = read("a: 1\nb:\n- {c/: 1, \"c/\": 2}\na:\n  d: [1]\n  d: 2\n'a': 3\n")
    assert reading.data == {"a": 1, "b": [{"c/": 1}]}
    assert not reading.broken
    assert [(finding.code, finding.path, place(finding)) for finding in reading.findings] == [
        ("PG002", "/b/0/c~1", (3, 11)),
        ("PG002", "/a", (4, 1)),
        ("PG002", "/a/d", (6, 3)),
        ("PG002", "/a", (7, 1)),
    ]


def test_keys_found_twice_are_still_told_when_the_text_breaks_later(read: Read) -> None:
    assert [finding.code for finding in read("a: 1\na: 2\nb: *x").findings] == ["PG002", "PG010"]
    assert [finding.code for finding in read("a: 1\na: 2\nb: @").findings] == ["PG002", "PG001"]
    assert [finding.code for finding in read("a: 1\na: 2\nb: \x07").findings] == ["PG001"]


@pytest.mark.parametrize("text", ["[" * 200_000, "{" * 200_000, "- " * 200_000, "[{a: " * 100_000, "? " * 100_000])
def test_nesting_beyond_the_limit_is_refused_without_recursion(read: Read, text: str) -> None:
    finding = only(read(text))
    # A mapping as a key is refused by us, unless libyaml (from 0.2.6 on) refuses the depth before.
    codes = {"{": ("PG001", "PG010"), "?": ("PG001",)}.get(text[0], ("PG010",))
    assert finding.code in codes
    assert finding.location is not None


def test_nesting_up_to_the_limit_is_read(read: Read) -> None:
    assert read("[" * 100 + "]" * 100).findings == ()
    finding = only(read("[" * 101 + "]" * 101))
    assert finding.code == "PG010"
    assert place(finding) == (1, 101)


@pytest.mark.parametrize("number", ["1" * 1001, "-" + "1" * 6000, "1." + "1" * 1000, "0x" + "f" * 1001])
def test_numbers_with_too_many_digits_are_refused_where_they_stand(read: Read, number: str) -> None:
    finding = only(read(f"a:\n  - {number}"))
    assert finding.code == "PG010"
    assert place(finding) == (2, 5)


def test_only_numbers_count_as_numbers(read: Read) -> None:
    assert read('["' + "1" * 2000 + '"]').data == ["1" * 2000]
    assert read("1" * 1001 + "-").data == "1" * 1001 + "-"
    assert read("0x" + "f" * 830).data == int("f" * 830, 16)
    assert only(read("0x" + "f" * 831)).code == "PG010"
    assert read("0x" + "g" * 2000).data == "0x" + "g" * 2000


def test_more_values_than_the_limit_are_refused_at_the_first_too_many(read: Read) -> None:
    assert read("a: [1, 2]", Limits(max_nodes=4)).data == {"a": [1, 2]}
    finding = only(read("a: [1, 2, 3]", Limits(max_nodes=4)))
    assert finding.code == "PG010"
    assert place(finding) == (1, 11)


def test_two_escapes_that_are_one_character_become_it_as_in_json(read: Read) -> None:
    assert read('a: "\\ud83d\\ude00 \\ud800"').data == {"a": "😀 \ud800"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"a: '\ud83D\uDe00'", r"\ud83D\uDe00"),
        (r"a: \uDAAB and \uDBBa", r"\uDAAB and \uDBBa"),
        (r'a: "\\ud800 \uD83D\ude00 \\\uDfFf"', "\\ud800 😀 \\\udfff"),
        (r'a: "\ud83d\ude00 \ue000 \uE7FF \uF000"', "😀 \ue000 \ue7ff \uf000"),
        ('a: "\\ud83d\\ude00 \ue000\ue900"', "😀 \ue000\ue900"),
        ("a: |\n  \\udbFF\n  b", "\\udbFF\nb"),
    ],
)
def test_halves_of_characters_are_put_back_as_they_were_written(read: Read, text: str, value: str) -> None:
    reading = read(text)
    assert reading.data == {"a": value}
    assert reading.positions.locate(("a",)) == Location(line=1, column=4)


def test_halves_that_cannot_be_hidden_are_refused(read: Read) -> None:
    finding = only(read('a: "b \\ud800 \ue000\ue900\uf000"'))
    assert (finding.code, finding.message, place(finding)) == ("PG001", "an escape for half of a character", (1, 7))


@pytest.mark.parametrize(
    ("text", "column"), [("a: &b [1]", 4), ("&a b: 1", 1), ("- &c 2", 3), ("a: &Pay by invoice", 4), ("a: [&x {}]", 5)]
)
def test_anchors_are_refused_as_aliases_are(read: Read, text: str, column: int) -> None:
    finding = only(read(text))
    assert (finding.code, place(finding)) == ("PG010", (1, column))
    assert finding.message.startswith("anchors are not read: &")
    assert "in quotes" in finding.hint


def test_values_are_located_in_characters(read: Read) -> None:
    locate = read("é: [\n  ü, {x: '😀', 'y':    z}]\r\nb:\n- - c\n").positions.locate
    assert locate(()) == Location(line=1, column=1)
    assert locate(("é",)) == Location(line=1, column=4)
    assert locate(("é", 1, "x")) == Location(line=2, column=10)
    assert locate(("é", 1, "y"), key=True) == Location(line=2, column=15)
    assert locate(("é", 1, "y")) == Location(line=2, column=23)
    assert locate(("b", 0, 0)) == Location(line=4, column=5)


def test_without_pyyaml_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = [f"productgov.formats.yaml.{name}" for name in ("composer", "parsers")]
    for name in [name for name in sys.modules if name.partition(".")[0] == "yaml" or name in ours]:
        monkeypatch.delitem(sys.modules, name)
    import productgov.formats.yaml

    for name in ("composer", "parsers"):
        monkeypatch.delattr(productgov.formats.yaml, name)
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(MissingExtraError, match=r"reading YAML needs .* 'productgov\[yaml\]'"):
        read_yaml("a: 1")


def test_without_libyaml_the_pure_parser_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    assert isinstance(fastest_parser("a: 1"), PureParser)
    assert read_yaml("a: 1").data == {"a": 1}


@pytest.mark.parametrize("text", ["%TAG !e! x\n---\na: 1\n", "a: 1\n...\n%TAG !e! x\n", "# c\r%TAG ! x\r---\r1"])
def test_tag_directives_are_refused_before_they_cost_time(read: Read, text: str) -> None:
    finding = only(read(text))
    assert (finding.code, finding.message) == ("PG001", "tag directives are not read: %TAG")
    assert finding.location is not None
    assert finding.location.column == 1


def test_a_percent_sign_in_a_value_is_no_directive(read: Read) -> None:
    assert read("a: '%TAG'\nb: |\n  %TAG x\n").data == {"a": "%TAG", "b": "%TAG x\n"}


@pytest.mark.parametrize("first", [*"0123456789+-.~nNtTfF", "a", "é"])
def test_what_was_hidden_from_the_parser_is_put_back_whatever_a_text_begins_with(read: Read, first: str) -> None:
    for text in (
        f"{first}x\x85y",
        f"{first}x\u2028y\u2029",
        f'{first}x "\\ud83d\\ude00" \\ud800',
        f"{first}x é \\udc00",
    ):
        assert read(f'"\\ud83d\\ude00": {text}\n').data == {"😀": text}
        assert read(f'["\\ud83d\\ude00", {text}]\n').data == ["😀", text]
