"""JSON Schemas of the JSON that the command line prints.

Later versions may add fields, so unknown fields are allowed; no field is removed or changes its meaning.
"""

from collections.abc import Callable
from enum import Enum

from productgov.findings import Severity
from productgov.model.prioritization import Framework
from productgov.model.roadmap import Horizon

__all__ = ["OUTPUTS", "check_schema", "rank_schema"]

Json = dict[str, object]


def check_schema() -> Json:
    """The JSON Schema of `productgov check --format json`."""
    count: Json = {"type": "integer", "minimum": 0}
    finding = _object(
        "One mistake, with its place and what to do about it.",
        code=_text("The code of the kind of mistake; it never changes.") | {"pattern": "^PG[0-9]{3}$"},
        severity=_one_of(Severity, "How bad it is."),
        file=_text("The file, as it was named on the command line."),
        line=_nullable("integer", "The line, from 1; null when the file could not be read as text."),
        column=_nullable("integer", "The column in characters, from 1; null with the line."),
        path=_text("The JSON Pointer of the value; empty for the whole document."),
        message=_text("What is wrong; the wording may change between releases."),
        hint=_text("What to do about it."),
    )
    body = _object(
        "The findings in all files.",
        version={"description": "The version of this output.", "type": "integer", "const": 1},
        findings={"type": "array", "items": finding},
        summary=_object("How many findings there are.", **{f"{severity.value}s": count for severity in Severity}),
    )
    return _schema("check", body)


def rank_schema() -> Json:
    """The JSON Schema of `productgov rank --format json`."""
    share: Json = {"type": "number", "minimum": 0, "maximum": 1}
    place: Json = {"type": "integer", "minimum": 1}
    item = _object(
        "One ranked item.",
        position=place | {"description": "Its position in the ranking, from 1."},
        id=_text("The id of the initiative."),
        title=_text("Its title."),
        horizon=_one_of(Horizon, "Its horizon; null for delivered items.", nullable=True),
        score=_nullable("number", "Its score; null when the framework ranks without scores."),
        terms={"description": "Every input and intermediate value of the score, by name.", "type": "object"},
        optional={
            "computed": _nullable("number", "The computed score, when an override replaces it."),
            "override": _text("The reason of the override."),
            "tie_break": _text("What decided between equal scores."),
            "p_first": share | {"description": "With --simulate: the share of draws in which it comes first."},
            "p_top": share | {"description": "With --simulate: the share of draws in which it is among the top."},
            "rank_best": place | {"description": "With --simulate: its best position, without outliers."},
            "rank_worst": place | {"description": "With --simulate: its worst position, without outliers."},
        },
    )
    unranked = _object(
        "One item that cannot be ranked.",
        id=_text("The id of the initiative."),
        missing=_text("What it lacks."),
    )
    rows: Json = {"type": "array", "items": {"type": "object"}}
    body = _object(
        "The order of the initiatives under one framework.",
        framework=_one_of(Framework, "The framework."),
        items={"type": "array", "items": item},
        unranked={"type": "array", "items": unranked},
        optional={
            "explanation": {"description": "With --explain: the lines.", "type": "array", "items": {"type": "string"}},
            "find_out_next": rows | {"description": "With --simulate: what is worth knowing better, the best first."},
            "comparison": rows | {"description": "With --compare: each two frameworks, and what moves between them."},
        },
    )
    return _schema("rank", body)


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


def _one_of(terms: type[Enum], description: str, *, nullable: bool = False) -> Json:
    values = [term.value for term in terms]
    if nullable:
        return {"description": description, "type": ["string", "null"], "enum": [*values, None]}
    return {"description": description, "type": "string", "enum": values}
