"""Annotations, read as shapes, or refused with a sentence that says what to write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, Literal

import attrs
import pytest
from annotated_types import Ge, Gt, Interval, Le, Lt, MinLen

from productgov.fields import Identifier, NonNegative, Pattern, Term, Text, checked
from productgov.fields.annotations import read_annotation
from productgov.fields.shapes import Constant, Date, Either, Flag, List, Number, Object, Shape, Terms, is_model
from productgov.fields.shapes import Text as TextShape
from productgov.fields.types import IDENTIFIER, TEXT
from productgov.model.extensions import Extensions
from productgov.model.targets import Target

CAPITALS = Pattern(r"^[A-Z]+$", "capital letters")


class Size(Term):
    """How large it is."""

    SMALL = "small", "Less than a day."
    LARGE = "large", "More than a day."


class Colour(Enum):
    RED = "red"


@dataclass
class Plain:
    size: int


READ: list[tuple[object, Shape]] = [
    (str, TextShape(TEXT)),
    (Annotated[str, "a description"], TextShape(TEXT)),
    (Text, TextShape(TEXT)),
    (Identifier, TextShape(IDENTIFIER)),
    (Annotated[str, CAPITALS, "a description"], TextShape(CAPITALS)),
    (bool, Flag()),
    (float, Number(at_least=-1e15, at_most=1e15)),
    (int, Number(whole=True, at_least=-1e15, at_most=1e15)),
    (NonNegative, Number(at_least=0, at_most=1e15)),
    (Annotated[float, Ge(0), Le(5)], Number(at_least=0, at_most=5)),
    (Annotated[float, Interval(gt=0, le=5)], Number(at_least=None, above=0, at_most=5)),
    (Annotated[NonNegative, Ge(2), "a description"], Number(at_least=2, at_most=1e15)),
    (Annotated[NonNegative, Gt(-1)], Number(at_least=0, at_most=1e15)),
    (date, Date()),
    (Literal["1.0"], Constant("1.0")),
    (Size, Terms(Size)),
    (Target, Object(Target)),
    (tuple[Annotated[int, Ge(1)], ...], List(Number(whole=True, at_least=1))),
    (tuple[tuple[str, ...], ...], List(List(TextShape(TEXT)))),
    (float | Target, Either((Number(), Object(Target)))),
    (Annotated[float | Target, Ge(0)], Either((Number(at_least=0), Object(Target, Number(at_least=0))))),
    (Annotated[Target, Gt(0)], Object(Target, Number(at_least=None, above=0))),
    (Annotated[object, Flag()], Flag()),
]


@pytest.mark.parametrize(("annotation", "shape"), READ, ids=[str(annotation) for annotation, _ in READ])
def test_an_annotation_is_read_as_a_shape(annotation: Any, shape: Shape) -> None:
    assert read_annotation(annotation).shape == shape
    assert not read_annotation(annotation).optional
    for optional in (Annotated[annotation, "about it"] | None, Annotated[annotation | None, "about it"]):
        read = read_annotation(optional)
        assert (read.shape, read.optional) == (shape, True)
        assert "about it" in read.marks


def test_the_type_is_kept_without_its_marks_for_signatures() -> None:
    assert read_annotation(Annotated[Text | None, "about it"]).type == str | None
    assert read_annotation(Annotated[tuple[NonNegative | Target, ...], "about it"]).type == tuple[float | Target, ...]


REFUSED: list[tuple[object, str]] = [
    (None, "it has no annotation; write its type, such as str"),
    ("int", "its annotation is a text; write the type itself, without `from __future__ import annotations`"),
    (datetime, "a field cannot be a time of a day; write date"),
    (Colour, 'Colour is not a Term; declare it as class Colour(Term): MEMBER = "value", "what it means"'),
    (list, "list is not a type for fields; write tuple[X, ...] for a list, or declare a class for an object"),
    (list[str], "list is not a type for fields; write tuple[X, ...] for a list"),
    (Sequence[str], "Sequence is not a type for fields; write tuple[X, ...] for a list"),
    (dict[str, int], "dict is not a type for fields"),
    (Mapping[str, int], "or declare a class for an object"),
    (tuple, "tuple is not a type for fields; write tuple[X, ...] for a list"),
    (tuple[int, str], "a list has items of one type; write tuple[X, ...]"),
    (tuple[int | None, ...], "a list does not contain None"),
    (Plain, "Plain is not a type for fields; write str, bool, int, float, date"),
    (attrs.make_class("Other", ["size"]), "Other is not declared with `field_transformer=checked`"),
    (object, "object is not a type for fields; write str, bool, int, float, date"),
    (Any, "Any is not a type for fields"),
    (complex, "complex is not a type for fields"),
    (Literal["small", "large"], "a Literal has one text; for several, declare a Term"),
    (Literal[1], "a Literal has one text"),
    (str | int, "a field has one type, or either a class or a single value"),
    (Target | Plain, "Plain is not a type for fields"),
    (Target | tuple[str, ...], "a field has one type, or either a class or a single value"),
    (Annotated[float, Lt(5)], "is not checked; write Ge, Gt or Le for numbers, and a Pattern for texts"),
    (Annotated[str, MinLen(5)], "is not checked; write Ge, Gt or Le for numbers, and a Pattern for texts"),
    (Annotated[float, Ge("a")], "is not a limit of numbers; write a number in it"),
    (Annotated[str, Ge(5)], "limits are for numbers; remove Ge, Gt and Le, or annotate a number"),
]


@pytest.mark.parametrize(("annotation", "sentence"), REFUSED, ids=[str(annotation) for annotation, _ in REFUSED])
def test_any_other_annotation_is_refused_when_the_class_is_defined(annotation: Any, sentence: str) -> None:
    body = {"size": attrs.field(type=annotation), "extensions": attrs.field(type=Extensions, default=Extensions())}
    with pytest.raises(TypeError) as caught:
        attrs.make_class("Ticket", body, frozen=True, kw_only=True, field_transformer=checked)
    assert str(caught.value).startswith("Ticket.size: ")
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_only_classes_declared_with_checked_that_keep_extensions_are_models() -> None:
    assert is_model(Target)
    assert not is_model(Number)
    assert not is_model(Target(value=1))
    without = attrs.make_class("Without", {"size": attrs.field(type=int)}, field_transformer=checked)
    assert not is_model(without)
    unchecked = attrs.make_class("Unchecked", ["size", "extensions"])
    assert not is_model(unchecked)
