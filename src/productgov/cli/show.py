"""`productgov show`: show the board."""

import argparse

from productgov.cli.arguments import add_as_of, add_file
from productgov.cli.command import Command
from productgov.cli.files import governance_of
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.cli.terminal import show_text
from productgov.views.board import board_text

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    add_file(parser)
    add_as_of(parser)
    parser.add_argument("--trace", action="store_true", help="also show what serves each strategic pillar")


def _run(arguments: argparse.Namespace) -> int:
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    show_text(board_text(governance, as_of=arguments.as_of, with_trace=arguments.trace) + "\n")
    return NO_ERROR


COMMAND = Command(
    name="show",
    help="show the board",
    description="Show the vision, the roadmap in four columns with owners and dates, the objectives, the metrics, the "
    "load of the teams, the decisions in force and the reviews.",
    configure=_configure,
    run=_run,
)
