"""The `productgov` command: reads its arguments, runs one command, and says how it went by its exit status."""

import argparse
import os
import sys
from collections.abc import Sequence

from productgov import __version__
from productgov.cli import calendar, check, convert, explain, init, rank, schema, show
from productgov.cli.status import UNUSABLE
from productgov.errors import ProductGovError

__all__ = ["main"]

COMMANDS = (check, show, rank, convert, init, calendar, explain, schema)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 for no error, 1 for errors found, 2 for not usable."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    parsed = _parser().parse_args(arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNUSABLE
    except (ProductGovError, OSError) as error:
        sys.stdout.flush()
        print(f"productgov: {_reason(error)}", file=sys.stderr)
        return UNUSABLE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="productgov",
        description="Product governance as code: check it, show it, rank it, hand it on.",
        epilog="exit status: 0 no error, 1 errors found, 2 not usable",
    )
    parser.add_argument("--version", action="version", version=f"productgov {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror.lower()}" if error.filename else error.strerror.lower()
    return str(error)
