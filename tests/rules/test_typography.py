"""PG608, and references that look right and are not."""

import pytest

from tests.support.examples import Fragment, codes_and_places, item, messages


@pytest.mark.parametrize("text", ["“Calm”", "„Calm“", "»Calm«", "‘Calm’", "«Calm»", "「Calm」"])
def test_a_text_in_typographic_quotes_is_found(text: str) -> None:
    assert codes_and_places({"productVision": {"mission": text}}) == [("PG608", "/productVision/mission")]


@pytest.mark.parametrize("text", ["“Calm” and “fast”", "“Calm", "Say “calm”", '"Calm"', "“”", "'Calm'", "“Calm«"])
def test_quotes_around_a_part_are_not(text: str) -> None:
    assert codes_and_places({"productVision": {"mission": text}}) == []


def test_quotes_are_found_in_lists_and_in_texts_that_stand_for_objects_but_not_in_references() -> None:
    quoted: Fragment = {"roadmap": {"themes": ["Fewer meetings", "“Peace”"]}}
    assert codes_and_places(quoted, item("now", "checkout", owner="“Ana”", theme="“Peace”")) == [
        ("PG608", "/roadmap/themes/1"),
        ("PG608", "/roadmap/timeHorizon/now/0/owner"),
    ]


def test_quotes_in_a_list_are_told_with_the_name_of_the_list() -> None:
    (message,) = messages({"productVision": {"targetMarket": ["small teams", "“Calm”"]}})
    assert message.startswith("targetMarket ")


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        ("Fewer meetings ", "it ends with a blank"),
        (" Fewer meetings", "it begins with a blank"),
        ("Fewer\u00a0meetings", "it has NO-BREAK SPACE (U+00A0)"),
        ("Fewer  meetings", "it has other blanks"),
        ("Fewer m\u0435etings", "it has \u0435, which is CYRILLIC SMALL LETTER IE (U+0435)"),
        ("Fewer meet\u200bings", "it has ZERO WIDTH SPACE (U+200B)"),
    ],
)
def test_a_reference_that_looks_right_is_told_from_the_name(theme: str, told: str) -> None:
    (message, *_) = messages(item("now", "checkout", theme=theme))
    assert message.partition(" | ")[0].endswith(f"which is not in roadmap.themes: {told}")


def test_accents_in_two_characters_are_told() -> None:
    cafe: Fragment = {"roadmap": {"themes": ["Fewer meetings", "Caf\u00e9"]}}
    message = next(text for text in messages(cafe, item("now", "checkout", theme="Cafe\u0301")) if "not in" in text)
    assert "which is not in roadmap.themes: it has é written as several characters | " in message


def test_a_north_star_that_looks_right_is_told_from_the_name() -> None:
    (message,) = messages({"metrics": {"northStarMetric": "Teams that plan every week "}})
    assert "so nothing measures it: it ends with a blank | " in message


def test_what_the_eye_sees_is_not_told() -> None:
    (message,) = messages(item("now", "checkout", theme="Fewer meeting"))
    assert message.partition(" | ")[0].endswith("which is not in roadmap.themes")
