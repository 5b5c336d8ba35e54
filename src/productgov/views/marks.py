"""What stands out about an item on a day: that it is late, has slipped, is at risk, or waits for another."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import attrs

from productgov.model.check_ins import CheckIn, Health
from productgov.model.initiative import Initiative, Status
from productgov.model.metrics import KPIStatus
from productgov.model.roadmap import External, ExternalStatus
from productgov.rules.due import due_of
from productgov.wording import counted, percent_text

__all__ = ["Level", "Mark", "health_mark", "marks_of", "marks_of_external", "status_mark"]


class Level(StrEnum):
    """How good or bad it is, as the sign in front of a mark."""

    GOOD = "✓"
    CAUTION = "!"
    BAD = "✗"
    NEUTRAL = "–"


@attrs.frozen
class Mark:
    """A few words about an item, with a sign, so that no colour is needed to understand them.

    Attributes:
        level: how good or bad it is.
        text: what it is, such as "late by 12 days".
    """

    level: Level
    text: str

    def __str__(self) -> str:
        return f"{self.level} {self.text}"


_HEALTH = {Health.ON_TRACK: Level.GOOD, Health.AT_RISK: Level.CAUTION, Health.OFF_TRACK: Level.BAD}
_STATUS = {
    KPIStatus.UNKNOWN: Level.NEUTRAL,
    KPIStatus.BREACHED: Level.BAD,
    KPIStatus.STALE: Level.CAUTION,
    KPIStatus.ACHIEVED: Level.GOOD,
    KPIStatus.ON_TRACK: Level.GOOD,
    KPIStatus.AT_RISK: Level.CAUTION,
    KPIStatus.OFF_TRACK: Level.BAD,
}


def status_mark(status: KPIStatus) -> Mark:
    """The status of a metric."""
    return Mark(_STATUS[status], status.value)


def marks_of(initiative: Initiative, as_of: date, fiscal_year_start: int = 1) -> tuple[Mark, ...]:
    """What stands out about an initiative: late, too late for its deadline, slipped, and its latest check-in.

    It is late when its due day has passed, by the same days as the rules PG205 and PG219, and has slipped when it is
    due, or was delivered, after the day that was first promised.

    Args:
        initiative: the initiative.
        as_of: the day.
        fiscal_year_start: the month in which the fiscal year starts, for the target period.
    """
    if initiative.status is Status.DROPPED:
        return ()
    if initiative.status is Status.DONE:
        return tuple(_kept(initiative))
    health = health_mark(initiative.check_ins, as_of)
    return (*_timing(initiative, as_of, fiscal_year_start), *((health,) if health else ()))


def marks_of_external(external: External, as_of: date) -> tuple[Mark, ...]:
    """What stands out about something that others deliver: late or refused, and its latest check-in."""
    if external.status is ExternalStatus.REFUSED:
        return (Mark(Level.BAD, "refused"),)
    if external.status is ExternalStatus.DELIVERED:
        return ()
    late = [_late(external.expected_date, as_of)] if external.expected_date and external.expected_date < as_of else []
    health = health_mark(external.check_ins, as_of)
    return (*late, *((health,) if health else ()))


def health_mark(check_ins: tuple[CheckIn, ...], as_of: date) -> Mark | None:
    """The latest check-in on or before a day; None without one."""
    known = (each for each in reversed(check_ins) if each.date <= as_of)
    latest = max(known, key=lambda each: each.date, default=None)
    if latest is None:
        return None
    said = latest.health.value.replace("-", " ") if latest.health else ""
    sure = f"{percent_text(latest.confidence)} sure" if latest.confidence is not None else ""
    level = _HEALTH[latest.health] if latest.health else Level.NEUTRAL
    return Mark(level, f"{', '.join(filter(None, (said, sure)))} on {latest.date}")


def _timing(initiative: Initiative, as_of: date, fiscal_year_start: int) -> Iterator[Mark]:
    due = due_of(initiative, fiscal_year_start)
    if due is None:
        return
    deadline, promised, delivered = initiative.deadline, initiative.committed_date, initiative.delivered_date
    if due.last < as_of and initiative.status is not Status.ROLLING_OUT:
        yield _late(due.last, as_of)
    if deadline and not (delivered and delivered <= deadline.date):
        if deadline.date < as_of:
            past = counted((as_of - deadline.date).days, "day")
            yield Mark(Level.BAD, f"{past} past its {deadline.kind.value} deadline")
        elif due.first > deadline.date:
            yield Mark(Level.BAD, f"due after its {deadline.kind.value} deadline of {deadline.date}")
        else:
            yield Mark(Level.NEUTRAL, f"{deadline.kind.value} deadline {deadline.date}")
    if promised and due.first > promised:
        yield Mark(Level.CAUTION, f"slipped {counted((due.first - promised).days, 'day')}, promised for {promised}")


def _late(due: date, as_of: date) -> Mark:
    return Mark(Level.BAD, f"late by {counted((as_of - due).days, 'day')}")


def _kept(initiative: Initiative) -> Iterator[Mark]:
    promised, delivered = initiative.committed_date, initiative.delivered_date
    if promised and delivered:
        late = (delivered - promised).days
        if late > 0:
            yield Mark(Level.CAUTION, f"{counted(late, 'day')} after its promise")
        else:
            yield Mark(Level.GOOD, "as promised")
