"""Inputs that grow, and the counted cost of working on them."""

import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType
from typing import NamedTuple

import attrs

SLACK_EVENTS = 2_000
SLACK_BYTES = 200_000


class Cost(NamedTuple):
    """What a piece of work cost: lines and calls that ran, and the most bytes allocated at once."""

    events: int
    peak: int


@attrs.frozen(kw_only=True)
class Shape:
    """One kind of input that could cost more than it weighs.

    Attributes:
        name: what is long or many in it.
        build: the text of size n, about in proportion to n.
        act: what a user does with the text.
        sizes: three sizes, each twice the one before.
    """

    name: str
    build: Callable[[int], str]
    act: Callable[[str], object]
    sizes: tuple[int, int, int]


def cost(act: Callable[[str], object], text: str) -> Cost:
    """The cost of one act; it is run once before, so that what is made once is not counted."""
    return Cost(events=_events(act, text), peak=_peak(act, text))


def _events(act: Callable[[str], object], text: str) -> int:
    count = 0

    def traced(_frame: FrameType, event: str, _arg: object) -> object:
        nonlocal count
        count += event == "line"
        return traced

    def profiled(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "c_call"

    traced_before, profiled_before = sys.gettrace(), sys.getprofile()
    sys.settrace(traced)  # type: ignore[arg-type]
    sys.setprofile(profiled)
    try:
        act(text)
    finally:
        sys.setprofile(profiled_before)
        sys.settrace(traced_before)
    return count


def _peak(act: Callable[[str], object], text: str) -> int:
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        act(text)
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()


def grows_linearly(small: int, middle: int, large: int, *, slack: int) -> bool:
    """Whether the second doubling adds at most about twice what the first one added.

    What is linear adds twice as much, what is quadratic four times; three is the line between them.
    """
    return large - middle <= 3 * max(middle - small, 0) + slack
