"""`productgov explain`: what a finding or a change means, why it matters, a bad and a good example."""

import argparse

from productgov.changes.explaining import explain
from productgov.cli.arguments import add_plugins
from productgov.cli.command import Command, Group
from productgov.cli.files import STANDARD_INPUT
from productgov.cli.settings import settings_finder
from productgov.cli.status import NO_ERROR
from productgov.cli.terminal import show
from productgov.rules.registry import RULES

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the code of a finding or a change, such as PG203 or PGD103")
    add_plugins(parser)


def _run(arguments: argparse.Namespace) -> int:
    code = arguments.code.strip().upper()
    plugins = () if code in RULES else settings_finder()(STANDARD_INPUT).plugins
    explained = explain(code, (*plugins, *arguments.plugins))
    show(explained.heading, heading=True)
    for line in ("", *str(explained).splitlines()):
        show(line)
    return NO_ERROR


COMMAND = Command(
    name="explain",
    group=Group.JUDGE,
    help="explain what a finding or a change means",
    description="Explain a code: what it means, why it matters, a bad and a good example.",
    configure=_configure,
    run=_run,
)
