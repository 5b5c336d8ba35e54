"""The reviews as recurring events: what a calendar needs to know about each, whatever format it is written in."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

import attrs

from productgov.analysis.horizons import add_months
from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.model.cadence.cadence import Cadence
from productgov.model.governance import ProductGovernance
from productgov.model.people import Responsibility, Role
from productgov.model.reviews import Review, ReviewKind
from productgov.wording import one_line

__all__ = ["YEARS_AHEAD", "Attendee", "ReviewEvent", "SkippedReview", "review_events"]

YEARS_AHEAD = 20
"""How many years ahead a calendar lists what no rule can state: single dates, and changes of the clocks."""

_YEARS = range(1970, 9000)
"""Time zones and calendar applications support no other years."""


@attrs.frozen(kw_only=True)
class Attendee:
    """A participant with an e-mail address, whom a calendar can invite.

    Attributes:
        email: the address.
        name: the name and title of the role, on one line.
        responsibility: what the role is responsible for, if that is stated.
    """

    email: str
    name: str
    responsibility: Responsibility | None


@attrs.frozen(kw_only=True, repr=False)
class ReviewEvent(Displayed):
    """A review that has dates.

    Attributes:
        kind: product, strategy or portfolio.
        uid: the same for the same review of the same product, whatever else changes.
        summary: its title, on one line.
        description: agenda, metrics, participants and, without a start time, the duration, one per line.
        start: the first meeting: a date where there is no start time, a local time where there is no time zone.
        duration: how long a meeting with a start time takes; None when that is not stated.
        rule: the RFC 5545 rule of its dates.
        until: the last day of the rule, if it has one.
        extra_dates: dates that the rule does not give: the last of February for a 29th or 30th, 20 years ahead.
        attendees: the participants with an e-mail address, each address once.
    """

    kind: ReviewKind
    uid: UUID
    summary: str
    description: str
    start: date | datetime
    duration: timedelta | None
    rule: str
    until: date | None
    extra_dates: tuple[date | datetime, ...]
    attendees: tuple[Attendee, ...]


@attrs.frozen(kw_only=True, repr=False)
class SkippedReview(Displayed):
    """A review that has no dates.

    Attributes:
        kind: product, strategy or portfolio.
        reason: why it has no dates.
    """

    kind: ReviewKind
    reason: str


def review_events(governance: ProductGovernance) -> Iterator[ReviewEvent | SkippedReview]:
    """An event for each review that has dates, and the reason for each that has none."""
    for kind, review in governance.reviews.named():
        try:
            yield _event(governance, kind, review)
        except InvalidValueError as error:
            yield SkippedReview(kind=kind, reason=str(error))


def _event(governance: ProductGovernance, kind: ReviewKind, review: Review) -> ReviewEvent:
    cadence = Cadence.parse(review.frequency, time_zone=review.time_zone)
    if cadence.dated is None:
        raise InvalidValueError(f'its frequency "{cadence}" has no dates')
    if review.starts_on is None:
        raise InvalidValueError("it has no startsOn, the day of its first meeting")
    first = next(cadence.between(review.starts_on, date.max, anchor=review.starts_on), None)
    if first is None:
        raise InvalidValueError("its frequency gives no date on or after startsOn")
    if first.year not in _YEARS:
        raise InvalidValueError(f"it starts in {first.year}; calendars can be written for {_YEARS[0]} to {_YEARS[-1]}")
    minutes = review.duration_minutes
    title = f"{kind.capitalize()} review"
    return ReviewEvent(
        kind=kind,
        uid=_uid(governance, kind),
        summary=f"{title}: {one_line(governance.name)}" if governance.name else title,
        description="\n".join(_description(governance, kind, review)),
        start=_at(first, review),
        duration=timedelta(minutes=minutes) if minutes and review.start_time else None,
        rule=_rule(cadence, review.starts_on),
        until=cadence.until,
        extra_dates=tuple(_at(day, review) for day in _extra_dates(cadence, review.starts_on, governance.as_of)),
        attendees=tuple(_attendees(review.participants)),
    )


def _rule(cadence: Cadence, anchor: date) -> str:
    """The rule of the dates; where no rule gives all of them, the rule for the months that have the day."""
    return cadence.rrule(anchor) or f"{cadence.rrule(anchor.replace(day=28))};BYMONTHDAY={anchor.day}"


def _extra_dates(cadence: Cadence, anchor: date, as_of: date | None) -> Iterator[date]:
    """The dates that the rule does not give: the last of February for a 29th or 30th.

    RFC 5545 can state "the last of the 28th, 29th and 30th" (BYSETPOS), but not every application reads it correctly.
    """
    if cadence.rrule(anchor) is None:
        end = add_months(max(anchor, as_of or anchor), 12 * YEARS_AHEAD)
        yield from (day for day in cadence.between(anchor, end, anchor=anchor) if day.day != anchor.day)


def _uid(governance: ProductGovernance, kind: ReviewKind) -> UUID:
    product = governance.name or governance.product_vision.mission
    return uuid5(NAMESPACE_URL, f"urn:productgov:{kind}-review:{product}")


def _at(day: date, review: Review) -> date | datetime:
    if review.start_time is None:
        return day
    return datetime.combine(day, time.fromisoformat(review.start_time), tzinfo=_zone(review.time_zone))


def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise InvalidValueError(
            f'its time zone "{name}" is not known; write an IANA name such as Europe/Paris'
        ) from None


def _description(governance: ProductGovernance, kind: ReviewKind, review: Review) -> Iterator[str]:
    if review.agenda:
        yield "Agenda:"
        yield from (f"{number}. {one_line(point)}" for number, point in enumerate(review.agenda, start=1))
    metrics = governance.reviews.metrics_of(kind, governance.metrics)
    if metrics:
        yield "Metrics:"
        yield from (f"- {one_line(kpi.name)}" for kpi in metrics)
    if review.participants:
        yield "Participants:"
        yield from (f"- {_name_and_title(role)}" for role in review.participants)
    if review.duration_minutes and not review.start_time:
        yield f"Duration: {review.duration_minutes} minutes"


def _attendees(roles: tuple[Role, ...]) -> Iterator[Attendee]:
    invited: set[str] = set()
    for role in roles:
        if role.email and role.email.casefold() not in invited:
            invited.add(role.email.casefold())
            yield Attendee(email=role.email, name=_name_and_title(role), responsibility=role.responsibility)


def _name_and_title(role: Role) -> str:
    return one_line(f"{role.name} ({role.title})" if role.name else role.title)
