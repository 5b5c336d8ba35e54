"""One item's place in a ranking, explained: the whole computation in words and numbers."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from productgov.model.kano.evaluation import KanoCategory
from productgov.model.prioritization import Framework, IceVariant, ScoringCriteria
from productgov.model.scoring import Criteria, Estimate, Quadrant, Scoring
from productgov.ranking.methods import Method
from productgov.ranking.ranking import Ranked, Ranking, Unranked
from productgov.ranking.ties import TieBreak, comparable
from productgov.wording import number_text, one_line

__all__ = ["explanation_lines", "tie_verdict"]

_NOTHING = Scoring()
_UNRATED = Criteria(business_value=0, user_impact=0, effort=0, strategic_alignment=0)
_IMPACTS = MappingProxyType({3: "massive", 2: "high", 1: "medium", 0.5: "low", 0.25: "minimal"})
_CONFIDENCES = MappingProxyType({1: "high", 0.8: "medium", 0.5: "low"})


def explanation_lines(ranking: Ranking, item: Ranked | Unranked) -> Iterator[str]:
    """Why an item stands where it stands, or has no place."""
    initiative = item.initiative
    horizon = f" ({item.horizon})" if item.horizon else ""
    yield f"{initiative.id}: {one_line(initiative.title)}{horizon}"
    if isinstance(item, Unranked):
        yield f"Not ranked by {ranking.framework}: {item.reason}."
        return
    last = ranking.ranked[-1].position
    yield f"Position {item.position} of {last} by {ranking.framework}, with a score of {number_text(item.score)}."
    yield from _COMPUTATIONS[ranking.framework](initiative.scoring or _NOTHING, ranking.method, item)
    yield from _override_lines(item)
    yield from _tie_lines(ranking, item)


def _override_lines(item: Ranked) -> Iterator[str]:
    if item.override is not None:
        by = f" (decided by {one_line(item.override.by)})" if item.override.by else ""
        computed = "nothing" if item.computed is None else number_text(item.computed)
        yield f"Overridden: {number_text(item.override.score)} takes the place of {computed}{by}."
        yield f"Reason: {one_line(item.override.reason)}"


def tie_verdict(tie_break: TieBreak | None) -> str:
    """What a tie was broken by, in words."""
    if tie_break is None or tie_break is TieBreak.NONE:
        return "nothing tells them apart, and they share a position"
    return f"told apart by {tie_break.value} ({tie_break.description.rstrip('.').lower()})"


def _tie_lines(ranking: Ranking, item: Ranked) -> Iterator[str]:
    if item.tie_break is not None:
        equals = [other.initiative.id for other in ranking if other is not item and _same(other) == _same(item)]
        yield f"Same score as {_few(equals)}: {tie_verdict(item.tie_break)}."


def _same(item: Ranked) -> tuple[float, object, object]:
    return comparable(item.score), item.terms.get("quadrant"), item.terms.get("category")


def _few(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _rice(scoring: Scoring, method: Method, item: Ranked) -> Iterator[str]:
    if scoring.rice is None:
        return
    rice, terms = scoring.rice, {name: float(value or 0) for name, value in item.terms.items()}
    reach, impact, confidence, effort = map(number_text, terms.values())
    yield f"RICE: {Framework.RICE.description}"
    yield f"  reach       {reach} people or events in a {method.prioritization.reach_period}{_range(rice.reach)}"
    yield f"  impact      {impact}{_named(_IMPACTS.get(terms['impact']))}{_range(rice.impact)}"
    yield f"  confidence  {confidence}{_named(_CONFIDENCES.get(terms['confidence']))}"
    yield f"  effort      {effort} person-months{_range(rice.effort)}"
    yield f"  {reach} × {impact} × {confidence} ÷ {effort} = {number_text(rice.score)}"


def _ice(scoring: Scoring, method: Method, item: Ranked) -> Iterator[str]:
    if scoring.ice is None:
        return
    variant = method.prioritization.ice_variant
    numbers = [number_text(float(value or 0)) for value in item.terms.values()]
    yield f"ICE: {variant.description}"
    for name, number in zip(item.terms, numbers, strict=True):
        yield f"  {name:<10}  {number} of 10"
    total = " × ".join(numbers) if variant is IceVariant.PRODUCT else f"({' + '.join(numbers)}) ÷ 3"
    yield f"  {total} = {number_text(scoring.ice.score(variant))}"


def _value_effort(scoring: Scoring, method: Method, item: Ranked) -> Iterator[str]:
    if not item.terms:
        return
    yield f"Value-Effort: {Framework.VALUE_EFFORT.description}"
    value, effort = float(item.terms["value"] or 0), float(item.terms["effort"] or 0)
    for name, number, cut in (("value", value, method.cut.value), ("effort", effort, method.cut.effort)):
        side = "high, above" if number > cut else "low, not above"
        yield f"  {name:<6}  {number_text(number)}: {side} the cut at {number_text(cut)}"
    if scoring.value_effort is None:
        yield from _criteria_lines(scoring.criteria or _UNRATED, method.prioritization.scoring_criteria)
    quadrant = next(each for each in Quadrant if each == item.terms["quadrant"])
    yield f"  {quadrant}: {quadrant.description}"
    if effort:
        yield f"  within its quadrant: {number_text(value)} ÷ {number_text(effort)} = {number_text(value / effort)}"


def _criteria_lines(criteria: Criteria, weights: ScoringCriteria) -> Iterator[str]:
    yield "  value and effort are those of the criteria, because valueEffort is not given; the value is the mean of"
    for name, rating, weight in (
        ("business value", criteria.business_value, weights.business_value),
        ("user impact", criteria.user_impact, weights.user_impact),
        ("strategic alignment", criteria.strategic_alignment, weights.strategic_alignment),
    ):
        yield f"    {name:<19}  {number_text(rating)}, with weight {number_text(weight)}"


def _kano(scoring: Scoring, method: Method, _item: Ranked) -> Iterator[str]:
    if scoring.kano is None:
        return
    counts = scoring.kano.tally(method.kano_table)
    if counts.leaders is None:
        yield "Kano: nobody answered."
        return
    first, second = counts.leaders
    yield f"Kano: {', '.join(f'{each.value} {number_text(counts.of(each))}' for each in KanoCategory)}"
    if scoring.kano.responses:
        yield f"  evaluated by the table of {method.kano_table.source}"
    yield f"  most frequent is {first.value}: {first.description}"
    lead, needed = number_text(counts.of(first) - counts.of(second)), number_text(counts.critical_lead or 0)
    verdict = "significant" if counts.significant else "not significant"
    yield f"  ahead of {second.value} by {lead}, where {needed} are needed: {verdict} (Fong, 1996)"
    if counts.better is not None and counts.worse is not None:
        must, one, attractive, indifferent = (number_text(counts.of(each)) for each in tuple(KanoCategory)[:4])
        total = f"({attractive} + {one} + {must} + {indifferent})"
        yield f"  Better = ({attractive} + {one}) ÷ {total} = {number_text(counts.better)}"
        yield f"  Worse = -({one} + {must}) ÷ {total} = {number_text(counts.worse)}"
        yield f"  within its category: Better - Worse = {number_text(counts.better - counts.worse)}"


_COMPUTATIONS: Mapping[Framework, Callable[[Scoring, Method, Ranked], Iterator[str]]] = MappingProxyType(
    {
        Framework.RICE: _rice,
        Framework.ICE: _ice,
        Framework.VALUE_EFFORT: _value_effort,
        Framework.KANO: _kano,
    }
)


def _named(name: str | None) -> str:
    return f" ({name})" if name else ""


def _range(value: float | Estimate) -> str:
    if not isinstance(value, Estimate):
        return ""
    return f", somewhere from {number_text(value.low)} to {number_text(value.high)}"
