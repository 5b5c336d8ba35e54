"""The fields of a printed record, once for rows, JSON and its schema."""

import pytest
from jsonschema import Draft202012Validator

from productgov.ranking.ranking import RANKED, rank
from productgov.ranking.records import (
    COUNT,
    NUMBER,
    PLACE,
    SHARE,
    TEXT,
    VALUE,
    RecordField,
    Schema,
    cells,
    fields_schema,
    list_of,
    mapping_of,
    nullable,
    one_of,
    record,
)
from tests.support.initiatives import backlog, item, override, rice


def allows(schema: Schema, value: object) -> bool:
    return Draft202012Validator(schema).is_valid(value)


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        (TEXT, ["", "a"], [1, None]),
        (VALUE, ["a", 1.5, True, None], [[], {}]),
        (NUMBER, [-1, 0.5], ["1", None]),
        (COUNT, [0, 7], [-1, 0.5]),
        (PLACE, [1, 7], [0, 1.5]),
        (SHARE, [0, 0.5, 1], [-0.1, 1.1]),
        (nullable(NUMBER), [1, None], ["1"]),
        (one_of(["a", "b"]), ["a", "b"], ["c", None]),
        (nullable(one_of(["a", "b"])), ["a", None], ["c", 1]),
        (list_of(PLACE), [[], [1, 2]], [[0], 1, None]),
        (mapping_of(SHARE), [{}, {"a": 0.5}], [{"a": 2}, [], None]),
    ],
)
def test_each_type_allows_its_values_and_no_other(schema: Schema, good: list[object], bad: list[object]) -> None:
    assert [value for value in good if not allows(schema, value)] == []
    assert [value for value in bad if allows(schema, value)] == []


FIELDS: tuple[RecordField[int, object], ...] = (
    RecordField("number", NUMBER, "The number.", lambda row: row),
    RecordField("half", NUMBER, "Its half.", lambda row: row / 2, included=lambda row: row % 2 == 0),
)
MORE = (RecordField[int, object]("text", TEXT, "As a text.", str),)


def test_rows_have_every_field_and_records_only_those_that_are_included() -> None:
    assert cells(FIELDS, 3) == {"number": 3, "half": 1.5}
    assert record(FIELDS, 3) == {"number": 3}
    assert record(FIELDS, 4) == {"number": 4, "half": 2}


def test_the_schema_requires_the_fields_that_every_record_includes() -> None:
    schema = fields_schema(FIELDS, optional=MORE)
    assert allows(schema, {"number": 3})
    assert allows(schema, {"number": 4, "half": 2, "text": "4"})
    assert not allows(schema, {"half": 2})
    assert not allows(schema, {"number": 4, "text": 4})
    assert schema["properties"] == {
        "number": {"description": "The number.", "type": "number"},
        "half": {"description": "Its half.", "type": "number"},
        "text": {"description": "As a text.", "type": "string"},
    }


def test_a_ranked_item_says_what_was_decided_only_where_something_was() -> None:
    document = backlog(
        item("plain", rice=rice(5, 1, 1, 1)),
        item("moved", rice=rice(1, 1, 1, 1), override=override(9)),
        item("tied", rice=rice(2, 1, 1, 1)),
        item("tied-too", rice=rice(2, 1, 1, 1)),
    )
    records = {str(each.initiative.id): record(RANKED, each) for each in rank(document)}
    always = {"position", "id", "title", "horizon", "score", "terms"}
    assert records["plain"].keys() == always
    assert records["tied"].keys() == always | {"tie_break"}
    assert records["moved"].keys() == always | {"computed", "override"}
    assert (records["moved"]["computed"], records["moved"]["override"]) == (1, "The law asks for it.")
