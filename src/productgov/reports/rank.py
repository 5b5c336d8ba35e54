"""What `productgov rank` prints, in each of its formats."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from productgov.errors import InvalidValueError
from productgov.ranking.records import record
from productgov.ranking.report import RANK_REPORT, RankReport
from productgov.reports.machine_text import json_text
from productgov.views.markdown import markdown_of
from productgov.views.pages.order import rank_report_blocks
from productgov.views.ranking import report_text
from productgov.views.tables import csv_text

__all__ = ["RANK_REPORTERS", "RankReporter", "rank_csv", "rank_json", "rank_markdown", "rank_text"]

RankReporter = Callable[[RankReport], str]
"""Turns a report into the whole text that is printed."""


def rank_text(report: RankReport) -> str:
    """A report for people."""
    return f"{report_text(report)}\n"


def rank_json(report: RankReport) -> str:
    """A report for programs; `schema.outputs.rank_schema` describes it."""
    return json_text(record(RANK_REPORT, report))


def rank_csv(report: RankReport) -> str:
    """The ranked items as rows for a spreadsheet, with their probabilities if they were simulated.

    Raises:
        InvalidValueError: when the report holds an explanation or a comparison, which have no rows.
    """
    if report.explained is not None or report.comparison is not None:
        raise InvalidValueError("an explanation or a comparison cannot be written as CSV; use the format text or json")
    return csv_text((report.simulation or report.ranking).to_records())


def rank_markdown(report: RankReport) -> str:
    """A report as tables of Markdown; lines of an explanation are a block of text."""
    return f"{markdown_of(rank_report_blocks(report))}\n"


RANK_REPORTERS: Mapping[str, RankReporter] = MappingProxyType(
    {"text": rank_text, "json": rank_json, "csv": rank_csv, "markdown": rank_markdown}
)
"""The reporters by the name of their format."""
