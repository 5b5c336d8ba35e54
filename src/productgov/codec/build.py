"""From plain data to objects of the model, by their constructors."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from productgov.codec.once import once
from productgov.codec.strict.consequences import without_consequences
from productgov.codec.strict.mistakes import Mistakes
from productgov.codec.strict.objects import walk_of
from productgov.errors import InvalidDocumentError
from productgov.fields import shapes
from productgov.fields.shapes import fields_of, shape_of, shorthand_of
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.model.extensions import Extensions
from productgov.paths import Trail

__all__ = ["build", "structure"]

Model = TypeVar("Model")


def structure(
    data: object, cls: type[Model], trail: Trail = None, *, name: str = "", limits: Limits = DEFAULT_LIMITS
) -> Model:
    """Validate plain data as one object of the model, and build it.

    Raises:
        InvalidDocumentError: with all findings, whose paths begin with the trail.
    """
    mistakes = Mistakes(limits.max_findings)
    walk_of(shape_of(cls))(data, trail, mistakes)
    if mistakes:
        findings = tuple(mistake.to_finding() for mistake in without_consequences(mistakes.kept))
        raise InvalidDocumentError(findings, name, mistakes.omitted)
    return build(data, cls)


def build(data: object, cls: type[Model]) -> Model:
    """Build one object of the model from plain data that the strict walk has found valid."""
    builder: Callable[[object], Model] = _builder_of(cls)  # type: ignore[assignment]
    return builder(data)


@once
def _builder_of(cls: type) -> Callable[[object], object]:
    plan = tuple((field.name, field.wire, _reader_of(field.shape)) for field in fields_of(cls))
    shorthand = shorthand_of(cls)

    def build(data: object) -> object:
        if not isinstance(data, Mapping):
            return cls(**{shorthand.name: data}) if shorthand else data
        values = {name: read(data[wire]) for name, wire, read in plan if wire in data}
        if len(values) == len(data):
            return cls(**values)
        return cls(**values, extensions=Extensions({key: data[key] for key in data if key.startswith("x-")}))

    return build


def _reader_of(shape: shapes.Shape) -> Callable[[object], object]:
    match shape:
        case shapes.Object(cls):
            return _builder_of(cls)
        case shapes.List(item):
            read = _reader_of(item)
            return lambda value: tuple(map(read, value))  # type: ignore[call-overload]
        case shapes.Either():
            build, read = _reader_of(shape.object), _reader_of(shape.scalar)
            return lambda value: build(value) if isinstance(value, Mapping) else read(value)
        case _:
            return shape.reader
