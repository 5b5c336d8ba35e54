"""JSON Schemas of what the command line prints as JSON, for those who build on it.

Fields may be added in later versions, so unknown ones are allowed; none is taken away or changes its meaning.
"""

from collections.abc import Callable
from enum import Enum

from productgov.findings import Severity
from productgov.ranking.records import fields_schema
from productgov.ranking.report import RANK_REPORT

__all__ = ["OUTPUTS", "check_schema", "rank_schema"]

Json = dict[str, object]


def check_schema() -> Json:
    """The JSON Schema of `productgov check --format json`."""
    count: Json = {"type": "integer", "minimum": 0}
    finding = _object(
        "One mistake, with everything needed to find and mend it.",
        code=_text("The stable name of the kind of mistake.") | {"pattern": "^PG[0-9]{3}$"},
        severity=_one_of(Severity, "How bad it is."),
        file=_text("The file it was found in, as it was named on the command line."),
        line=_nullable("integer", "The line, from 1; null when the file could not be read as text."),
        column=_nullable("integer", "The column in characters, from 1; null with the line."),
        path=_text("The JSON Pointer of the offending value; empty for the whole document."),
        message=_text("What is wrong; the wording may change between releases."),
        hint=_text("What to do about it."),
    )
    body = _object(
        "What check found in all the files.",
        version={"description": "The version of this output.", "type": "integer", "const": 1},
        findings={"type": "array", "items": finding},
        summary=_object("How many findings there are.", **{f"{severity.value}s": count for severity in Severity}),
    )
    return _schema("check", body)


def rank_schema() -> Json:
    """The JSON Schema of `productgov rank --format json`."""
    body = fields_schema(RANK_REPORT)
    return _schema("rank", {"description": "The order of the initiatives under one framework.", **body})


OUTPUTS: dict[str, Callable[[], Json]] = {"check": check_schema, "rank": rank_schema}


def _schema(command: str, body: Json) -> Json:
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "$id": f"urn:productgov:schema:1:{command}", "title": f"{command} output", **body}


def _object(description: str, *, optional: Json | None = None, **required: Json) -> Json:
    properties = {**required, **(optional or {})}
    return {"description": description, "type": "object", "properties": properties, "required": list(required)}


def _text(description: str) -> Json:
    return {"description": description, "type": "string"}


def _nullable(kind: str, description: str) -> Json:
    return {"description": description, "type": [kind, "null"]}


def _one_of(terms: type[Enum], description: str) -> Json:
    return {"description": description, "type": "string", "enum": [term.value for term in terms]}
