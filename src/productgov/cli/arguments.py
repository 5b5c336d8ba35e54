"""Arguments that several commands take."""

import argparse
import re
from datetime import date

from productgov.errors import InvalidValueError
from productgov.fields.types import DATE
from productgov.rules.selection import selected_codes

__all__ = ["a_date", "codes"]


def a_date(text: str) -> date:
    """A day given on the command line, YYYY-MM-DD."""
    if not re.match(DATE.regex, text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write YYYY-MM-DD")
    return date.fromisoformat(text)


def codes(text: str) -> tuple[str, ...]:
    """Codes of findings, or their beginnings, with commas between them."""
    try:
        selected_codes(text, None)
    except InvalidValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return tuple(text.split(","))
