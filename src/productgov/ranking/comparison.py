"""Where methods disagree: how similar their orders are, and which items differ most."""

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from math import sqrt
from operator import attrgetter

import attrs

from productgov.display import Displayed
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.prioritization import Framework
from productgov.model.roadmap import PlacedInitiative
from productgov.ranking.method import RankingMethod
from productgov.ranking.ranking import Ranked, Ranking, rank
from productgov.ranking.records import (
    COUNT,
    NUMBER,
    PLACE,
    TEXT,
    VALUE,
    RecordField,
    fields_schema,
    list_of,
    nullable,
    record,
)
from productgov.ranking.registry import METHODS, FrameworkName
from productgov.ranking.subjects import placed_initiatives
from productgov.ranking.terms import TermValue
from productgov.tabular import Tabular
from productgov.wording import counted

__all__ = [
    "CONCORDANCE",
    "Concordance",
    "FrameworkComparison",
    "RankDifference",
    "TermRank",
    "compare_frameworks",
    "kendall_tau",
]


@attrs.frozen(kw_only=True, repr=False)
class TermRank(Displayed):
    """How good an item is in one term, compared with the other items.

    Attributes:
        method: the name of the method whose term it is.
        term: its name, such as reach or ease.
        value: its value for this item.
        place: the number of items that are better in it, plus 1; items that are as good share a place.
        of: the number of items that are compared.
    """

    method: str
    term: str
    value: TermValue
    place: int
    of: int


@attrs.frozen(kw_only=True, repr=False)
class RankDifference(Displayed):
    """An item that two methods place differently, and why.

    Attributes:
        initiative: the item.
        first: its position under the first method, among the items that both rank.
        second: its position under the second.
        lifted_by: the term it does best in, under the method that places it higher.
        held_by: the term it does worst in, under the method that places it lower.
    """

    initiative: Initiative
    first: int
    second: int
    lifted_by: TermRank
    held_by: TermRank


@attrs.frozen(kw_only=True, repr=False)
class Concordance(Displayed):
    """How similarly two methods rank.

    Attributes:
        first: the name of one method.
        second: the name of the other.
        items: the number of initiatives that both rank.
        tau: Kendall's τ-b between the orders, from -1 (opposite) to 1 (the same); None with fewer than two items,
            or when one method holds all of them equal.
        moves: the items with different positions, the greatest difference first.
    """

    first: str
    second: str
    items: int
    tau: float | None
    moves: tuple[RankDifference, ...]


_TERM_RANK: tuple[RecordField[TermRank, TermValue], ...] = (
    RecordField("framework", TEXT, "The framework whose term it is.", lambda rank: rank.method),
    RecordField("term", TEXT, "The name of the term.", lambda rank: rank.term),
    RecordField("value", VALUE, "Its value for this item.", lambda rank: rank.value),
    RecordField("place", PLACE, "The number of items that are better in it, plus 1.", lambda rank: rank.place),
)
_MOVE: tuple[RecordField[RankDifference, object], ...] = (
    RecordField("id", TEXT, "The id of the initiative.", lambda move: move.initiative.id),
    RecordField("first", PLACE, "Its position under the first framework.", lambda move: move.first),
    RecordField("second", PLACE, "Its position under the second.", lambda move: move.second),
    RecordField(
        "lifted_by",
        fields_schema(_TERM_RANK),
        "The term it does best in, under the framework that places it higher.",
        lambda move: record(_TERM_RANK, move.lifted_by),
    ),
    RecordField(
        "held_by",
        fields_schema(_TERM_RANK),
        "The term it does worst in, under the framework that places it lower.",
        lambda move: record(_TERM_RANK, move.held_by),
    ),
)
CONCORDANCE: tuple[RecordField[Concordance, object], ...] = (
    RecordField("first", TEXT, "One framework.", lambda pair: pair.first),
    RecordField("second", TEXT, "The other.", lambda pair: pair.second),
    RecordField("items", COUNT, "The number of initiatives that both rank.", lambda pair: pair.items),
    RecordField(
        "tau",
        nullable(NUMBER),
        "Kendall's τ-b between the orders, from -1 (opposite) to 1 (the same); null where it is not defined.",
        lambda pair: pair.tau,
    ),
    RecordField(
        "moves",
        list_of(fields_schema(_MOVE)),
        "The items with different positions, the greatest difference first.",
        lambda pair: [record(_MOVE, move) for move in pair.moves],
    ),
)
"""The fields of the comparison of two frameworks."""


