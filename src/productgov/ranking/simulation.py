"""How certain a ranking is: the probabilities of positions, from many draws of the uncertain inputs."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from operator import eq, gt
from typing import NamedTuple

import attrs

from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.prioritization import Framework
from productgov.model.roadmap import PlacedInitiative
from productgov.ranking.draws import DEFAULT_ERRORS, ErrorModel, Sampling
from productgov.ranking.method import RankingMethod
from productgov.ranking.ranking import Ranked, Ranking, ranking_of
from productgov.ranking.records import PLACE, SHARE, RecordField, cells
from productgov.ranking.registry import FrameworkName
from productgov.ranking.terms import TermValue
from productgov.ranking.ties import comparable
from productgov.tabular import Tabular
from productgov.wording import counted, shortened

__all__ = ["SIMULATED", "OrderProbability", "Simulation", "SimulationOutcome", "simulate"]

_TAIL = 0.05


@attrs.frozen(kw_only=True, repr=False)
class SimulationOutcome(Displayed):
    """How one item ranks in the draws.

    Attributes:
        ranked: the item, with its place in the plain ranking.
        p_first: the probability that it is first; over all items these sum to 1.
        p_top: the probability that it is among the first k; over all items these sum to k.
        best: the 5th percentile of its rank: it is rarely better than that.
        worst: the 95th percentile of its rank: it is rarely worse than that.
    """

    ranked: Ranked
    p_first: float
    p_top: float
    best: int
    worst: int


SIMULATED: tuple[RecordField[SimulationOutcome, TermValue], ...] = (
    RecordField(
        "p_first",
        SHARE,
        "The share of draws of a simulation in which it comes first.",
        lambda outcome: outcome.p_first,
    ),
    RecordField(
        "p_top",
        SHARE,
        "The share of draws of a simulation in which it is among the top.",
        lambda outcome: outcome.p_top,
    ),
    RecordField(
        "rank_best",
        PLACE,
        "Its rank in the draws of a simulation is rarely better (5th percentile).",
        lambda outcome: outcome.best,
    ),
    RecordField(
        "rank_worst",
        PLACE,
        "Its rank in the draws of a simulation is rarely worse (95th percentile).",
        lambda outcome: outcome.worst,
    ),
)
"""The fields that a simulation adds to those of a ranked item."""


@attrs.frozen(kw_only=True, repr=False)
class OrderProbability(Displayed):
    """How likely the order of two neighbours in a ranking is right.

    Attributes:
        upper: the item that is ranked first of the two.
        lower: the item that follows it.
        probability: how likely the upper item is really the better one, from 0 to 1.
    """

    upper: Ranked
    lower: Ranked
    probability: float


@attrs.frozen(kw_only=True)
class Simulation(Displayed, Tabular):
    """The probabilities of the positions in a ranking; iterate over it for the outcomes, in the order of the ranking.

    Attributes:
        ranking: the ranking that was simulated.
        outcomes: how each of its items ranks in the draws.
        pairs: each item and the next, and how likely their order is right.
        sampling: the number of draws, the seed and the error model.
        top: the k of `p_top`.
        uncertain: False when no input was uncertain, so that the order is certain.
    """

    ranking: Ranking
    outcomes: tuple[SimulationOutcome, ...]
    pairs: tuple[OrderProbability, ...]
    sampling: Sampling
    top: int
    uncertain: bool

    def __iter__(self) -> Iterator[SimulationOutcome]:
        return iter(self.outcomes)

    def __len__(self) -> int:
        return len(self.outcomes)

    def __repr__(self) -> str:
        sampling = self.sampling
        items = counted(len(self.outcomes), "item")
        seed = shortened(str(sampling.seed), 20)
        return f"<Simulation {self.ranking.method.name}: {items}, {counted(sampling.draws, 'draw')}, seed {seed}>"

    def to_records(self) -> list[dict[str, TermValue]]:
        """The rows of the ranking, each with its probabilities."""
        rows = zip(self.ranking.to_records(), self, strict=True)
        return [{**row, **cells(SIMULATED, outcome)} for row, outcome in rows]


def simulate(
    subject: Ranking | ProductGovernance | Iterable[Initiative | PlacedInitiative],
    *,
    method: FrameworkName | Framework | RankingMethod | None = None,
    draws: int = 10_000,
    seed: int = 0,
    error_model: ErrorModel | None = DEFAULT_ERRORS,
    top: int = 3,
) -> Simulation:
    """Rank many times, each time with random draws of estimates and of plain RICE numbers.

    Estimates (low, likely, high) are drawn from triangular distributions, plain RICE numbers from the error
    model. Confidence multiplies the score, as RICE defines it, and a lower one also widens the error. The other
    frameworks have no estimates, and an override is a decision: neither is drawn. In a draw, equal scores are
    ordered as in the ranking, and items that share a position there share their ranks evenly.

    Args:
        subject: a ranking, or what `rank` takes.
        method: the method, as `rank` takes it; not with a ranking, which has its own.
        draws: the number of draws.
        seed: the same seed gives the same result again.
        error_model: the errors of plain numbers; None takes them as exact.
        top: the k of the probability to be among the first k.

    Raises:
        InvalidValueError: when draws or top is below 1, when a ranking is given with a method, and as `rank` does.
    """
    if top < 1:
        raise InvalidValueError(f"top must be a whole number of at least 1, not {top}")
    sampling = Sampling(draws=draws, seed=seed, error_model=error_model)
    ranking = ranking_of(subject, method)
    drawn = [_drawn(item, ranking, sampling) for item in ranking]
    uncertain = any(column is not None for column in drawn)
    rows = draws if uncertain else 1
    columns = [
        array("d", (_certain(item, ranking.method),)) * rows if column is None else column
        for item, column in zip(ranking, drawn, strict=True)
    ]
    return Simulation(
        ranking=ranking,
        outcomes=tuple(_outcomes(ranking, columns, rows, top)),
        pairs=tuple(_pairs(ranking, columns, rows)),
        sampling=sampling,
        top=top,
        uncertain=uncertain,
    )


def _drawn(item: Ranked, ranking: Ranking, sampling: Sampling) -> "array[float] | None":
    """The item's score in each draw; None when it is certain."""
    score = ranking.uncertain_score(item)
    inputs = sampling.draw(item.initiative.id, score) if score else {}
    return score.scores(inputs) if score and inputs else None


