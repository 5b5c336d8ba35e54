"""The roadmap as text: four columns where there is room for them, else one list after the other."""

from collections.abc import Iterable, Iterator, Sequence

from productgov.model.initiative import Initiative
from productgov.views.board_lists import BoardItem, BoardList, planned_text, who
from productgov.views.layout import heading, packed, side_by_side, wrap

__all__ = ["roadmap_lines"]

_BETWEEN = " │ "
_FROM = 100
"""The least width for columns: in narrower ones, few ids and titles would fit."""


def roadmap_lines(lists: Sequence[BoardList], method: str, columns: int) -> Iterator[str]:
    """The roadmap with its headings.

    Args:
        lists: the lists of the roadmap.
        method: what it is ranked by; empty where nothing is ranked.
        columns: the most columns that a line may take.
    """
    horizons = lists[:-2]
    yield from heading(f"Roadmap, ranked by {method}" if method else "Roadmap", columns)
    if columns >= _FROM and max(map(len, _ids(horizons)), default=0) <= _column(columns):
        yield from _side_by_side(horizons, _column(columns))
    else:
        for number, each in enumerate(horizons):
            yield from ("",) if number else ()
            yield from wrap(f"{each.name.upper()} {each.title} ({each.days})", columns)
            yield from (line for shown in each.items for line in _entry(shown, columns))
            yield from () if each.items else ("     (nothing)",)
    for each in lists[-2:]:
        if each.items:
            yield from ("", *heading(each.name.capitalize(), columns))
            yield from (line for shown in each.items for line in _entry(shown, columns))


def _entry(shown: BoardItem, columns: int) -> Iterator[str]:
    """An item as lines of their own: position, id and title, then everything else below."""
    item = shown.item
    position = f"#{shown.position}" if shown.position else ""
    head = f"{position:<4} "
    first, *rest = wrap(f"{item.id}: {item.title}", columns - len(head), indent="  ")
    yield f"{head}{first}"
    yield from (f"     {line}" for line in rest)
    indent = " " * len(head)
    for parts in (_about(shown), (*map(str, shown.marks), *_waiting(shown))):
        yield from (f"{indent}  {line}" for line in packed(parts, columns - len(indent) - 2))


def _about(shown: BoardItem) -> tuple[str, ...]:
    item = shown.item
    if not isinstance(item, Initiative):
        return (item.theme or "", item.pillar or "")
    status = "" if item.delivered_date else item.status.value
    return (status, planned_text(item), who(item.owner), item.pillar or "")


def _waiting(shown: BoardItem) -> Iterator[str]:
    if shown.waits_for:
        yield f"waits for {', '.join(shown.waits_for)}"
    if shown.needed_by:
        yield f"needed by {', '.join(shown.needed_by)}"


def _side_by_side(lists: Sequence[BoardList], column: int) -> list[str]:
    cells = [_cell(each, column) for each in lists]
    return side_by_side(cells, column, between=_BETWEEN)


def _cell(board_list: BoardList, column: int) -> list[str]:
    lines = [*wrap(f"{board_list.name.upper()} {board_list.title}", column), "-" * column]
    for index, shown in enumerate(board_list.items):
        lines.extend(["", *_cell_of(shown, column)] if index else _cell_of(shown, column))
    return lines if board_list.items else [*lines, "(nothing)"]


def _cell_of(shown: BoardItem, column: int) -> list[str]:
    item = shown.item
    position = f"#{shown.position} " if shown.position else ""
    texts: Iterable[str] = (f"{position}{item.title}", item.id)
    if isinstance(item, Initiative):
        status = "" if item.delivered_date else f"[{item.status}]"
        texts = (*texts, status, who(item.owner), planned_text(item), item.pillar or "", *map(str, shown.marks))
    else:
        texts = (*texts, item.theme or "", item.pillar or "")
    return [line for text in (*texts, *_waiting(shown)) for line in wrap(text, column)]


def _column(columns: int) -> int:
    return (columns + len(_BETWEEN)) // 4 - len(_BETWEEN)


def _ids(lists: Sequence[BoardList]) -> Iterator[str]:
    """The words with ids that a column has to hold."""
    for each in (item for one in lists for item in one.items):
        yield each.item.id
        yield from (f"{name}," for name in (*each.waits_for, *each.needed_by))
