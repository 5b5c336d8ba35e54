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

from productgov.codec.places import Mistake
from productgov.codec.reading import NoPositions
from productgov.codec.walk import walk_of
from productgov.errors import InvalidDocumentError
from productgov.model.extensions import Extensions, thaw
from productgov.shape import (
    EXTENSIONS,
    DateShape,
    EnumShape,
    ListShape,
    ObjectShape,
    Shape,
    UnionShape,
    fields_of,
    is_model,
    shape_of,
    shorthand_of,
)

__all__ = ["build", "configure_converter", "make_converter", "structure", "writer_of"]

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
    mistakes: list[Mistake] = []
    walk_of(shape_of(cls))(data, None, mistakes)
    if mistakes:
        raise InvalidDocumentError(tuple(mistake.to_finding(NoPositions()) for mistake in mistakes))
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


@cache
def writer_of(cls: type) -> Callable[[object], dict[str, object]]:
    """The function that writes one class of the model as plain data, in the order of its fields."""
    plan = tuple(
        (field.name, field.wire, not field.always_written, field.default, _writer_of(field.shape))
        for field in fields_of(cls)
    )

    def write(value: object) -> dict[str, object]:
        data: dict[str, object] = {}
        for name, wire, omits, default, write_field in plan:
            item = getattr(value, name)
            if not (omits and (item is default or item == default)):
                data[wire] = write_field(item)
        extensions = value.extensions  # type: ignore[attr-defined]
        if extensions:
            data.update(thaw(extensions))  # type: ignore[call-overload]
        return data

    return write


def _writer_of(shape: Shape) -> Callable[[object], object]:
    match shape:
        case DateShape():
            return str
        case EnumShape():
            return str.__str__
        case ObjectShape():
            return writer_of(shape.cls)
        case ListShape():
            write = _writer_of(shape.item)
            return lambda value: list(map(write, value))  # type: ignore[call-overload]
        case UnionShape():
            return _write_option(shape)
        case _:
            return _as_it_is


def _write_option(shape: UnionShape) -> Callable[[object], object]:
    write = {option.cls: writer_of(option.cls) for option in shape.options if isinstance(option, ObjectShape)}
    scalar = next(_writer_of(option) for option in shape.options if not isinstance(option, ObjectShape))
    return lambda value: write.get(type(value), scalar)(value)
