"""The cattrs converter: it builds values from documents that the walk has found good, and writes them back.

Nothing is coerced, because the hooks registered here take values as they are; the converter is ours, never the
global one of cattrs.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import TypeVar, cast

from attrs import AttrsInstance, evolve
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from productgov.codec.strict.objects import walk_of
from productgov.codec.to_data import writer_of
from productgov.errors import InvalidDocumentError
from productgov.fields.shapes import (
    EXTENSIONS,
    DateShape,
    ListShape,
    ObjectShape,
    Shape,
    UnionShape,
    fields_of,
    is_model,
    shape_of,
    shorthand_of,
)
from productgov.found import Found
from productgov.model.extensions import Extensions

__all__ = ["build", "configure_converter", "make_converter", "structure"]

Model = TypeVar("Model")


def make_converter() -> Converter:
    """A cattrs converter that knows the classes of the model, with the checks that `load` makes."""
    converter = Converter()
    configure_converter(converter)
    return converter


def configure_converter(converter: Converter) -> None:
    """Teach a cattrs converter the classes of the model, with the checks that `load` makes.

    Structuring a document with mistakes raises `InvalidDocumentError`, which a converter with detailed
    validation puts into its groups where the document is part of something larger.
    """
    converter.register_structure_hook_factory(is_model, lambda cls: lambda data, _: structure(data, cls))
    converter.register_unstructure_hook_factory(is_model, writer_of)


def structure(data: object, cls: type[Model]) -> Model:
    """Validate plain data as one object of the model, and build it.

    Raises:
        InvalidDocumentError: with all findings, whose paths begin at this object.
    """
    mistakes: list[Found] = []
    walk_of(shape_of(cls))(data, None, mistakes)
    if mistakes:
        raise InvalidDocumentError(tuple(mistake.to_finding() for mistake in mistakes))
    return build(data, cls)


def build(data: object, cls: type[Model]) -> Model:
    """Build one object of the model from plain data that the walk has found good."""
    builder: Callable[[object], object] = _builder_of(cls)  # type: ignore[arg-type]
    return cast(Model, builder(data))


@cache
def _builder_of(cls: type) -> Callable[[object], object]:
    """The function that builds one class of the model from plain data that the walk has found good."""
    fields = {
        field.name: override(rename=field.wire, struct_hook=_structure_hook(field.shape)) for field in fields_of(cls)
    }
    converter = Converter(detailed_validation=False)
    fields[EXTENSIONS] = override(omit=True)
    fill = cast(
        Callable[[object, type], AttrsInstance],
        make_dict_structure_fn(cls, converter, **fields),  # type: ignore[arg-type]
    )
    shorthand = shorthand_of(cls)

    def build(data: object) -> object:
        if shorthand and not isinstance(data, Mapping):
            return cls(**{shorthand.name: data})
        built = fill(data, cls)
        own = {key: value for key, value in data.items() if key.startswith("x-")}  # type: ignore[attr-defined]
        return evolve(built, extensions=Extensions(own)) if own else built  # type: ignore[misc]

    return build


def _structure_hook(shape: Shape) -> Callable[[object, object], object]:
    read = _reader_of(shape)
    return lambda value, _: read(value)


def _reader_of(shape: Shape) -> Callable[[object], object]:
    match shape:
        case DateShape():
            return date.fromisoformat  # type: ignore[return-value]
        case ObjectShape():
            return _builder_of(shape.cls)
        case ListShape():
            read = _reader_of(shape.item)
            return lambda value: tuple(map(read, value))  # type: ignore[call-overload]
        case UnionShape():
            build = next(_reader_of(option) for option in shape.options if isinstance(option, ObjectShape))
            return lambda value: build(value) if isinstance(value, Mapping) else value
        case _:
            return _as_it_is


def _as_it_is(value: object) -> object:
    return value
