"""The agenda of a review: the exceptions, what matters most first."""

from collections.abc import Iterator
from datetime import date

import attrs

from productgov.changes.identified import identified
from productgov.changes.values import value_text
from productgov.display import Displayed
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI, KPIStatus
from productgov.model.reviews import ReviewKind
from productgov.packs.actions import Action, Subjects, actions_for
from productgov.rules.engine import diagnose
from productgov.rules.registry import RULES
from productgov.wording import quoted

__all__ = ["AgendaPoint", "agenda_of"]

_ITEMS = ("PG205", "PG219", "PG215", "PG214", "PG901", "PG213", "PG211", "PG902", "PG903")
_METRICS = ("PG410", "PG403", "PG411", "PG412", "PG404")
_GOALS = ("PG705", "PG905", "PG601", "PG706")
_CODES = {
    ReviewKind.PRODUCT: (*_ITEMS, *_METRICS, "PG905"),
    ReviewKind.STRATEGY: (*_METRICS, *_GOALS),
    ReviewKind.PORTFOLIO: (*_ITEMS, *_METRICS, *_GOALS, "PG801", "PG802", "PG302", "PG904"),
}
"""The findings that are a point of the agenda."""
_EXCEPTIONS = (KPIStatus.BREACHED, KPIStatus.OFF_TRACK)
_ORDER = tuple(Severity)


@attrs.frozen(kw_only=True, repr=False)
class AgendaPoint(Displayed):
    """An exception to talk about.

    Attributes:
        code: the code of the finding; empty for a metric that no finding is about.
        severity: how bad it is.
        title: what is wrong, in a few words.
        item: the id of what it is about; empty where it is about nothing with an id.
        message: what is wrong.
        actions: the decisions that can be recorded, each with its command.
    """

    code: str
    severity: Severity
    title: str
    item: str
    message: str
    actions: tuple[Action, ...] = ()


def agenda_of(governance: ProductGovernance, kind: ReviewKind, as_of: date) -> tuple[AgendaPoint, ...]:
    """The agenda of a review.

    A product review looks at work and at its metrics: breaches, what is off track, late, slipped or on track against
    the facts, and externals that are overdue. A strategy review looks at its metrics and at goals and decisions. A
    portfolio review looks at all of that, at capacity, and at what was delivered without an outcome.

    Args:
        governance: the document.
        kind: the review.
        as_of: the day of the review.
    """
    points = list(_points(governance, kind, as_of))
    order = {code: place for place, code in enumerate(_CODES[kind])}
    return tuple(sorted(points, key=lambda point: (_ORDER.index(point.severity), order.get(point.code, len(order)))))


def _points(governance: ProductGovernance, kind: ReviewKind, as_of: date) -> Iterator[AgendaPoint]:
    looked_at = {kpi.id for kpi in governance.reviews.metrics_of(kind, governance.metrics)}
    subjects = Subjects(governance)
    said: set[str] = set()
    for found in diagnose(governance, as_of=as_of, select=_CODES[kind]):
        item = identified(found.path, governance).item
        if found.code not in _METRICS or item in looked_at:
            said.add(item)
            yield _point(found, item, subjects, as_of)
    for kpi in governance.reviews.metrics_of(kind, governance.metrics):
        status = kpi.status(as_of)
        if status in _EXCEPTIONS and kpi.id not in said:
            yield _status_point(kpi, status, as_of)


def _status_point(kpi: KPI, status: KPIStatus, as_of: date) -> AgendaPoint:
    """A metric that is off track while work on it goes on, which no finding says."""
    current, target = kpi.current(as_of), kpi.target_on(as_of)
    assert current is not None
    goal = f", and should reach {value_text(target)}" if target else ""
    message = f"{quoted(kpi.name)} was {value_text(current.value)} on {current.date}{goal}"
    return AgendaPoint(code="", severity=Severity.WARNING, title=status.value, item=kpi.id, message=message)


def _point(found: Found, item: str, subjects: Subjects, as_of: date) -> AgendaPoint:
    return AgendaPoint(
        code=found.code,
        severity=found.severity or Severity.ERROR,
        title=RULES[found.code].title,
        item=item,
        message=found.message,
        actions=actions_for(found.code, item, subjects, as_of),
    )
