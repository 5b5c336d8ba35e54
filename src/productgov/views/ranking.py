"""A ranking to read and to hand on: as text, and as plain data for JSON."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from productgov.ranking.comparison import FrameworkComparison, RankDifference, TermRank
from productgov.ranking.explanation import tie_verdict
from productgov.ranking.information import InformationValue
from productgov.ranking.ranking import Ranked, Ranking, Unranked
from productgov.ranking.simulation import Simulation
from productgov.ranking.terms import TermValue
from productgov.views.tables import Percent, cell_text, table_lines
from productgov.wording import number_text, one_line, percent_text

__all__ = [
    "comparison_data",
    "comparison_lines",
    "information_data",
    "information_lines",
    "item_data",
    "ranking_data",
    "ranking_lines",
    "simulation_lines",
]

_MOST = 3
_NEVER_SHOWN = frozenset({"computed", "override", "tie_break"})


def ranking_lines(ranking: Ranking) -> Iterator[str]:
    """A ranking as a table, then what was overridden, what was tied, and what has no place."""
    yield f"Ranked by {ranking.method.name}: {ranking.method.description}"
    if not ranking.ranked:
        yield "  Nothing to rank."
    records = [{key: value for key, value in row.items() if key not in _NEVER_SHOWN} for row in ranking.to_records()]
    yield from table_lines(records)
    yield from _notes("Overridden", [line for item in ranking for line in _override(item)])
    yield from _notes("Equal scores", list(_ties(ranking)))
    yield from _notes("Not ranked", [f"{item.initiative.id}: {item.reason}" for item in ranking.unranked])


def simulation_lines(simulation: Simulation) -> Iterator[str]:
    """How sure the order is, item by item."""
    sampling = simulation.sampling
    yield f"How sure the order is ({sampling.draws:,} draws, seed {sampling.seed})"
    if not simulation.uncertain:
        yield f"  {simulation.ranking.method.name} has no estimates to draw here: the order is taken as given."
        return
    order = [Percent(pair.probability) for pair in simulation.pairs]
    yield from table_lines(
        [
            {
                "position": outcome.ranked.position,
                "id": outcome.ranked.initiative.id,
                "really first": Percent(outcome.p_first),
                f"in the first {simulation.top}": Percent(outcome.p_top),
                "rank": f"{outcome.best} to {outcome.worst}",
                "before the next": before,
            }
            for outcome, before in zip(simulation, [*order, None], strict=False)
        ]
    )


def information_lines(information: Sequence[InformationValue]) -> Iterator[str]:
    """What to find out next, the most worthwhile first."""
    useful = [each for each in information if each.gain > 0][:_MOST]
    if useful:
        yield "What to find out next (how much a better first pick would score, could it be known exactly)"
    for each in useful:
        gain = f"+{number_text(each.gain)} ({percent_text(each.share)})"
        yield f"  {each.term} of {each.ranked.initiative.id}: {gain}"


def comparison_lines(comparison: FrameworkComparison) -> Iterator[str]:
    """How alike the frameworks rank, and what moves most between each two of them."""
    yield "Where the frameworks disagree"
    if not comparison.concordances:
        yield "  Fewer than two frameworks have inputs here."
    for pair in comparison:
        tau = "not defined" if pair.tau is None else f"{pair.tau:.2f}"
        count = "1 item" if pair.items == 1 else f"{pair.items} items"
        yield f"{pair.first} and {pair.second}: Kendall's τ {tau} over {count}"
        for move in pair.moves[:_MOST]:
            yield f"  {move.initiative.id}: {move.first} by {pair.first}, {move.second} by {pair.second}"
            yield f"    lifted by {_reason(move.lifted_by)}; held back by {_reason(move.held_by)}"


def ranking_data(ranking: Ranking, simulation: Simulation | None = None) -> dict[str, object]:
    """A ranking as plain data; with a simulation, each item has its probabilities."""
    items = [item_data(item) for item in ranking]
    for item, outcome in zip(items, simulation or (), strict=False):
        item |= {
            "p_first": outcome.p_first,
            "p_top": outcome.p_top,
            "rank_best": outcome.best,
            "rank_worst": outcome.worst,
        }
    return {
        "framework": ranking.method.name,
        "items": items,
        "unranked": [item_data(item) for item in ranking.unranked],
    }


def item_data(item: Ranked | Unranked) -> dict[str, object]:
    """One item of a ranking as plain data."""
    if isinstance(item, Unranked):
        return {"id": item.initiative.id, "missing": item.reason}
    data: dict[str, object] = {
        "position": item.position,
        "id": item.initiative.id,
        "title": item.initiative.title,
        "horizon": None if item.horizon is None else item.horizon.value,
        "score": item.score,
        "terms": dict(item.terms),
    }
    if item.override is not None:
        data |= {"computed": item.computed, "override": item.override.reason}
    if item.tie_break is not None:
        data["tie_break"] = item.tie_break.value
    return data


def information_data(information: Sequence[InformationValue]) -> list[dict[str, TermValue]]:
    """The value of information as plain rows."""
    return [
        {"id": each.ranked.initiative.id, "term": each.term, "gain": each.gain, "share": each.share}
        for each in information
    ]


def comparison_data(comparison: FrameworkComparison) -> list[dict[str, object]]:
    """A comparison of frameworks as plain data, one entry for each two of them."""
    return [
        {
            "first": pair.first,
            "second": pair.second,
            "items": pair.items,
            "tau": pair.tau,
            "moves": [_move_data(move) for move in pair.moves],
        }
        for pair in comparison
    ]


def _move_data(move: RankDifference) -> Mapping[str, object]:
    return {
        "id": move.initiative.id,
        "first": move.first,
        "second": move.second,
        **{
            name: {
                "framework": reason.method,
                "term": reason.term,
                "value": reason.value,
                "place": reason.place,
            }
            for name, reason in (("lifted_by", move.lifted_by), ("held_by", move.held_by))
        },
    }


def _notes(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"  {line}" for line in lines)


def _override(item: Ranked) -> Iterator[str]:
    if item.override is not None:
        computed = "nothing" if item.computed is None else number_text(item.computed)
        reason = one_line(item.override.reason)
        yield f"{item.initiative.id}: {number_text(item.override.score)} instead of {computed}: {reason}"


def _ties(ranking: Ranking) -> Iterator[str]:
    tied = (item for item in ranking if item.tie_break is not None)
    for (_, score, tie_break), items in groupby(tied, key=lambda item: (item.group, item.score, item.tie_break)):
        names = ", ".join(item.initiative.id for item in items)
        yield f"{names} ({number_text(score)}): {tie_verdict(tie_break)}"


def _reason(reason: TermRank) -> str:
    return f"{reason.term} {cell_text(reason.value)} ({reason.method}, {reason.place} of {reason.of})"
