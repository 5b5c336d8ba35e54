"""`productgov convert`: write a document in another format."""

import argparse

from productgov.cli.arguments import add_file, add_output
from productgov.cli.command import Command, Group
from productgov.cli.files import governance_of
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.cli.terminal import show
from productgov.dumping import dump
from productgov.escaping import escaped
from productgov.formats.registry import format_of

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    add_file(parser)
    add_output(parser, required=True)


def _run(arguments: argparse.Namespace) -> int:
    format_of(arguments.output)
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    dump(governance, arguments.output)
    show(f"wrote {escaped(arguments.output)}")
    return NO_ERROR


COMMAND = Command(
    name="convert",
    group=Group.EXCHANGE,
    help="write a document in another format",
    description=(
        "Write a document in the format that the ending of OUT says: .json, .yaml, .yml or .toml. Comments are not"
        " kept, and values that equal their default are left out."
    ),
    configure=_configure,
    run=_run,
)
