"""Events as iCalendar (RFC 5545), written by the icalendar library; no other module needs it."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from urllib.parse import quote

import icalendar

from productgov.escaping import command_free
from productgov.ics.events import YEARS_AHEAD, Attendee, ReviewEvent
from productgov.model.people import Responsibility
from productgov.wording import one_line

__all__ = ["write_icalendar"]

_IN_AN_ADDRESS = "@!$'*+-._~"
_NEVER = date(9990, 1, 1)
_ROLES = {Responsibility.DRIVER: "CHAIR", Responsibility.INFORMED: "NON-PARTICIPANT"}


def write_icalendar(events: Sequence[ReviewEvent], *, name: str | None, written: date | None) -> bytes:
    """The events as one calendar.

    Args:
        events: what to write.
        name: the name of the calendar.
        written: the day the events were last changed (DTSTAMP); None for the day on which each starts, so that no
            clock is needed and the same events give the same bytes.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//productgov//reviews//EN")
    calendar.add("version", "2.0")
    if name:
        calendar.add("name", _text(one_line(name)))
    for event in events:
        calendar.add_component(_component(event, written))
    if events:
        _add_zones(calendar, events)
    return _refolded(calendar.to_ical().decode()).encode()


def _refolded(content: str) -> str:
    """The lines of a calendar, none of which, where a long one goes on, is a command to the service that runs a job."""
    return re.sub("(\\S ?)\r\n ( ?::)", "\r\n \\1\\2", content)


def _text(text: str) -> icalendar.vText:
    """A text, with every character escaped that means something in iCalendar, and no command to a service."""
    return icalendar.vText(command_free(text))


def _add_zones(calendar: icalendar.Calendar, events: Sequence[ReviewEvent]) -> None:
    """Add the changes of the clocks, in a form that simple readers understand too.

    Some readers use only one date of a list, and miss the first change: so each date has a line of its own, and the
    list starts one year early.
    """
    first = min(date(event.start.year - 1, 1, 1) for event in events)
    last = max(date(event.start.year + YEARS_AHEAD, 12, 31) for event in events)
    calendar.add_missing_timezones(first_date=first, last_date=last)
    for change in (change for zone in calendar.timezones for change in zone.subcomponents):
        listed = change.pop("RDATE", None)
        for value in listed.dts if isinstance(listed, icalendar.vDDDLists) else ():
            change.add("rdate", value.dt)


def _component(event: ReviewEvent, written: date | None) -> icalendar.Event:
    component = icalendar.Event()
    day = written or date(event.start.year, event.start.month, event.start.day)
    component.add("uid", str(event.uid))
    component.add("dtstamp", datetime.combine(day, time(), tzinfo=UTC))
    component.add("dtstart", event.start)
    if event.duration:
        component.add("duration", event.duration)
    if not isinstance(event.start, datetime):
        component.add("transp", "TRANSPARENT")
    component.add("rrule", _rule(event))
    if event.extra_dates:
        component.add("rdate", list(event.extra_dates))
    component.add("summary", _text(event.summary))
    if event.description:
        component.add("description", _text(event.description))
    if event.attendees:
        component.add("organizer", _address(_organizer(event.attendees)))
    for attendee in event.attendees:
        component.add("attendee", _invited(attendee))
    return component


def _rule(event: ReviewEvent) -> icalendar.vRecur:
    """The rule, with its end in the form that the start requires: a date, a local time, or a time in UTC."""
    rule: icalendar.vRecur = icalendar.vRecur.from_ical(event.rule)
    if event.until and isinstance(event.start, datetime):
        until = datetime.combine(min(event.until, _NEVER), event.start.time(), tzinfo=event.start.tzinfo)
        rule["UNTIL"] = [until.astimezone(UTC) if until.tzinfo else until]
    return rule


def _organizer(attendees: Iterable[Attendee]) -> Attendee:
    return min(attendees, key=lambda attendee: attendee.responsibility is not Responsibility.DRIVER)


def _invited(attendee: Attendee) -> icalendar.vCalAddress:
    address = _address(attendee)
    role = _ROLES.get(attendee.responsibility) if attendee.responsibility else None
    address.params["ROLE"] = role or "REQ-PARTICIPANT"
    address.params["PARTSTAT"] = "NEEDS-ACTION"
    address.params["RSVP"] = "TRUE"
    return address


def _address(attendee: Attendee) -> icalendar.vCalAddress:
    address = icalendar.vCalAddress(f"mailto:{quote(attendee.email, safe=_IN_AN_ADDRESS)}")
    address.params["CN"] = command_free(attendee.name)
    return address
