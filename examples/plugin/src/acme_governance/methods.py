"""How Acme ranks: by the money that a week of delay costs, for the weeks that an item takes."""

from collections.abc import Iterator

from productgov import Scoring
from productgov.ranking import Assessment, RankingMethod, RankingSettings, Terms

__all__ = ["METHODS"]

_NEEDS = "delay_cost and weeks (scoring.inputs)"


def _numbers(scoring: Scoring) -> tuple[float, float] | None:
    """The cost of a week of delay and the duration in weeks; None where one of them is not a plain number above 0."""
    values = {each.name: each.value for each in scoring.inputs}
    cost, weeks = values.get("delay_cost"), values.get("weeks")
    if isinstance(cost, (int, float)) and isinstance(weeks, (int, float)) and weeks > 0:
        return cost, weeks
    return None


def _has_inputs(scoring: Scoring, _settings: RankingSettings) -> bool:
    return _numbers(scoring) is not None


def _assess(scoring: Scoring, _settings: RankingSettings) -> Assessment:
    numbers = _numbers(scoring)
    if numbers is None:
        return Assessment(refusal=f"no {_NEEDS}")
    cost, weeks = numbers
    return Assessment(score=cost / weeks, terms=Terms({"delay_cost": cost, "weeks": weeks}), effort=weeks)


def _explain(scoring: Scoring, _settings: RankingSettings) -> Iterator[str]:
    numbers = _numbers(scoring)
    if numbers is not None:
        cost, weeks = numbers
        yield f"Cost of delay: {cost:g} a week ÷ {weeks:g} weeks = {cost / weeks:g}"


METHODS = (
    RankingMethod(
        name="Cost of delay",
        description="The cost of a week of delay ÷ the duration in weeks (Arnold, 2013: CD3).",
        source="Arnold, Black Swan Farming, 2013",
        needs=_NEEDS,
        has_inputs=_has_inputs,
        assess=_assess,
        explain=_explain,
        lower_is_better=frozenset({"weeks"}),
    ),
)
