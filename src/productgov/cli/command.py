"""A command of the command line, as a value."""

import argparse
from collections.abc import Callable
from enum import StrEnum

import attrs

__all__ = ["Command", "Group"]


class Group(StrEnum):
    """What a command is for: the heading that `productgov --help` lists it under."""

    LOOK = "look"
    """See what is in a document."""
    JUDGE = "judge"
    """Say what is wrong, and what comes first."""
    CHANGE = "change"
    """Change a document, or start one."""
    EXCHANGE = "exchange"
    """Read from and write for other tools."""
    OVER_TIME = "over time"
    """Compare versions of a document."""


@attrs.frozen(kw_only=True)
class Command:
    """A command: `main` adds its parser and calls `run`.

    Attributes:
        name: what is typed after `productgov`.
        group: the heading that it is listed under in the help.
        help: what it does, in one line, for the list of commands.
        description: what it does, in one or more sentences, for its own help.
        configure: adds its arguments to its parser.
        run: carries it out with the parsed arguments, and returns the exit status.
    """

    name: str
    group: Group
    help: str
    description: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
