"""`productgov check`: are these documents valid and consistent?"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence

import attrs

from productgov import __version__
from productgov.cli.arguments import a_date, codes
from productgov.cli.files import open_document
from productgov.cli.repair import repaired
from productgov.cli.settings import Settings, settings_for
from productgov.cli.status import ERRORS_FOUND, NO_ERROR, UNUSABLE
from productgov.cli.terminal import show
from productgov.errors import ProductGovError
from productgov.findings import Severity
from productgov.reports.github import annotation
from productgov.reports.sarif import CheckedDocument, sarif
from productgov.reports.text import finding_lines, finding_record, summary, summary_line

__all__ = ["add", "run"]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", help="find every mistake in documents", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE", help="a document; - is standard input")
    parser.add_argument("--as-of", type=a_date, metavar="DATE", help="the day to see it from; else its own, else today")
    parser.add_argument("--format", choices=tuple(_PRINTERS), default="text", help="how to print findings")
    parser.add_argument("--select", type=codes, metavar="CODES", help="report only these, such as PG1,PG203")
    parser.add_argument("--ignore", type=codes, metavar="CODES", help="do not report these")
    parser.add_argument("--strict", action="store_true", help="warnings fail too")
    parser.add_argument("--fix", action="store_true", help="repair what has one safe repair, in JSON and YAML files")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check the files, print what was found, and say how it went."""
    checked: list[CheckedDocument] = []
    status = NO_ERROR
    for name in arguments.files:
        try:
            settings = _settings(name, arguments)
            checked.append(_checked(name, settings, arguments))
        except (ProductGovError, OSError) as error:
            print(f"productgov: {_reason(name, error)}", file=sys.stderr)
            status = UNUSABLE
        else:
            status = max(status, _status(checked[-1], strict=settings.strict))
    _PRINTERS[arguments.format](checked)
    return status


def _settings(name: str, arguments: argparse.Namespace) -> Settings:
    """What the project settles, and over it what the command line says."""
    given = {name: getattr(arguments, name) for name in ("as_of", "select", "ignore", "strict")}
    return attrs.evolve(settings_for(name), **{name: value for name, value in given.items() if value})


def _checked(name: str, settings: Settings, arguments: argparse.Namespace) -> CheckedDocument:
    document = open_document(name)
    if arguments.fix:
        document = repaired(document, settings, file=sys.stdout if arguments.format == "text" else sys.stderr)
    report = document.check(as_of=settings.as_of, select=settings.select, ignore=settings.ignore or None)
    return CheckedDocument(name, document.data, report.findings)


def _status(checked: CheckedDocument, *, strict: bool) -> int:
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return ERRORS_FOUND if any(finding.severity in failing for finding in checked.findings) else NO_ERROR


def _print_text(checked: Sequence[CheckedDocument]) -> None:
    for name, _, findings in checked:
        for finding in findings:
            head, hint = finding_lines(name, finding)
            show(head, mark=finding.severity)
            show(hint, mark="hint")
    _print_summary(checked)


def _print_json(checked: Iterable[CheckedDocument]) -> None:
    records = [finding_record(document.name, finding) for document in checked for finding in document.findings]
    findings = [finding for document in checked for finding in document.findings]
    print(json.dumps({"version": 1, "findings": records, "summary": summary(findings)}, indent=2))


def _print_sarif(checked: Iterable[CheckedDocument]) -> None:
    print(sarif(checked, version=__version__))


def _print_github(checked: Sequence[CheckedDocument]) -> None:
    for document in checked:
        for finding in document.findings:
            print(annotation(document.name, finding))
    _print_summary(checked)


def _print_summary(checked: Sequence[CheckedDocument]) -> None:
    if checked:
        show(summary_line(len(checked), [finding for document in checked for finding in document.findings]))


_PRINTERS = {"text": _print_text, "json": _print_json, "sarif": _print_sarif, "github": _print_github}


def _reason(name: str, error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or name}: {error.strerror.lower()}"
    return str(error) if str(error).startswith(name) else f"{name}: {error}"
