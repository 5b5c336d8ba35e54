"""`productgov convert`: the same governance in another format."""

import argparse

from productgov.cli.files import governance_of
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.dumping import dump
from productgov.formats.registry import format_of

__all__ = ["add", "run"]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "convert",
        help="write a document in another format",
        description=f"{__doc__} Comments are not kept; what equals its default is left out.",
    )
    parser.add_argument("file", metavar="FILE", help="a document; - is standard input")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="the file to write: .json, .yaml or .toml")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Convert the file."""
    format_of(arguments.output)
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    dump(governance, arguments.output)
    print(f"wrote {arguments.output}")
    return NO_ERROR
