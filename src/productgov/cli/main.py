"""The `productgov` command: parses its arguments, runs one command and returns its exit status."""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Iterator, Sequence

from productgov import __version__
from productgov.cli import calendar, check, convert, explain, init, rank, schema, show
from productgov.cli.command import Command
from productgov.cli.status import INTERRUPTED, UNUSABLE, reason_line
from productgov.errors import ProductGovError

__all__ = ["COMMANDS", "main"]

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    show.COMMAND,
    rank.COMMAND,
    convert.COMMAND,
    init.COMMAND,
    calendar.COMMAND,
    explain.COMMAND,
    schema.COMMAND,
)
"""All commands, in the order of `productgov --help`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status: 0 no error, 1 errors found, 2 not usable, 130 interrupted by Ctrl-C.

    Raises:
        SystemExit: for `--help`, `--version` and arguments that are not usable, as argparse does.
    """
    with _writable_streams():
        parsed = _parser().parse_args(arguments)
        try:
            status: int = parsed.run(parsed)
            sys.stdout.flush()
        except KeyboardInterrupt:
            print("productgov: interrupted", file=sys.stderr)
            return INTERRUPTED
        except BrokenPipeError:
            _discard_output()
            return UNUSABLE
        except (ProductGovError, OSError) as error:
            _flush_or_discard_output()
            print(reason_line(error), file=sys.stderr)
            return UNUSABLE
        return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="productgov",
        description="Product governance as code: check it, show it, rank it, hand it on.",
        epilog="exit status: 0 no error, 1 errors found, 2 not usable",
    )
    parser.add_argument("--version", action="version", version=f"productgov {__version__}")
    subparsers = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in COMMANDS:
        subparser = subparsers.add_parser(command.name, help=command.help, description=command.description)
        command.configure(subparser)
        subparser.set_defaults(run=command.run)
    return parser


@contextlib.contextmanager
def _writable_streams() -> Iterator[None]:
    """Standard output and error in UTF-8 where that can be set, and in memory where they are closed."""
    out = io.StringIO() if sys.stdout is None else sys.stdout
    err = io.StringIO() if sys.stderr is None else sys.stderr
    for stream in (out, err):
        if isinstance(stream, io.TextIOWrapper):  # not so in notebooks, or when output is collected in memory
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield


def _flush_or_discard_output() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        _discard_output()


def _discard_output() -> None:
    """Point standard output to nowhere, so that the interpreter does not fail to flush it at exit."""
    with contextlib.suppress(OSError):  # a stream in memory has no file descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
