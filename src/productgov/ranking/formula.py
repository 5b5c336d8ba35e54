"""Formula: the formula of the document; see `productgov.ranking.formulas` for how it is read."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from productgov.errors import InvalidValueError
from productgov.model.estimate import Estimate, likely
from productgov.model.prioritization import FORMULA as NAME
from productgov.model.roadmap import PlacedInitiative
from productgov.model.scoring import Scoring
from productgov.ranking.formulas.names import Given, given
from productgov.ranking.formulas.nodes import UndefinedError
from productgov.ranking.formulas.parser import Formula, parse_formula
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.settings import RankingSettings
from productgov.ranking.terms import Terms
from productgov.ranking.uncertain import UncertainFunction
from productgov.wording import number_text, one_line

__all__ = ["FORMULA"]


def _formula(settings: RankingSettings) -> Formula:
    if settings.formula is None:
        raise InvalidValueError("there is no formula to rank by; write it in prioritization.formula")
    return parse_formula(settings.formula)


def _given(formula: Formula, scoring: Scoring, settings: RankingSettings) -> Given:
    return given(formula.names, scoring, settings.prioritization.scoring_criteria)


def _has_inputs(scoring: Scoring, settings: RankingSettings) -> bool:
    return not _given(_formula(settings), scoring, settings).missing


def _prepare(settings: RankingSettings, _scorings: Sequence[Scoring]) -> RankingSettings:
    _formula(settings)
    return settings


def _assess(scoring: Scoring, settings: RankingSettings) -> Assessment:
    formula = _formula(settings)
    inputs, missing = _given(formula, scoring, settings)
    if missing:
        return Assessment(refusal=missing)
    numbers = {name: float(likely(value)) for name, value in inputs.items()}
    try:
        return Assessment(score=formula.value(numbers), terms=Terms(numbers))
    except UndefinedError as error:
        return Assessment(refusal=str(error), terms=Terms(numbers))


def _explain(scoring: Scoring, settings: RankingSettings) -> Iterator[str]:
    formula = _formula(settings)
    score = _assess(scoring, settings).score
    if score is None:
        return
    inputs = _given(formula, scoring, settings).numbers
    yield f"Formula: {one_line(formula.text)}"
    widest = max(map(len, inputs), default=0)
    for name, value in inputs.items():
        ends = value if isinstance(value, Estimate) else None
        spread = f", estimated from {number_text(ends.low)} to {number_text(ends.high)}" if ends else ""
        yield f"  {name:<{widest}}  {number_text(likely(value))}{spread}"
    yield f"  = {number_text(score)}"


def _uncertain(scoring: Scoring, settings: RankingSettings) -> UncertainFunction | None:
    formula = _formula(settings)
    inputs, missing = _given(formula, scoring, settings)
    return None if missing else UncertainFunction(inputs=inputs, function=partial(_value, formula))


def _notes(_placed: Sequence[PlacedInitiative], settings: RankingSettings) -> Iterator[str]:
    yield f"Formula: {one_line(_formula(settings).text)}"


def _value(formula: Formula, numbers: Mapping[str, float]) -> float | None:
    try:
        return formula.value(numbers)
    except UndefinedError:
        return None


FORMULA = RankingMethod(
    name=NAME,
    description="The formula of the document, from the numbers that items give.",
    needs="complete inputs of the formula (scoring.inputs, and the others that it names)",
    has_inputs=_has_inputs,
    assess=_assess,
    explain=_explain,
    prepare=_prepare,
    notes=_notes,
    uncertain=_uncertain,
    effort_of_item=True,
)
