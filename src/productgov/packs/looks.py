"""The metrics of a review: where they are, and where they were six weeks and twelve months ago."""

from datetime import date, timedelta

import attrs

from productgov.display import Displayed
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI, KPIStatus, Observation
from productgov.model.reviews import ReviewKind
from productgov.model.targets import Target

__all__ = ["MetricLook", "looks_of"]

_SIX_WEEKS = timedelta(weeks=6)
_YEAR = timedelta(days=365)
_NEAR = timedelta(days=45)
"""How much older than a day a value may be that is shown for that day."""


@attrs.frozen(kw_only=True, repr=False)
class MetricLook(Displayed):
    """A KPI as a review looks at it.

    Attributes:
        kpi: the KPI.
        status: its status on the day.
        current: the latest observation; None where there is none.
        six_weeks: the observations of the last six weeks, by day.
        twelve_months: the observations of the last twelve months, by day.
        last_year: the observation of a year ago: the latest until that day, at most 45 days older; None where there is
            none.
        target: the target that counts on the day.
    """

    kpi: KPI
    status: KPIStatus
    current: Observation | None
    six_weeks: tuple[Observation, ...]
    twelve_months: tuple[Observation, ...]
    last_year: Observation | None
    target: Target | None

    @property
    def change(self) -> float | None:
        """The change since the last year's value, as a share of it; None where it is 0 or not known."""
        if self.current is None or self.last_year is None or not self.last_year.value:
            return None
        return (self.current.value - self.last_year.value) / abs(self.last_year.value)


def looks_of(governance: ProductGovernance, kind: ReviewKind, as_of: date) -> tuple[MetricLook, ...]:
    """The KPIs that a review looks at, as they are on a day."""
    return tuple(_look(kpi, as_of) for kpi in governance.reviews.metrics_of(kind, governance.metrics))


def _look(kpi: KPI, as_of: date) -> MetricLook:
    year_ago = _before(as_of, _YEAR)
    last_year = kpi.current(year_ago)
    return MetricLook(
        kpi=kpi,
        status=kpi.status(as_of),
        current=kpi.current(as_of),
        six_weeks=_between(kpi, _before(as_of, _SIX_WEEKS), as_of),
        twelve_months=_between(kpi, year_ago, as_of),
        last_year=last_year if last_year and year_ago - last_year.date <= _NEAR else None,
        target=kpi.target_on(as_of),
    )


def _between(kpi: KPI, after: date, until: date) -> tuple[Observation, ...]:
    seen = (observation for observation in kpi.observations if after < observation.date <= until)
    return tuple(sorted(seen, key=lambda observation: observation.date))


def _before(day: date, span: timedelta) -> date:
    return day - span if day - date.min > span else date.min
