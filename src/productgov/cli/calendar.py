"""`productgov calendar`: write the reviews as iCalendar."""

import argparse
from datetime import datetime

from productgov.cli.arguments import add_file, add_output
from productgov.cli.command import Command, Group
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
    for event in calendar.events:
        if isinstance(event.start, datetime) and event.duration is None:
            complain(f"productgov: the {event.kind} review has no length in the calendar; add durationMinutes")
    if not calendar.events:
        complain("productgov: no review has dates, so there is no calendar; nothing was written")
        return ERRORS_FOUND
    note = f": {len(calendar.events)} of {len(governance.reviews.named())} reviews"
    write(calendar.content.decode(), arguments.output, note=note)
    return NO_ERROR


COMMAND = Command(
    name="calendar",
    group=Group.EXCHANGE,
    help="write the reviews as iCalendar",
    description=(
        "Write the reviews as a calendar file (iCalendar). A review without dates is left out; the reason is printed on"
        " standard error. When none has dates, nothing is written and the exit status is 1."
    ),
    configure=_configure,
    run=_run,
)
