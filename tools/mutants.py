#!/usr/bin/env python3
"""How many mutants the tests notice: `.venv/bin/python tools/mutants.py [ROOM …] [--sample N [--seed S] | --all]`.

A mutant is the package with one small change of behaviour; see tools/mutations.py. It is killed when a test of its room
fails, or does not end. The rooms, their tests, the sample and the score that is required are in pyproject.toml. Each
mutant runs in a process of its own, forked after the test libraries were imported, one at a time. It is imported from
memory: no file is changed. Ctrl-C ends the tests that run, and what they started. Needs a system that can fork.
"""

import argparse
import importlib.abc
import importlib.machinery
import importlib.util
import os
import random
import resource
import signal
import sys
import tomllib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tools.mutations import Mutation, mutations  # noqa: E402 - it is found by the line above

SOURCES = ROOT / "src"
_OPTIONS = ("-x", "-q", "-n0", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
_LONGEST = 3600
"""The seconds after which a test run is ended that waits and does not compute."""
_MOST_MEMORY = 4 * 2**30


@dataclass(frozen=True, kw_only=True)
class Room:
    """A part of the package with the tests that have to notice its mutants."""

    name: str
    path: Path
    tests: tuple[str, ...]

    def mutants(self) -> list[tuple[Path, Mutation]]:
        files = [self.path] if self.path.is_file() else sorted(self.path.rglob("*.py"))
        return [(file, mutation) for file in files for mutation in mutations(file.read_text("utf-8"))]


class MutatedSource(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a changed source."""

    def __init__(self, file: Path, source: str) -> None:
        parts = file.relative_to(SOURCES).with_suffix("").parts
        self._name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self._file, self._source = file, source

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._name:
            return None
        package = self._file.name == "__init__.py"
        return importlib.util.spec_from_file_location(
            fullname, self._file, loader=self, submodule_search_locations=[str(self._file.parent)] if package else None
        )

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._source, str(self._file), "exec"), module.__dict__)  # noqa: S102 - our own source


def passes(tests: Iterable[str], seconds: int, changed: tuple[Path, Mutation] | None = None) -> bool:
    """Whether the tests pass, in a process of their own, within so many seconds of computing."""
    child = os.fork()
    if child == 0:
        _become(tests, seconds, changed)
    try:
        # A group of its own, so that everything the tests start ends with them, on Ctrl-C too.
        os.setpgid(child, child)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)


def _become(tests: Iterable[str], seconds: int, changed: tuple[Path, Mutation] | None) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    signal.alarm(_LONGEST)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(silence, stream)
    sys.path.insert(0, str(SOURCES))
    os.environ["PYTHONPATH"] = str(SOURCES)
    if changed:
        sys.meta_path.insert(0, MutatedSource(changed[0], changed[1].source))
    try:
        status = int(pytest.main([*_OPTIONS, *tests]))
    except BaseException:  # noqa: BLE001 - whatever a mutant does, it is killed
        status = 1
    os._exit(status)


def score_of(room: Room, sample: int | None, seed: int) -> tuple[int, int]:
    """How many of the mutants of a room were killed, and how many were tried; the survivors are printed."""
    mutants = room.mutants()
    tried = mutants
    if sample is not None and sample < len(mutants):
        numbers = random.Random(seed).sample(range(len(mutants)), sample)  # noqa: S311 - a sample, no secret
        tried = [mutants[number] for number in sorted(numbers)]
    begun = _computed()
    if not passes(room.tests, _LONGEST):
        sys.exit(f"the tests of {room.name} fail without any mutant")
    limit = 10 + 5 * int(_computed() - begun)
    killed = 0
    for file, mutation in tried:
        if passes(room.tests, limit, (file, mutation)):
            place = f"{file.relative_to(ROOT)}:{mutation.line}"
            _say(f"survived {place}: {mutation.before} -> {mutation.after}")
        else:
            killed += 1
    share = f"{len(tried)} mutants" if tried is mutants else f"{len(tried)} mutants, a sample of {len(mutants)}"
    _say(f"{room.name}: killed {killed} of {share}")
    return killed, len(tried)


def _computed() -> float:
    """The seconds that the children have computed so far, which do not depend on what else the machine does."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutants"]
    rooms = {
        name: Room(name=name, path=SOURCES / "productgov" / name, tests=tuple(str(ROOT / test) for test in tests))
        for name, tests in settings["rooms"].items()
    }
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"by default all: {', '.join(rooms)}")
    parser.add_argument("--sample", type=int, default=settings["sample"], help="the most mutants to try of a room")
    parser.add_argument("--seed", type=int, default=settings["seed"], help="another number for another sample")
    parser.add_argument("--all", action="store_true", help="try every mutant")
    arguments = parser.parse_args()
    if arguments.sample < 1:
        parser.error("a sample has one mutant or more")
    if unknown := set(arguments.rooms) - set(rooms):
        parser.error(f"no such room: {', '.join(sorted(unknown))}")
    os.chdir(ROOT)
    os.environ["HYPOTHESIS_PROFILE"] = "quick"
    _import_test_libraries()
    sample, seed = None if arguments.all else arguments.sample, arguments.seed
    scores = [score_of(rooms[name], sample, seed) for name in arguments.rooms or rooms]
    killed, tried = map(sum, zip(*scores, strict=True))
    score = 100 * killed / tried
    _say(f"score: {score:.1f} % ({killed} of {tried}, seed {seed}); {settings['score']} % are required")
    sys.exit(score < settings["score"])


def _import_test_libraries() -> None:
    """Import what all tests need and no mutant changes: hypothesis without its plug-ins, which import the package."""
    os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"
    for name in (
        "hypothesis.strategies",
        "cattrs",
        "dateutil.rrule",
        "msgspec",
        "yaml",
        "ruamel.yaml",
        "sybil",
        "xdist",
    ):
        importlib.import_module(name)
    imported = [name for name in sys.modules if name.partition(".")[0] == "productgov"]
    if imported:
        sys.exit(f"{imported[0]} was imported before it could be changed")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
