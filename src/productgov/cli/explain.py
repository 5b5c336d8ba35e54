"""`productgov explain`: what a code means, why it matters, a bad and a good example."""

import argparse

from productgov.catalogue.codes import EXPLANATIONS
from productgov.cli.command import Command
from productgov.cli.status import NO_ERROR
from productgov.cli.terminal import show
from productgov.rules.selection import known_code
from productgov.views.codes import explanation_lines

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the code that a finding shows, such as PG203")


def _run(arguments: argparse.Namespace) -> int:
    head, *lines = explanation_lines(EXPLANATIONS[known_code(arguments.code)])
    show(head, mark="heading")
    for line in lines:
        show(line)
    return NO_ERROR


COMMAND = Command(
    name="explain",
    help="explain what a finding means",
    description="Explain a code: what it means, why it matters, a bad and a good example.",
    configure=_configure,
    run=_run,
)
