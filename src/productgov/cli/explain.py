"""`productgov explain`: what a code means, why it matters, a bad and a good example."""

import argparse

from productgov.catalogue.codes import EXPLANATIONS
from productgov.cli.status import NO_ERROR
from productgov.cli.terminal import show
from productgov.rules.selection import known_code
from productgov.views.codes import explanation_lines

__all__ = ["add", "run"]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("explain", help="say what a finding means", description=__doc__)
    parser.add_argument("code", metavar="CODE", help="the code that a finding shows, such as PG203")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the explanation.

    Raises:
        InvalidValueError: there is no such code.
    """
    head, *lines = explanation_lines(EXPLANATIONS[known_code(arguments.code)])
    show(head, mark="heading")
    for line in lines:
        show(line)
    return NO_ERROR
