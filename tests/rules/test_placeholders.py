"""Texts that are still to be written."""

import pytest

from tests.support.examples import Fragment, codes_and_places, item, messages, review

HORIZONS = "/roadmap/timeHorizon"


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "tbd.",
        "[TODO]",
        "n/a",
        "N/A",
        "Lorem ipsum",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor",
        "to be defined",
        "<tbc>",
        "…TBA…",
        "-",
        "—",
        "...",
        "…",
        "?",
        "???",
        "[insert mission]",
        "[Insert the mission of the product, in one sentence]",
        "<mission here>",
        "<your mission>",
        "{{ mission }}",
        "TBD by Q3",
        "TBD (see Jira)",
        "TBD after the offsite",
        "tbd/tba",
        "TBD / TBC",
        "WIP",
        "work in progress",
    ],
)
def test_a_text_that_is_only_a_placeholder_is_found(text: str) -> None:
    assert codes_and_places({"productVision": {"mission": text}}) == [("PG606", "/productVision/mission")]


@pytest.mark.parametrize(
    "text",
    [
        "TBD: ask Ana",
        "TBC Bank moves to our platform",
        "A todo list for teams",
        "Todo lists that write themselves",
        "na",
        "None",
        "Unknown",
        "[Beta] Plan a week",
        "<5 minutes a day>",
        "[insert coin] is what we play",
        "Lorem ipsum for designers",
        "🚀",
        "100 %",
        "Work in progress is limited to three",
    ],
)
def test_a_text_that_says_something_is_not_a_placeholder(text: str) -> None:
    assert codes_and_places({"productVision": {"mission": text}}) == []


@pytest.mark.parametrize(("length", "found"), [(32, ["PG606"]), (33, [])])
def test_a_text_of_more_than_32_characters_is_no_placeholder(length: int, found: list[str]) -> None:
    text = "TBD".ljust(length, ".")
    assert [code for code, _ in codes_and_places({"productVision": {"mission": text}})] == found
    next_to_one: Fragment = {"productVision": {"targetMarket": [text, "TBD"]}}
    assert [code for code, _ in codes_and_places(next_to_one)] == [*found, "PG606"]


def test_placeholders_are_found_in_lists_and_in_texts_that_stand_for_objects() -> None:
    market: Fragment = {"productVision": {"targetMarket": ["small teams", "TBD"]}}
    assert codes_and_places(market, item("now", "checkout", owner="TBD")) == [
        ("PG606", "/productVision/targetMarket/1"),
        ("PG606", f"{HORIZONS}/now/0/owner"),
    ]


def test_a_placeholder_in_a_list_is_told_with_the_name_of_the_list() -> None:
    (message,) = messages({"productVision": {"targetMarket": ["small teams", "TBD"]}})
    assert message.startswith('an entry of targetMarket is only a placeholder: "TBD"')


THEME = item("now", "checkout", theme="TBD")
DELIVERED: Fragment = {"roadmap": {"delivered": [{"id": "trial", "title": "A", "status": "done", "theme": "TBD"}]}}


@pytest.mark.parametrize(
    ("fragments", "code"),
    [
        (({"metrics": {"northStarMetric": "TBD"}},), "PG106"),
        ((THEME,), "PG104"),
        ((item("next", "payments", pillar="TBD"),), "PG105"),
        ((review("strategy", frequency="TBD"),), "PG501"),
        (({"roadmap": {"themes": []}}, THEME), "PG606"),
        ((DELIVERED,), "PG606"),
    ],
)
def test_a_placeholder_is_found_once(fragments: tuple[Fragment, ...], code: str) -> None:
    assert [found for found, _ in codes_and_places(*fragments)] == [code]


def test_extension_data_may_hold_anything() -> None:
    assert codes_and_places({"x-notes": "TBD"}) == []


def test_placeholders_are_found_in_objects_that_hold_no_others() -> None:
    dependency = {"from": "payments", "to": "identity", "reason": "TBD"}
    found = codes_and_places({"roadmap": {"dependencies": [dependency]}})
    assert [place for code, place in found if code == "PG606"] == ["/roadmap/dependencies/0/reason"]


@pytest.mark.parametrize(
    "owner", ["unknown", "None", "TBD", "nobody", "Unassigned", {"title": "PM", "name": "unknown"}]
)
def test_a_role_that_nobody_has_is_a_placeholder(owner: object) -> None:
    place = f"{HORIZONS}/now/0/owner" + ("/name" if isinstance(owner, dict) else "")
    assert codes_and_places(item("now", "checkout", owner=owner)) == [("PG606", place)]


def test_the_message_names_the_field_and_the_hint_says_whether_it_can_be_left_out() -> None:
    assert messages({"productVision": {"mission": "???"}}) == ['mission is only a placeholder: "???" | write the text']
    left_out = "write the text, or leave it out until it is known"
    assert messages(item("now", "checkout", description="tbd")) == [
        f'description is only a placeholder: "tbd" | {left_out}'
    ]
    assert messages(item("now", "checkout", owner="tbd")) == [f'owner is only a placeholder: "tbd" | {left_out}']
    assert messages(review("product", participants=["tbd"])) == [
        f'an entry of participants is only a placeholder: "tbd" | {left_out}'
    ]
