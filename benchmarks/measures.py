"""The measurements: rows of interleaved timing, imports in fresh processes, memory, growth."""

import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from benchmarks import documents, tasks
from benchmarks.timing import Rounds, bytes_held, timed

__all__ = ["Measured", "import_seconds", "measure", "memory", "yaml_rounds"]

ROUNDS = {10: 25, 1_000: 15, 10_000: 7, 100_000: 3}
IMPORTS = {
    "bare Python": "pass",
    "import productgov": "import productgov",
    "import productgov, load one document": "import productgov as pg; pg.loads(text)",
    "import and build the pydantic model": "import benchmarks.peers_pydantic",
    "import and build the msgspec model": "import benchmarks.peers_msgspec",
}
PRINT = "print(time.perf_counter() - start)"


class Measured(NamedTuple):
    """The rounds of one row at one size."""

    row: str
    size: int
    rounds: Rounds


def measure(sizes: tuple[int, ...]) -> Iterator[Measured]:
    """Every row at every size."""
    for size in sizes:
        for row, make in tasks.ROWS.items():
            yield Measured(row, size, timed(make(size), ROUNDS[size]))


def yaml_rounds(size: int) -> Rounds:
    return timed(tasks.yaml_tasks(size), rounds=5)


def memory(size: int) -> dict[str, float]:
    """Bytes held for each initiative and its share of the rest."""
    return {name: bytes_held(task) / size for name, task in tasks.loaders(size).items()}


def import_seconds(rounds: int = 15) -> dict[str, list[float]]:
    """What each import takes in a fresh process; in each round, every one in turn."""
    text = tasks.text_of(documents.document(10))
    taken: dict[str, list[float]] = {name: [] for name in IMPORTS}
    for _ in range(rounds):
        for name, statement in IMPORTS.items():
            script = f"import time; text = {text!r}; start = time.perf_counter(); {statement}; {PRINT}"
            ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
            taken[name].append(float(ran.stdout))
    return taken


def paired(taken: dict[str, list[float]], name: str, over: str) -> float:
    """The median of the ratios in the same round."""
    return median(mine / other for mine, other in zip(taken[name], taken[over], strict=True))
