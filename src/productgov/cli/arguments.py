"""Arguments that several commands take."""

import argparse
import re
from datetime import date

from productgov.errors import InvalidValueError
from productgov.fields.types import DATE
from productgov.rules.selection import selected_codes

__all__ = ["add_file", "add_output", "codes", "iso_date"]


def add_file(parser: argparse.ArgumentParser) -> None:
    """Add the argument FILE, the document to read."""
    parser.add_argument("file", metavar="FILE", help="a document; - is standard input")


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add the option `-o OUT`, the file to write instead of standard output."""
    parser.add_argument("-o", "--output", metavar="OUT", help="the file to write; default, or -: standard output")


def iso_date(text: str) -> date:
    """A date on the command line, YYYY-MM-DD."""
    if not re.match(DATE.regex, text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write YYYY-MM-DD")
    return date.fromisoformat(text)


def codes(text: str) -> tuple[str, ...]:
    """Codes of findings, or prefixes of codes, separated by commas."""
    try:
        selected_codes(text, None)
    except InvalidValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return tuple(text.split(","))
