"""Arguments that several commands take."""

import argparse
from datetime import date

from productgov.errors import InvalidValueError
from productgov.fields.types import DATE
from productgov.rules.selection import selected_codes

__all__ = ["add_as_of", "add_file", "add_output", "add_plugins", "codes", "iso_date"]


def add_file(parser: argparse.ArgumentParser) -> None:
    """Add the argument FILE, the document to read."""
    parser.add_argument("file", metavar="FILE", help="a document; - is standard input")


def add_output(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Add the option `-o OUT`, the file to write; where it is not required, the default is standard output."""
    default = "" if required else "; default, or -: standard output"
    parser.add_argument("-o", "--output", required=required, metavar="OUT", help=f"the file to write{default}")


def add_as_of(parser: argparse.ArgumentParser) -> None:
    """Add the option `--as-of DATE`, the day to take as today."""
    text = "the day to take as today, YYYY-MM-DD; default: the document's asOf, else today"
    parser.add_argument("--as-of", type=iso_date, metavar="DATE", help=text)


def codes(text: str) -> tuple[str, ...]:
    """Codes of findings, or prefixes of codes, separated by commas."""
    given = tuple(text.split(","))
    # The codes of plug-ins are known only when the settings of a document are.
    ours = [code for code in given if not code.strip() or code.strip().upper()[:2] in ("P", "PG")]
    try:
        selected_codes(ours, None)
    except InvalidValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return given


def add_plugins(parser: argparse.ArgumentParser) -> None:
    """Add the option `--plugin NAME`, which can be given several times."""
    text = "use the rules and ranking methods of this plug-in too; may be repeated"
    parser.add_argument("--plugin", dest="plugins", action="append", default=[], metavar="NAME", help=text)


def iso_date(text: str) -> date:
    """A date, YYYY-MM-DD."""
    if not DATE.match(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write YYYY-MM-DD")
    return date.fromisoformat(text)
