"""Traceability: from pillar to review."""

from collections.abc import Sequence
from datetime import date

import attrs
import pytest

from productgov.analysis.traceability import Chain, trace
from productgov.fields import Period
from productgov.model.delivery import Outcome, OutcomeVerdict
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.metrics import KPI, Metrics
from productgov.model.objectives import KeyResult, Objective
from productgov.model.reviews import Review, ReviewKind, Reviews
from productgov.views import trace_text
from tests.support.governances import AD_HOC, governance

UNSEEN: Review = attrs.evolve(AD_HOC, metrics=())


def kpi(id: str, *influences: str) -> KPI:
    return KPI(id=id, name=f"Name of {id}", influences=influences)


def initiative(id: str, *metrics: str, pillar: str | None = "Calm", **fields: object) -> Initiative:
    return Initiative(id=id, title=f"Title of {id}", pillar=pillar, metrics=metrics, **fields)  # type: ignore[arg-type]


def subject(
    *now: Initiative, delivered: Sequence[Initiative] = (), reviews: Reviews | None = None
) -> ProductGovernance:
    metrics = Metrics(
        north_star_metric="weekly-teams",
        input_metrics=(kpi("activation", "weekly-teams"), kpi("alone"), kpi("speed", "crash-rate")),
        output_metrics=(kpi("weekly-teams"),),
        guardrail_metrics=(kpi("crash-rate"),),
    )
    base = governance(now=now, delivered=tuple(delivered))
    return attrs.evolve(base, metrics=metrics, reviews=reviews or base.reviews)


def ids(kpis: Sequence[KPI]) -> list[str]:
    return [kpi.id for kpi in kpis]


def lines(of: ProductGovernance) -> list[str]:
    return trace_text(trace(of)).split("\n")


def only_chain(of: ProductGovernance) -> Chain:
    ((chain,),) = [pillar.chains for pillar in trace(of).pillars]
    return chain


def test_a_chain_leads_from_the_pillar_to_the_reviews() -> None:
    chain = only_chain(subject(initiative("a", "activation", "nowhere", guardrails=("crash-rate", "nowhere"))))
    assert ids(chain.metrics) == ["activation"]
    assert ids(chain.guardrails) == ["crash-rate"]
    assert ids(chain.outputs) == ["weekly-teams"]
    assert chain.reviews == (ReviewKind.PRODUCT, ReviewKind.PORTFOLIO)
    assert chain.missing == ()


@pytest.mark.parametrize(
    ("metrics", "missing"),
    [(("activation",), ()), (("speed",), ()), (("alone",), ("watch",)), ((), ("metric", "watch", "review"))],
)
def test_a_chain_names_the_links_that_are_missing(metrics: tuple[str, ...], missing: tuple[str, ...]) -> None:
    assert only_chain(subject(initiative("a", *metrics))).missing == missing


def test_a_chain_that_no_review_looks_at_is_not_whole() -> None:
    unseen = Reviews(product_review=UNSEEN, strategy_review=UNSEEN, portfolio_review=UNSEEN)
    assert only_chain(subject(initiative("a", "activation"), reviews=unseen)).missing == ("review",)


def test_a_guardrail_that_a_metric_leads_to_watches_it() -> None:
    assert ids(only_chain(subject(initiative("a", "speed"))).guardrails) == ["crash-rate"]


def test_a_pillar_gathers_its_chains_and_counts_the_whole_ones() -> None:
    traced = trace(
        subject(initiative("a", "activation"), initiative("b", "alone", guardrails=("crash-rate",)), initiative("c"))
    )
    (pillar,) = traced.pillars
    assert pillar.pillar == "Calm"
    assert ids(pillar.metrics) == ["activation", "alone"]
    assert ids(pillar.guardrails) == ["crash-rate"]
    assert pillar.reviews == (ReviewKind.PRODUCT, ReviewKind.PORTFOLIO)
    assert pillar.coverage == pytest.approx(2 / 3)
    assert traced.coverage == pytest.approx(2 / 3)


def test_what_was_delivered_counts_and_what_was_dropped_does_not() -> None:
    done = initiative("done", "activation", status=Status.DONE)
    dropped = initiative("dropped", status=Status.DROPPED)
    assert trace(subject(delivered=(done, dropped))).coverage == 1


def test_what_serves_no_known_pillar_stands_apart_and_lowers_the_whole() -> None:
    traced = trace(
        subject(initiative("a", "activation"), initiative("b", pillar="Growth"), initiative("c", pillar=None))
    )
    assert [chain.placed.initiative.id for chain in traced.unassigned.chains] == ["b", "c"]
    assert traced.pillars[0].coverage == 1
    assert traced.coverage == pytest.approx(1 / 3)


def test_without_initiatives_there_is_nothing_to_cover() -> None:
    traced = trace(subject())
    assert traced.coverage is None
    assert traced.pillars[0].coverage is None


