"""The patterns in the schemas: each engine of regular expressions gives the verdict of the loader."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.errors import InvalidValueError
from productgov.fields import Pattern
from productgov.fields.periods import PERIOD
from productgov.fields.portable import pattern_schema
from productgov.fields.types import (
    CLOCK_TIME,
    DATE,
    EMAIL_ADDRESS,
    IDENTIFIER,
    PRODUCT_ITEM,
    TEXT,
    TIME_ZONE,
    URL,
    VARIABLE_NAME,
)
from productgov.schema.json_schema import Draft, Mode, json_schema
from productgov.schema.outputs import OUTPUTS
from tests.schema.mutants import STRANGE
from tests.support.project import ROOT

if not (ROOT / "tools").exists():
    pytest.skip("the engines are for development", allow_module_level=True)

from tests.schema.regex_engines import ENGINES, Pair, Search

BUILT_IN = (TEXT, IDENTIFIER, URL, EMAIL_ADDRESS, CLOCK_TIME, TIME_ZONE, DATE, PERIOD, VARIABLE_NAME, PRODUCT_ITEM)
GOOD = (
    "a",
    "a b",
    "https://a/b",
    "a@b.c",
    "09:30",
    "Europe/Paris",
    "2026-01-31",
    "0004-02-29",
    "9999-12-31",
    "2026-Q4",
    "2026-12",
)
ENDS = ("\n", "\r", "\r\n", "\n\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\x00", " ", "é", "\U0001f600")
TEXTS = [text for text in STRANGE if isinstance(text, str) and text.isprintable()]
TEXTS += [each for good in GOOD for end in ENDS for each in (good, good + end, end + good, good + end + good)]
ATOMS = (
    *("a", "b", "/", "-", ",", " ", "é", "~", r"\.", r"\x24", r"\/", r"\}", r"\^", r"\\"),
    *("[a-c]", "[^a\\n\\r\\x85\u2028\u2029]", r"[\-\/\[\]]", r"[\x00-\x09]", "[é-ü]", r"[\^~]"),
)
SEVERAL_LINES = (r"^[^\x00-~]+$", "^[^a]*$", r"^[\n-\r]+$", r"^[^\n]+$", "^[a\u2028]+$")

every_engine = pytest.mark.parametrize("search", ENGINES)


def _assert_verdicts_of_the_loader(search: Search, cases: list[tuple[Pattern, str]]) -> None:
    """The pattern is found, and what must not be there is not, exactly where the loader accepts the text."""
    said = {pattern: pattern_schema(pattern.regex) for pattern, _ in cases}
    found = search([(pattern.regex, text) for pattern, text in cases])
    refused = search([pair for pattern, text in cases for pair in _refusing(said[pattern], text)])
    verdicts = {}
    rest = iter(refused)
    for (pattern, text), is_found in zip(cases, found, strict=True):
        is_refused = next(rest) if "not" in said[pattern] else False
        verdicts[pattern.regex, text] = is_found and not is_refused
    expected = {(pattern.regex, text): pattern.match(text) is not None for pattern, text in cases}
    assert set(expected.values()) == {True, False}
    assert {case for case in expected if expected[case] != verdicts[case]} == set()


def _refusing(said: dict[str, object], text: str) -> Iterator[Pair]:
    refused = said.get("not")
    if isinstance(refused, dict):
        yield refused["pattern"], text


@every_engine
def test_every_engine_gives_the_verdict_of_the_loader(search: Search) -> None:
    _assert_verdicts_of_the_loader(search, [(pattern, text) for pattern in BUILT_IN for text in TEXTS])


@every_engine
def test_every_engine_agrees_on_any_portable_pattern(search: Search) -> None:
    random = Random(0)
    regexes = (*_regexes(random), *SEVERAL_LINES)
    cases = [(Pattern(regex, ""), text) for regex in regexes for text in _texts(random)]
    _assert_verdicts_of_the_loader(search, cases)


def _regexes(random: Random) -> Iterator[str]:
    for _ in range(60):
        parts = [
            random.choice(ATOMS) + random.choice(("", "", "", "*", "+", "?", "{2}", "{0,3}", "{1,}", "*?"))
            for _ in range(random.randrange(1, 4))
        ]
        inner = "".join(parts)
        yield random.choice(("^{}$", "^(?:{}|b)$", "^(?:{})*$", "^a?({}){{1,2}}$")).format(inner)


def _texts(random: Random) -> Iterator[str]:
    letters = "aabc/-~.$}é\n\r^ \\\t\x85\u2028"
    yield from ("", "a", "b", "a\n", "b\r", "a\u2028", "b\x85")
    for _ in range(20):
        yield "".join(random.choice(letters) for _ in range(random.randrange(1, 5)))


def _patterns(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from (value for key, value in schema.items() if key == "pattern" and isinstance(value, str))
        properties = schema.get("patternProperties", {})
        yield from properties
        for value in schema.values():
            yield from _patterns(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _patterns(item)


@pytest.mark.parametrize("draft", ["2020-12", "draft-07"])
@pytest.mark.parametrize("mode", ["input", "output", "strict"])
def test_the_schemas_have_no_other_patterns(mode: Mode, draft: Draft) -> None:
    known = {str(part) for pattern in BUILT_IN for part in _patterns(pattern_schema(pattern.regex))} | {"^x-"}
    assert set(_patterns(json_schema(mode, draft=draft))) == (set() if mode == "strict" else known)


@every_engine
def test_every_engine_reads_the_patterns_of_the_output_of_commands(search: Search) -> None:
    patterns = {pattern for make in OUTPUTS.values() for pattern in _patterns(make())}
    assert patterns
    assert search([(pattern, "?") for pattern in patterns]) == [False] * len(patterns)


@given(st.from_regex(r"[0-9]{3}[0-9]-[01][0-9]-[0-3][0-9]", fullmatch=True))
def test_dates_are_the_days_of_the_calendar(text: str) -> None:
    assert bool(DATE.match(text)) == _is_day(text)


@pytest.mark.parametrize(
    "year", ["0000", "0001", "0004", "0010", "0100", "0400", "1000", "1900", "2000", "2024", "9999"]
)
def test_every_day_of_a_year_is_a_date_and_nothing_else_is(year: str) -> None:
    for text in (f"{year}-{month:02}-{day:02}" for month in range(14) for day in range(33)):
        assert bool(DATE.match(text)) == _is_day(text)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    "regex",
    [
        "a",
        "^a",
        "a$",
        "^a|b$",
        r"^a$(?!\n)",
        "^(?=a)a$",
        "^(?i:a)$",
        "^(?P<x>a)$",
        "^.$",
        r"^\d$",
        r"^\w$",
        r"^a\b$",
        r"^\u0041$",
        r"^(a)\1$",
        "^a++$",
        "^a{,3}$",
        "^a{1001}$",
        "^[a-z-]$",
        "^[[a]$",
        "^[a|b]$",
        "^[a&&b]$",
        "^[a$]$",
        r"^\-$",
        "^(a$",
        "^a)$",
        "^(a$|^b)$",
        "^[\U0001f600]$",
        "^\x85$",
        r"^\n$",
        "^[^a]$",
        "^[^a]+b$",
        "^\u2028$",
    ],
)
def test_what_engines_do_not_read_alike_is_refused(regex: str) -> None:
    with pytest.raises(InvalidValueError, match="is not read alike by all regular expression engines"):
        pattern_schema(regex)


def test_only_line_breaks_that_no_class_accepts_are_refused_beside_the_pattern() -> None:
    assert pattern_schema("^a$")["not"] == {"pattern": "[\\n\\r\\x85\u2028\u2029]"}
    assert pattern_schema(TEXT.regex)["not"] == {"pattern": r"[\r]"}
    assert "not" not in pattern_schema("^[^a]+$")


@given(
    pattern=st.sampled_from([TEXT, Pattern("^[^a]$", ""), Pattern(r"^[^\[^a]$", "")]), code=st.integers(0xD800, 0xDFFF)
)
def test_a_lone_surrogate_is_no_part_of_a_text(pattern: Pattern, code: int) -> None:
    assert pattern.match("x")
    assert not pattern.match(chr(code))