@attrs.frozen(kw_only=True)
class FrameworkComparison(Displayed, Tabular):
    """The same initiatives under several methods; iterate over it for the pairs of methods.

    Attributes:
        rankings: a ranking by each method whose inputs are there, in the order in which the methods were given.
        concordances: how similar each two of them are.
    """

    rankings: tuple[Ranking, ...]
    concordances: tuple[Concordance, ...]

    def __iter__(self) -> Iterator[Concordance]:
        return iter(self.concordances)

    def __len__(self) -> int:
        return len(self.concordances)

    def __repr__(self) -> str:
        return f"<FrameworkComparison: {counted(len(self.rankings), 'ranking')}, {counted(len(self), 'pair')}>"


def compare_frameworks(
    subject: ProductGovernance | Iterable[Initiative | PlacedInitiative],
    *,
    methods: Iterable[FrameworkName | Framework | RankingMethod] | None = None,
) -> FrameworkComparison:
    """Rank by every framework whose inputs are there, and say where they disagree.

    Overrides are left out of the comparison: they are decisions, the same under every framework, and would hide
    where the frameworks themselves differ.

    Args:
        subject: a governance, or initiatives, as `rank` takes them.
        methods: the methods to compare, each as `rank` takes it; left out, all frameworks.

    Raises:
        InvalidValueError: when two bare initiatives have one id, and as `rank` does.
    """
    items = subject if isinstance(subject, ProductGovernance) else placed_initiatives(subject)
    compared = tuple(METHODS.values()) if methods is None else tuple(methods)
    rankings = tuple(ranking for method in compared if len(ranking := rank(items, method=method, overrides=False)))
    return FrameworkComparison(
        rankings=rankings,
        concordances=tuple(_concordance(first, second) for first, second in combinations(rankings, 2)),
    )


def kendall_tau(pairs: Iterable[tuple[float, float]]) -> float | None:
    """How similar two orders of the same items are, from -1 to 1: τ-b, which allows for ties (Kendall, 1945).

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
class _Side:
    """The items that two rankings have in common, as one of them ranks them."""

    method: RankingMethod
    items: tuple[Ranked, ...]

    def positions(self) -> tuple[int, ...]:
        """The position of each item among the common ones alone."""
        places = {position: place for place, position in enumerate(sorted({item.position for item in self.items}), 1)}
        return tuple(places[item.position] for item in self.items)

    def term_ranks(self, index: int) -> Iterator[TermRank]:
        """The rank of one item in each term of the method, in the order of its formula."""
        item = self.items[index]
        for term, merit in self._merits(item).items():
            merits = self._sorted_merits[term]
            yield TermRank(
                method=self.method.name,
                term=term,
                value=item.terms.get(term, item.score),
                place=len(merits) - bisect_right(merits, merit) + 1,
                of=len(self.items),
            )

    def _merits(self, item: Ranked) -> Mapping[str, float]:
        """How good the item is in each term that can be compared; in its score where there is none."""
        merits = {term: self.method.merit(term, value) for term, value in item.terms.items()}
        return {term: merit for term, merit in merits.items() if merit is not None} or {"score": item.score}

    @cached_property
    def _sorted_merits(self) -> Mapping[str, list[float]]:
        merits: dict[str, list[float]] = {}
        for item in self.items:
            for term, merit in self._merits(item).items():
                merits.setdefault(term, []).append(merit)
        return {term: sorted(values) for term, values in merits.items()}


def _concordance(first: Ranking, second: Ranking) -> Concordance:
    # By identity, so that two items with one id stay two.
    others = {id(item.initiative): item for item in second}
    common = [(item, others[id(item.initiative)]) for item in first if id(item.initiative) in others]
    left = _Side(method=first.method, items=tuple(item for item, _ in common))
    right = _Side(method=second.method, items=tuple(item for _, item in common))
    places = tuple(zip(left.positions(), right.positions(), strict=True))
    moves = (
        RankDifference(
            initiative=left.items[index].initiative,
            first=one,
            second=two,
            lifted_by=min((left if one < two else right).term_ranks(index), key=attrgetter("place")),
            held_by=max((right if one < two else left).term_ranks(index), key=attrgetter("place")),
        )
        for index, (one, two) in enumerate(places)
        if one != two
    )
    return Concordance(
        first=first.method.name,
        second=second.method.name,
        items=len(common),
        tau=kendall_tau(places),
        moves=tuple(sorted(moves, key=lambda move: -abs(move.first - move.second))),
    )
