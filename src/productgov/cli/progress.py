"""A bar on a terminal that shows how far a command is, when it takes longer than people like to wait in the dark."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

__all__ = ["with_progress"]

Item = TypeVar("Item")

_PATIENCE = 2.0
"""The seconds after which the bar appears."""


def with_progress(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """The items; after two seconds with a bar on standard error, where that is a terminal and rich is installed.

    Args:
        items: what the command works on; each counts as done when the next one is asked for.
        total: how many there are.
        doing: what is done, such as "checking".
    """
    rest = iter(items)
    if sys.stderr is not None and sys.stderr.isatty():
        end = monotonic() + _PATIENCE
        done = 0
        for done, item in enumerate(rest, start=1):
            yield item
            if monotonic() > end:
                rest = _with_bar(rest, done, total, doing)
                break
    yield from rest


def _with_bar(rest: Iterator[Item], done: int, total: int, doing: str) -> Iterator[Item]:
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra, needed only on a terminal
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    except ImportError:
        yield from rest
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=total, completed=done)
        for item in rest:
            yield item
            progress.advance(task)
