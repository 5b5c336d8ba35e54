"""What to find out next: how much knowing one estimate exactly would be worth."""

from collections.abc import Iterable, Iterator, Mapping
from math import prod
from statistics import fmean

import attrs

from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.prioritization import Framework
from productgov.model.roadmap import PlacedInitiative
from productgov.model.scoring import likely
from productgov.ranking.draws import DEFAULT_ERRORS, ErrorModel, Sampling, deciding_rice
from productgov.ranking.ranking import Ranked, Ranking, rank

__all__ = ["Information", "value_of_information"]


@attrs.frozen(kw_only=True)
class Information:
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


@attrs.frozen(kw_only=True)
class _Expectation:
    """The expected score of an item, and for each uncertain input what it would be, were the input known.

    Inputs are independent of each other, so that the expected score is the product of their means.
    """

    ranked: Ranked
    score: float
    inputs: Mapping[str, tuple[float, ...]]


def value_of_information(
    subject: Ranking | ProductGovernance | Iterable[Initiative | PlacedInitiative],
    framework: Framework | str | None = None,
    *,
    draws: int = 10_000,
    seed: int = 0,
    error_model: ErrorModel | None = DEFAULT_ERRORS,
) -> tuple[Information, ...]:
    """For each uncertain estimate, what knowing it exactly would be worth; the most worthwhile first.

    It is the expected value of partial perfect information (Raiffa and Schlaifer, 1961): whoever knows the input
    picks the item with the highest expected score for each value it could have, instead of one pick for all.
    Takes the arguments of `simulate`; only RICE holds estimates, so that other frameworks give nothing.

    Raises:
        InvalidValueError: when draws is below 1, and as `rank` does.
    """
    sampling = Sampling(draws=draws, seed=seed, error_model=error_model)
    ranking = subject if isinstance(subject, Ranking) else rank(subject, framework)
    expectations = [_expectation(item, ranking.framework, sampling) for item in ranking]
    best, second, *_ = (*sorted((item.score for item in expectations), reverse=True), 0, 0)
    found = (
        information
        for item in expectations
        for information in _information(item, pick=best, rival=second if item.score == best else best)
    )
    return tuple(sorted(found, key=lambda information: -information.gain))


def _expectation(item: Ranked, framework: Framework, sampling: Sampling) -> _Expectation:
    rice = deciding_rice(item, framework)
    inputs = sampling.inputs(item.initiative.id, rice) if rice else {}
    if rice is None or not inputs:
        return _Expectation(ranked=item, score=item.score, inputs={})
    factors = {
        "reach": inputs.get("reach") or (likely(rice.reach),),
        "impact": inputs.get("impact") or (likely(rice.impact),),
        "effort": tuple(1 / effort for effort in inputs.get("effort") or (likely(rice.effort),)),
    }
    means = {name: fmean(factor) for name, factor in factors.items()}
    score = rice.confidence * prod(means.values())
    return _Expectation(
        ranked=item,
        score=score,
        inputs={name: tuple(score * (value / means[name]) for value in factors[name]) for name in inputs},
    )


def _information(item: _Expectation, *, pick: float, rival: float) -> Iterator[Information]:
    for term, scores in item.inputs.items():
        gain = max(0.0, fmean(max(score, rival) for score in scores) - pick)
        yield Information(ranked=item.ranked, term=term, gain=gain, share=gain / pick if pick else 0)
