"""Interleaved timing: in each round every contender runs once, so that they share whatever else the machine does."""

import gc
import math
import tracemalloc
from collections.abc import Callable, Mapping
from statistics import median
from time import process_time

__all__ = ["Rounds", "bytes_held", "growth", "timed"]

Task = Callable[[], object]
LEAST = 0.02
"""Seconds that one sample takes at the least; short tasks are repeated."""


class Rounds:
    """What each contender took in each round, in seconds of this process's own time."""

    def __init__(self, samples: Mapping[str, list[float]]) -> None:
        self.samples = samples

    def seconds(self, name: str) -> float:
        """The median of one contender."""
        return median(self.samples[name])

    def ratio(self, name: str, over: str) -> float:
        """The median, over the rounds, of the time of one contender over that of another in the same round."""
        return median(mine / other for mine, other in zip(self.samples[name], self.samples[over], strict=True))


def timed(tasks: Mapping[str, Task], rounds: int) -> Rounds:
    """Run every task once in each round, beginning with another in each; the first round is thrown away."""
    repeats = {name: _repeats(task) for name, task in tasks.items()}
    samples: dict[str, list[float]] = {name: [] for name in tasks}
    names = list(tasks)
    for number in range(rounds):
        for place in range(len(names)):
            name = names[(number + place) % len(names)]
            samples[name].append(_sample(tasks[name], repeats[name]))
    return Rounds(samples)


def _repeats(task: Task) -> int:
    task()
    return max(1, math.ceil(LEAST / max(_sample(task, 1), 1e-6)))


def _sample(task: Task, repeats: int) -> float:
    gc.collect()
    if repeats == 1:
        start = process_time()
        result = task()
        took = process_time() - start
        del result
        return took
    start = process_time()
    for _ in range(repeats):
        task()
    return (process_time() - start) / repeats


def bytes_held(task: Task) -> int:
    """The memory that the result of a task holds."""
    task()
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    result = task()
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del result
    return after - before


def growth(small: float, large: float, times: float) -> float:
    """The exponent with which something grows: 1 is linear."""
    return math.log(large / small) / math.log(times)
