"""One mistake in the metrics, scores or reviews of any healthy governance gives exactly the code that it means."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

import attrs
import pytest
from hypothesis import given

from productgov.findings import Finding
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.survey import KanoSurvey
from productgov.model.metrics import KPI, Direction, Observation
from productgov.model.prioritization import Framework, ReviewCadence
from productgov.model.reviews import Review, Reviews
from productgov.model.roadmap import Roadmap, TimeHorizon
from productgov.model.scoring import Override, Rice, Scoring, ValueEffort
from productgov.model.targets import Bounds, DatedTarget, Target
from productgov.rules.engine import check
from productgov.strategies import governances
from tests.support.governances import AD_HOC

pytestmark = pytest.mark.once

Pair: TypeAlias = tuple[ProductGovernance, ProductGovernance]
"""A governance without a mistake, and the same with it."""
Mutation: TypeAlias = Callable[[ProductGovernance], Pair]

DAY = date(2026, 3, 2)
LOW = -1e9
"""A score below all others, so that an item with it changes no other place."""


def changed(subject: ProductGovernance, part: str, **changes: object) -> ProductGovernance:
    return attrs.evolve(subject, **{part: attrs.evolve(getattr(subject, part), **changes)})


def with_kpis(subject: ProductGovernance, *kpis: KPI, group: str = "output") -> ProductGovernance:
    field = f"{group}_metrics"
    return changed(subject, "metrics", **{field: (*getattr(subject.metrics, field), *kpis)})


def kpi(id: str = "new", **fields: object) -> KPI:
    """A KPI without a finding."""
    healthy: dict[str, object] = {"direction": Direction.INCREASE, "target": Target(value=50), "source": "the books"}
    return KPI(id=id, name=id, **{**healthy, **fields})  # type: ignore[arg-type]


def seen(*values: float, last: date = DAY) -> tuple[Observation, ...]:
    """Observations, one in each of the weeks until the last."""
    weeks = len(values)
    return tuple(
        Observation(date=last - timedelta(weeks=weeks - place), value=value) for place, value in enumerate(values, 1)
    )


def pair(subject: ProductGovernance, right: dict[str, object], wrong: dict[str, object], group: str = "output") -> Pair:
    """One more KPI, as it should be and as it is."""
    healthy, broken = (with_kpis(subject, kpi("new", **fields), group=group) for fields in (right, wrong))
    return healthy, broken


def missing_direction(subject: ProductGovernance) -> Pair:
    return pair(subject, {}, {"direction": None})


def missing_target(subject: ProductGovernance) -> Pair:
    return pair(subject, {}, {"target": None})


def missing_bounds(subject: ProductGovernance) -> Pair:
    return pair(subject, {"bounds": Bounds(max=9)}, {}, "guardrail")


def breach(subject: ProductGovernance) -> Pair:
    bounded = {"bounds": Bounds(min=40)}
    return pair(subject, {**bounded, "observations": seen(45)}, {**bounded, "observations": seen(39)})


def breach_of_long_ago(subject: ProductGovernance) -> Pair:
    bounded = {"bounds": Bounds(min=40), "refresh": "weekly"}
    old = seen(39, last=DAY - timedelta(days=3_000))
    return pair(subject, {**bounded, "observations": (*old, *seen(45))}, {**bounded, "observations": old})


def breached_guardrail(subject: ProductGovernance) -> Pair:
    bounded = {"bounds": Bounds(max=9), "target": None}
    return pair(subject, {**bounded, "observations": seen(8)}, {**bounded, "observations": seen(10)}, "guardrail")


def answer_that_pauses(subject: ProductGovernance) -> Pair:
    guarded = with_kpis(subject, kpi(bounds=Bounds(max=9), observations=seen(10)), group="guardrail")
    healthy, broken = (
        with_items(guarded, now=(ranked_last("new-item", metrics=("new",), status=status),))
        for status in (Status.IN_PROGRESS, Status.PAUSED)
    )
    return healthy, broken


def never_measured(subject: ProductGovernance) -> Pair:
    return pair(subject, {}, {"source": None})


def stale(subject: ProductGovernance) -> Pair:
    weekly = {"refresh": "weekly"}
    old = seen(1, last=DAY - timedelta(days=15))
    return pair(subject, {**weekly, "observations": seen(1)}, {**weekly, "observations": old})


def stale_without_a_refresh(subject: ProductGovernance) -> Pair:
    return pair(subject, {"observations": seen(1)}, {"observations": seen(1, last=DAY - timedelta(days=401))})


def influence_cycle(subject: ProductGovernance) -> Pair:
    first = kpi("first", influences=("second",))
    healthy, broken = (with_kpis(subject, first, kpi("second", influences=names)) for names in ((), ("first",)))
    return healthy, broken


def with_star(subject: ProductGovernance, *influences: str) -> ProductGovernance:
    """The governance with a north star, and an output that may lead to it."""
    starred = with_kpis(subject, kpi("star"), kpi("leading", influences=influences))
    return changed(starred, "metrics", north_star_metric="star")


def isolated_star(subject: ProductGovernance) -> Pair:
    return with_star(subject, "star"), with_star(subject)


def input_that_leads_nowhere(subject: ProductGovernance) -> Pair:
    return pair(with_star(subject, "star"), {"influences": ("leading",)}, {"influences": ()}, "input")


def unknown_influence(subject: ProductGovernance) -> Pair:
    return pair(subject, {}, {"influences": ("NOWHERE",)})


def unmoved_input(subject: ProductGovernance) -> Pair:
    starred = with_kpis(with_star(subject, "star"), kpi(influences=("star",)), group="input")
    healthy, broken = (
        with_items(starred, now=(ranked_last("new-item", metrics=names),)) for names in (("star", "new"), ("star",))
    )
    return healthy, broken


def two_groups(subject: ProductGovernance) -> Pair:
    healthy, broken = (
        with_kpis(with_kpis(subject, kpi()), kpi(name, bounds=Bounds(min=1)), group="guardrail")
        for name in ("other", "new")
    )
    return healthy, broken


def backward(subject: ProductGovernance) -> Pair:
    return pair(subject, {"baseline": 40}, {"baseline": 60})


def backward_step(subject: ProductGovernance) -> Pair:
    steps = tuple(DatedTarget(value=value, by=date(2027, place, 1)) for place, value in ((1, 50), (2, 45)))
    dated = {"target": None, "targets": steps}
    return pair(subject, {**dated, "baseline": 40}, {**dated, "baseline": 47})


def no_guardrail(subject: ProductGovernance) -> Pair:
    bare = attrs.evolve(
        subject,
        roadmap=Roadmap(time_horizon=TimeHorizon()),
        reviews=Reviews(product_review=AD_HOC, strategy_review=AD_HOC, portfolio_review=AD_HOC),
        objectives=(),
        decisions=(),
        organization=None,
    )
    guarded = with_kpis(changed(bare, "metrics", guardrail_metrics=()), kpi())
    return with_kpis(guarded, kpi("guard", bounds=Bounds(max=99)), group="guardrail"), guarded


def missed(subject: ProductGovernance) -> Pair:
    passed = {"target": Target(value=50, by=DAY - timedelta(days=1))}
    return pair(subject, {**passed, "observations": seen(50)}, {**passed, "observations": seen(49)})


def missed_and_never_observed(subject: ProductGovernance) -> Pair:
    by = Target(value=50, by=DAY - timedelta(days=1))
    return pair(subject, {"target": Target(value=50, by=DAY)}, {"target": by})


def off_track(subject: ProductGovernance) -> Pair:
    dated = {"baseline": 0, "target": Target(value=50, by=DAY + timedelta(days=14))}
    return pair(subject, {**dated, "observations": seen(0, 20)}, {**dated, "observations": seen(0, 5)})


def unreadable_refresh(subject: ProductGovernance) -> Pair:
    return pair(subject, {"refresh": "weekly"}, {"refresh": "whenever"})


def target_outside_its_bounds(subject: ProductGovernance) -> Pair:
    return pair(subject, {"bounds": Bounds(max=50)}, {"bounds": Bounds(max=49)})


def target_at_its_baseline(subject: ProductGovernance) -> Pair:
    return pair(subject, {"baseline": 49}, {"baseline": 50})


def bounded_on_the_wrong_side(subject: ProductGovernance) -> Pair:
    plain: dict[str, object] = {"target": None}
    return pair(subject, {**plain, "bounds": Bounds(min=1)}, {**plain, "bounds": Bounds(max=1)}, "guardrail")


def two_values_for_one_day(subject: ProductGovernance) -> Pair:
    return pair(subject, {"observations": (*seen(1), *seen(1))}, {"observations": (*seen(1), *seen(2))})


def guardrail_without_bounds(subject: ProductGovernance) -> Pair:
    item = ranked_last("new-item", metrics=("new",), guardrails=("new",))
    return pair(with_items(subject, now=(item,)), {"bounds": Bounds(max=99)}, {})


def with_items(
    subject: ProductGovernance,
    *,
    now: tuple[Initiative, ...] = (),
    next: tuple[Initiative, ...] = (),
    later: tuple[Initiative, ...] = (),
    backlog: tuple[Initiative, ...] = (),
) -> ProductGovernance:
    columns = subject.roadmap.time_horizon
    more = TimeHorizon(
        now=(*columns.now, *now),
        next=(*columns.next, *next),
        later=(*columns.later, *later),
        future=columns.future,
    )
    return changed(subject, "roadmap", time_horizon=more, backlog=(*subject.roadmap.backlog, *backlog))


def ranked_last(id: str, score: float | None = LOW, *, scoring: Scoring | None = None, **fields: object) -> Initiative:
    """An item of now that is promised, so that it is not outranked, and comes last."""
    override = None if score is None else Override(score=score, reason="it comes last")
    inputs = Scoring() if scoring is None else scoring
    ranked = attrs.evolve(inputs, override=override)
    return Initiative(id=id, title=id, committed_date=DAY, scoring=ranked, **fields)  # type: ignore[arg-type]


def unscored(subject: ProductGovernance) -> Pair:
    ranked = changed(subject, "prioritization", rank_by=None, formula=None)
    healthy, broken = (with_items(ranked, now=(ranked_last("new-item", score),)) for score in (LOW, None))
    return healthy, broken


def outranked(subject: ProductGovernance) -> Pair:
    def two(first: float, second: float) -> ProductGovernance:
        early, late = (
            attrs.evolve(ranked_last(name, score), committed_date=None)
            for name, score in (("early", first), ("late", second))
        )
        return with_items(subject, next=(early,), later=(late,))

    return two(LOW, 2 * LOW), two(2 * LOW, LOW)


def backlog_pair(subject: ProductGovernance, right: Scoring, wrong: Scoring) -> Pair:
    healthy, broken = (
        with_items(subject, backlog=(ranked_last("new-item", scoring=scoring),)) for scoring in (right, wrong)
    )
    return healthy, broken


def off_the_scale(subject: ProductGovernance) -> Pair:
    right, wrong = (Rice(reach=1, impact=impact, confidence=1, effort=1) for impact in (2, 2.5))
    return backlog_pair(subject, Scoring(rice=right), Scoring(rice=wrong))


def moonshot(subject: ProductGovernance) -> Pair:
    right, wrong = (Rice(reach=1, impact=1, confidence=confidence, effort=1) for confidence in (0.5, 0.4))
    return backlog_pair(subject, Scoring(rice=right), Scoring(rice=wrong))


def rejected(subject: ProductGovernance) -> Pair:
    right, wrong = (KanoSurvey(counts=counts) for counts in (KanoCounts(must_be=99), KanoCounts(reverse=99)))
    return backlog_pair(subject, Scoring(kano=right), Scoring(kano=wrong))


def one_sided(subject: ProductGovernance) -> Pair:
    bare = attrs.evolve(subject, roadmap=attrs.evolve(subject.roadmap, time_horizon=TimeHorizon(), backlog=()))
    chosen = changed(
        bare,
        "prioritization",
        framework=Framework.VALUE_EFFORT,
        value_effort_cut="midpoint",
        rank_by=None,
        formula=None,
    )
    values = (ValueEffort(value=9, effort=9), ValueEffort(value=2, effort=2), ValueEffort(value=8, effort=2))

    def two(first: ValueEffort, second: ValueEffort) -> ProductGovernance:
        items = (
            Initiative(id=f"new-{place}", title=f"{place}", scoring=Scoring(value_effort=each))
            for place, each in enumerate((first, second))
        )
        return with_items(chosen, backlog=tuple(items))

    return two(values[0], values[1]), two(values[0], values[2])


def with_review(subject: ProductGovernance, kind: str, **fields: object) -> ProductGovernance:
    evolved: Review = attrs.evolve(AD_HOC, **fields)  # type: ignore[arg-type]
    return changed(subject, "reviews", **{f"{kind}_review": evolved})


def review_pair(subject: ProductGovernance, right: dict[str, object], wrong: dict[str, object]) -> Pair:
    return with_review(subject, "strategy", **right), with_review(subject, "strategy", **wrong)


def unreadable_frequency(subject: ProductGovernance) -> Pair:
    return review_pair(subject, {"frequency": "every 2 months"}, {"frequency": "bimonthly"})


def nobody_takes_part(subject: ProductGovernance) -> Pair:
    return review_pair(subject, {}, {"participants": ()})


def too_rare(subject: ProductGovernance) -> Pair:
    monthly = changed(subject, "prioritization", review_cadence=ReviewCadence.MONTHLY)
    return with_review(monthly, "product", frequency="every 31 days"), with_review(
        monthly, "product", frequency="quarterly"
    )


def unknown_zone(subject: ProductGovernance) -> Pair:
    return review_pair(subject, {"time_zone": "Europe/Paris"}, {"time_zone": "Europe/Pariss"})


def ended_rule(subject: ProductGovernance) -> Pair:
    right, wrong = (f"FREQ=WEEKLY;UNTIL={day}" for day in ("20260302", "20260301"))
    return review_pair(subject, {"frequency": right}, {"frequency": wrong})


MUTATIONS: tuple[tuple[str, Mutation], ...] = (
    ("PG107", unknown_influence),
    ("PG301", unscored),
    ("PG302", outranked),
    ("PG303", off_the_scale),
    ("PG303", moonshot),
    ("PG305", rejected),
    ("PG307", one_sided),
    ("PG401", missing_direction),
    ("PG401", missing_target),
    ("PG401", missing_bounds),
    ("PG403", breach),
    ("PG403", breach_of_long_ago),
    ("PG404", never_measured),
    ("PG404", stale),
    ("PG404", stale_without_a_refresh),
    ("PG405", influence_cycle),
    ("PG406", isolated_star),
    ("PG407", two_groups),
    ("PG408", backward),
    ("PG408", backward_step),
    ("PG409", no_guardrail),
    ("PG410", breached_guardrail),
    ("PG410", answer_that_pauses),
    ("PG411", missed),
    ("PG411", missed_and_never_observed),
    ("PG412", off_track),
    ("PG413", unreadable_refresh),
    ("PG414", input_that_leads_nowhere),
    ("PG415", target_outside_its_bounds),
    ("PG415", target_at_its_baseline),
    ("PG415", bounded_on_the_wrong_side),
    ("PG416", two_values_for_one_day),
    ("PG419", guardrail_without_bounds),
    ("PG501", unreadable_frequency),
    ("PG604", unmoved_input),
    ("PG502", nobody_takes_part),
    ("PG504", too_rare),
    ("PG505", unknown_zone),
    ("PG505", ended_rule),
)


def said(findings: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.message) for finding in findings)


@pytest.mark.parametrize(("code", "mutate"), MUTATIONS, ids=[mutate.__name__ for _, mutate in MUTATIONS])
@given(subject=governances(max_initiatives=3))
def test_a_mistake_gives_exactly_its_code(code: str, mutate: Mutation, subject: ProductGovernance) -> None:
    healthy, broken = mutate(subject)
    new = said(check(broken, as_of=DAY).findings) - said(check(healthy, as_of=DAY).findings)
    assert {found for found, _ in new} == {code}
