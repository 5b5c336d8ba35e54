"""The slips that people make in YAML: each is named, where it began, by both parsers alike."""

from collections import deque
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.formats.reading import Reading
from productgov.formats.yaml.diagnosis import RECOGNISERS, Diagnosis, LinesAround
from productgov.formats.yaml.reader import read_yaml
from tests.support.extras import needs
from tests.support.reading import only, place

pytestmark = needs("yaml")

Read = Callable[[str], Reading]
BEFORE = "now:\n  - id: checkout\n    title: Buy\n"
AFTER = "\n    pillar: Calm\nb: 1\n"
QUOTES = "put the text in quotes"


@pytest.fixture(params=["fastest", "pure"])
def read(request: pytest.FixtureRequest) -> Read:
    from productgov.formats.yaml.parsers import PureParser

    parser = PureParser if request.param == "pure" else None
    return lambda text: read_yaml(text, parser=parser)


LINES = {
    '    owner: "Head': (4, 12, "a text in double quotes is never closed", 'close it with "'),
    "    owner: 'Head": (4, 12, "a text in single quotes is never closed", "close it with '"),
    "    owner: 'Customer's'": (4, 22, "text after the closing quote", "an apostrophe within single quotes is written"),
    '    owner: "Pay" by invoice': (4, 18, "text after the closing quote", "put the whole text in quotes"),
    '    owner: "Pay",': (4, 17, "text after the closing quote", "put the whole text in quotes"),
    "    tags: [a, b": (4, 11, "a list in brackets is never closed", "close it with ]"),
    "    rice: {a: 1, b: 2": (4, 11, "an object in brackets is never closed", "close it with }"),
    "    rice: {a: 1 b: 2}": (4, 18, "expected ',' or '}'", "separate items by commas"),
    "    rice: {a: 1,\n      b: 2\n      c: 3}": (6, 8, "expected ',' or '}'", "separate items by commas"),
    "    owner:Head of Growth": (4, 5, "no space after the colon of a key", "write owner: Head of Growth"),
    "    owner Head": (4, 5, "a line that is neither a key with its colon nor part of a text", "write key: value"),
    "    owner: Head\n    of Growth": (5, 5, "a line that is neither a key with its colon nor part", "after '|'"),
    "    owner: **Pay** by invoice": (4, 12, "a text cannot begin with '*'", QUOTES),
    "    owner: * Pay": (4, 12, "a text cannot begin with '*'", QUOTES),
    "    owner: & more": (4, 12, "a text cannot begin with '&'", QUOTES),
    "    owner: > 90 %": (4, 12, "a text cannot begin with '>'", QUOTES),
    "    owner: >= 90 %": (4, 12, "a text cannot begin with '>'", QUOTES),
    "    owner: | text": (4, 12, "a text cannot begin with '|'", QUOTES),
    "    owner: [Beta] Pay": (4, 12, "a text cannot begin with '['", QUOTES),
    "    owner: {name} Pay": (4, 12, "a text cannot begin with '{'", QUOTES),
    "    owner: ? why": (4, 12, "a text cannot begin with '?'", QUOTES),
    "    owner: ]": (4, 12, "a text cannot begin with ']'", QUOTES),
    "    owner: @ana": (4, 12, "a text cannot begin with '@'", QUOTES),
    "    owner: `ana`": (4, 12, "a text cannot begin with '`'", QUOTES),
    "    owner: - why": (4, 12, "a list item on the line of its key", "begin the list on the next line"),
    "    owner: Phase 2: pay": (4, 19, "': ' where a key is not allowed", "put a text that holds ': ' in quotes"),
    '    owner: "C:\\dir"': (4, 15, "an escape that YAML does not have", "a backslash itself"),
    "    owner:\u00a0Head": (4, 11, "NO-BREAK SPACE (U+00A0) where a space is expected", "write a plain space"),
    "   \u00a0owner: Head": (4, 4, "NO-BREAK SPACE (U+00A0) where a space is expected", "write a plain space"),
    "    owner:\u200bHead": (4, 11, "ZERO WIDTH SPACE (U+200B) where a space is expected", "write a plain space"),
    "    owner\uff1a Head": (4, 10, "FULLWIDTH COLON (U+FF1A) where a colon is expected", "write a plain colon"),
    "  – id: identity": (4, 3, "a list item begins with a dash, not with '–'", "write - id: identity"),
    "  • id: identity": (4, 3, "a list item begins with a dash, not with '•'", "write - id: identity"),
    "  * id: identity": (4, 3, "a list item begins with a dash, not with '*'", "write - id: identity"),
    "  -- id: identity": (4, 3, "a list item begins with a dash, not with '--'", "write - id: identity"),
    "    metrics:\n    - a\n    -b": (6, 5, "no space after the dash of an item", "write - b"),
    "    metrics\n      - a": (4, 5, "a line that is neither a key with its colon nor part", "write metrics:"),
    "    metrics\n    - a": (4, 5, "a line that is neither a key with its colon nor part", "write metrics:"),
    "    owner = Head": (4, 5, "a line that is neither a key with its colon nor part", "write owner: Head"),
    "    // owner": (4, 5, "a line that is neither a key with its colon nor part", "a comment begins with #"),
    "    owner: yes: no": (4, 15, "': ' where a key is not allowed", "put a text that holds ': ' in quotes"),
    "    owner: % of x": (4, 12, "a text cannot begin with '%'", QUOTES),
    '    owner: "C:\\Users\\ana"': (4, 15, "an escape that YAML does not have", "a backslash itself"),
    "\towner: Head": (4, 1, "a tab in the indentation", "indent with spaces"),
    "    \towner: Head": (4, 5, "a tab in the indentation", "indent with spaces"),
    "   \u3000owner: Head": (4, 4, "IDEOGRAPHIC SPACE (U+3000) where a space is expected", "write a plain space"),
    "  -\u00a0id: identity": (4, 4, "NO-BREAK SPACE (U+00A0) where a space is expected", "write a plain space"),
    "  -id: identity": (4, 3, "no space after the dash of an item", "write - id: identity"),
    "  id: identity": (4, 3, "an item of the list without its dash", "write - id: identity"),
    "      owner: Head": (4, 7, "indented more than the line above, whose value is complete", "align it"),
    "   owner: Head": (4, 4, "indented differently from the lines above", "align it"),
    "<<<<<<< HEAD\n    owner: A\n=======": (4, 1, "a conflict marker of a merge", "resolve the conflict"),
}


