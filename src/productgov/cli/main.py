"""The `productgov` command: parses its arguments, runs one command and returns its exit status."""

import argparse
import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TextIO

from productgov import __version__
from productgov.cli import (
    calendar,
    check,
    convert,
    diff,
    explain,
    export_table,
    git_config,
    history,
    import_table,
    init,
    merge,
    move,
    observe,
    rank,
    report,
    review,
    schema,
    set_field,
    show,
    tables,
)
from productgov.cli.command import Command, Group
from productgov.cli.parser import Parser
from productgov.cli.status import INTERRUPTED, UNUSABLE, reason_line
from productgov.cli.terminal import complain
from productgov.errors import ProductGovError

__all__ = ["COMMANDS", "main"]

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    show.COMMAND,
    rank.COMMAND,
    report.COMMAND,
    move.ADD,
    move.MOVE,
    move.DELIVER,
    move.DROP,
    move.RENAME,
    set_field.COMMAND,
    observe.OBSERVE,
    observe.CHECK_IN,
    diff.COMMAND,
    review.COMMAND,
    history.COMMAND,
    merge.COMMAND,
    git_config.COMMAND,
    import_table.COMMAND,
    export_table.COMMAND,
    convert.COMMAND,
    tables.COMMAND,
    init.COMMAND,
    calendar.COMMAND,
    explain.COMMAND,
    schema.COMMAND,
)
"""All commands, in the order of `productgov --help` within each group."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status: 0 no error, 1 errors found, 2 not usable, 130 interrupted by Ctrl-C.

    Raises:
        SystemExit: for `--help`, `--version` and arguments that are not usable, as argparse does.
    """
    with _writable_streams():
        try:
            return _status(arguments)
        except KeyboardInterrupt:
            complain("productgov: interrupted")
            return INTERRUPTED
        except (ProductGovError, OSError) as error:
            if _reader_is_gone(error):
                _discard_output()
            else:
                _flush_or_discard_output()
                complain(reason_line(error))
            return UNUSABLE


def _status(arguments: Sequence[str] | None) -> int:
    """Run one command, and write what it printed to the end, so that a full disk is noticed here."""
    try:
        parsed = _parser().parse_args(arguments)
        status: int = parsed.run(parsed)
    except SystemExit:  # after --help and --version, which print too
        sys.stdout.flush()
        raise
    sys.stdout.flush()
    return status


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="productgov",
        usage="productgov [-h] [--version] COMMAND ...",
        description="Product governance as code: check it, show it, rank it, hand it on.",
        epilog=f"{_grouped()}\n\nexit status: 0 no error, 1 errors found, 2 not usable",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"productgov {__version__}")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND", help=argparse.SUPPRESS, prog="productgov")
    for command in COMMANDS:
        subparser = subparsers.add_parser(command.name, description=command.description)
        command.configure(subparser)
        subparser.set_defaults(run=command.run)
    return parser


def _grouped() -> str:
    """The commands with what they do, under the headings of their groups."""
    wide = max(len(command.name) for command in COMMANDS)
    lines: list[str] = []
    for group in Group:
        members = [command for command in COMMANDS if command.group is group]
        lines.extend(["", f"{group.value}:"] if lines else [f"{group.value}:"])
        lines.extend(f"  {command.name:<{wide}}  {command.help}" for command in members)
    return "\n".join(lines)


@contextlib.contextmanager
def _writable_streams() -> Iterator[None]:
    """Standard output and error in UTF-8, with plain line ends, where that can be set; in memory where closed."""
    out, err = _writable(sys.stdout), _writable(sys.stderr)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield


def _writable(stream: TextIO | None) -> TextIO:
    if stream is None or getattr(stream, "closed", False):
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):  # not so in notebooks, or when output is collected in memory
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


def _reader_is_gone(error: Exception) -> bool:
    """Whether standard output is a pipe that nobody reads; Windows reports that as an invalid argument."""
    if not isinstance(error, OSError) or error.filename is not None:
        return False
    return isinstance(error, BrokenPipeError) or error.errno == errno.EINVAL


def _flush_or_discard_output() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        _discard_output()


def _discard_output() -> None:
    """Point standard output to nowhere, so that the interpreter does not fail to flush it at exit."""
    with contextlib.suppress(OSError):  # a stream in memory has no file descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
