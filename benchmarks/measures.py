"""The measurements: rows of interleaved timing, imports in fresh processes, memory, growth."""

import os
import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks import documents, tasks
from benchmarks.timing import Rounds, bytes_held, timed

__all__ = ["Measured", "import_seconds", "measure", "memory", "yaml_rounds"]

ROUNDS = {10: 25, 1_000: 21, 10_000: 7, 100_000: 3}
IMPORTS = {
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
            if size <= tasks.LARGEST.get(row, size):
                yield Measured(row, size, timed(make(size), ROUNDS[size]))


def yaml_rounds(size: int) -> Rounds:
    return timed(tasks.yaml_tasks(size), rounds=5)


def memory(size: int) -> dict[str, float]:
    """Bytes held for each initiative and its share of the rest."""
    return {name: bytes_held(task) / size for name, task in tasks.loaders(size).items()}


def import_seconds(rounds: int = 15) -> dict[str, list[float]]:
    """What each import takes in a fresh process, from compiled modules; in each round, every one in turn."""
    text = tasks.text_of(documents.document(10))
    taken: dict[str, list[float]] = {name: [] for name in IMPORTS}
    with TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}
        for number in range(rounds + 1):
            for name, statement in IMPORTS.items():
                script = f"import time; text = {text!r}; start = time.perf_counter(); {statement}; {PRINT}"
                command = [sys.executable, "-c", script]
                ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
                if number:
                    taken[name].append(float(ran.stdout))
    return taken


def paired(taken: dict[str, list[float]], name: str, over: str) -> float:
    """The median of the ratios in the same round."""
    return median(mine / other for mine, other in zip(taken[name], taken[over], strict=True))