@pytest.mark.parametrize("line", LINES)
def test_a_slip_is_named_where_it_began(read: Read, line: str) -> None:
    row, column, message, hint = LINES[line]
    finding = only(read(BEFORE + line + AFTER))
    assert finding.code == "PG001"
    assert finding.message.startswith(message)
    assert place(finding) == (row, column)
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("name:Tempo\na: 1\n", (1, 1), "no space after the colon of a key"),
        ("a:\n  -id: x\n    title: T\n", (2, 3), "no space after the dash of an item"),
        ("a:\n  -\u00a0id: x\n    title: T\n", (2, 4), "NO-BREAK SPACE (U+00A0)"),
        (BEFORE + '    owner: "Head\n    pillar: "Calm"\n', (4, 12), "a text in double quotes is never closed"),
        (
            BEFORE + "    owner: 'Head\n    # c\n\n    pillar: 'Calm'\n",
            (4, 12),
            "a text in single quotes is never closed",
        ),
        (BEFORE + "    tags: [a, b", (4, 11), "a list in brackets is never closed"),
        ("a: 1\n- b\n", (2, 1), "a list item among keys"),
        ("a: [", (1, 5), "the document ends where a value is expected"),
        ('"a" b"', (1, 5), "the document has ended before this"),
        ("a: [\r\n b\rc: 1\r", (1, 4), "a list in brackets is never closed"),
    ],
)
def test_a_slip_is_looked_for_above_the_place_where_the_parser_gave_up(
    read: Read, text: str, where: tuple[int, int], message: str
) -> None:
    finding = only(read(text))
    assert finding.message.startswith(message)
    assert place(finding) == where


