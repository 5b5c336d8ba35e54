"""The history of a document as text, and as Markdown."""

from collections.abc import Iterator, Mapping, Sequence

from productgov.changes.history import History, ItemHistory
from productgov.views.layout import cut, hanging
from productgov.views.markdown import markdown_text
from productgov.views.tables import Cell, cell_text, table_lines
from productgov.wording import counted, listed, number_text

__all__ = ["history_markdown", "history_rows", "history_text"]

_LONGEST_ID = 26
_PLACES = ("now", "next", "later", "future", "backlog")
_MOST_NAMES = 8


def history_text(history: History) -> str:
    """What became of the promises, the items and the plans of each period, at most 80 columns wide.

    Args:
        history: what `history` found.
    """
    lines = [line for paragraph in _summary(history) for line in hanging("", paragraph)]
    for title, rows in _tables(history):
        lines += ["", title, *table_lines([_shortened(row) for row in rows])]
    return "\n".join([*lines, "", _last_line(history)])


def history_markdown(history: History) -> str:
    """The same in Markdown, to paste into a review.

    Args:
        history: what `history` found.
    """
    lines = [f"## History of {markdown_text(history.name)}", ""]
    lines += [f"- {markdown_text(paragraph)}" for paragraph in _summary(history)]
    for title, rows in _tables(history):
        lines += ["", f"### {title}", "", *_markdown_table(rows)]
    return "\n".join([*lines, "", _last_line(history)])


def history_rows(history: History) -> list[dict[str, Cell]]:
    """What became of each item, one row each, for a spreadsheet.

    Args:
        history: what `history` found.
    """
    return [_row(item) for item in history.items]


def _summary(history: History) -> Iterator[str]:
    first, last = history.versions[0].day, history.versions[-1].day
    versions = f"{history.listed:,} {'version' if history.listed == 1 else 'versions'}"
    yield f"{history.name}: {len(history.versions):,} of {versions} read, from {first} to {last}"
    if history.is_shallow:
        yield (
            "This is a shallow clone: its history begins too late. Fetch all commits: git fetch --unshallow, or"
            " fetch-depth: 0 in a workflow."
        )
    if history.skipped:
        one = history.skipped[-1]
        yield (
            f"{counted(len(history.skipped), 'version')} cannot be read and {_were(len(history.skipped))} skipped; the"
            f" last one, {one.version.commit[:10]} of {one.version.day}: {one.reason}"
        )
    progress = history.progress
    if progress.due:
        slip = "" if progress.median_slip is None else f"; median slip {_days(progress.median_slip)}"
        promises = counted(progress.due, "first promise")
        yield f"Of {promises} come due, {progress.delivered} delivered, {progress.on_time} on time{slip}"
    if history.withdrawn:
        names = [item.id for item in history.withdrawn]
        more = [f"{len(names) - _MOST_NAMES} more"] if len(names) > _MOST_NAMES else []
        yield f"Promised, and then dropped or removed: {listed([*names[:_MOST_NAMES], *more])}"


def _tables(history: History) -> Iterator[tuple[str, Sequence[Mapping[str, Cell]]]]:
    promised = [item for item in history.items if item.first_promise is not None]
    promised.sort(key=lambda item: -(item.slip or 0))
    if promised:
        yield "Promises", [_promise(item) for item in promised]
    yield "Days in each list", [_stays(item) for item in history.items]
    periods: list[dict[str, Cell]] = [
        {
            "period": each.period,
            "planned": len(each.planned),
            "kept": len(each.kept),
            "added": len(each.added),
            "left": len(each.left),
            "delivered": len(each.delivered),
            "re-ranked": each.reranked,
            "re-plans": each.replans,
        }
        for each in history.periods
    ]
    yield "Plans for now", periods


def _promise(item: ItemHistory) -> dict[str, Cell]:
    return {
        "item": item.id,
        "promised": str(item.first_promise),
        "due": str(item.delivered or item.due or ""),
        "slip": item.slip,
        "re-plans": len(item.replans),
        "list": item.place or "gone",
    }


def _stays(item: ItemHistory) -> dict[str, Cell]:
    days = dict(item.stays)
    return {"item": item.id, "moves": len(item.moves) - 1, **{place: days.get(place, 0) for place in _PLACES}}


def _row(item: ItemHistory) -> dict[str, Cell]:
    days = dict(item.stays)
    return {
        "id": item.id,
        "title": item.title,
        "list": item.place or "gone",
        "status": item.status.value if item.status else None,
        "since": str(item.since),
        "first_promise": str(item.first_promise) if item.first_promise else None,
        "promised_on": str(item.promised_on) if item.promised_on else None,
        "due": str(item.due) if item.due else None,
        "delivered": str(item.delivered) if item.delivered else None,
        "slip_days": item.slip,
        "replans": len(item.replans),
        "moves": len(item.moves) - 1,
        **{f"days_in_{place}": days.get(place, 0) for place in _PLACES},
        "withdrawn": item.withdrawn,
    }


def _shortened(row: Mapping[str, Cell]) -> dict[str, Cell]:
    return {name: cut(cell, _LONGEST_ID) if isinstance(cell, str) else cell for name, cell in row.items()}


def _markdown_table(rows: Sequence[Mapping[str, Cell]]) -> Iterator[str]:
    if not rows:
        return
    yield f"| {' | '.join(rows[0])} |"
    yield f"| {' | '.join('---' if index == 0 else '---:' for index in range(len(rows[0])))} |"
    for row in rows:
        yield f"| {' | '.join(markdown_text(cell_text(cell)) for cell in row.values())} |"


def _days(count: float) -> str:
    return f"{number_text(count)} {'day' if count == 1 else 'days'}"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _last_line(history: History) -> str:
    return f"days are counted to {history.as_of}"
