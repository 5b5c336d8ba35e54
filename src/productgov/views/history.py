"""The history of a document: what became of the promises, the items and the plans of each period."""

from collections.abc import Iterator
from sys import maxsize

from productgov.changes.history_items import ItemHistory
from productgov.changes.tracing import History
from productgov.views.blocks import MOST_ROWS, Block, Grid, Heading, Paragraph, Value
from productgov.views.markdown import markdown_of
from productgov.views.plain import plain_text
from productgov.wording import counted, listed, number_text

__all__ = ["history_blocks", "history_markdown", "history_text"]

_PLACES = ("now", "next", "later", "future", "backlog")


def history_text(history: History) -> str:
    """What became of the promises, the items and the plans of each period, at most 80 columns wide.

    Args:
        history: what `history` found.
    """
    return plain_text(history_blocks(history, most=maxsize))


def history_markdown(history: History) -> str:
    """The same in Markdown, to paste into a review.

    Args:
        history: what `history` found.
    """
    return markdown_of((Heading(f"History of {history.name}"), *history_blocks(history, most=maxsize)))


def history_blocks(history: History, *, most: int = MOST_ROWS) -> Iterator[Block]:
    """The parts of the display of a history.

    Args:
        history: what `history` found.
        most: how many rows a table has at most.
    """
    yield from map(Paragraph, _summary(history))
    promised = sorted((item for item in history.items if item.first_promise is not None), key=_by_slip)
    if promised:
        yield Heading("Promises", 3)
        yield _grid(("item", "promised", "due", "slip", "re-plans", "list"), list(map(_promise, promised)), most)
    yield Heading("Days in each list", 3)
    yield _grid(("item", "moves", *_PLACES), list(map(_stays, history.items)), most)
    yield Heading("Plans for now", 3)
    head = ("period", "planned", "kept", "added", "left", "delivered", "re-ranked", "re-plans")
    yield Grid(
        head=head,
        rows=tuple(
            (
                each.period,
                *map(len, (each.planned, each.kept, each.added, each.left, each.delivered)),
                each.reranked,
                each.replans,
            )
            for each in history.periods
        ),
    )
    yield Paragraph(f"Days are counted to {history.as_of}.")


def _grid(head: tuple[str, ...], rows: list[tuple[Value, ...]], most: int) -> Grid:
    return Grid(head=head, rows=tuple(rows[:most]), more=max(0, len(rows) - most))


def _summary(history: History) -> Iterator[str]:
    first, last = history.versions[0].day, history.versions[-1].day
    versions = f"{history.listed:,} {'version' if history.listed == 1 else 'versions'}"
    yield f"{history.name}: {len(history.versions):,} of {versions} read, from {first} to {last}."
    if history.is_shallow:
        yield (
            "This is a shallow clone: its history begins too late. Fetch all commits: git fetch --unshallow, or"
            " fetch-depth: 0 in a workflow."
        )
    if history.skipped:
        one = history.skipped[-1]
        yield (
            f"{counted(len(history.skipped), 'version')} could not be read. The last one is {one.version.commit[:10]}"
            f" of {one.version.day}: {one.reason}"
        )
    progress = history.progress
    if progress.due:
        slip = "" if progress.median_slip is None else f"; median slip {_days(progress.median_slip)}"
        promises = counted(progress.due, "first promise")
        yield f"Of {promises} come due, {progress.delivered} delivered, {progress.on_time} on time{slip}."
    if history.withdrawn:
        names = listed([item.id for item in history.withdrawn])
        yield f"Promised, and then dropped or removed: {names}."


def _by_slip(item: ItemHistory) -> int:
    return -(item.slip or 0)


def _promise(item: ItemHistory) -> tuple[Value, ...]:
    day = item.delivered or item.due
    return item.id, item.first_promise, day, item.slip, len(item.replans), item.place or "gone"


def _stays(item: ItemHistory) -> tuple[Value, ...]:
    return item.id, len(item.moves) - 1, *map(item.days_in, _PLACES)


def _days(count: float) -> str:
    return f"{number_text(count)} {'day' if count == 1 else 'days'}"
