"""`productgov merge`: merge two versions of a document that come from one; also what git calls to merge."""

import argparse
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from productgov.changes.merge_text import merged_by_git
from productgov.changes.merging import MARKER_SIZE, Merged, merge
from productgov.cli.arguments import add_output
from productgov.cli.command import Command, Group
from productgov.cli.files import STANDARD_INPUT, write
from productgov.cli.settings import settings_finder
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.cli.terminal import complain
from productgov.document import Document, has_errors
from productgov.errors import InvalidValueError, UnknownFormatError
from productgov.finding_text import finding_lines
from productgov.findings import Severity
from productgov.formats.files import read_bytes, replace_file
from productgov.formats.registry import FormatName, format_of
from productgov.loading import parse
from productgov.wording import counted

__all__ = ["COMMAND"]


class _Version(NamedTuple):
    """One of the three versions: its bytes, and the document; None for an empty file, where there was none."""

    content: bytes
    document: Document | None


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "base", metavar="BASE", help="the version that both began with; an empty file where there was none"
    )
    parser.add_argument("ours", metavar="OURS", help="the version of one side; its text is the one that is changed")
    parser.add_argument("theirs", metavar="THEIRS", help="the version of the other side")
    add_output(parser)
    parser.add_argument(
        "--marker-size", type=_size, default=MARKER_SIZE, metavar="N", help="the size of the markers of conflicts"
    )
    parser.add_argument("--path", metavar="PATH", help="the name of the document, where the files have other names")


def _size(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 1000")
    return int(text)


def _run(arguments: argparse.Namespace) -> int:
    name: str = arguments.path or arguments.ours
    _refuse_other_format(arguments.output, format_of(name))
    base, ours, theirs = (
        _version(file, format_of(arguments.path or file)) for file in (arguments.base, arguments.ours, arguments.theirs)
    )
    if ours.document and theirs.document and not _said_invalid(name, base, ours, theirs):
        merged = merge(base.document, ours.document, theirs.document, marker_size=arguments.marker_size)
        _write(merged.text.encode(), arguments)
        return _told(name, merged)
    result = merged_by_git(base.content, ours.content, theirs.content, f"--marker-size={arguments.marker_size}")
    _write(result.text, arguments)
    if result.conflicts:
        complain(f"{name}: {counted(result.conflicts, 'conflict')}")
    return ERRORS_FOUND if result.conflicts else NO_ERROR


def _version(file: str, format: FormatName) -> _Version:
    content = read_bytes(Path(file))
    return _Version(content, parse(content, format=format, name=file) if content.strip() else None)


def _said_invalid(name: str, *versions: _Version) -> bool:
    """Whether one of the documents is not valid, which is said."""
    invalid = [one.document for one in versions if one.document and has_errors(one.document)]
    for document in invalid:
        finding = next(one for one in document.findings if one.severity is Severity.ERROR)
        complain("\n".join(finding_lines(finding, document.name)))
    if invalid:
        complain(f"{name}: merged line by line, because a version of it is not valid")
    return bool(invalid)


def _refuse_other_format(output: str | None, format: FormatName) -> None:
    if output and output != STANDARD_INPUT:
        with suppress(UnknownFormatError):  # such as the temporary names that git gives
            if (other := format_of(output)) != format:
                raise InvalidValueError(f"{output}: the merge is {format}, not {other}; write it, then call convert")


def _write(content: bytes, arguments: argparse.Namespace) -> None:
    """Write the result; to a file whose name git has chosen, without a word."""
    if arguments.path and arguments.output and arguments.output != STANDARD_INPUT:
        replace_file(Path(arguments.output), content)
    else:
        write(content, arguments.output)


def _told(name: str, merged: Merged) -> int:
    """Say on standard error what has to be decided or corrected, and give the exit status."""
    for conflict in merged.conflicts:
        complain(f"{name}: conflict: {conflict}")
    if merged.rewritten:
        places = ", ".join(pointer or "the whole document" for pointer in merged.rewritten)
        complain(f"{name}: written anew, without the comments in it: {places}")
    settings = settings_finder()(name)
    errors = merged.new_errors(as_of=settings.as_of, select=settings.select, ignore=settings.ignore or None)
    for error in errors:
        complain("\n".join(finding_lines(error, name)))
    if merged.conflicts:
        complain(f"{name}: {counted(len(merged.conflicts), 'conflict')}")
    elif errors:
        complain(f"{name}: merged, with {counted(len(errors), 'error')} that neither side has")
    return ERRORS_FOUND if merged.conflicts or errors else NO_ERROR


COMMAND = Command(
    name="merge",
    group=Group.OVER_TIME,
    help="merge two versions of a document that come from one",
    description=(
        "Merge what two sides have made of one document, by the ids of what is in it, and keep the comments of both."
        " What does not go together is marked as git marks it. Exit status 1: conflicts, or errors that neither side"
        " has. Git calls this command where git-config has enabled it."
    ),
    configure=_configure,
    run=_run,
)
