"""Findings as JSON, and the schema that comes from the same records."""

import json
from datetime import date
from enum import Enum
from typing import Annotated, Literal

import attrs
import pytest
from annotated_types import Ge
from jsonschema import Draft202012Validator

from productgov.fields import Pattern
from productgov.report import Report
from productgov.reports.json import json_report
from productgov.reports.reporter import CheckRun
from productgov.schema.outputs import check_schema
from productgov.schema.records import record_schema
from tests.support.checked import GONE, MORE, checked
from tests.support.findings import ALSO, HERE, NOWHERE

RUN = CheckRun((checked("a.json", HERE), checked("b.json", NOWHERE)))
FULL = CheckRun((checked("a.json", ALSO, HERE, omitted=(MORE,)),), (GONE,))


def test_every_finding_is_a_record_with_everything_in_it() -> None:
    assert json.loads(json_report(RUN)) == {
        "version": 1,
        "asOf": None,
        "findings": [
            {
                "code": "PG005",
                "severity": "error",
                "file": "a.json",
                "line": 3,
                "column": 7,
                "path": "/name",
                "message": HERE.message,
                "hint": "write text",
                "related": [],
                "relatedOmitted": 0,
            },
            {
                "code": "PG207",
                "severity": "warning",
                "file": "b.json",
                "line": None,
                "column": None,
                "path": "",
                "message": "a theme without items",
                "hint": "use it",
                "related": [],
                "relatedOmitted": 0,
            },
        ],
        "unusable": [],
        "summary": {"errors": 1, "warnings": 1, "infos": 0, "omitted": []},
    }


def test_related_places_have_their_paths_lines_and_columns() -> None:
    first = json.loads(json_report(FULL))["findings"][0]
    assert first["related"][:2] == [
        {"path": "/b/0", "line": 9, "column": 2},
        {"path": "/c", "line": None, "column": None},
    ]
    assert (len(first["related"]), first["relatedOmitted"]) == (8, 3)


def test_without_documents_there_is_still_an_object() -> None:
    assert json.loads(json_report(CheckRun()))["findings"] == []


def test_what_is_only_counted_is_counted_and_listed_by_code() -> None:
    assert json.loads(json_report(FULL))["summary"] == {
        "errors": 9,
        "warnings": 0,
        "infos": 0,
        "omitted": [{"file": "a.json", "code": "PG003", "severity": "error", "count": 7}],
    }


def test_files_that_could_not_be_checked_are_listed() -> None:
    assert json.loads(json_report(FULL))["unusable"] == [
        {"file": "plans/gone.json", "reason": "no such file or directory"}
    ]


def test_files_are_named_as_they_are_in_the_repository() -> None:
    run = CheckRun((checked("./a.json", HERE, omitted=(MORE,))._replace(path="plans/a.json"),))
    printed = json.loads(json_report(run))
    assert printed["findings"][0]["file"] == printed["summary"]["omitted"][0]["file"] == "plans/a.json"


@pytest.mark.parametrize(
    ("days", "printed"),
    [
        ((), None),
        ((None,), None),
        ((date(2026, 3, 2), None), "2026-03-02"),
        ((date(2026, 3, 2), date(2026, 3, 2)), "2026-03-02"),
        ((date(2026, 3, 2), date(2026, 3, 3)), None),
    ],
)
def test_the_day_is_the_one_that_all_documents_were_judged_for(days: tuple[date | None, ...], printed: object) -> None:
    documents = [checked("a.json")._replace(report=Report(as_of=day)) for day in days]
    assert json.loads(json_report(CheckRun(documents)))["asOf"] == printed


def test_the_output_conforms_to_its_schema_and_has_every_field_of_it() -> None:
    schema, printed = check_schema(), json.loads(json_report(FULL))
    Draft202012Validator(schema).validate(printed)
    assert list(printed) == list(schema["properties"])  # type: ignore[call-overload]
    finding = schema["properties"]["findings"]["items"]  # type: ignore[index]
    assert list(printed["findings"][0]) == list(finding["properties"]) == finding["required"]


def test_the_schema_of_a_record_comes_from_its_annotations() -> None:
    class Size(Enum):
        SMALL = "s"
        LARGE = "l"

    @attrs.frozen
    class Part:
        """A part
        of the whole.
        """

        size: Annotated[Size | None, "Its size."]

    @attrs.frozen
    class Whole:
        """The whole."""

        kind: Annotated[Literal["whole"], "Always the same."]
        name: Annotated[str, Pattern("^a", "a text that begins with a"), "Its name."]
        count: Annotated[int, Ge(2), "How", "many."]
        parts: tuple[Part, ...]

    part = {
        "description": "A part of the whole.",
        "type": "object",
        "properties": {"size": {"description": "Its size.", "type": ["string", "null"], "enum": ["s", "l"]}},
        "required": ["size"],
    }
    assert record_schema(Whole) == {
        "description": "The whole.",
        "type": "object",
        "properties": {
            "kind": {"description": "Always the same.", "type": "string", "const": "whole"},
            "name": {"description": "Its name.", "type": "string", "pattern": "^a"},
            "count": {"description": "How many.", "type": "integer", "minimum": 2},
            "parts": {"type": "array", "items": part},
        },
        "required": ["kind", "name", "count", "parts"],
    }
