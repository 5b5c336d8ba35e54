"""Who reviews the governance, and how often."""

import pytest

from tests.support.examples import codes_and_places, messages, review


@pytest.mark.parametrize("frequency", ["sometimes", "bimonthly", "every second Monday", "TBD"])
def test_a_frequency_that_cannot_be_scheduled_is_found_once(frequency: str) -> None:
    fragment = review("strategy", frequency=frequency)
    assert codes_and_places(fragment) == [("PG501", "/reviews/strategyReview/frequency")]


@pytest.mark.parametrize(
    "frequency",
    ["weekly", "ad hoc", "as needed", "twice a month", "per release", "every other Monday", "every 2 months", "P2W"],
)
def test_rhythms_with_and_without_dates_can_be_scheduled(frequency: str) -> None:
    assert codes_and_places(review("strategy", frequency=frequency)) == []


def test_the_hint_says_what_to_write() -> None:
    assert messages(review("strategy", frequency="bimonthly")) == [
        (
            'the strategy review takes place "bimonthly", which cannot be scheduled | '
            'it is ambiguous: every 2 months or twice a month? write "every 2 months" or "twice a month"'
        )
    ]


def role(title: str, responsibility: str) -> dict[str, str]:
    return {"title": title, "responsibility": responsibility}


@pytest.mark.parametrize(
    ("participants", "place"),
    [
        ([], ""),
        ([role("A", "informed"), {"title": "B"}], ""),
        ([role("A", "approver"), "B", role("C", "approver")], "/2/responsibility"),
    ],
)
def test_somebody_decides_and_only_one_approves(participants: list[object], place: str) -> None:
    fragment = review("strategy", participants=participants)
    assert codes_and_places(fragment) == [("PG502", f"/reviews/strategyReview/participants{place}")]


@pytest.mark.parametrize("participants", [["A", "B"], [role("A", "driver"), "B"], [role("A", "approver")]])
def test_one_who_drives_or_approves_is_enough_and_none_need_be_named(participants: list[object]) -> None:
    assert codes_and_places(review("strategy", participants=participants)) == []


@pytest.mark.parametrize(
    ("cadence", "frequency", "found"),
    [
        ("weekly", "every 2 weeks", True),
        ("weekly", "weekly", False),
        ("monthly", "monthly", False),
        ("biweekly", "fortnightly", False),
        ("biweekly", "daily", False),
        ("weekly", "ad hoc", False),
    ],
)
def test_the_product_review_is_as_often_as_the_priorities_ask(cadence: str, frequency: str, found: bool) -> None:
    fragments = {"prioritization": {"reviewCadence": cadence}}, review("product", frequency=frequency)
    assert codes_and_places(*fragments) == ([("PG504", "/reviews/productReview/frequency")] if found else [])


def test_a_product_review_that_cannot_be_scheduled_is_not_also_too_rare() -> None:
    assert [code for code, _ in codes_and_places(review("product", frequency="sometimes"))] == ["PG501"]
