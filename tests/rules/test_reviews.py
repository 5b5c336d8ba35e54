"""Who reviews the governance, and how often. The day is 2026-03-02."""

import re
import zoneinfo

import pytest

from tests.support.examples import Fragment, codes_and_places, messages, review


@pytest.mark.parametrize("frequency", ["sometimes", "bimonthly", "every second Monday", "TBD"])
def test_a_frequency_that_cannot_be_read_is_found_once(frequency: str) -> None:
    fragment = review("strategy", frequency=frequency)
    assert codes_and_places(fragment) == [("PG501", "/reviews/strategyReview/frequency")]


@pytest.mark.parametrize(
    "frequency",
    [
        *(
            "weekly",
            "ad hoc",
            "as needed",
            "twice a month",
            "per release",
            "every other Monday",
            "every 2 months",
            "P2W",
        ),
        *("every Monday", "Mondays", "biweekly on Tuesdays", "first Monday of every month", "weekly (Mon)", "2x/month"),
        *("last Friday of the month", "monthly on the first Tuesday", "1x per week", "4 times a year", "semi-annual"),
        *("at the end of each quarter", "every sprint", "on demand"),
    ],
)
def test_rhythms_with_and_without_dates_can_be_scheduled(frequency: str) -> None:
    assert codes_and_places(review("strategy", frequency=frequency)) == []


def test_the_hint_says_what_to_write() -> None:
    assert messages(review("strategy", frequency="bimonthly")) == [
        (
            'the strategy review takes place "bimonthly", which cannot be read as a frequency | '
            'it is ambiguous: every 2 months or twice a month? write "every 2 months" or "twice a month"'
        )
    ]


@pytest.mark.parametrize(
    ("frequency", "hint"),
    [
        ("wekly", 'did you mean "weekly" or "biweekly"? otherwise, write daily'),
        ("every Modnay", 'did you mean "every Monday"'),
        ("last Fridy of the month", 'did you mean "last Friday of the month"'),
        ("xyz", "write daily, weekdays, weekly"),
        ("FREQ=WEKLY", 'FREQ is "WEKLY"; allowed is DAILY, WEEKLY, MONTHLY or YEARLY'),
    ],
)
def test_the_nearest_that_can_be_read_is_named(frequency: str, hint: str) -> None:
    [message] = messages(review("strategy", frequency=frequency))
    assert message.partition(" | ")[2].startswith(hint)


def test_whatever_is_proposed_can_be_read() -> None:
    for frequency in ("wekly", "every munday", "anually", "twice a mont", "evry 2 weks", "last fryday of the month"):
        [message] = messages(review("strategy", frequency=frequency))
        proposed = re.findall('"([^"]+)"', message.partition("did you mean ")[2].partition("?")[0])
        assert proposed
        for one in proposed:
            assert codes_and_places(review("strategy", frequency=one)) == []


def test_a_ritual_has_a_frequency_too() -> None:
    rituals = [{"name": "Immersion day", "frequency": "monthly"}, {"name": "Offsite", "frequency": "TBD"}]
    fragment: Fragment = {"organization": {"rituals": rituals}}
    assert codes_and_places(fragment) == [("PG501", "/organization/rituals/1/frequency")]
    assert 'the ritual "Offsite" takes place "TBD", which cannot be read' in messages(fragment)[0]


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
        ("monthly", "every 31 days", False),
        ("monthly", "every 33 days", False),
        ("monthly", "every 34 days", True),
        ("biweekly", "FREQ=MONTHLY;BYDAY=1MO,3MO", False),
    ],
)
def test_the_product_review_is_as_often_as_the_priorities_ask(cadence: str, frequency: str, found: bool) -> None:
    fragments = {"prioritization": {"reviewCadence": cadence}}, review("product", frequency=frequency)
    assert codes_and_places(*fragments) == ([("PG504", "/reviews/productReview/frequency")] if found else [])


def test_a_product_review_that_cannot_be_scheduled_is_not_also_too_rare() -> None:
    assert [code for code, _ in codes_and_places(review("product", frequency="sometimes"))] == ["PG501"]


@pytest.mark.parametrize(
    ("frequency", "fields"),
    [
        ("FREQ=WEEKLY;UNTIL=20260301", {}),
        ("FREQ=WEEKLY;UNTIL=20260301", {"startsOn": "2026-01-05"}),
        ("FREQ=WEEKLY;UNTIL=20260306", {"startsOn": "2026-01-03"}),
        ("FREQ=WEEKLY;COUNT=3", {"startsOn": "2026-01-05"}),
        ("FREQ=WEEKLY;UNTIL=20260601", {"startsOn": "2026-06-02"}),
    ],
)
def test_a_rule_that_has_ended_is_found(frequency: str, fields: Fragment) -> None:
    fragment = review("strategy", frequency=frequency, **fields)
    assert codes_and_places(fragment) == [("PG505", "/reviews/strategyReview/frequency")]
    assert messages(fragment)[0].startswith(
        f'the strategy review does not take place any more: "{frequency}" has no date from 2026-03-02 on | '
    )


@pytest.mark.parametrize(
    ("frequency", "fields"),
    [
        ("FREQ=WEEKLY;UNTIL=20260302", {}),
        ("FREQ=WEEKLY;UNTIL=20260302", {"startsOn": "2026-01-05"}),
        ("FREQ=WEEKLY;COUNT=3", {}),
        ("FREQ=WEEKLY;COUNT=9", {"startsOn": "2026-01-05"}),
        ("FREQ=WEEKLY;COUNT=1", {"startsOn": "2026-06-01"}),
        ("weekly", {"startsOn": "2020-01-06"}),
        ("ad hoc", {"startsOn": "2020-01-06"}),
    ],
)
def test_a_rule_that_goes_on_is_no_finding(frequency: str, fields: Fragment) -> None:
    assert codes_and_places(review("strategy", frequency=frequency, **fields)) == []


@pytest.mark.skipif(not zoneinfo.available_timezones(), reason="no time zones are installed")
@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("Europe/Berln", "did you mean Europe/Berlin?"),
        ("Mars/Olympus", "write an IANA name such as Europe/Paris"),
        ("Europe", "write an IANA name such as Europe/Paris"),
    ],
)
def test_an_unknown_time_zone_is_found(zone: str, hint: str) -> None:
    fragment = review("strategy", startTime="09:30", timeZone=zone)
    assert codes_and_places(fragment) == [("PG505", "/reviews/strategyReview/timeZone")]
    assert messages(fragment) == [f'the time zone of the strategy review, "{zone}", is not known | {hint}']


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "US/Pacific", None])
def test_a_known_time_zone_is_no_finding(zone: str | None) -> None:
    assert codes_and_places(review("strategy", startTime="09:30", timeZone=zone)) == []


def test_no_time_zone_is_judged_where_none_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> zoneinfo.ZoneInfo:
        raise zoneinfo.ZoneInfoNotFoundError(name)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", missing)
    monkeypatch.setattr(zoneinfo, "available_timezones", set)
    assert codes_and_places(review("strategy", timeZone="Europe/Berlin")) == []
