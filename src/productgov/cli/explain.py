"""`productgov explain`: what a finding or a change means, why it matters, a bad and a good example."""

import argparse

from productgov.changes.explaining import explain
from productgov.cli.command import Command
from productgov.cli.status import NO_ERROR
from productgov.cli.terminal import show

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the code of a finding or a change, such as PG203 or PGD103")


def _run(arguments: argparse.Namespace) -> int:
    explained = explain(arguments.code)
    show(explained.heading, mark="heading")
    for line in ("", *str(explained).splitlines()):
        show(line)
    return NO_ERROR


COMMAND = Command(
    name="explain",
    help="explain what a finding or a change means",
    description="Explain a code: what it means, why it matters, a bad and a good example.",
    configure=_configure,
    run=_run,
)
