"""`productgov explain`: what a finding means, why it matters, a bad and a good example."""

import argparse

from productgov.cli.command import Command, Group
from productgov.cli.status import NO_ERROR
from productgov.cli.terminal import show
from productgov.rules.registry import explain

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the code that a finding shows, such as PG203")


def _run(arguments: argparse.Namespace) -> int:
    rule = explain(arguments.code)
    show(rule.heading, heading=True)
    for line in ("", *str(rule).splitlines()):
        show(line)
    return NO_ERROR


COMMAND = Command(
    name="explain",
    group=Group.JUDGE,
    help="explain what a finding means",
    description="Explain a code: what it means, why it matters, a bad and a good example.",
    configure=_configure,
    run=_run,
)
