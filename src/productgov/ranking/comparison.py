"""Where frameworks disagree: the same initiatives under each, how alike the orders are, and what moves most."""

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from math import sqrt
from types import MappingProxyType

import attrs

from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.kano.evaluation import KanoCategory
from productgov.model.prioritization import Framework
from productgov.model.roadmap import PlacedInitiative
from productgov.ranking.ranking import Ranked, Ranking, rank
from productgov.ranking.terms import TermValue

__all__ = ["Concordance", "FrameworkComparison", "Move", "Reason", "compare_frameworks", "kendall_tau"]

_LOWER_IS_BETTER = frozenset({"effort", "worse"})
_NO_INPUTS = frozenset({"n", "significant", "value_from", "quadrant"})
_CATEGORIES: Mapping[str, float] = MappingProxyType(
    {category.value: -index for index, category in enumerate(KanoCategory)}
)


@attrs.frozen(kw_only=True)
class Reason:
    """A term in which an item stands out, for better or for worse.

    Attributes:
        framework: whose term it is.
        term: its name, such as reach or ease.
        value: what it is for this item.
        place: how many of the items are better in it, and 1; items as good share a place.
        of: how many items are compared.
    """

    framework: Framework
    term: str
    value: TermValue
    place: int
    of: int


@attrs.frozen(kw_only=True)
class Move:
    """An item that two frameworks place differently, and why.

    Attributes:
        initiative: the item.
        first: its position under the first framework, among the items that both rank.
        second: its position under the second.
        lifted_by: the term it does best in, under the framework that places it higher.
        held_by: the term it does worst in, under the framework that places it lower.
    """

    initiative: Initiative
    first: int
    second: int
    lifted_by: Reason
    held_by: Reason


@attrs.frozen(kw_only=True)
class Concordance:
    """How alike two frameworks rank.

    Attributes:
        first: one framework.
        second: the other.
        items: how many initiatives both rank.
        tau: Kendall's τ-b between the orders, from -1 (opposite) to 1 (the same); None with fewer than two items,
            or when one framework holds all of them equal.
        moves: the items with different positions, the greatest difference first.
    """

    first: Framework
    second: Framework
    items: int
    tau: float | None
    moves: tuple[Move, ...]


@attrs.frozen(kw_only=True)
class FrameworkComparison:
    """The same initiatives under several frameworks; iterate over it for the pairs of frameworks.

    Attributes:
        rankings: a ranking by each framework that has inputs, in the order of `Framework`.
        concordances: how alike each two of them are.
    """

    rankings: tuple[Ranking, ...]
    concordances: tuple[Concordance, ...]

    def __iter__(self) -> Iterator[Concordance]:
        return iter(self.concordances)

    def __len__(self) -> int:
        return len(self.concordances)


def compare_frameworks(subject: ProductGovernance | Iterable[Initiative | PlacedInitiative]) -> FrameworkComparison:
    """Rank by every framework whose inputs are there, and say where they disagree.

    Overrides are left out of the comparison: they are decisions, the same under every framework, and would hide
    where the frameworks themselves differ.

    Raises:
        InvalidValueError: when two bare initiatives have one id.
    """
    items = subject if isinstance(subject, ProductGovernance) else tuple(subject)
    rankings = tuple(ranking for framework in Framework if len(ranking := rank(items, framework, overrides=False)))
    return FrameworkComparison(
        rankings=rankings,
        concordances=tuple(_concordance(first, second) for first, second in combinations(rankings, 2)),
    )


def kendall_tau(pairs: Iterable[tuple[float, float]]) -> float | None:
    """How alike two orders of the same items are, from -1 to 1: τ-b, which allows for ties (Kendall, 1945).

    None with fewer than two items, or when one order holds all items equal.
    """
    ordered = sorted(pairs)
    all_pairs = _pairs(len(ordered))
    tied_first, tied_second, tied_both = (
        sum(map(_pairs, Counter(keys).values())) for keys in ((x for x, _ in ordered), (y for _, y in ordered), ordered)
    )
    if all_pairs in (tied_first, tied_second):
        return None
    discordant = 0
    seen: list[float] = []
    for _, second in ordered:
        discordant += len(seen) - bisect_right(seen, second)
        insort(seen, second)
    agreement = all_pairs - tied_first - tied_second + tied_both - 2 * discordant
    return agreement / sqrt((all_pairs - tied_first) * (all_pairs - tied_second))


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


@attrs.frozen(kw_only=True)
class _Field:
    """The items that two frameworks have in common, as one of them sees them."""

    framework: Framework
    items: tuple[Ranked, ...]

    def positions(self) -> tuple[int, ...]:
        """The position of each item among the common ones alone."""
        places = {position: place for place, position in enumerate(sorted({item.position for item in self.items}), 1)}
        return tuple(places[item.position] for item in self.items)

    def reasons(self, index: int) -> Iterator[Reason]:
        """Where one item stands in each term of the framework, in the order of its formula."""
        for term, value in self.items[index].terms.items():
            if term in self._merits:
                worse_or_equal = bisect_right(self._merits[term], _merit(term, value))
                yield Reason(
                    framework=self.framework,
                    term=term,
                    value=value,
                    place=len(self.items) - worse_or_equal + 1,
                    of=len(self.items),
                )

    @cached_property
    def _merits(self) -> Mapping[str, list[float]]:
        terms = [term for term in self.items[0].terms if term not in _NO_INPUTS]
        return {term: sorted(_merit(term, item.terms[term]) for item in self.items) for term in terms}


def _concordance(first: Ranking, second: Ranking) -> Concordance:
    # By identity, so that two items with one id stay two.
    others = {id(item.initiative): item for item in second}
    common = [(item, others[id(item.initiative)]) for item in first if id(item.initiative) in others]
    left = _Field(framework=first.framework, items=tuple(item for item, _ in common))
    right = _Field(framework=second.framework, items=tuple(item for _, item in common))
    places = tuple(zip(left.positions(), right.positions(), strict=True))
    moves = (
        Move(
            initiative=left.items[index].initiative,
            first=one,
            second=two,
            lifted_by=min((left if one < two else right).reasons(index), key=lambda reason: reason.place),
            held_by=max((right if one < two else left).reasons(index), key=lambda reason: reason.place),
        )
        for index, (one, two) in enumerate(places)
        if one != two
    )
    return Concordance(
        first=first.framework,
        second=second.framework,
        items=len(common),
        tau=kendall_tau(places),
        moves=tuple(sorted(moves, key=lambda move: -abs(move.first - move.second))),
    )


def _merit(term: str, value: TermValue) -> float:
    """The value of a term as a number of which more is better."""
    if isinstance(value, str):
        return _CATEGORIES[value]
    return -(value or 0) if term in _LOWER_IS_BETTER else value or 0
