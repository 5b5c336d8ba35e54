"""PG3xx: what comes first, and how well that is known."""

from collections.abc import Iterator

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.evaluation import KanoCategory
from productgov.model.prioritization import FixedCut, Framework, ScoringCriteria
from productgov.model.roadmap import Horizon
from productgov.model.scoring import Estimate, Rice, Scoring
from productgov.ranking.ranking import Unranked
from productgov.ranking.simulation import simulate
from productgov.rules.context import Context
from productgov.rules.inversions import INVERSIONS
from productgov.rules.rule import Rule

__all__ = ["RULES"]

_NOTHING = Scoring()
_IMPACTS = (3, 2, 1, 0.5, 0.25)
"""Massive, high, medium, low, minimal (McBride, Intercom, 2016)."""
_LOW_CONFIDENCE = 0.5
"""Less is "a total moonshot" (McBride, Intercom, 2016)."""
_COIN_TOSS = 0.6
_DRAWS = 2_000
_SEED = 0


def _unscored(context: Context) -> Iterator[Found]:
    """PG301."""
    framework = context.governance.prioritization.framework
    for unranked in context.ranking.unranked:
        if unranked.horizon in (Horizon.NOW, Horizon.NEXT) and not _has_inputs(unranked, framework):
            initiative = unranked.initiative
            path = context.item_of(initiative).path
            yield Found(
                path if initiative.scoring is None else (*path, "scoring"),
                f"{initiative.id} cannot be ranked by {framework.value}: {unranked.reason}",
                "estimate them roughly rather than not at all, or give an override with its reason",
            )


def _has_inputs(unranked: Unranked, framework: Framework) -> bool:
    """True when it is not for want of inputs that an item has no rank."""
    scoring = unranked.initiative.scoring or _NOTHING
    has_inputs = {
        Framework.RICE: scoring.rice is not None,
        Framework.ICE: scoring.ice is not None,
        Framework.VALUE_EFFORT: scoring.value_effort is not None or scoring.criteria is not None,
        Framework.KANO: bool(scoring.kano and scoring.kano.tally().total),
    }
    return has_inputs[framework]


def _off_scale(context: Context) -> Iterator[Found]:
    """PG303."""
    for path, initiative, _ in context.items:
        rice: Rice | None = (initiative.scoring or _NOTHING).rice
        if rice is None:
            continue
        at = (*path, "scoring", "rice")
        impact = rice.impact
        if not isinstance(impact, Estimate) and impact not in _IMPACTS:
            nearest = _nearest_step(impact)
            yield Found(
                (*at, "impact"),
                f"the RICE impact of {initiative.id} is {impact:g}, which is not on the scale 3, 2, 1, 0.5, 0.25",
                f"write {nearest:g}, the nearest step, so that impacts compare, or a range {{low, likely, high}}",
            )
        if rice.confidence < _LOW_CONFIDENCE:
            yield Found(
                (*at, "confidence"),
                f"the RICE confidence of {initiative.id} is {rice.confidence:g}; below 0.5 it is a moonshot",
                "find out more before you rank it, or say 0.5 if it is merely low",
            )


def _nearest_step(impact: float) -> float:
    return min(_IMPACTS, key=lambda step: abs(step - impact))


def _no_weights(context: Context) -> Iterator[Found]:
    """PG304."""
    weights: ScoringCriteria = context.governance.prioritization.scoring_criteria
    if not any((weights.business_value, weights.user_impact, weights.effort, weights.strategic_alignment)):
        yield Found(
            ("prioritization", "scoringCriteria"),
            "all four weights are 0, so that the criteria say nothing about any item",
            "give at least one of them a weight, or leave scoringCriteria out for four times 1",
        )


def _weak_surveys(context: Context) -> Iterator[Found]:
    """PG305."""
    for path, initiative, _ in context.items:
        survey = (initiative.scoring or _NOTHING).kano
        counts = survey.tally() if survey else None
        if counts and counts.leaders:
            at = (*path, "scoring", "kano")
            first, second = counts.leaders
            if first in (KanoCategory.REVERSE, KanoCategory.QUESTIONABLE):
                yield Found(
                    at,
                    f"the Kano survey of {initiative.id} says {first.name.lower()}: {first.description}",
                    "drop it, or ask what they would rather have"
                    if first is KanoCategory.REVERSE
                    else "look at how the questions were asked, and ask again",
                )
            elif not counts.significant and _counts_people(counts):
                yield Found(
                    at,
                    f"the Kano survey of {initiative.id} does not tell {_words(first)} ({counts.of(first):g}) from "
                    f"{_words(second)} ({counts.of(second):g}): {counts.total:g} respondents are too few for that "
                    f"(a lead of {counts.critical_lead:.1f} is needed, Fong, 1996)",
                    "ask more people, or look at segments: two groups may want different things",
                )


def _words(category: KanoCategory) -> str:
    return category.name.lower().replace("_", "-")


def _counts_people(counts: KanoCounts) -> bool:
    """True for whole numbers; shares do not say how many people they stand for."""
    return all(float(counts.of(category)).is_integer() for category in KanoCategory)


def _coin_toss(context: Context) -> Iterator[Found]:
    """PG306."""
    top = context.ranking.top(2)
    if len(top) < 2 or not any(_is_estimated(ranked.initiative.scoring) for ranked in top):
        return
    pair = simulate(top, draws=_DRAWS, seed=_SEED, error_model=None, top=1).pairs[0]
    if pair.probability < _COIN_TOSS:
        first, second = (ranked.initiative.id for ranked in top)
        yield Found(
            (*context.item_of(top.ranked[0].initiative).path, "scoring"),
            f"{first} ranks before {second}, but under their estimates that is right with only {pair.probability:.0%}: "
            "a coin toss",
            "narrow the wider estimate before the order decides anything, or decide by something else and say so",
        )


def _is_estimated(scoring: Scoring | None) -> bool:
    rice = scoring.rice if scoring and not scoring.override else None
    return rice is not None and any(isinstance(value, Estimate) for value in (rice.reach, rice.impact, rice.effort))


def _one_sided(context: Context) -> Iterator[Found]:
    """PG307."""
    ranking, prioritization = context.ranking, context.governance.prioritization
    if prioritization.framework is not Framework.VALUE_EFFORT:
        return
    terms = [ranked.terms for ranked in ranking if "quadrant" in ranked.terms]
    if len(terms) < 2:
        return
    for axis, cut in zip(("value", "effort"), ranking.settings.cut, strict=True):
        values = [value for item in terms if isinstance(value := item[axis], (int, float))]
        high = [value > cut for value in values]
        if all(high) or not any(high):
            side = "high" if all(high) else "low"
            yield Found(
                ("prioritization", "valueEffortCut")
                if isinstance(prioritization.value_effort_cut, FixedCut)
                else ("prioritization",),
                f"all {len(values)} items count as {side} {axis} (the cut is at {cut:g}), so that it divides nothing",
                "spread the ratings over the scale from 1 to 10, or set valueEffortCut to median or to fixed places",
            )
            return


RULES = (
    Rule(code="PG301", severity=Severity.WARNING, find=_unscored),
    INVERSIONS,
    Rule(code="PG303", severity=Severity.WARNING, find=_off_scale),
    Rule(code="PG304", severity=Severity.WARNING, find=_no_weights),
    Rule(code="PG305", severity=Severity.INFO, find=_weak_surveys),
    Rule(code="PG306", severity=Severity.INFO, find=_coin_toss),
    Rule(code="PG307", severity=Severity.WARNING, find=_one_sided),
)
