"""Run the benchmark: `python -m benchmarks [--quick] [--write]`."""

import argparse
from pathlib import Path

from benchmarks.measures import Measured, import_seconds, measure, memory, yaml_rounds
from benchmarks.report import render

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
MARK = "<!-- what follows is written by python -m benchmarks --write -->\n"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out 100,000 initiatives")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/performance.md")
    arguments = parser.parse_args()
    sizes = (10, 1_000, 10_000) if arguments.quick else (10, 1_000, 10_000, 100_000)
    imports = import_seconds()
    measured: list[Measured] = []
    for one in measure(sizes):
        print(f"measured: {one.row}, {one.size:,}", flush=True)
        measured.append(one)
    report = render(measured, yaml_rounds(10_000), memory(10_000), imports)
    print(report)
    if arguments.write:
        before, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
        PAGE.write_text(f"{before}{MARK}\n{report}", encoding="utf-8")


main()
