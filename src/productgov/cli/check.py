"""`productgov check`: find every mistake in documents."""

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import attrs

from productgov.analysis.horizons import age_of
from productgov.cli.arguments import add_as_of, add_output, add_plugins, codes
from productgov.cli.command import Command, Group
from productgov.cli.files import STANDARD_INPUT, open_document, write_report
from productgov.cli.progress import with_progress
from productgov.cli.repair import repaired
from productgov.cli.settings import Settings, SettingsFinder, asked, settings_finder
from productgov.cli.status import ERRORS_FOUND, NO_ERROR, UNUSABLE, reason_line
from productgov.cli.targets import documents
from productgov.cli.terminal import complain, show
from productgov.document import Document
from productgov.editing.repairs import PlannedRepair
from productgov.errors import NotFixableError, ProductGovError
from productgov.escaping import escaped
from productgov.reports.job_summary import job_summary
from productgov.reports.registry import REPORTERS
from productgov.reports.reporter import CheckedDocument, CheckRun, UnusableFile
from productgov.reports.repository import repository_path
from productgov.rules.plugged import plugged_rules
from productgov.wording import reason

__all__ = ["COMMAND"]

_NEED_DATA = ("gitlab", "sarif")
"""The formats that look at data; it is not kept for others, so that many files need no more memory than one."""
_CHUNK = 16


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
    parser.add_argument(
        "--jobs",
        type=_jobs,
        default=1,
        metavar="N",
        help="check in N processes; 0 is one for each processor; default: 1",
    )
    parser.add_argument("--fix", action="store_true", help="make the safe repairs in JSON and YAML files")


def _run(arguments: argparse.Namespace) -> int:
    task = _Task(format=arguments.format, fix=arguments.fix)
    checked: list[CheckedDocument] = []
    unusable: list[UnusableFile] = []
    plugins: dict[str, None] = {}
    say = show if arguments.format == "text" else complain
    settings_for = settings_finder()
    names = documents(arguments.files, settings_for)
    jobs = 1 if STANDARD_INPUT in names else min(arguments.jobs, len(names))
    items = (_item(name, settings_for, arguments) for name in names)
    for outcome in with_progress(_outcomes(task, items, jobs), len(names), "checking"):
        for line in outcome.said:
            say(line)
        if isinstance(outcome.document, CheckedDocument):
            checked.append(outcome.document)
            plugins.update(dict.fromkeys(outcome.plugins))
        else:
            complain(outcome.complaint)
            unusable.append(outcome.document)
    run = CheckRun(checked, unusable, plugged_rules(tuple(plugins)))
    text = REPORTERS[arguments.format](run)
    write_report(text, arguments.output, for_people=arguments.format == "text")
    if arguments.format == "github":
        _write_job_summary(run)
    return UNUSABLE if unusable else _status(run)


class _Task(NamedTuple):
    """What to do with each file."""

    format: str
    fix: bool


class _Item(NamedTuple):
    """A file, with its settings or the reason why they cannot be used."""

    name: str
    settings: Settings | ProductGovError | OSError


class _Outcome(NamedTuple):
    """A file that was checked, or not; what to say about its repairs and to complain about; the plug-ins it used."""

    document: CheckedDocument | UnusableFile
    said: Sequence[str] = ()
    complaint: str = ""
    plugins: Sequence[str] = ()


def _outcomes(task: _Task, items: Iterable[_Item], jobs: int) -> Iterator[_Outcome]:
    """The outcome for each file, in order; with more than one job from as many processes."""
    work = partial(_outcome, task)
    if jobs == 1:
        yield from map(work, items)
        return
    # Slow to import, and one file needs none of it.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    from productgov.batches.window import in_order  # noqa: PLC0415

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as executor:
        yield from in_order(work, items, executor, lost=_lost, chunk=_CHUNK, window=3 * jobs)


def _item(name: str, settings_for: SettingsFinder, arguments: argparse.Namespace) -> _Item:
    try:
        return _Item(name, _settings(settings_for(name), arguments))
    except (ProductGovError, OSError) as error:
        return _Item(name, error)


def _outcome(task: _Task, item: _Item) -> _Outcome:
    said: list[str] = []
    try:
        if isinstance(item.settings, Exception):
            raise item.settings
        document = _checked(item.name, item.settings, task, said.append)
        return _Outcome(document, said, plugins=item.settings.plugins)
    except (ProductGovError, OSError) as error:
        unusable = UnusableFile(item.name, _path(item.name), reason(error))
        return _Outcome(unusable, said, reason_line(error, item.name))


def _lost(item: _Item, error: Exception) -> _Outcome:
    why = f"the process that checked it ended: {error}"
    return _Outcome(
        UnusableFile(item.name, _path(item.name), why), complaint=f"productgov: {escaped(item.name)}: {why}"
    )


def _jobs(text: str) -> int:
    """How many processes."""
    if not text.isdecimal() or len(text) > 3:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes; write 0 to 999")
    return int(text) or os.cpu_count() or 1


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


def _checked(name: str, settings: Settings, task: _Task, say: Callable[[str], None]) -> CheckedDocument:
    document = open_document(name)
    if task.fix:
        document = repaired(document, settings, say=say)
    report = document.check(**asked(settings))
    age = age_of(document.governance) if settings.as_of is None and report.as_of is not None else 0
    checked = CheckedDocument(name=name, path=_path(name), report=report, strict=settings.strict, age=age)
    if not report.findings or task.format not in _NEED_DATA:
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
    group=Group.JUDGE,
    help="find every mistake in documents",
    description="Find every mistake in documents: whether they can be read, and whether they are consistent.",
    configure=_configure,
    run=_run,
)
