"""Work that an executor does in chunks: results in order, few chunks under way, and nothing lost with a worker."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

__all__ = ["in_order"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_order(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    executor: Executor | None,
    *,
    lost: Callable[[Item, Exception], Result],
    chunk: int,
    window: int,
) -> Iterator[Result]:
    """The result for each item, in the order of the items; nothing is done before it is asked for.

    Where a worker is lost, each item of its chunk is tried once more, by itself; so an item that ends its worker takes
    no other along. An executor that broke is replaced by processes of our own, started in the same way.

    Args:
        work: what to do with an item; it must be picklable where the executor has processes.
        items: the items; not more of them are taken than are under way.
        executor: who does it; None for this process.
        lost: the result for an item that ended two workers, from the error that told of the second.
        chunk: how many items a worker gets at once.
        window: how many chunks are under way.

    Raises:
        Exception: what `work` raised, after the results of the items before.
    """
    if executor is None:
        yield from map(work, items)
        return
    workers = _Workers(executor)
    waiting: deque[tuple[Sequence[Item], Future[_Done[Result]]]] = deque()
    chunks = _chunks(items, chunk)
    try:
        while True:
            for each in islice(chunks, window - len(waiting)):
                waiting.append((each, workers.submit(work, each)))
            if not waiting:
                return
            each, future = waiting.popleft()
            yield from _results(workers, work, each, future, lost)
    finally:
        for _, future in waiting:
            future.cancel()
        workers.close()


class _Done(NamedTuple, Generic[Result]):
    """The results of the first items of a chunk, and what `work` raised for the next, if it did."""

    results: list[Result]
    error: Exception | None = None


class _Workers:
    """An executor, and what replaces it when it broke."""

    def __init__(self, executor: Executor) -> None:
        self._given = executor
        self._own: Executor | None = None

    def submit(self, work: Callable[[Item], Result], chunk: Sequence[Item]) -> "Future[_Done[Result]]":
        try:
            return (self._own or self._given).submit(_done, work, chunk)
        except BrokenExecutor:
            self.close()
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to import, and seldom needed

            # A script may rely on how its processes are started; the executor does not say it in public.
            self._own = ProcessPoolExecutor(mp_context=getattr(self._given, "_mp_context", None))
            return self._own.submit(_done, work, chunk)

    def close(self) -> None:
        if self._own:
            self._own.shutdown(cancel_futures=True)


def _results(
    workers: _Workers,
    work: Callable[[Item], Result],
    chunk: Sequence[Item],
    future: "Future[_Done[Result]]",
    lost: Callable[[Item, Exception], Result],
) -> Iterator[Result]:
    """The results of a chunk; item by item where its worker was lost."""
    try:
        done = future.result()
    except Exception:  # noqa: BLE001 - what a lost worker raises is the executor's own; `work` raises nothing here
        for item in chunk:
            yield from _alone(workers, work, item, lost)
        return
    yield from done.results
    if done.error:
        raise done.error


def _alone(
    workers: _Workers,
    work: Callable[[Item], Result],
    item: Item,
    lost: Callable[[Item, Exception], Result],
) -> Iterator[Result]:
    try:
        done = workers.submit(work, [item]).result()
    except Exception as error:  # noqa: BLE001 - as above
        yield lost(item, error)
        return
    yield from done.results
    if done.error:
        raise done.error


def _done(work: Callable[[Item], Result], chunk: Sequence[Item]) -> _Done[Result]:
    results: list[Result] = []
    for item in chunk:
        try:
            results.append(work(item))
        except Exception as error:  # noqa: BLE001 - the other side raises it
            return _Done(results, error)
    return _Done(results)


def _chunks(items: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk
