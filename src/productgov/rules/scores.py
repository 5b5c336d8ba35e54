"""The inputs of the scores: whether every item can be ranked, and whether its inputs are meaningful."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from productgov.findings import Severity
from productgov.found import Common, Found
from productgov.model.estimate import Estimate
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.evaluation import KanoCategory
from productgov.model.prioritization import FixedCut, ScoringCriteria
from productgov.model.roadmap import Horizon
from productgov.model.scoring import IMPACT_SCALE, NO_SCORING, Rice
from productgov.ranking.subjects import scoring_of
from productgov.ranking.value_effort import VALUE_EFFORT, cut_of
from productgov.rules.context import Context
from productgov.rules.ranking_method import names_not_given
from productgov.rules.rule import Family, Rule
from productgov.wording import counted, listed

__all__ = ["SCORES"]

_LOW_CONFIDENCE = 0.5
"""Less is "a total moonshot" (McBride, Intercom, 2016)."""

_SOON = (Horizon.NOW, Horizon.NEXT)
_PERCENT = 100
_PERCENTAGES = "if these are percentages, write how many people answered so; else "
_REFUSED: Mapping[KanoCategory, tuple[str, str]] = MappingProxyType(
    {
        KanoCategory.REVERSE: (
            "customers would rather not have {}",
            "drop the item, or ask customers what they want instead",
        ),
        KanoCategory.QUESTIONABLE: (
            "the answers about {} contradict each other",
            "check how the questions were asked, and ask again",
        ),
    }
)
"""What a survey says that supports no feature, and what to do about it."""


def _unscored(context: Context) -> Iterator[Found]:
    if names_not_given(context) or context.ranking_failure:
        return
    method = context.ranking.method
    total = sum(item.horizon in _SOON for item in context.items)
    for unranked in context.ranking.unranked:
        initiative = unranked.initiative
        has_inputs = method.has_inputs(scoring_of(initiative), context.ranking.settings)
        if unranked.horizon in _SOON and not has_inputs:
            path = context.item_of(initiative).path
            yield Found(
                path if initiative.scoring is None else (*path, "scoring"),
                f"{initiative.id} cannot be ranked by {method.name}: {unranked.reason}",
                "add a rough estimate, or an override with its reason",
                common=Common(
                    list="open items in now and next",
                    total=total,
                    what=f"have no {method.needs}",
                    name=initiative.id,
                ),
            )


def _off_scale(context: Context) -> Iterator[Found]:
    for path, initiative, _ in (*context.items, *context.open_backlog):
        rice: Rice | None = (initiative.scoring or NO_SCORING).rice
        if rice is None:
            continue
        at = (*path, "scoring", "rice")
        impact = rice.impact
        if not isinstance(impact, Estimate) and impact not in IMPACT_SCALE:
            nearest = [f"{step:g}" for step in _nearest_steps(impact)]
            steps = (
                f"{nearest[0]}, the nearest step"
                if len(nearest) == 1
                else f"{listed(nearest, 'or')}, the nearest steps"
            )
            scale = ", ".join(f"{step:g}" for step in IMPACT_SCALE)
            yield Found(
                (*at, "impact"),
                f"the RICE impact of {initiative.id} is {impact:g}, which is not on the scale {scale}",
                f"write {steps}, to keep impacts comparable, or a range {{low, likely, high}}",
            )
        if rice.confidence < _LOW_CONFIDENCE:
            yield Found(
                (*at, "confidence"),
                f"the RICE confidence of {initiative.id} is {rice.confidence:g}; below 0.5 it is a moonshot",
                "find out more before ranking it, or write 0.5 if it is merely low",
            )


def _nearest_steps(impact: float) -> list[float]:
    """The step that is nearest, or the two that are as near as each other: 2.5 is between 3 and 2."""
    least = min(abs(step - impact) for step in IMPACT_SCALE)
    return [step for step in IMPACT_SCALE if abs(step - impact) == least]


def _no_weights(context: Context) -> Iterator[Found]:
    weights: ScoringCriteria = context.governance.prioritization.scoring_criteria
    if not any((weights.business_value, weights.user_impact, weights.effort, weights.strategic_alignment)):
        yield Found(
            ("prioritization", "scoringCriteria"),
            "all four weights are 0, so the criteria cannot compare items",
            "set at least one weight above 0, or leave scoringCriteria out, which sets each to 1",
        )


def _inconclusive_surveys(context: Context) -> Iterator[Found]:
    for path, initiative, _ in (*context.items, *context.open_backlog):
        survey = (initiative.scoring or NO_SCORING).kano
        counts = survey.tally() if survey else None
        if counts and counts.leaders:
            at = (*path, "scoring", "kano")
            first, second = counts.leaders
            if first in _REFUSED:
                what, hint = _REFUSED[first]
                yield Found(at, f"by its Kano survey, {what.format(initiative.id)}", hint)
            elif not counts.significant and _counts_people(counts):
                yield Found(
                    at,
                    f"the Kano survey of {initiative.id} cannot tell {_words(first)} ({counts.of(first):g}) from "
                    f"{_words(second)} ({counts.of(second):g}): with {_people(counts.total)}, "
                    f"a lead of {counts.critical_lead:.1f} is needed (Fong, 1996)",
                    f"{_PERCENTAGES if counts.total == _PERCENT else ''}"
                    "ask more people, or look at segments: two groups may want different things",
                )


def _people(total: float) -> str:
    return counted(int(total), "respondent")


def _words(category: KanoCategory) -> str:
    return category.name.lower().replace("_", "-")


def _counts_people(counts: KanoCounts) -> bool:
    """True for whole numbers; shares do not say how many people were asked."""
    return all(float(counts.of(category)).is_integer() for category in KanoCategory)


def _one_sided(context: Context) -> Iterator[Found]:
    ranking, prioritization = context.ranking, context.governance.prioritization
    if ranking.method != VALUE_EFFORT:
        return
    terms = [ranked.terms for ranked in ranking if "quadrant" in ranked.terms]
    if len(terms) < 2:
        return
    for axis in ("value", "effort"):
        cuts = [getattr(cut_of(item, ranking.settings), axis) for item in terms]
        values = [value for item in terms if isinstance(value := item[axis], (int, float))]
        high = [value > cut for value, cut in zip(values, cuts, strict=True)]
        if all(high) or not any(high):
            side = "high" if all(high) else "low"
            yield Found(
                ("prioritization", "valueEffortCut")
                if isinstance(prioritization.value_effort_cut, FixedCut)
                else ("prioritization",),
                f"all {len(values)} items count as {side} {axis} (the cut is {_listed_numbers(cuts)}), so the matrix "
                "divides nothing",
                "use the whole scale from 1 to 10, or set valueEffortCut to median or to fixed values",
            )
            return


def _listed_numbers(numbers: list[float]) -> str:
    return listed([f"{number:g}" for number in sorted(set(numbers))])


def _scored(**scoring: object) -> dict[str, object]:
    return {"roadmap": {"timeHorizon": {"next": [{"id": "payments", "scoring": scoring}]}}}


def _ledger(**fields: object) -> dict[str, object]:
    item = {"id": "ledger", "title": "A ledger for payments", "metrics": ["activation"], **fields}
    return {"roadmap": {"timeHorizon": {"next": [item]}}}


def _weights(business_value: int, user_impact: int, effort: int) -> dict[str, object]:
    weights = {
        "businessValue": business_value,
        "userImpact": user_impact,
        "effort": effort,
        "strategicAlignment": 0,
    }
    return {"prioritization": {"scoringCriteria": weights}}


def _matrix(value: int) -> dict[str, object]:
    now = {"id": "checkout", "scoring": {"valueEffort": {"value": 9, "effort": 3}}}
    next_ = {"id": "payments", "scoring": {"valueEffort": {"value": value, "effort": 8}}}
    return {
        "prioritization": {"framework": "Value-Effort"},
        "roadmap": {"timeHorizon": {"now": [now], "next": [next_]}},
    }


SCORES = Family(
    prefix="PG3",
    title="Scores",
    about="Can every item be ranked, and are its inputs meaningful?",
    rules=(
        Rule(
            code="PG301",
            severity=Severity.WARNING,
            title="cannot be ranked",
            meaning="""An open item in now or next lacks the inputs of the method that ranks and has no override. Items
                in later need none. Several such items are one finding. Silent where PG308 applies.""",
            why="It is in work, or will be soon, and nobody has asked whether it is worth more than other items.",
            bad=_ledger(),
            good=_ledger(scoring={"override": {"score": 100, "reason": "the law asks for it"}}),
            find=_unscored,
        ),
        Rule(
            code="PG303",
            severity=Severity.WARNING,
            title="off the framework's scale",
            meaning="""A RICE impact is not 3, 2, 1, 0.5 or 0.25, or a RICE confidence is below 0.5. A range (low,
                likely, high) may hold any values.""",
            why="""The steps keep impacts of different authors comparable, and less than low confidence is "a total
                moonshot" (McBride, Intercom, 2016).""",
            bad=_scored(rice={"reach": 80, "impact": 5, "confidence": 0.8, "effort": 2}),
            good=_scored(rice={"reach": 80, "impact": 3, "confidence": 0.8, "effort": 2}),
            find=_off_scale,
        ),
        Rule(
            code="PG304",
            severity=Severity.WARNING,
            title="all weights are 0",
            meaning="The four weights of prioritization.scoringCriteria are all 0.",
            why="The weighted criteria break ties and replace a missing value; without a weight they are undefined.",
            bad=_weights(0, 0, 0),
            good=_weights(2, 1, 1),
            find=_no_weights,
        ),
        Rule(
            code="PG305",
            severity=Severity.INFO,
            title="inconclusive Kano survey",
            meaning="""The most frequent category of a Kano survey does not lead by enough for the sample (Fong, 1996),
                or is reverse or questionable. Shares instead of counts are not tested.""",
            why="""A feature built as attractive, to which half of the customers are indifferent, is an expensive
                mistake; often two segments want different things.""",
            bad=_scored(kano={"counts": {"attractive": 14, "indifferent": 11, "mustBe": 5}}),
            good=_scored(kano={"counts": {"attractive": 140, "indifferent": 71, "mustBe": 85}}),
            find=_inconclusive_surveys,
        ),
        Rule(
            code="PG307",
            severity=Severity.WARNING,
            title="all items on one side of the matrix",
            meaning="""The framework is Value-Effort, and all items are on one side of the cut, by value or by
                effort.""",
            why="""A matrix that divides nothing ranks by the ratio alone: the scale is not used, or cut in the wrong
                place.""",
            bad=_matrix(7),
            good=_matrix(4),
            find=_one_sided,
        ),
    ),
)
