"""From objects of the model to plain data: a function for each class, compiled from the shapes."""

from collections.abc import Callable
from functools import cache

from productgov.fields.shapes import DateShape, EnumShape, ListShape, ObjectShape, Shape, UnionShape, fields_of
from productgov.model.extensions import thaw

__all__ = ["writer_of"]


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
            return str.__str__  # pyright: ignore[reportReturnType]
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


def _as_it_is(value: object) -> object:
    return value
