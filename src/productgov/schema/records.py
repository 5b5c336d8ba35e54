"""JSON Schema of records: attrs classes that are printed as JSON objects.

A field of a record is declared once, as an annotated type with its meaning: `line: Annotated[int | None, "The line."]`.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from inspect import getdoc
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import attrs
from annotated_types import Ge

from productgov.fields import Pattern
from productgov.fields.scalars import Json

__all__ = ["record_schema"]

_TYPES: dict[object, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def record_schema(cls: type) -> Json:
    """The JSON Schema of a record class; it allows other fields, because later versions may add some."""
    return {
        "description": " ".join((getdoc(cls) or "").split()),
        "type": "object",
        "properties": {field.name: _schema(field.type) for field in attrs.fields(cls)},
        "required": [field.name for field in attrs.fields(cls)],
    }


def _schema(annotation: object) -> Json:
    if get_origin(annotation) is Annotated:
        annotation, *marks = get_args(annotation)
        meaning = " ".join(mark for mark in marks if isinstance(mark, str))
        return {"description": meaning, **_schema(annotation), **dict(_limits(marks))}
    if get_origin(annotation) in (Union, UnionType):
        (option,) = (option for option in get_args(annotation) if option is not NoneType)
        schema = _schema(option)
        return {**schema, "type": [schema["type"], "null"]}
    if get_origin(annotation) is tuple:
        return {"type": "array", "items": _schema(get_args(annotation)[0])}
    if get_origin(annotation) is Literal:
        (constant,) = get_args(annotation)
        return {"type": _TYPES[type(constant)], "const": constant}
    if isinstance(annotation, type) and attrs.has(annotation):
        return record_schema(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {"type": "string", "enum": [member.value for member in annotation]}
    return {} if annotation is object else {"type": _TYPES[annotation]}


def _limits(marks: Iterable[object]) -> Iterator[tuple[str, object]]:
    for mark in marks:
        if isinstance(mark, Ge):
            yield "minimum", mark.ge
        if isinstance(mark, Pattern):
            yield "pattern", mark.regex
