"""`productgov show`: show the board."""

import argparse
from collections.abc import Iterator
from datetime import date

from productgov.analysis.horizons import resolve_as_of
from productgov.cli.arguments import add_file, iso_date
from productgov.cli.command import Command
from productgov.cli.files import governance_of
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.model.governance import ProductGovernance
from productgov.ranking.ranking import rank
from productgov.views.board import board_lines, heading
from productgov.views.metrics import metric_lines
from productgov.views.reviews import review_lines
from productgov.views.trace import trace_lines

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument(
        "--as-of", type=iso_date, metavar="DATE", help="the day to show; default: the document's asOf, else today"
    )
    parser.add_argument("--trace", action="store_true", help="also show what serves each strategic pillar")


def _run(arguments: argparse.Namespace) -> int:
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    as_of = resolve_as_of(governance, arguments.as_of)
    print("\n".join(_lines(governance, as_of, with_trace=arguments.trace)))
    return NO_ERROR


def _lines(governance: ProductGovernance, as_of: date, *, with_trace: bool) -> Iterator[str]:
    yield from board_lines(governance, as_of, rank(governance).positions())
    yield ""
    yield from heading("Metrics")
    yield from metric_lines(governance, as_of)
    yield ""
    yield from heading("Reviews")
    yield from review_lines(governance, as_of)
    if with_trace:
        yield ""
        yield from heading("From pillar to review")
        yield from trace_lines(governance)


COMMAND = Command(
    name="show",
    help="show the board",
    description="Show the vision, the roadmap in four columns with owners and dates, the metrics and the reviews.",
    configure=_configure,
    run=_run,
)
