"""`productgov report`: write one page for a leadership team."""

import argparse
from pathlib import Path

from productgov.cli.arguments import add_as_of, add_file, add_output
from productgov.cli.command import Command, Group
from productgov.cli.files import STANDARD_INPUT, document_of, write
from productgov.cli.settings import settings_finder
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.views.pages.report import FORMATS, PageFormat, format_of_page, report

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    add_file(parser)
    add_output(parser, required=True)
    parser.add_argument("--format", choices=FORMATS, help="default: what the ending of OUT says; for -, html")
    add_as_of(parser)


def _run(arguments: argparse.Namespace) -> int:
    form = arguments.format or _format_of(arguments.output)
    document = document_of(arguments.file)
    if document is None:
        return ERRORS_FOUND
    settings = settings_finder()(arguments.file)
    page = report(
        document,
        as_of=arguments.as_of or settings.as_of,
        select=settings.select,
        ignore=settings.ignore or None,
    )
    write(page.text_as(form), arguments.output)
    return NO_ERROR


def _format_of(output: str) -> PageFormat:
    return "html" if output == STANDARD_INPUT else format_of_page(Path(output))


COMMAND = Command(
    name="report",
    group=Group.LOOK,
    help="write one page for a leadership team",
    description=(
        "Write one page for a leadership team: what needs attention, the board, the ranking and how sure it is, the"
        " objectives, the metrics, the reviews and what is next, and the findings with their lines. HTML is one file"
        " without script that asks the network for nothing; Markdown is for Confluence, Notion and GitHub."
    ),
    configure=_configure,
    run=_run,
)
