"""The calendar file, read back by the library that reads such files."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeAlias, cast
from zoneinfo import ZoneInfo

import attrs
import icalendar
import pytest
import recurring_ical_events  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from productgov.errors import MissingExtraError
from productgov.ics import ReviewCalendar, ReviewEvent, SkippedReview, review_calendar
from productgov.ics.reviews import calendar
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI
from productgov.model.people import Responsibility, Role
from productgov.model.reviews import Review, ReviewKind
from tests.support.governances import AD_HOC, governance

Properties: TypeAlias = dict[str, Any]

ANA = Role(title="Head of Product", name="Ana", email="ana@example.com")
REVIEW = Review(frequency="every 2 weeks", participants=(ANA, Role(title="Design")), starts_on=date(2026, 1, 5))
PARIS = attrs.evolve(REVIEW, start_time="09:30", time_zone="Europe/Paris", duration_minutes=90)
FREQUENCIES = [
    "daily",
    "weekdays",
    "weekly",
    "biweekly",
    "monthly",
    "quarterly",
    "semiannually",
    "annually",
    "every 5 months",
    "every 10 days",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
    "FREQ=MONTHLY",
    "FREQ=WEEKLY;COUNT=5",
    "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630",
    "FREQ=DAILY;UNTIL=20260131",
    "every other Tuesday",
    "1st and 3rd Monday of the month",
    "last workday of the month",
    "last workday of the quarter",
    "at the end of each quarter",
    "every March and September",
    "every 2 years in February",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1;UNTIL=20260630T120000Z",
    "FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO;COUNT=4",
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=2,3;BYMONTHDAY=-1",
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=[*map(chr, range(32)), "\x7f"]), min_size=1)


def read_back(document: ProductGovernance) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(calendar(document))


def events(document: ProductGovernance) -> list[Properties]:
    return [dict(found) for found in read_back(document).events]


def event(review: Review, **fields: object) -> Properties:
    document = attrs.evolve(governance(product_review=review), **fields)  # type: ignore[arg-type]
    (found,) = events(document)
    return found


def starts(review: Review, start: date, end: date) -> list[date]:
    """The starts in [start, end) as a client expands them."""
    read = read_back(governance(product_review=review))
    return sorted(found["DTSTART"].dt for found in recurring_ical_events.of(read).between(start, end))


def lines(component: Properties) -> list[str]:
    return str(component["DESCRIPTION"]).split("\n")


@pytest.mark.parametrize("frequency", FREQUENCIES)
@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2025, 11, 30), date(2026, 1, 29), date(2026, 1, 31)])
@pytest.mark.parametrize("timed", [False, True])
def test_a_client_expands_the_dates_of_the_review(frequency: str, day: date, *, timed: bool) -> None:
    review = attrs.evolve(PARIS if timed else REVIEW, frequency=frequency, starts_on=day)
    expected = list(review.dates(date(2024, 1, 1), date(2027, 6, 1)))
    if not expected:
        assert events(governance(product_review=review)) == []
        return
    found = starts(review, date(2024, 1, 1), date(2027, 6, 1))
    assert [(start.date() if isinstance(start, datetime) else start) for start in found] == expected


def test_the_ends_of_february_are_listed_in_addition_to_a_rule_that_every_client_reads() -> None:
    found = event(attrs.evolve(REVIEW, frequency="monthly", starts_on=date(2026, 1, 30)))
    assert found["RRULE"].to_ical() == b"FREQ=MONTHLY;BYMONTHDAY=30"
    listed = [one.dt for one in found["RDATE"].dts]
    assert listed[:3] == [date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]
    assert listed[-1] == date(2046, 2, 28)


def test_a_meeting_keeps_its_local_time_when_the_clocks_change() -> None:
    found = cast("list[datetime]", starts(attrs.evolve(PARIS, frequency="monthly"), date(2026, 3, 1), date(2026, 5, 1)))
    assert [start.astimezone(UTC).hour for start in found] == [8, 7]
    assert [start.strftime("%H:%M") for start in found] == ["09:30", "09:30"]


def test_with_a_time_zone_the_event_has_a_time_a_duration_and_the_zone_itself() -> None:
    document = governance(product_review=PARIS)
    assert [str(zone["TZID"]) for zone in read_back(document).timezones] == ["Europe/Paris"]
    (found,) = events(document)
    assert found["DTSTART"].dt == datetime(2026, 1, 5, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
    assert found["DURATION"].dt == timedelta(minutes=90)
    assert not any(line.startswith("Duration") for line in lines(found))


def test_every_change_of_the_clocks_has_a_line_from_the_year_before_on() -> None:
    content = calendar(governance(product_review=PARIS)).decode()
    changes = [line for line in content.split("\r\n") if line.startswith("RDATE:")]
    assert changes[:2] == ["RDATE:20260329T030000", "RDATE:20270328T030000"]
    assert len(changes) == 2 * 21
    assert "DTSTART:20250330T" in content


def test_without_a_time_zone_the_time_is_local_wherever_one_is() -> None:
    found = event(attrs.evolve(PARIS, time_zone=None))
    assert found["DTSTART"].dt == datetime(2026, 1, 5, 9, 30)  # noqa: DTZ001


def test_without_a_start_time_the_event_is_all_day_and_the_duration_is_in_the_description() -> None:
    found = event(attrs.evolve(REVIEW, duration_minutes=90))
    assert found["DTSTART"].dt == date(2026, 1, 5)
    assert "DURATION" not in found
    assert found["TRANSP"] == "TRANSPARENT"
    assert "Duration: 90 minutes" in lines(found)


@pytest.mark.parametrize(
    ("review", "until"),
    [
        (REVIEW, date(2026, 7, 1)),
        (PARIS, datetime(2026, 7, 1, 7, 30, tzinfo=UTC)),
        (attrs.evolve(PARIS, time_zone=None), datetime(2026, 7, 1, 9, 30)),  # noqa: DTZ001
    ],
)
def test_the_end_of_a_rule_has_the_form_of_its_start(review: Review, until: date) -> None:
    found = event(attrs.evolve(review, frequency="FREQ=DAILY;UNTIL=20260701"))
    assert found["RRULE"]["UNTIL"] == [until]


def test_an_end_in_utc_is_on_the_day_that_the_review_has_then() -> None:
    evening = attrs.evolve(PARIS, time_zone="America/Los_Angeles", start_time="17:00", starts_on=date(2026, 6, 29))
    review = attrs.evolve(evening, frequency="FREQ=DAILY;UNTIL=20260701T000000Z")
    assert list(review.dates(date(2026, 6, 1), date(2026, 8, 1))) == [date(2026, 6, 29), date(2026, 6, 30)]
    assert event(review)["RRULE"]["UNTIL"] == [datetime(2026, 7, 1, tzinfo=UTC)]


def test_an_end_at_the_end_of_time_is_no_error() -> None:
    found = event(attrs.evolve(PARIS, frequency="FREQ=DAILY;UNTIL=99991231", time_zone="America/New_York"))
    assert found["RRULE"]["UNTIL"][0].year == 9990


def test_agenda_metrics_and_participants_are_in_the_description() -> None:
    review = attrs.evolve(REVIEW, agenda=("Numbers", "Decisions"))
    document = governance(
        product_review=review,
        inputs=(KPI(id="activation", name="Activation"),),
        outputs=(KPI(id="revenue", name="Revenue"),),
    )
    (found,) = events(document)
    assert found["SUMMARY"] == "Product review: Tempo"
    assert lines(found) == [
        "Agenda:",
        "1. Numbers",
        "2. Decisions",
        "Metrics:",
        "- Activation",
        "Participants:",
        "- Ana (Head of Product)",
        "- Design",
    ]


def test_an_event_with_nothing_to_describe_has_no_description() -> None:
    assert "DESCRIPTION" not in event(attrs.evolve(REVIEW, participants=()))


def test_participants_with_an_address_are_invited_once_each_and_the_driver_organizes() -> None:
    roles = (
        attrs.evolve(ANA, responsibility=Responsibility.APPROVER),
        Role(title="Boss", email="ANA@example.com"),
        Role(title="Lead", email="lead@example.com", responsibility=Responsibility.DRIVER),
        Role(title="Sales", email="sales@example.com", responsibility=Responsibility.INFORMED),
        Role(title="Design"),
    )
    found = event(attrs.evolve(REVIEW, participants=roles))
    assert [(str(one), one.params["CN"], one.params["ROLE"]) for one in found["ATTENDEE"]] == [
        ("mailto:ana@example.com", "Ana (Head of Product)", "REQ-PARTICIPANT"),
        ("mailto:lead@example.com", "Lead", "CHAIR"),
        ("mailto:sales@example.com", "Sales", "NON-PARTICIPANT"),
    ]
    assert found["ORGANIZER"] == "mailto:lead@example.com"
    assert event(REVIEW)["ORGANIZER"] == "mailto:ana@example.com"


def test_an_address_cannot_add_fields_to_the_invitation() -> None:
    found = event(attrs.evolve(REVIEW, participants=(Role(title="X", email="a?bcc=b&c%41@example.com"),)))
    assert found["ATTENDEE"] == "mailto:a%3Fbcc%3Db%26c%2541@example.com"


def test_without_addresses_nobody_is_invited() -> None:
    found = event(attrs.evolve(REVIEW, participants=(Role(title="Design"),)))
    assert "ATTENDEE" not in found
    assert "ORGANIZER" not in found


def test_the_uid_stays_when_everything_but_the_products_name_changes() -> None:
    before = event(REVIEW)["UID"]
    assert event(attrs.evolve(PARIS, frequency="monthly"), as_of=None)["UID"] == before
    assert event(REVIEW, name="Other")["UID"] != before
    assert event(REVIEW, name=None)["UID"] != before


def test_each_review_has_a_uid_of_its_own() -> None:
    document = governance(product_review=REVIEW, strategy_review=REVIEW, portfolio_review=REVIEW)
    assert len({str(found["UID"]) for found in events(document)}) == 3


def test_without_a_name_the_title_says_only_what_is_reviewed() -> None:
    document = governance(product_review=REVIEW, name=None)
    assert events(document)[0]["SUMMARY"] == "Product review"
    assert "NAME" not in read_back(document)


def test_the_same_document_gives_the_same_bytes_and_no_clock_is_read() -> None:
    undated = governance(product_review=PARIS, as_of=None)
    assert calendar(undated) == calendar(undated)
    assert event(REVIEW)["DTSTAMP"].dt == datetime(2026, 3, 1, tzinfo=UTC)
    assert event(REVIEW, as_of=None)["DTSTAMP"].dt == datetime(2026, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("review", "reason"),
    [
        (AD_HOC, "has no dates"),
        (attrs.evolve(REVIEW, frequency="twice a month"), 'its frequency "2 times a month" has no dates'),
        (attrs.evolve(REVIEW, frequency="every release"), 'its frequency "per release" has no dates'),
        (attrs.evolve(REVIEW, starts_on=None), "no startsOn"),
        (attrs.evolve(REVIEW, frequency="bimonthly"), "ambiguous"),
        (
            attrs.evolve(REVIEW, frequency="FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30", starts_on=date(2026, 2, 1)),
            "no date on",
        ),
        (attrs.evolve(PARIS, time_zone="Mars/Base"), 'time zone "Mars/Base" is not known'),
        (attrs.evolve(PARIS, time_zone="Europe"), 'time zone "Europe" is not known'),
        (attrs.evolve(REVIEW, starts_on=date(1, 1, 1)), "1970"),
        (attrs.evolve(REVIEW, starts_on=date(9999, 1, 1)), "8999"),
    ],
)
def test_a_review_without_dates_is_left_out_with_the_reason(review: Review, reason: str) -> None:
    written = review_calendar(governance(product_review=review, strategy_review=REVIEW))
    assert [event.kind for event in written.events] == [ReviewKind.STRATEGY]
    assert [skipped.kind for skipped in written.skipped] == [ReviewKind.PRODUCT, ReviewKind.PORTFOLIO]
    assert reason in written.skipped[0].reason


def test_a_calendar_holds_its_file_its_events_and_the_reviews_it_skips() -> None:
    document = governance(product_review=PARIS)
    written = review_calendar(document)
    assert isinstance(written, ReviewCalendar)
    assert written.content == calendar(document)
    assert [type(event) for event in written.events] == [ReviewEvent]
    assert [type(skipped) for skipped in written.skipped] == [SkippedReview, SkippedReview]
    assert written.events[0].attendees[0].email == "ana@example.com"


def test_a_calendar_without_events_is_still_a_calendar() -> None:
    assert events(governance()) == []


@given(TEXTS, TEXTS, st.lists(TEXTS | st.just("x\r\nBEGIN:VALARM"), max_size=3), TEXTS)
def test_no_text_can_add_a_line(name: str, title: str, agenda: list[str], metric: str) -> None:
    safe = [point.replace("\r", "") for point in agenda]
    review = attrs.evolve(REVIEW, agenda=tuple(safe), participants=(attrs.evolve(ANA, title=title, name=name),))
    document = governance(name=name, product_review=review, inputs=(KPI(id="k", name=metric),))
    content = calendar(document).decode()
    assert [line for line in content.splitlines() if line.startswith("BEGIN:")] == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"]
    assert all(len(line.encode()) <= 75 for line in content.split("\r\n"))
    (found,) = events(document)
    assert len(lines(found)) == (1 + len(agenda) if agenda else 0) + 4


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "productgov.ics.icalendar_file", raising=False)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError, match=r"productgov\[calendar\]"):
        calendar(governance())


def test_the_library_is_imported_only_when_a_calendar_is_written() -> None:
    program = "import sys, productgov.ics.reviews; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def name_in(content: bytes) -> str:
    """The name of a calendar: its line unfolded, and the escapes of RFC 5545 undone.

    Versions of icalendar differ in which escapes they undo in this property.
    """
    (written,) = re.findall(r"\r\nNAME:(.*)\r\n", content.decode().replace("\r\n ", ""))
    return re.sub(r"\\(.)", r"\1", written)


@pytest.mark.parametrize(("name", "written"), [("x;y,z\\n", rb"x\;y\,z\\n"), ("a\nb", b"a b"), ('"x": y', b'"x": y')])
def test_the_name_of_the_calendar_is_escaped_like_other_texts(name: str, written: bytes) -> None:
    content = calendar(attrs.evolve(governance(product_review=REVIEW), name=name))
    assert b"\r\nNAME:" + written + b"\r\n" in content
    assert name_in(content) == " ".join(name.split())


@pytest.mark.parametrize("before", ["x", "é", "x ", "漢 "])
def test_no_line_of_a_folded_text_is_a_workflow_command(before: str) -> None:
    for length in range(40, 80):
        name = f"{'x' * length}{before}::error::y ##[error]z"
        content = calendar(attrs.evolve(governance(product_review=REVIEW), name=name))
        assert not any(line.lstrip().startswith("::") for line in content.decode().split("\r\n"))
        assert b"##[" not in content
        assert name_in(content) == name.replace("##", "\\u0023#")
