"""The reviews: who meets how often, and which metrics they look at."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.fields import AlwaysWritten, ClockTime, Identifier, Minutes, Refers, Term, Text, TimeZoneName, checked
from productgov.model.cadence.cadence import Cadence
from productgov.model.extensions import Extensions
from productgov.model.metrics import KPI, Metrics
from productgov.model.people import Role

__all__ = ["Review", "ReviewKind", "Reviews"]


class ReviewKind(Term):
    """The subject of a review."""

    PRODUCT = "product", "The state of the product and the work on it: input and guardrail metrics."
    STRATEGY = "strategy", "Whether the strategy works: the north star and the output metrics."
    PORTFOLIO = "portfolio", "What to continue, change or stop: all metrics."


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Review(Displayed):
    """A recurring meeting that looks at the governance and makes decisions."""

    frequency: Annotated[Text, "How often it takes place: weekly, every 2 weeks, quarterly, ad hoc."]
    participants: Annotated[tuple[Role, ...], AlwaysWritten(), "Who takes part."]
    metrics: Annotated[
        tuple[Identifier, ...] | None, Refers("kpi"), "The ids of the KPIs it looks at; by default, those of its kind."
    ] = None
    starts_on: Annotated[date | None, "The day of the first meeting; the others are counted from it."] = None
    start_time: Annotated[ClockTime | None, "The time of day it starts."] = None
    time_zone: Annotated[TimeZoneName | None, "The time zone of the start time."] = None
    duration_minutes: Annotated[Minutes | None, "Its duration in minutes."] = None
    agenda: Annotated[tuple[Text, ...], "Its items, in order."] = ()
    extensions: Extensions = Extensions()

    @property
    def cadence(self) -> Cadence | None:
        """The frequency as a cadence; None when it cannot be read."""
        try:
            return Cadence.parse(self.frequency, time_zone=self.time_zone)
        except InvalidValueError:
            return None

    def dates(self, start: date, end: date) -> Iterator[date]:
        """The dates of its meetings in [start, end), in order; there are none before `starts_on`, or without it."""
        cadence = self.cadence
        if cadence is not None and self.starts_on is not None:
            yield from cadence.between(start, end, anchor=self.starts_on)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Reviews(Displayed):
    """The three reviews: product, strategy and portfolio."""

    product_review: Annotated[Review, "The review of the product, the most frequent."]
    strategy_review: Annotated[Review, "The review of the strategy."]
    portfolio_review: Annotated[Review, "The review of the portfolio, the least frequent."]
    extensions: Extensions = Extensions()

    def named(self) -> tuple[tuple[ReviewKind, Review], ...]:
        """The three reviews with their kinds: product, strategy, portfolio."""
        return (
            (ReviewKind.PRODUCT, self.product_review),
            (ReviewKind.STRATEGY, self.strategy_review),
            (ReviewKind.PORTFOLIO, self.portfolio_review),
        )

    def metrics_of(self, kind: ReviewKind, metrics: Metrics) -> tuple[KPI, ...]:
        """The KPIs that a review looks at: those it names, else those of its kind; unknown ids are left out.

        A product review looks at input and guardrail metrics, a strategy review at the north star and the output
        metrics, a portfolio review at all.
        """
        named = dict(self.named())[kind].metrics
        if named is not None:
            by_id = metrics.by_id
            return tuple(by_id[name] for name in dict.fromkeys(named) if name in by_id)
        match kind:
            case ReviewKind.PRODUCT:
                return (*metrics.input_metrics, *metrics.guardrail_metrics)
            case ReviewKind.STRATEGY:
                star = metrics.north_star
                return (*((star,) if star else ()), *(kpi for kpi in metrics.output_metrics if kpi is not star))
            case _:
                return tuple(metrics.kpis())
