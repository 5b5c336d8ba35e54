"""What is unsafe to print is escaped, and what people write is kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.escaping import command_free, escaped, escaped_in_data, escaped_in_json, formula_free, visible
from tests.support.unsafe import UNSAFE, unsafe_in

EVERY = "x".join(sorted(UNSAFE))
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(sorted(UNSAFE)), st.sampled_from(":#[\n \\")))
WRITTEN = {
    "family": "👨\u200d👩\u200d👧",
    "programmer with a skin tone": "🧑🏽\u200d💻",
    "heart in colour": "❤\ufe0f",
    "flag of colours": "🏳\ufe0f\u200d🌈",
    "shaken head": "🙂\u200d↔\ufe0f",
    "keycap": "1\ufe0f\u20e3",
    "flag of England": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "Persian": "می\u200cخواهم",
    "Arabic abbreviation": "ه\u200d",
    "Marathi": "क्\u200dष",
    "Bengali": "র\u200d্য",
    "ideograph in a form of its own": "葛\U000e0100",
    "Mongolian": "ᠬ\u180bᠠ",
    "Arabic number sign": "\u0600",
    "umlauts, Greek, Chinese": "Ünïcode Ελλάδα 中文",
}


@pytest.mark.parametrize("function", [escaped, escaped_in_data, escaped_in_json, visible])
def test_every_unsafe_character_is_escaped(function: object) -> None:
    assert callable(function)
    text = function(EVERY)
    assert unsafe_in(text, allowed="\t\n" if function in (escaped_in_data, escaped_in_json) else "") == set()


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN.keys())
def test_what_people_write_is_kept(text: str) -> None:
    assert escaped(text) == escaped_in_data(text) == visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pay\u200dment", "pay\\u200dment"),
        ("pay\u200cment", "pay\\u200cment"),
        ("می\u200c\u200cخواهم", "می\u200c\\u200cخواهم"),
        ("👨\u200d", "👨\\u200d"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f\\ufe0f"),
        ("1\ufe0f", "1\\ufe0f"),
        ("😀\U000e0101", "😀\\U000e0101"),
        ("🏴\U000e0067", "🏴\\U000e0067"),
        ("\U000e0041", "\\U000e0041"),
        ("a\tb\nc", "a\\u0009b\\u000ac"),
        ("b\udcff", "b\\udcff"),
    ],
)
def test_what_hides_is_escaped_where_it_does_no_work(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_blanks_are_shown_in_quotes_and_kept_elsewhere() -> None:
    assert visible("a\u00a0b\u3000c d") == "a\\u00a0b\\u3000c d"
    assert escaped("a\u00a0b\u3000c d") == "a\u00a0b\u3000c d"


@given(TEXTS)
def test_an_escaped_text_stays_as_it_is(text: str) -> None:
    for function in (escaped, escaped_in_data, visible, command_free):
        assert function(function(text)) == function(text)


@given(TEXTS)
def test_json_says_the_same(text: str) -> None:
    written = command_free(escaped_in_json(json.dumps({text: [text]}, ensure_ascii=False, indent=2)))
    assert json.loads(written) == json.loads(json.dumps({text: [text]}))
    assert unsafe_in(written) == set()


@given(TEXTS)
def test_no_line_is_a_command(text: str) -> None:
    shown = command_free(escaped_in_data(text))
    assert not any(line.strip().startswith("::") for line in shown.split("\n"))
    assert not any(command in shown for command in ("##[", "##vso[", "##teamcity["))


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "  =1", "\t1", "\r1", "\x001", "＝1", "﹢1", "\xa0-1"])
def test_what_a_spreadsheet_could_compute_gets_an_apostrophe(text: str) -> None:
    assert formula_free(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1-1", "a=1", "'=1", "(1)", '"=1"', "é", " a", "#1"])
def test_what_no_spreadsheet_computes_stays(text: str) -> None:
    assert formula_free(text) == text
