"""The parser of arguments: argparse, with errors that are safe to print and output that does not fail silently."""

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

from productgov.escaping import escaped

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

__all__ = ["CommandFormatter", "Parser"]


class CommandFormatter(argparse.HelpFormatter):
    """A help that leaves room for the longest name of a command, which argparse forgets to indent."""

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        if isinstance(action.choices, dict):
            longest = max(map(len, action.choices))
            self._action_max_length = max(self._action_max_length, longest + 2 * self._indent_increment)


class Parser(argparse.ArgumentParser):
    """A parser whose errors show arguments escaped, and which raises OSError where its text cannot be written."""

    def error(self, message: str) -> NoReturn:
        super().error(escaped(message))

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Write a text as argparse does, which hides that it could not."""
        print(message, end="", file=file or sys.stderr)
