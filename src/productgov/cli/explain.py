"""`productgov explain`: what a finding means, why it matters, a bad and a good example."""

import argparse

from productgov.cli.status import NO_ERROR
from productgov.cli.terminal import show
from productgov.rules.registry import explain

__all__ = ["add", "run"]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("explain", help="say what a finding means", description=__doc__)
    parser.add_argument("code", metavar="CODE", help="the code of a finding, such as PG203")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the explanation.

    Raises:
        InvalidValueError: there is no such code.
    """
    rule = explain(arguments.code)
    show(rule.heading, mark="heading")
    for line in ("", *str(rule).splitlines()):
        show(line)
    return NO_ERROR
