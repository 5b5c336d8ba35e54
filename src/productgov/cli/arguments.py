"""Arguments that several commands take."""

import argparse
import re
from datetime import date

from productgov.vocabulary import DATE

__all__ = ["a_date"]


def a_date(text: str) -> date:
    """A day given on the command line, YYYY-MM-DD."""
    if not re.match(DATE.regex, text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write YYYY-MM-DD")
    return date.fromisoformat(text)
