"""The table of the findings of a check."""

from productgov.findings import Finding, Location
from productgov.report import Report
from productgov.tables.source import as_of_column, extra, optional, rows_table
from productgov.tables.table import Table
from productgov.wording import escaped

__all__ = ["findings_table"]


def findings_table(report: Report) -> Table:
    """The findings of a check; those that were only counted are not in it."""
    return rows_table(
        "findings",
        report.findings,
        extra("code", "text", "The code of the finding, such as PG203.", lambda row: row.code),
        extra("severity", "text", "How bad it is: error, warning or info.", lambda row: row.severity.value),
        extra("path", "text", "The JSON Pointer of the value, empty for the document.", lambda row: escaped(row.path)),
        extra("line_number", "integer", "The line it starts in, from 1.", optional(_location, lambda at: at.line)),
        extra(
            "column_number", "integer", "The column it starts in, from 1.", optional(_location, lambda at: at.column)
        ),
        extra("message", "text", "What is wrong.", lambda row: escaped(row.message)),
        extra("hint", "text", "What to do about it.", lambda row: escaped(row.hint)),
        as_of_column(lambda _: report.as_of),
    )


def _location(finding: Finding) -> Location | None:
    return finding.location
