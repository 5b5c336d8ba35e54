"""Results come in order, few chunks are under way, and a lost worker loses nothing."""

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.batches.window import in_order
from tests.batches.workers import double, end_on, fail_on

SPAWN = multiprocessing.get_context("spawn")


class Later(Executor):
    """Does nothing before a result is asked for, and counts what is under way."""

    def __init__(self) -> None:
        self.under_way = self.most = 0
        self.cancelled = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        return Asked(self, partial(fn, *args, **kwargs))


class Asked(Future[Any]):
    def __init__(self, executor: Later, work: Callable[[], Any]) -> None:
        super().__init__()
        self._executor, self._work = executor, work

    def result(self, timeout: float | None = None) -> Any:
        self._executor.under_way -= 1
        return self._work()

    def cancel(self) -> bool:
        self._executor.cancelled += 1
        return super().cancel()


def gone(item: int, error: Exception) -> int:
    return -item


def results(
    executor: Executor | None, count: int, *, chunk: int = 3, window: int = 2, work: Callable[[int], int] = double
) -> Iterator[int]:
    return in_order(work, range(count), executor, lost=gone, chunk=chunk, window=window)


@given(count=st.integers(0, 40), chunk=st.integers(1, 12), window=st.integers(1, 6))
def test_an_executor_gives_what_this_process_gives(count: int, chunk: int, window: int) -> None:
    executor = Later()
    assert list(results(executor, count, chunk=chunk, window=window)) == list(results(None, count))
    assert executor.most <= window
    assert executor.under_way == 0


def test_items_are_not_read_ahead_further_than_the_window() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    found = in_order(double, items(), Later(), lost=gone, chunk=3, window=2)
    assert taken == []
    assert next(found) == 0
    assert len(taken) == 6


def test_what_is_under_way_is_cancelled_when_nobody_wants_the_rest() -> None:
    executor = Later()
    found = in_order(double, range(100), executor, lost=gone, chunk=3, window=4)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert executor.cancelled == 3


@pytest.mark.parametrize("executor", [None, Later()])
def test_an_error_is_raised_after_the_results_before_it(executor: Executor | None) -> None:
    found = results(executor, 10, work=partial(fail_on, bad=4))
    assert [next(found) for _ in range(4)] == [0, 2, 4, 6]
    with pytest.raises(ValueError, match="no 4"):
        next(found)


def test_threads_do_as_well() -> None:
    with ThreadPoolExecutor(2) as executor:
        assert list(results(executor, 20)) == [2 * number for number in range(20)]


@pytest.mark.skipif(sys.platform == "win32", reason="processes end otherwise")
def test_an_item_that_ends_its_process_takes_no_other_along() -> None:
    with ProcessPoolExecutor(1, mp_context=SPAWN) as executor:
        found = list(results(executor, 8, chunk=4, work=partial(end_on, bad=2)))
    assert found == [0, 2, -2, 6, 8, 10, 12, 14]


class Forgetful(Later):
    """Loses each chunk the first time, and raises an error of its own for it, as the executors of clusters do."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future = super().submit(fn, *args, **kwargs)
        if len(args[1]) > 1:
            future.result = self._lose  # type: ignore[method-assign]
        return future

    def _lose(self, timeout: float | None = None) -> Any:
        self.under_way -= 1
        raise RuntimeError("worker is gone")


def test_nothing_of_a_lost_chunk_is_lost_and_nothing_is_there_twice() -> None:
    assert list(results(Forgetful(), 10)) == [2 * number for number in range(10)]


def test_an_error_after_a_loss_is_raised_too() -> None:
    found = results(Forgetful(), 10, work=partial(fail_on, bad=4))
    assert [next(found) for _ in range(4)] == [0, 2, 4, 6]
    with pytest.raises(ValueError, match="no 4"):
        next(found)
