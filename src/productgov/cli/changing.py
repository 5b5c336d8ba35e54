"""What all commands have in common that change a document: they read it, print the change as a diff, and save it."""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from difflib import unified_diff

from productgov.cli.arguments import iso_date
from productgov.cli.files import STANDARD_INPUT
from productgov.cli.settings import Settings, asked, settings_finder
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.cli.targets import documents
from productgov.cli.terminal import complain, show_text
from productgov.document import Document, has_errors
from productgov.errors import InvalidValueError
from productgov.escaping import escaped
from productgov.finding_text import finding_lines
from productgov.findings import Finding
from productgov.loading import read
from productgov.model.governance import ProductGovernance

__all__ = ["Change", "add_day", "add_editing", "change_document", "today"]

Change = Callable[[ProductGovernance], ProductGovernance]
"""A new governance from the one in the document."""


def add_editing(parser: argparse.ArgumentParser) -> None:
    """Add the options `--file` and `--dry-run`."""
    parser.add_argument("--file", metavar="FILE", help="the document; default: as for check, when there is one")
    parser.add_argument("--dry-run", action="store_true", help="print what would change, and write nothing")


def add_day(parser: argparse.ArgumentParser) -> None:
    """Add the option `--on DATE`, the day of what is recorded."""
    parser.add_argument("--on", type=iso_date, metavar="DATE", help="the day, YYYY-MM-DD; default: today")


def change_document(
    arguments: argparse.Namespace,
    change: Change,
    *,
    renamed: tuple[str, str] | None = None,
    say: Callable[[str], None] = show_text,
) -> int:
    """Change the document, print the diff and the findings that are new, and save it unless it is a dry run.

    Args:
        arguments: with `file` and `dry_run`.
        change: the change.
        renamed: an id and its new one; findings that differ only in it are not new.
        say: prints lines of text; for output that only programs read, a function that does not.

    Returns:
        The exit status: 0 when it was written, whatever `check` finds then; 1 when it is not valid before.

    Raises:
        ProductGovError: the change is not possible, the file has changed meanwhile, or there is no one document.
        OSError: the file cannot be read or written.
    """
    settings_for = settings_finder()
    name = _only(documents([arguments.file] if arguments.file else [], settings_for))
    document = read(name)
    if has_errors(document):
        for finding in document.findings:
            complain("\n".join(finding_lines(finding, name)))
        return ERRORS_FOUND
    edited = document.edit(change)
    say("".join(_diff(document.text, edited.text, name)))
    for finding in _new(document, edited, settings_for(name), renamed):
        say("".join(f"{line}\n" for line in finding_lines(finding, name)))
    if edited.rewritten and edited.text != document.text:
        places = ", ".join(pointer or "the whole document" for pointer in edited.rewritten)
        say(f"written anew, without the comments in it: {escaped(places)}\n")
    if not arguments.dry_run and edited.text != document.text:
        edited.save()
    say(_summary(name, is_changed=edited.text != document.text, is_dry=arguments.dry_run))
    return NO_ERROR


def today(arguments: argparse.Namespace) -> date:
    """The day that was given, else today."""
    day: date = arguments.on or date.today()  # noqa: DTZ011 - the day where the command is typed
    return day


def _only(names: Sequence[str]) -> str:
    if STANDARD_INPUT in names:
        raise InvalidValueError("standard input cannot be changed; name a file")
    if len(names) != 1:
        raise InvalidValueError(f"there are {len(names)} documents here; name one: --file {names[0]}")
    return names[0]


def _diff(before: str, after: str, name: str) -> Iterator[str]:
    """A unified diff; the last line ends, also where the text does not."""
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, name)
    yield from (f"{line.rstrip(chr(13) + chr(10))}\n" for line in lines)


def _new(before: Document, after: Document, settings: Settings, renamed: tuple[str, str] | None) -> Iterator[Finding]:
    """The findings of the new text that the old one did not have, wherever they were."""
    old, new = renamed or ("", "")
    known = Counter(
        (finding.code, finding.message.replace(old, new) if old else finding.message)
        for finding in _checked(before, settings)
    )
    for finding in _checked(after, settings):
        if known[finding.code, finding.message]:
            known[finding.code, finding.message] -= 1
        else:
            yield finding


def _checked(document: Document, settings: Settings) -> Sequence[Finding]:
    report = document.check(**asked(settings))
    return report.findings


def _summary(name: str, *, is_changed: bool, is_dry: bool) -> str:
    if not is_changed:
        return f"{escaped(name)}: nothing to change\n"
    return f"{escaped(name)}: not written, because of --dry-run\n" if is_dry else f"wrote {escaped(name)}\n"
