"""The value of information: the gain from knowing one estimate exactly."""

from collections.abc import Iterable
from math import inf
from statistics import fmean

import attrs

from productgov.display import Displayed
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.prioritization import Framework
from productgov.model.roadmap import PlacedInitiative
from productgov.ranking.draws import DEFAULT_ERRORS, ErrorModel, Sampling
from productgov.ranking.method import RankingMethod
from productgov.ranking.ranking import Ranked, Ranking, ranking_of
from productgov.ranking.records import NUMBER, TEXT, RecordField
from productgov.ranking.registry import MethodName
from productgov.ranking.terms import TermValue
from productgov.ranking.uncertain import ExpectedScore

__all__ = ["INFORMATION", "InformationValue", "value_of_information"]


@attrs.frozen(kw_only=True, repr=False)
class InformationValue(Displayed):
    """The value of knowing one estimate exactly before choosing what comes first.

    Attributes:
        ranked: the item whose estimate it is.
        term: the name of the input: reach, impact or effort.
        pick: the item that the ranking puts first, which is picked if nothing more is known.
        gain: by how much the expected score of what is picked rises; 0 when no value of the input would change the
            pick.
        share: the gain as a share of the expected score of the pick; 0 when that is 0.
    """

    ranked: Ranked
    term: str
    pick: Ranked
    gain: float
    share: float


INFORMATION: tuple[RecordField[InformationValue, TermValue], ...] = (
    RecordField("id", TEXT, "The id of the initiative.", lambda value: value.ranked.initiative.id),
    RecordField("term", TEXT, "The input that is estimated.", lambda value: value.term),
    RecordField(
        "pick", TEXT, "The id of the item that the ranking puts first.", lambda value: value.pick.initiative.id
    ),
    RecordField("gain", NUMBER, "How much the expected score of what is picked would rise.", lambda value: value.gain),
    RecordField("share", NUMBER, "The gain as a share of the expected score of the pick.", lambda value: value.share),
)
"""The fields of an information value."""


def value_of_information(
    subject: Ranking | ProductGovernance | Iterable[Initiative | PlacedInitiative],
    *,
    method: MethodName | Framework | RankingMethod | None = None,
    draws: int = 10_000,
    seed: int = 0,
    error_model: ErrorModel | None = DEFAULT_ERRORS,
) -> tuple[InformationValue, ...]:
    """The value of knowing each uncertain input exactly, the highest first.

    It is the expected value of partial perfect information (Raiffa and Schlaifer, 1961), measured from the item that
    the ranking puts first: whoever knows an input of another item changes to that one where it is better, and whoever
    knows an input of the first leaves it for the best of the others where it is worse. Expected scores are exact, and
    errors of plain numbers cancel out in them, so that the expected score of an item without ranges is its score.

    Takes the arguments of `simulate`. Only RICE and formulas have estimates, so the result is empty under other
    methods. The expected scores of a formula are means over the draws.

    Raises:
        InvalidValueError: when draws is below 1, and as `rank` does.
    """
    sampling = Sampling(draws=draws, seed=seed, error_model=error_model)
    ranking = ranking_of(subject, method)
    pick = ranking.ranked[0] if ranking.ranked else None
    if pick is None or pick.score is None:
        return ()
    expectations = [(item, _expectation(item, ranking, sampling)) for item in ranking]
    (_, first), *others = expectations
    rival = max((expected.score for _, expected in others), default=-inf)
    found = (
        InformationValue(ranked=item, term=term, pick=pick, gain=gain, share=gain / first.score if first.score else 0)
        for item, expected in expectations
        for term, scores in expected.inputs.items()
        for gain in (_gain(scores, first.score) if item is not pick else _gain_of_leaving(scores, rival),)
    )
    return tuple(sorted(found, key=lambda value: -value.gain))


def _expectation(item: Ranked, ranking: Ranking, sampling: Sampling) -> ExpectedScore:
    score = ranking.uncertain_score(item)
    if score is None:
        return ExpectedScore(-inf if item.score is None else item.score, {})
    return score.expectation(sampling.draw(item.initiative.id, score), sampling.spreads(score))


def _gain(scores: Iterable[float], first: float) -> float:
    """What changing to an item gains, where it turns out to be better than the first."""
    return fmean(max(0.0, score - first) for score in scores)


def _gain_of_leaving(scores: Iterable[float], rival: float) -> float:
    """What changing to the rival gains, where the first item turns out to be worse than it."""
    return fmean(max(0.0, rival - score) for score in scores)
