"""`productgov calendar`: the reviews as a calendar file (iCalendar)."""

import argparse
import sys
from pathlib import Path

from productgov.cli.files import STANDARD_INPUT, governance_of
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.formats.files import replace_file
from productgov.ics.calendar import calendar_of

__all__ = ["add", "run"]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "calendar",
        help="write the reviews as iCalendar",
        description=f"{__doc__} A review without dates is left out, and the reason goes to standard error.",
    )
    parser.add_argument("file", metavar="FILE", help="a document; - is standard input")
    parser.add_argument("-o", "--output", metavar="OUT", help="the file to write; left out, or -: standard output")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the calendar."""
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    written = calendar_of(governance)
    for review in written.skipped:
        print(f"productgov: the {review.kind} review is not in the calendar: {review.reason}", file=sys.stderr)
    if arguments.output in (None, STANDARD_INPUT):
        sys.stdout.buffer.write(written.content)
    else:
        replace_file(Path(arguments.output), written.content.decode())
        print(f"wrote {arguments.output}: {len(written.events)} of {len(governance.reviews.named())} reviews")
    return NO_ERROR
