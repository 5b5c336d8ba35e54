"""`productgov set`: change one field of something that has an id."""

import argparse
import json
from collections.abc import Mapping, Sequence
from typing import cast

import attrs

from productgov.cli.changing import add_editing, change_document
from productgov.cli.command import Command, Group
from productgov.dumping import to_dict
from productgov.errors import InvalidDocumentError, InvalidValueError
from productgov.fields import shapes
from productgov.fields.shapes import EXTENSIONS, Field, fields_of
from productgov.loading import from_dict
from productgov.model.governance import ProductGovernance
from productgov.model.verbs.finding import find_object
from productgov.nearest import nearest
from productgov.wording import quoted_value

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="an id; where several things have it, as in kpi:activation")
    parser.add_argument("field", metavar="FIELD", help="a field as documents name it, or a path: scoring.rice.reach")
    parser.add_argument(
        "value", metavar="VALUE", help="a text, number or date; lists with commas; anything as JSON; empty to remove it"
    )
    add_editing(parser)


def _run(arguments: argparse.Namespace) -> int:
    return change_document(arguments, lambda before: _set(before, arguments.id, arguments.field, arguments.value))


def _set(governance: ProductGovernance, id: str, path: str, value: str) -> ProductGovernance:
    value_before = cast(attrs.AttrsInstance, find_object(governance, id).value)
    cls: type[object] = type(value_before)
    data = to_dict(value_before)
    field = _put(data, cls, path.split("."), value)
    try:
        changed = from_dict(data, cls)
    except InvalidDocumentError as error:
        finding = error.findings[0]
        raise InvalidValueError(f"{finding.message}; {finding.hint}") from None
    return governance.change(id, **{field: getattr(changed, field)})


def _put(data: dict[str, object], cls: type, path: Sequence[str], text: str) -> str:
    """Put a value into plain data; give the Python name of the field of the class that changes."""
    name, *rest = path
    if name.startswith("x-"):
        data[name] = _plain(text)
        return EXTENSIONS
    field = _field(cls, name)
    if not rest:
        if text == "":
            data.pop(field.wire, None)
        else:
            data[field.wire] = _read(field.shape, text)
        return field.name
    inner = field.shape.object if isinstance(field.shape, shapes.Either) else field.shape
    if not isinstance(inner, shapes.Object):
        raise InvalidValueError(f"{field.wire} has no fields; write set {path[0]} with its whole value")
    held = data.get(field.wire)
    holder = dict(held) if isinstance(held, Mapping) else {}
    data[field.wire] = holder
    _put(holder, inner.cls, rest, text)
    return field.name


def _field(cls: type, name: str) -> Field:
    for field in fields_of(cls):
        if name in (field.wire, field.name):
            return field
    near = nearest(name, [field.wire for field in fields_of(cls)])
    hint = f"did you mean {' or '.join(near)}?" if near else f"known fields are {_known(cls)}"
    raise InvalidValueError(f"unknown field {quoted_value(name)} of {cls.__name__}; {hint}")


def _known(cls: type) -> str:
    return ", ".join(field.wire for field in fields_of(cls))


def _read(shape: shapes.Shape, text: str) -> object:
    """The plain value for a text that was typed; what cannot be read stays a text, and is refused with a hint."""
    if isinstance(shape, shapes.List):
        if text.lstrip().startswith("["):
            return _plain(text)
        return [_read(shape.item, each.strip()) for each in text.split(",")]
    if isinstance(shape, shapes.Scalar):
        return text if shape.accepts(text) else _plain(text)
    return _plain(text)


def _plain(text: str) -> object:
    """A value of JSON; a text that is none is itself."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value


COMMAND = Command(
    name="set",
    group=Group.CHANGE,
    help="change one field of an item, metric, objective or team",
    description="Change one field of something that has an id, and nothing else in the file.",
    configure=_configure,
    run=_run,
)
