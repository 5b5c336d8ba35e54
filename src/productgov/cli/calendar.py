"""`productgov calendar`: write the reviews as iCalendar."""

import argparse

from productgov.cli.arguments import add_file, add_output
from productgov.cli.command import Command
from productgov.cli.files import governance_of, write
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.cli.terminal import complain
from productgov.ics.reviews import review_calendar

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    add_file(parser)
    add_output(parser)


def _run(arguments: argparse.Namespace) -> int:
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    calendar = review_calendar(governance)
    for review in calendar.skipped:
        complain(f"productgov: the {review.kind} review is not in the calendar: {review.reason}")
    note = f": {len(calendar.events)} of {len(governance.reviews.named())} reviews"
    write(calendar.content.decode(), arguments.output, note=note)
    return NO_ERROR


COMMAND = Command(
    name="calendar",
    help="write the reviews as iCalendar",
    description=(
        "Write the reviews as a calendar file (iCalendar). A review without dates is left out; the reason is printed on"
        " standard error."
    ),
    configure=_configure,
    run=_run,
)
