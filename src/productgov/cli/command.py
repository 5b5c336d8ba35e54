"""A command of the command line, as a value."""

import argparse
from collections.abc import Callable

import attrs

__all__ = ["Command"]


@attrs.frozen(kw_only=True)
class Command:
    """A command: `main` adds its parser and calls `run`.

    Attributes:
        name: what is typed after `productgov`.
        help: what it does, in one line, for the list of commands.
        description: what it does, in one or more sentences, for its own help.
        configure: adds its arguments to its parser.
        run: carries it out with the parsed arguments, and returns the exit status.
    """

    name: str
    help: str
    description: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
