"""The report: tables in Markdown, and the goals with what was reached."""

import itertools
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median

from benchmarks.measures import Measured, paired
from benchmarks.timing import Rounds, growth

__all__ = ["render"]

PACKAGES = ("attrs", "msgspec", "pydantic", "PyYAML")
Taken = dict[str, list[float]]


def render(measured: list[Measured], yaml: Rounds, memory: dict[str, float], imports: Taken) -> str:
    """The whole report."""
    by_row = {(one.row, one.size): one.rounds for one in measured}
    parts = [_setting(), _goals(by_row, yaml, memory, imports), *_rows(measured), _imports(imports), _memory(memory)]
    return "\n".join([*parts, _growth(measured)])


def _setting() -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d}: {platform.python_implementation()} {platform.python_version()} on"
        f" {platform.system()} {platform.machine()}; {versions}.\n"
    )


def _goals(by_row: dict[tuple[str, int], Rounds], yaml: Rounds, memory: dict[str, float], imports: Taken) -> str:
    def ratio(row: str, size: int, name: str, over: str) -> float:
        rounds = by_row.get((row, size))
        return rounds.ratio(name, over) if rounds else float("nan")

    def exponent(row: str, name: str) -> float:
        rounds = [by_row[row, size].seconds(name) for size in (1_000, 100_000) if (row, size) in by_row]
        return growth(rounds[0], rounds[1], 100) if len(rounds) == 2 else float("nan")

    held = memory["ours"] / memory["msgspec"]
    imported = paired(imports, "import productgov", "import and build the pydantic model")
    goals = [
        ("load, times faster than pydantic, 10 initiatives", "≥ 1.2", ratio("load", 10, "pydantic", "ours")),
        ("the same, 1,000", "≥ 1.5", ratio("load", 1_000, "pydantic", "ours")),
        ("the same, 10,000", "≥ 1.5", ratio("load", 10_000, "pydantic", "ours")),
        ("load, time over msgspec, as strict, 10,000", "≤ 3", ratio("load", 10_000, "ours", "msgspec")),
        ("load, time over msgspec, limits only, 10,000", "", ratio("load", 10_000, "ours", "msgspec, limits only")),
        ("dump, times faster than pydantic, 1,000", "≥ 1.3", ratio("dump", 1_000, "pydantic", "ours")),
        (
            "all errors, with lines, time over pydantic, 10,000",
            "≤ 1.0",
            ratio("all errors", 10_000, "ours", "pydantic"),
        ),
        ("check, time over load, 10,000", "≤ 3", ratio("check, rank", 10_000, "check", "load")),
        ("memory held over msgspec, 10,000", "≤ 1.1", held),
        ("import over import and build of the pydantic model", "≤ 0.5", imported),
        ("YAML with positions over libyaml's bare events, 10,000", "≤ 1.5", yaml.ratio("ours", "events")),
        ("growth of load, 1,000 to 100,000 (exponent)", "≤ 1.15", exponent("load", "ours")),
        ("growth of check, 1,000 to 100,000 (exponent)", "≤ 1.15", exponent("check, rank", "check")),
    ]
    lines = ["## Goals", "", "| | goal | reached |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {what} | {goal} | {reached:.2f} |" for what, goal, reached in goals), ""])


def _rows(measured: list[Measured]) -> Iterator[str]:
    for row in dict.fromkeys(one.row for one in measured):
        of_row = [one for one in measured if one.row == row]
        names = list(of_row[0].rounds.samples)
        head = " | ".join(names)
        yield f"## {row[0].upper()}{row[1:]}\n\n| initiatives | {head} |\n|---|{'---|' * len(names)}"
        for one in of_row:
            cells = (_cell(one.rounds, name, names[0]) for name in names)
            yield f"| {one.size:,} | {' | '.join(cells)} |"
        yield ""


def _cell(rounds: Rounds, name: str, first: str) -> str:
    milliseconds = rounds.seconds(name) * 1000
    taken = f"{milliseconds:,.0f} ms" if milliseconds >= 100 else f"{milliseconds:.3g} ms"
    return taken if name == first else f"{taken} ({rounds.ratio(name, first):.2f} ×)"


def _imports(imports: Taken) -> str:
    lines = ["## Import, in fresh processes", "", "| | time |", "|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {median(taken) * 1000:.1f} ms |" for name, taken in imports.items()), ""])


def _memory(memory: dict[str, float]) -> str:
    lines = ["## Memory held for each initiative, with its share of the rest (10,000)", "", "| | bytes |", "|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {held:,.0f} |" for name, held in memory.items()), ""])


def _growth(measured: list[Measured]) -> str:
    lines = ["## Growth, as exponents between neighbouring sizes (1 is linear)", "", "| | |", "|---|---|"]
    for row in dict.fromkeys(one.row for one in measured):
        of_row = [one for one in measured if one.row == row]
        for name in of_row[0].rounds.samples:
            steps = [
                f"{small.size:,} → {large.size:,}: "
                f"{growth(small.rounds.seconds(name), large.rounds.seconds(name), large.size / small.size):.2f}"
                for small, large in itertools.pairwise(of_row)
            ]
            lines.append(f"| {row}: {name} | {', '.join(steps)} |")
    return "\n".join([*lines, ""])
