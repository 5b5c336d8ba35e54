"""`productgov show`: show the board."""

import argparse
from datetime import date
from typing import TypedDict

from productgov.cli.arguments import add_as_of, add_file
from productgov.cli.command import Command, Group
from productgov.cli.files import governance_of
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.cli.terminal import BOARD, columns, inert, show_text
from productgov.nearest import nearest
from productgov.views.board import board_text
from productgov.views.pages.board import board_markdown
from productgov.views.selection import SECTIONS, SectionName
from productgov.wording import listed

__all__ = ["COMMAND"]


class _Shown(TypedDict):
    """The arguments of both formats."""

    as_of: date | None
    sections: tuple[SectionName, ...] | None
    owner: str | None
    pillar: str | None
    with_trace: bool


def _configure(parser: argparse.ArgumentParser) -> None:
    add_file(parser)
    add_as_of(parser)
    parser.add_argument(
        "--section",
        type=_sections,
        metavar="SECTIONS",
        help=f"show only these, separated by commas: {', '.join(SECTIONS)}",
    )
    parser.add_argument(
        "--owner", metavar="NAME", help="show only what this person or role owns; the beginning will do"
    )
    parser.add_argument("--pillar", metavar="NAME", help="show only what serves this pillar; the beginning will do")
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="default: text")
    parser.add_argument("--trace", action="store_true", help="also show what serves each strategic pillar")


def _sections(text: str) -> tuple[SectionName, ...]:
    """Names of sections, separated by commas."""
    names = [name.strip() for name in text.split(",")]
    for name in names:
        if name not in SECTIONS:
            near = nearest(name, SECTIONS)
            meant = f"; did you mean {listed(near, 'or')}?" if near else ""
            raise argparse.ArgumentTypeError(f"{name!r} is not a section; there are {', '.join(SECTIONS)}{meant}")
    return tuple(section for section in SECTIONS if section in names)


def _run(arguments: argparse.Namespace) -> int:
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    shown = _Shown(
        as_of=arguments.as_of,
        sections=arguments.section,
        owner=arguments.owner,
        pillar=arguments.pillar,
        with_trace=arguments.trace,
    )
    if arguments.format == "markdown":
        print(inert(f"{board_markdown(governance, **shown)}\n"), end="")
    else:
        show_text(f"{board_text(governance, width=columns(), **shown)}\n", BOARD)
    return NO_ERROR


COMMAND = Command(
    name="show",
    group=Group.LOOK,
    help="show the board",
    description="Show the vision, the roadmap by rank with owners, dates and what is late, what waits for what, the "
    "objectives, the metrics beside their targets, the load of the teams, the decisions in force and the reviews.",
    configure=_configure,
    run=_run,
)
