"""The value of information: the gain from knowing one estimate exactly."""

from collections.abc import Iterable, Iterator
from statistics import fmean

import attrs

from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.prioritization import Framework
from productgov.model.roadmap import PlacedInitiative
from productgov.ranking.draws import DEFAULT_ERRORS, ErrorModel, Sampling
from productgov.ranking.method import RankingMethod
from productgov.ranking.ranking import Ranked, Ranking, ranking_of
from productgov.ranking.records import NUMBER, TEXT, RecordField
from productgov.ranking.registry import FrameworkName
from productgov.ranking.terms import TermValue
from productgov.ranking.uncertain import ExpectedScore

__all__ = ["INFORMATION", "InformationValue", "value_of_information"]


@attrs.frozen(kw_only=True)
class InformationValue:
    """The value of knowing one estimate exactly before choosing what comes first.

    Attributes:
        ranked: the item whose estimate it is.
        term: the name of the input: reach, impact or effort.
        gain: the rise of the top pick's expected score; 0 when no value of the input would change the pick.
        share: the gain as a share of the top pick's expected score today; 0 when that is 0.
    """

    ranked: Ranked
    term: str
    gain: float
    share: float


INFORMATION: tuple[RecordField[InformationValue, TermValue], ...] = (
    RecordField("id", TEXT, "The id of the initiative.", lambda value: value.ranked.initiative.id),
    RecordField("term", TEXT, "The input that is estimated.", lambda value: value.term),
    RecordField("gain", NUMBER, "How much the expected score of the top pick would rise.", lambda value: value.gain),
    RecordField("share", NUMBER, "The gain as a share of that expected score.", lambda value: value.share),
)
"""The fields of an information value."""


def value_of_information(
    subject: Ranking | ProductGovernance | Iterable[Initiative | PlacedInitiative],
    *,
    method: FrameworkName | Framework | RankingMethod | None = None,
    draws: int = 10_000,
    seed: int = 0,
    error_model: ErrorModel | None = DEFAULT_ERRORS,
) -> tuple[InformationValue, ...]:
    """The value of knowing each uncertain input exactly, the highest first.

    It is the expected value of partial perfect information (Raiffa and Schlaifer, 1961): whoever knows the input
    picks the item with the highest expected score for each value it could have, instead of one pick for all.
    Takes the arguments of `simulate`. Only RICE has estimates, so the result is empty under other frameworks.

    Raises:
        InvalidValueError: when draws is below 1, and as `rank` does.
    """
    sampling = Sampling(draws=draws, seed=seed, error_model=error_model)
    ranking = ranking_of(subject, method)
    expectations = [(item, _expectation(item, ranking, sampling)) for item in ranking]
    best, second, *_ = (*sorted((expected.score for _, expected in expectations), reverse=True), 0, 0)
    found = (
        value
        for item, expected in expectations
        for value in _values(item, expected, pick=best, rival=second if expected.score == best else best)
    )
    return tuple(sorted(found, key=lambda value: -value.gain))


def _expectation(item: Ranked, ranking: Ranking, sampling: Sampling) -> ExpectedScore:
    score = ranking.uncertain_score(item)
    inputs = sampling.draw(item.initiative.id, score) if score else {}
    return score.expectation(inputs) if score and inputs else ExpectedScore(item.score, {})


def _values(item: Ranked, expected: ExpectedScore, *, pick: float, rival: float) -> Iterator[InformationValue]:
    for term, scores in expected.inputs.items():
        gain = max(0.0, fmean(max(score, rival) for score in scores) - pick)
        yield InformationValue(ranked=item, term=term, gain=gain, share=gain / pick if pick else 0)
