"""`productgov check`: find every mistake in documents."""

import argparse
import os
from functools import partial
from pathlib import Path

import attrs

from productgov.analysis.horizons import age_of
from productgov.cli.arguments import add_as_of, add_output, add_plugins, codes
from productgov.cli.command import Command
from productgov.cli.files import STANDARD_INPUT, open_document, write
from productgov.cli.repair import repaired
from productgov.cli.settings import Settings, asked, settings_finder
from productgov.cli.status import ERRORS_FOUND, NO_ERROR, UNUSABLE, reason, reason_line
from productgov.cli.targets import documents
from productgov.cli.terminal import complain, inert, show, show_text
from productgov.document import Document
from productgov.editing.repairs import PlannedRepair
from productgov.errors import NotFixableError, ProductGovError
from productgov.reports.job_summary import job_summary
from productgov.reports.registry import REPORTERS
from productgov.reports.reporter import CheckedDocument, CheckRun, UnusableFile
from productgov.reports.repository import repository_path
from productgov.rules.plugged import plugged_rules

__all__ = ["COMMAND"]

_NEED_DATA = ("gitlab", "sarif")
"""The formats that look at data; it is not kept for others, so that many files need no more memory than one."""


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="documents, folders or patterns; - is standard input; default: the files of the project's settings, else"
        " governance.yaml, .yml, .json or .toml here",
    )
    add_as_of(parser)
    parser.add_argument("--format", choices=tuple(REPORTERS), default="text", help="default: text")
    add_output(parser)
    parser.add_argument("--select", type=codes, metavar="CODES", help="report only these, such as PG1,PG203")
    parser.add_argument("--ignore", type=codes, metavar="CODES", help="do not report these")
    add_plugins(parser)
    parser.add_argument("--strict", action="store_true", help="warnings fail too")
    parser.add_argument("--fix", action="store_true", help="make the safe repairs in JSON and YAML files")


def _run(arguments: argparse.Namespace) -> int:
    checked: list[CheckedDocument] = []
    unusable: list[UnusableFile] = []
    plugins: dict[str, None] = {}
    settings_for = settings_finder()
    for name in documents(arguments.files, settings_for):
        try:
            settings = _settings(settings_for(name), arguments)
            checked.append(_checked(name, settings, arguments))
            plugins.update(dict.fromkeys(settings.plugins))
        except (ProductGovError, OSError) as error:
            complain(reason_line(error, name))
            unusable.append(UnusableFile(name, _path(name), reason(error)))
    run = CheckRun(checked, unusable, plugged_rules(tuple(plugins)))
    text = REPORTERS[arguments.format](run)
    if arguments.output:
        write(inert(text) if arguments.format == "text" else text, arguments.output)
    elif arguments.format == "text":
        show_text(text)
    else:
        print(text, end="")
    if arguments.format == "github":
        _write_job_summary(run)
    return UNUSABLE if unusable else _status(run)


def _path(name: str) -> str:
    return name if name == STANDARD_INPUT else repository_path(name)


def _write_job_summary(run: CheckRun) -> None:
    """Add to the summary of the job, where GitHub names a file for it."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if name:
        with Path(name).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(job_summary(run))


def _settings(settings: Settings, arguments: argparse.Namespace) -> Settings:
    """The settings of the project, overridden by the options of the command line."""
    given = {name: getattr(arguments, name) for name in ("as_of", "select", "ignore", "strict")}
    settings = attrs.evolve(settings, **{name: value for name, value in given.items() if value})
    return attrs.evolve(settings, plugins=(*settings.plugins, *arguments.plugins))


def _checked(name: str, settings: Settings, arguments: argparse.Namespace) -> CheckedDocument:
    document = open_document(name)
    if arguments.fix:
        document = repaired(document, settings, say=show if arguments.format == "text" else complain)
    report = document.check(**asked(settings))
    age = age_of(document.governance) if settings.as_of is None and report.as_of is not None else 0
    checked = CheckedDocument(name=name, path=_path(name), report=report, strict=settings.strict, age=age)
    if not report.findings or arguments.format not in _NEED_DATA:
        return checked
    repairs = partial(_repairs, document, settings)
    return checked._replace(data=document.data, text=document.text, repairs=repairs)


def _repairs(document: Document, settings: Settings) -> tuple[PlannedRepair, ...]:
    """The repairs that `--fix` would make; none in a format that it cannot edit."""
    try:
        return document.repairs(**asked(settings))
    except NotFixableError:
        return ()


def _status(run: CheckRun) -> int:
    return ERRORS_FOUND if any(document.failed for document in run.documents) else NO_ERROR


COMMAND = Command(
    name="check",
    help="find every mistake in documents",
    description="Find every mistake in documents: whether they can be read, and whether they are consistent.",
    configure=_configure,
    run=_run,
)
