"""`productgov check`: find every mistake in documents."""

import argparse

import attrs

from productgov.cli.arguments import add_as_of, codes
from productgov.cli.command import Command
from productgov.cli.files import open_document
from productgov.cli.repair import repaired
from productgov.cli.settings import Settings, settings_for
from productgov.cli.status import ERRORS_FOUND, NO_ERROR, UNUSABLE, reason_line
from productgov.cli.terminal import complain, show, show_text
from productgov.errors import ProductGovError
from productgov.findings import Severity
from productgov.reports.registry import REPORTERS
from productgov.reports.reporter import CheckedDocument

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="a document; - is standard input")
    add_as_of(parser)
    parser.add_argument("--format", choices=tuple(REPORTERS), default="text", help="default: text")
    parser.add_argument("--select", type=codes, metavar="CODES", help="report only these, such as PG1,PG203")
    parser.add_argument("--ignore", type=codes, metavar="CODES", help="do not report these")
    parser.add_argument("--strict", action="store_true", help="warnings fail too")
    parser.add_argument("--fix", action="store_true", help="make the safe repairs in JSON and YAML files")


def _run(arguments: argparse.Namespace) -> int:
    checked: list[CheckedDocument] = []
    status = NO_ERROR
    for name in arguments.files:
        try:
            settings = _settings(name, arguments)
            checked.append(_checked(name, settings, arguments))
        except (ProductGovError, OSError) as error:
            complain(reason_line(error, name))
            status = UNUSABLE
        else:
            status = max(status, _status(checked[-1], strict=settings.strict))
    text = REPORTERS[arguments.format](checked)
    if arguments.format == "text":
        show_text(text)
    else:
        print(text, end="")
    return status


def _settings(name: str, arguments: argparse.Namespace) -> Settings:
    """The settings of the project, overridden by the options of the command line."""
    given = {name: getattr(arguments, name) for name in ("as_of", "select", "ignore", "strict")}
    return attrs.evolve(settings_for(name), **{name: value for name, value in given.items() if value})


def _checked(name: str, settings: Settings, arguments: argparse.Namespace) -> CheckedDocument:
    document = open_document(name)
    if arguments.fix:
        document = repaired(document, settings, say=show if arguments.format == "text" else complain)
    report = document.check(as_of=settings.as_of, select=settings.select, ignore=settings.ignore or None)
    return CheckedDocument(name, document.data, report.findings)


def _status(checked: CheckedDocument, *, strict: bool) -> int:
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return ERRORS_FOUND if any(finding.severity in failing for finding in checked.findings) else NO_ERROR


COMMAND = Command(
    name="check",
    help="find every mistake in documents",
    description="Find every mistake in documents: whether they can be read, and whether they are consistent.",
    configure=_configure,
    run=_run,
)
