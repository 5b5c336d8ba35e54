"""JSON Schemas of what the command line prints as JSON, for those who build on it.

Fields may be added in later versions, so unknown ones are allowed; none is taken away or changes its meaning.
"""

from collections.abc import Callable

from productgov.fields.scalars import Json
from productgov.ranking.records import fields_schema
from productgov.ranking.report import RANK_REPORT
from productgov.schema.check_output import CheckOutput
from productgov.schema.diff_output import DiffOutput
from productgov.schema.history_output import HistoryOutput
from productgov.schema.records import record_schema

__all__ = ["OUTPUTS", "check_schema", "diff_schema", "history_schema", "rank_schema"]


def check_schema() -> Json:
    """The JSON Schema of `productgov check --format json`."""
    return _schema("check", record_schema(CheckOutput))


def rank_schema() -> Json:
    """The JSON Schema of `productgov rank --format json`."""
    body = fields_schema(RANK_REPORT)
    return _schema("rank", {"description": "The order of the initiatives under one framework.", **body})


def diff_schema() -> Json:
    """The JSON Schema of `productgov diff --format json`."""
    return _schema("diff", record_schema(DiffOutput))


def history_schema() -> Json:
    """The JSON Schema of `productgov history --format json`."""
    return _schema("history", record_schema(HistoryOutput))


OUTPUTS: dict[str, Callable[[], Json]] = {
    "check": check_schema,
    "rank": rank_schema,
    "diff": diff_schema,
    "history": history_schema,
}


def _schema(command: str, body: Json) -> Json:
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "$id": f"urn:productgov:schema:1:{command}", "title": f"{command} output", **body}
