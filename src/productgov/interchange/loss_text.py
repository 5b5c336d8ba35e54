"""A loss report as text and as JSON: equal losses together, with how often and where first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from productgov.escaping import escaped
from productgov.interchange.losses import Losses, Refused
from productgov.wording import counted, listed, quoted_value

__all__ = ["conflicts_text", "loss_data", "loss_text", "refused_data"]

_MOST_ROWS = 5
_MOST_COLUMNS = 12


def loss_text(losses: Losses) -> str:
    """The report as text, each line with its end."""
    return "".join(f"{line}\n" for line in _lines(losses))


def _lines(losses: Losses) -> Iterator[str]:
    yield f"{counted(losses.rows, 'row')}, {losses.read} read"
    yield from (f"note: {escaped(note)}" for note in losses.notes)
    if losses.skipped:
        yield f"{counted(len(losses.skipped), 'row')} not read:"
        yield from _grouped((escaped(one.reason), one.row) for one in losses.skipped)
    if losses.refused:
        yield f"{counted(len(losses.refused), 'value')} not taken over:"
        yield from _refused(losses.refused)
    if losses.dangling:
        yield f"{counted(len(losses.dangling), 'reference')} to nothing in the file:"
        yield from _grouped((f"{one.field} {quoted_value(one.name)}: {one.reason}", one.row) for one in losses.dangling)
    if losses.unread:
        names = [f"{_name(one.column, one.position)} ({one.values})" for one in losses.unread]
        shown = names[:_MOST_COLUMNS] + ([f"{len(names) - _MOST_COLUMNS} more"] if len(names) > _MOST_COLUMNS else [])
        yield f"{counted(len(names), 'column')} not read, with so many values: {', '.join(shown)}"
    if losses.omitted:
        yield f"further losses that were only counted: {losses.omitted}"


def conflicts_text(conflicts: Sequence[Refused]) -> str:
    """What contradicts a document as text, each line with its end; empty where nothing does."""
    if not conflicts:
        return ""
    lines = (f"{counted(len(conflicts), 'value')} left as the document has it:", *_refused(conflicts))
    return "".join(f"{line}\n" for line in lines)


def _refused(refused: Iterable[Refused]) -> Iterator[str]:
    groups: dict[tuple[str, str, str], list[tuple[int, str]]] = defaultdict(list)
    for one in refused:
        groups[one.column, one.field, one.reason].append((one.row, one.value))
    for (column, field, reason), places in groups.items():
        row, value = places[0]
        where = f"{quoted_value(column)} for {field}" if column else field
        times = f", {len(places)} times" if len(places) > 1 else ""
        yield f"  {where}: {escaped(reason)}: row {row} {quoted_value(value)}{times}"


def _grouped(reasons: Iterable[tuple[str, int]]) -> Iterator[str]:
    groups: dict[str, list[int]] = defaultdict(list)
    for reason, row in reasons:
        groups[reason].append(row)
    yield from (f"  {reason}: {_rows(rows)}" for reason, rows in groups.items())


def _rows(rows: Sequence[int]) -> str:
    shown = [str(row) for row in rows[:_MOST_ROWS]]
    more = [f"{len(rows) - _MOST_ROWS} more"] if len(rows) > _MOST_ROWS else []
    return f"{'row' if len(rows) == 1 else 'rows'} {listed([*shown, *more])}"


def _name(column: str, position: int) -> str:
    return escaped(" ".join(column.split())) or f"column {position}"


def loss_data(losses: Losses) -> dict[str, object]:
    """The report as plain data for JSON."""
    return {
        "rows": losses.rows,
        "read": losses.read,
        "skipped": [{"row": one.row, "reason": one.reason} for one in losses.skipped],
        "refused": refused_data(losses.refused),
        "unread": [{"column": one.column, "position": one.position, "values": one.values} for one in losses.unread],
        "dangling": [
            {"row": one.row, "field": one.field, "name": one.name, "reason": one.reason} for one in losses.dangling
        ],
        "notes": list(losses.notes),
        "omitted": losses.omitted,
    }


def refused_data(refused: Iterable[Refused]) -> list[dict[str, object]]:
    """Values that were not taken over, as plain data for JSON."""
    return [
        {"row": one.row, "column": one.column, "field": one.field, "value": one.value, "reason": one.reason}
        for one in refused
    ]
