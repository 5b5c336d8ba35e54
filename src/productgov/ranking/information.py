"""What to find out next: how much knowing one estimate exactly would be worth."""

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
from productgov.ranking.uncertain import Expectation

__all__ = ["INFORMATION", "InformationValue", "value_of_information"]


@attrs.frozen(kw_only=True)
class InformationValue:
    """What it would be worth to know one estimate exactly before choosing what comes first.

    Attributes:
        ranked: the item whose estimate it is.
        term: which input it is: reach, impact or effort.
        gain: by how much the expected score of the first pick would rise; 0 when nothing it could turn out to be
            would change the choice.
        share: the gain as a share of the expected score of the first pick as things stand; 0 when that is 0.
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
"""The fields of the value of one piece of information."""


def value_of_information(
    subject: Ranking | ProductGovernance | Iterable[Initiative | PlacedInitiative],
    *,
    method: FrameworkName | Framework | RankingMethod | None = None,
    draws: int = 10_000,
    seed: int = 0,
    error_model: ErrorModel | None = DEFAULT_ERRORS,
) -> tuple[InformationValue, ...]:
    """For each uncertain estimate, what knowing it exactly would be worth; the most worthwhile first.

    It is the expected value of partial perfect information (Raiffa and Schlaifer, 1961): whoever knows the input
    picks the item with the highest expected score for each value it could have, instead of one pick for all.
    Takes the arguments of `simulate`; only RICE holds estimates, so that other frameworks give nothing.

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


def _expectation(item: Ranked, ranking: Ranking, sampling: Sampling) -> Expectation:
    score = ranking.uncertain_score(item)
    inputs = sampling.draw(item.initiative.id, score) if score else {}
    return score.expectation(inputs) if score and inputs else Expectation(item.score, {})


def _values(item: Ranked, expected: Expectation, *, pick: float, rival: float) -> Iterator[InformationValue]:
    for term, scores in expected.inputs.items():
        gain = max(0.0, fmean(max(score, rival) for score in scores) - pick)
        yield InformationValue(ranked=item, term=term, gain=gain, share=gain / pick if pick else 0)
