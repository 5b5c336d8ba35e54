"""The reviews as events that recur: what a calendar needs to know of each, in whatever form it is then written."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

import attrs

from productgov.analysis.horizons import add_months
from productgov.errors import InvalidValueError
from productgov.model.cadence.cadence import Cadence
from productgov.model.governance import ProductGovernance
from productgov.model.people import Responsibility, Role
from productgov.model.reviews import Review, ReviewKind
from productgov.wording import one_line

__all__ = ["YEARS_AHEAD", "Attendee", "ReviewEvent", "SkippedReview", "review_events"]

YEARS_AHEAD = 20
"""How far a calendar lists what its rules cannot state: single dates, and when clocks change."""

_YEARS = range(1970, 9000)
"""Outside of these, time zones and calendar applications do not follow."""


@attrs.frozen(kw_only=True)
class Attendee:
    """A participant whom a calendar can invite."""

    email: str
    name: str
    responsibility: Responsibility | None


@attrs.frozen(kw_only=True)
class ReviewEvent:
    """A review that has dates.

    Attributes:
        kind: what the review is of.
        uid: the same for the same review of the same product, however else it changes.
        summary: its title, on one line.
        description: agenda, metrics, participants and, without a start time, the duration, in lines.
        start: the first meeting: a date without a start time, a local time without a time zone.
        duration: how long a meeting with a start time takes; None when that is not said.
        rule: the RFC 5545 rule of its dates.
        until: the day on which the rule ends, if it says one.
        beside: dates that no rule can state, so many years ahead: the last of February, for a 29th or 30th.
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
    beside: tuple[date | datetime, ...]
    attendees: tuple[Attendee, ...]


@attrs.frozen(kw_only=True)
class SkippedReview:
    """A review that has no dates, and why."""

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
    cadence = Cadence.parse(review.frequency)
    if cadence.days is None:
        raise InvalidValueError(f'its frequency, "{cadence}", is a rhythm without dates')
    if review.starts_on is None:
        raise InvalidValueError("it has no startsOn, the day of its first meeting")
    first = next(cadence.between(review.starts_on, date.max, anchor=review.starts_on), None)
    if first is None:
        raise InvalidValueError("no date from its startsOn on fits its frequency")
    if first.year not in _YEARS:
        raise InvalidValueError(f"it starts in {first.year}; calendars are written for {_YEARS[0]} to {_YEARS[-1]}")
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
        beside=tuple(_at(day, review) for day in _beside(cadence, review.starts_on, governance.as_of)),
        attendees=tuple(_attendees(review.participants)),
    )


def _rule(cadence: Cadence, anchor: date) -> str:
    """The rule of the dates; where it would differ from month to month, that of the months which have the day."""
    return cadence.rrule(anchor) or f"{cadence.rrule(anchor.replace(day=28))};BYMONTHDAY={anchor.day}"


def _beside(cadence: Cadence, anchor: date, as_of: date | None) -> Iterator[date]:
    """The dates that the rule lacks: the last of February, for a 29th or 30th.

    RFC 5545 could say "the last there is of 28, 29 and 30" (BYSETPOS), but not every application reads that rightly.
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
        yield from (f"- {_called(role)}" for role in review.participants)
    if review.duration_minutes and not review.start_time:
        yield f"Duration: {review.duration_minutes} minutes"


def _attendees(roles: tuple[Role, ...]) -> Iterator[Attendee]:
    invited: set[str] = set()
    for role in roles:
        if role.email and role.email.casefold() not in invited:
            invited.add(role.email.casefold())
            yield Attendee(email=role.email, name=_called(role), responsibility=role.responsibility)


def _called(role: Role) -> str:
    return one_line(f"{role.name} ({role.title})" if role.name else role.title)
