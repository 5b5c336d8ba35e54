"""`productgov history`: what the versions of a document in git say about its promises."""

import argparse
from typing import get_args

from productgov.analysis.progress import CalendarPeriod
from productgov.changes.tracing import history
from productgov.cli.arguments import add_as_of, add_output, iso_date
from productgov.cli.command import Command, Group
from productgov.cli.files import write_report
from productgov.cli.status import NO_ERROR
from productgov.cli.terminal import complain
from productgov.reports.history import HISTORY_REPORTERS

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a document in a git repository")
    parser.add_argument("--since", type=iso_date, metavar="DATE", help="leave out what was before this day, YYYY-MM-DD")
    add_as_of(parser)
    parser.add_argument(
        "--by", choices=get_args(CalendarPeriod), default="quarter", help="the periods (default: quarter)"
    )
    parser.add_argument(
        "--every-version", action="store_true", help="read every version; default: of each day the last"
    )
    parser.add_argument("--format", choices=tuple(HISTORY_REPORTERS), default="text", help="default: text")
    add_output(parser)


def _run(arguments: argparse.Namespace) -> int:
    found = history(
        arguments.file,
        since=arguments.since,
        as_of=arguments.as_of,
        period=arguments.by,
        every_version=arguments.every_version,
    )
    text = HISTORY_REPORTERS[arguments.format](found)
    if found.is_shallow and (arguments.format != "text" or arguments.output):
        complain(f"{arguments.file}: this is a shallow clone, so that its history begins too late")
    write_report(text, arguments.output, for_people=arguments.format == "text")
    return NO_ERROR


COMMAND = Command(
    name="history",
    group=Group.OVER_TIME,
    help="what was promised first, and what became of it",
    description=(
        "Read the versions of a document in git, and say of each item what was promised first, how far it slipped, how"
        " often it was re-planned and moved, and how long it was in each list; and of each period what was planned,"
        " added and delivered."
    ),
    configure=_configure,
    run=_run,
)
