"""The fields of a class as columns."""

from typing import Annotated

import attrs

from productgov import Estimate
from productgov.fields import Text, checked
from productgov.model.extensions import Extensions
from productgov.tables.column import Column
from productgov.tables.flat import Flat


@attrs.frozen(kw_only=True, field_transformer=checked)
class Part:
    """A part."""

    sure: Annotated[bool, "Whether it is certain."]
    size: Annotated[float | Estimate | None, "How large it is."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, field_transformer=checked)
class Whole:
    """A whole."""

    name: Annotated[Text, "What it is called."]
    part: Annotated[Part | None, "What it has."] = None
    extensions: Extensions = Extensions()


FLAT = Flat(cls=Whole)


def test_columns_of_any_class() -> None:
    assert [(column.name, column.type) for column in FLAT.columns] == [
        ("name", "text"),
        ("part_sure", "boolean"),
        ("part_size", "number"),
        ("part_size_low", "number"),
        ("part_size_high", "number"),
        ("extensions", "json"),
    ]
    assert FLAT.columns[1] == Column(name="part_sure", type="boolean", meaning="What it has: whether it is certain.")


def test_values_of_objects_and_of_what_they_do_not_have() -> None:
    ranged = Part(sure=True, size=Estimate(low=1, likely=2, high=3))
    things = [Whole(name="a", part=ranged), Whole(name="b", part=Part(sure=False, size=5)), Whole(name="c")]
    assert list(FLAT.values(things)) == [
        ["a", "b", "c"],
        [True, False, None],
        [2.0, 5.0, None],
        [1.0, None, None],
        [3.0, None, None],
        [None, None, None],
    ]
    assert list(FLAT.values([])) == [[]] * 6
