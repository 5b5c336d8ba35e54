"""How well product work goes: from idea to market, launches, objectives in use, and how sure people rightly are."""

from collections.abc import Iterator
from datetime import date
from statistics import fmean, median

from productgov.analysis.horizons import resolve_as_of
from productgov.model.delivery import OutcomeVerdict
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status

__all__ = ["confidence_calibration", "idea_to_market", "launch_success", "objective_adoption"]


def idea_to_market(governance: ProductGovernance, as_of: date | None = None) -> float | None:
    """The median number of days from proposal to delivery, over what was delivered by a day.

    None where no delivered item has both dates.

    Args:
        governance: whose items to look at.
        as_of: the day; left out, the document's `asOf`, else today.
    """
    day = resolve_as_of(governance, as_of)
    days = [
        (delivered - initiative.proposed_date).days
        for initiative, delivered in _delivered(governance, day)
        if initiative.proposed_date is not None
    ]
    return median(days) if days else None


def launch_success(governance: ProductGovernance, as_of: date | None = None) -> float | None:
    """The share of delivered items that achieved what they were for, over those with an outcome by a day.

    None where there is no outcome. The argument `as_of` is that of `idea_to_market`.
    """
    day = resolve_as_of(governance, as_of)
    outcomes = [
        initiative.outcome.verdict is OutcomeVerdict.ACHIEVED
        for initiative, _ in governance.initiatives()
        if initiative.outcome is not None and initiative.outcome.date <= day
    ]
    return fmean(outcomes) if outcomes else None


def objective_adoption(governance: ProductGovernance) -> float | None:
    """The share of open items that name an objective or a key result; None where no item is open."""
    named = [
        bool(initiative.objectives)
        for initiative, horizon in governance.initiatives()
        if horizon is not None and not initiative.status.finished
    ]
    return fmean(named) if named else None


def confidence_calibration(governance: ProductGovernance, as_of: date | None = None) -> float | None:
    """How far the confidence in check-ins was from what happened: the score of Brier (1950).

    It is the mean of (confidence − 1)² for items that were delivered on the day they were due or before, and of
    confidence² for the others; 0 is perfect, 0.25 what always saying 50 % gives. Check-ins count that were made before
    it was known: before the item was delivered, and not after its due day. Items whose due day has not passed count
    only when they are delivered; dropped items and items without a due day do not count. None where nothing counts.
    The argument `as_of` is that of `idea_to_market`.
    """
    day = resolve_as_of(governance, as_of)
    start = governance.fiscal_year_start
    squares = [square for initiative, _ in governance.initiatives() for square in _squares(initiative, start, day)]
    return fmean(squares) if squares else None


def _squares(initiative: Initiative, fiscal_year_start: int, day: date) -> Iterator[float]:
    due, delivered = initiative.due(fiscal_year_start), initiative.delivered_date
    if delivered is not None and delivered > day:
        delivered = None
    unresolved = delivered is None and (due is None or due >= day or initiative.status is Status.DONE)
    if due is None or unresolved or initiative.status is Status.DROPPED:
        return
    on_time = delivered is not None and delivered <= due
    until = min(due, delivered) if delivered is not None else due
    for check_in in initiative.check_ins:
        if check_in.confidence is not None and check_in.date <= until and check_in.date != delivered:
            yield (check_in.confidence - on_time) ** 2


def _delivered(governance: ProductGovernance, day: date) -> Iterator[tuple[Initiative, date]]:
    for initiative, _ in governance.initiatives():
        delivered = initiative.delivered_date
        if initiative.status is Status.DONE and delivered is not None and delivered <= day:
            yield initiative, delivered