def test_a_quote_is_looked_for_in_a_few_lines_only(read: Read) -> None:
    text = 'a: "b\n' + "c\n" * 200 + 'd: "e"\n'
    assert "never closed" not in only(read(text)).message
    assert "never closed" in only(read(text.replace("c\n" * 200, "c\n" * 20))).message


def test_a_long_line_costs_no_more_than_its_beginning(read: Read) -> None:
    text = "a: " + "'b' " * 20_000 + "\nc: 1\n"
    assert only(read(text)).code == "PG001"


@given(
    text=st.lists(st.sampled_from([*"-:'\"[]{},|>&*!?#%@` \n\t\u00a0", "a", "b: ", "- ", "\n  "]), max_size=12).map(
        "".join
    )
)
def test_every_text_that_is_refused_has_a_place_and_words(text: str) -> None:
    reading = read_yaml(text)
    for finding in reading.findings:
        assert finding.location is not None or finding.code != "PG001"
        assert finding.message
        assert finding.hint


def test_an_item_without_its_dash_among_the_keys_of_another_is_one_finding(read: Read) -> None:
    text = "now:\n  - id: a\n    title: A\n    theme: T\n    id: b\n    title: B\n    theme: T\n  - id: c\n    id: d\n"
    findings = read(text).findings
    assert [(finding.code, finding.path, place(finding)) for finding in findings] == [
        ("PG002", "/now/0/id", (5, 5)),
        ("PG002", "/now/1/id", (9, 5)),
    ]
    assert findings[0].hint == "if another item begins here, write - before it; else keep one of the two"
    assert [finding.path for finding in read("a: 1\nb: 2\na: 1\nb: 2\n").findings] == ["/a", "/b"]
    assert [finding.path for finding in read("- a: 1\n  b: 2\n  b: 3\n").findings] == ["/0/b"]


@pytest.mark.parametrize(
    ("text", "column", "message", "hint"),
    [
        ("- 'it's late'", 7, "text after the closing quote", "an apostrophe within single quotes is written twice"),
        ("- 'b: \"it's", 11, "text after the closing quote", "an apostrophe within single quotes is written twice"),
        ('- "a" b', 7, "text after the closing quote", "put the whole text in quotes"),
        ("- [a] b", 3, "a text cannot begin with '['", "put the text in quotes"),
    ],
)
def test_items_of_a_list_have_the_same_slips(read: Read, text: str, column: int, message: str, hint: str) -> None:
    finding = only(read(text))
    assert (finding.message, place(finding)) == (message, (1, column))
    assert finding.hint.startswith(hint)


def test_a_mistake_far_below_other_lines_is_told_without_them(read: Read) -> None:
    for between in ("\n", "# note\n", "  \n"):
        for count in (10, 5_000):
            finding = only(read("a: 'b\n" + between * count + "c: 'd'\n"))
            assert finding.code == "PG001"
            assert ("never closed" in finding.message) == (count == 10)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_the_lines_of_a_mistake_end_as_the_text_does(read: Read, end: str) -> None:
    finding = only(read(end.join(("a: 1", "b:2", "c: 3"))))
    assert (place(finding), finding.hint) == ((2, 1), "write b: 2")


def names_of(text: str) -> list[tuple[str, Diagnosis]]:
    """The recognisers that see their slip in a text, in their order, and what they say."""
    from yaml import YAMLError

    from productgov.formats.yaml.parsers import PureParser, complaint_of

    with pytest.raises(YAMLError) as caught:
        deque(iter(PureParser(text).get_event, None), maxlen=0)
    lines = LinesAround(text, complaint_of(caught.value))
    return [(each.__name__, found) for each in RECOGNISERS if (found := each(lines))]


def test_the_change_that_a_hint_proposes_mends_the_text() -> None:
    """Every recogniser has a line; those that propose nothing are named."""
    seen, proposing = set(), set()
    for line in LINES:
        text = BEFORE + line + AFTER
        for name, found in names_of(text)[:1]:
            seen.add(name)
            if found.edit:
                proposing.add(name)
                mended = text[: found.edit.start] + found.edit.text + text[found.edit.end :]
                assert read_yaml(mended).findings == (), line
    assert seen == {each.__name__ for each in RECOGNISERS}
    assert seen - proposing == {"_conflict_marker"}