def test_the_trace_is_shown_pillar_by_pillar() -> None:
    assert lines(subject(initiative("a", "activation"), initiative("b", pillar=None))) == [
        "Calm: 100 % covered, 1 of 1",
        "  a: Title of a (now)",
        "      moves       Name of activation",
        "      watched by  Name of weekly-teams",
        "      seen in     product, portfolio",
        "(no pillar): 0 % covered, 0 of 1",
        "  b: Title of b (now)",
        "      moves       nothing",
        "      watched by  nothing",
        "      seen in     nothing",
    ]
    assert lines(subject()) == ["Calm: no initiative serves it"]
    done = initiative("done", "activation", status=Status.DONE)
    assert "  done: Title of done (delivered)" in lines(subject(delivered=(done,)))
    assert max(map(len, lines(subject(initiative("a", *("activation", "alone", "speed") * 9))))) <= 80


def test_few_of_many_watching_metrics_are_shown_and_all_are_known() -> None:
    outputs = tuple(kpi(f"output-{number}") for number in range(20))
    metrics = Metrics(
        north_star_metric="output-0",
        input_metrics=(kpi("activation", *(output.id for output in outputs)),),
        output_metrics=outputs,
    )
    traced = trace(attrs.evolve(governance(now=(initiative("a", "activation"),)), metrics=metrics))
    ((chain,),) = [pillar.chains for pillar in traced.pillars]
    assert chain.outputs == outputs
    assert chain.watched_by == outputs[:7]
    assert "Name of output-5 and more" in " ".join(trace_text(traced).split())


def test_a_long_name_is_cut_where_many_initiatives_name_it() -> None:
    of = subject(initiative("a", "activation"))
    long = attrs.evolve(of.metrics.input_metrics[0], name="x" * 1_000)
    text = trace_text(trace(attrs.evolve(of, metrics=attrs.evolve(of.metrics, input_metrics=(long,)))))
    assert text.count("x") == 59


def test_a_review_that_looks_only_at_a_guardrail_sees_what_leads_to_it() -> None:
    looking = attrs.evolve(UNSEEN, metrics=("crash-rate",))
    reviews = Reviews(product_review=looking, strategy_review=UNSEEN, portfolio_review=UNSEEN)
    assert only_chain(subject(initiative("a", "speed"), reviews=reviews)).reviews == (ReviewKind.PRODUCT,)
    assert only_chain(subject(initiative("a", "alone"), reviews=reviews)).reviews == ()


def with_objectives(*objectives: Objective, now: Sequence[Initiative] = ()) -> ProductGovernance:
    return attrs.evolve(subject(*now), objectives=objectives)


def objective(id: str, *key_results: KeyResult, pillar: str | None = "Calm") -> Objective:
    return Objective(id=id, title=id, period=Period("2026-Q1"), pillar=pillar, key_results=key_results)


MEASURED = KeyResult(id="speed-up", kpi="speed")
UNMEASURED = (KeyResult(id="move", milestone="Everyone has moved"), KeyResult(id="odd", kpi="nowhere"))


def test_an_objective_leads_to_its_kpis_and_initiatives() -> None:
    dropped = initiative("c", objectives=("goal",), status=Status.DROPPED)
    serving = initiative("a", objectives=("speed-up",)), initiative("b", pillar=None, objectives=("goal",))
    traced = trace(with_objectives(objective("goal", MEASURED, *UNMEASURED), now=(*serving, dropped)))
    (goal,) = traced.pillars[0].objectives
    assert [(each.key_result.id, each.kpi.id if each.kpi else None) for each in goal.key_results] == [
        ("speed-up", "speed"),
        ("move", None),
        ("odd", None),
    ]
    assert [each.id for each in goal.initiatives] == ["a", "b"]
    assert traced.unassigned.objectives == ()


def test_an_initiative_moves_what_measures_the_key_results_that_it_serves() -> None:
    goals = objective("goal", MEASURED, KeyResult(id="alone-up", kpi="alone"), *UNMEASURED), objective("other")
    named = with_objectives(*goals, now=(initiative("a", "activation", objectives=("speed-up", "goal", "nothing")),))
    chain = only_chain(named)
    assert ids(chain.metrics) == ["activation", "speed", "alone"]
    assert ids(chain.guardrails) == ["crash-rate"]
    assert [each.id for each in chain.objectives] == ["goal"]
    only_one = only_chain(with_objectives(*goals, now=(initiative("a", objectives=("alone-up", "move", "odd")),)))
    assert ids(only_one.metrics) == ["alone"]
    assert only_one.missing == ("watch",)


def test_an_objective_without_a_known_pillar_is_unassigned() -> None:
    traced = trace(with_objectives(objective("goal", pillar="Growth"), objective("other", pillar=None)))
    assert [each.objective.id for each in traced.unassigned.objectives] == ["goal", "other"]
    assert lines(with_objectives(objective("goal", pillar=None)))[-3:] == [
        "(no pillar): no initiative serves it",
        "  objective goal: goal (2026-Q1)",
        "      served by   nothing",
    ]


def test_of_objectives_with_one_id_the_first_counts() -> None:
    both = objective("goal", MEASURED), objective("goal")
    traced = trace(with_objectives(*both, now=(initiative("a", objectives=("goal",)),)))
    assert [len(each.initiatives) for each in traced.pillars[0].objectives] == [1, 0]


def test_a_chain_ends_with_its_outcome() -> None:
    outcome = Outcome(date=date(2026, 2, 1), verdict=OutcomeVerdict.ACHIEVED)
    assert only_chain(subject(initiative("a"))).outcome is None
    assert only_chain(subject(initiative("a", status=Status.DONE, outcome=outcome))).outcome == outcome