def _certain(item: Ranked, method: RankingMethod) -> float:
    """What a certain item is sorted by: its score where other scores are drawn, else its position."""
    return -item.position if method.uncertain is None else comparable(item.score)


def _outcomes(ranking: Ranking, columns: Sequence["array[float]"], rows: int, top: int) -> Iterator[SimulationOutcome]:
    chances: list[Counter[int]] = [Counter() for _ in columns]
    for row in zip(*columns, strict=True):
        # The sort is stable, so that equal scores keep the order of the ranking.
        order = sorted(range(len(row)), key=row.__getitem__, reverse=True)
        for place, index in enumerate(order, 1):
            chances[index][place] += 1
    equals: dict[tuple[int, bytes], Counter[int]] = {}
    keys = _equals(ranking, columns)
    for key, places in zip(keys, chances, strict=True):
        equals.setdefault(key, Counter()).update(places)
    members = Counter(keys)
    shared = {
        key: _chances({place: count / members[key] for place, count in places.items()}, rows, top)
        for key, places in equals.items()
    }
    for item, key in zip(ranking, keys, strict=True):
        yield SimulationOutcome(ranked=item, **shared[key]._asdict())


class _Chances(NamedTuple):
    """The values of an outcome."""

    p_first: float
    p_top: float
    best: int
    worst: int


def _chances(places: Mapping[int, float], rows: int, top: int) -> _Chances:
    """The chances of an item that has each of these places in so many of the draws."""
    return _Chances(
        p_first=places.get(1, 0) / rows,
        p_top=sum(share for place, share in places.items() if place <= top) / rows,
        best=_percentile(places, _TAIL * rows),
        worst=_percentile(places, (1 - _TAIL) * rows),
    )


def _equals(ranking: Ranking, columns: Sequence["array[float]"]) -> list[tuple[int, bytes]]:
    """For each item a key, the same for items that share a position and are equal in every draw.

    These share their places evenly.
    """
    sharing = Counter(item.position for item in ranking)
    return [
        (item.position, column.tobytes() if sharing[item.position] > 1 else b"")
        for item, column in zip(ranking, columns, strict=True)
    ]


def _percentile(places: Mapping[int, float], enough: float) -> int:
    """The lowest rank at or below which there are enough draws."""
    ranks = sorted(places)
    reached = accumulate(places[place] for place in ranks)
    return next((place for place, draws in zip(ranks, reached, strict=True) if draws >= enough), ranks[-1])


def _pairs(ranking: Ranking, columns: Sequence["array[float]"], rows: int) -> Iterator[OrderProbability]:
    for (upper, above), (lower, below) in pairwise(zip(ranking, columns, strict=True)):
        tie = 0.5 if upper.position == lower.position else 1
        in_order = sum(map(gt, above, below)) + tie * sum(map(eq, above, below))
        yield OrderProbability(upper=upper, lower=lower, probability=in_order / rows)
