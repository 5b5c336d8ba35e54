"""From objects of the model to plain data: a function for each class, compiled from the shapes."""

from collections.abc import Callable

from productgov.codec.once import once
from productgov.fields import shapes
from productgov.fields.shapes import EXTENSIONS, Field, fields_of
from productgov.model.extensions import Extensions, thaw_object

__all__ = ["writer_of", "written_default"]


def writer_of(cls: type, *, native_dates: bool = False) -> Callable[[object], dict[str, object]]:
    """The function that writes one class of the model as plain data, in the order of its fields.

    Args:
        cls: the class.
        native_dates: leave dates as they are, for a format that has dates, instead of writing them as text.
    """
    return _object_writer(cls, native_dates)


@once
def _object_writer(cls: type, native_dates: bool) -> Callable[[object], dict[str, object]]:  # noqa: FBT001 - for `once`
    plan = tuple(
        (
            field.name,
            field.wire,
            not field.always_written,
            field.default,
            _writer_of(field.shape, native_dates=native_dates),
        )
        for field in fields_of(cls)
    )

    def write(value: object) -> dict[str, object]:
        data: dict[str, object] = {}
        for name, wire, omits, default, write_field in plan:
            item = getattr(value, name)
            if not (omits and (item is default or item == default)):
                data[wire] = write_field(item)
        extensions: Extensions = getattr(value, EXTENSIONS)
        if extensions:
            data.update(thaw_object(extensions))
        return data

    return write


def written_default(field: Field) -> object:
    """The default of a field as plain data; None when it has none."""
    return None if field.required or field.default is None else _writer_of(field.shape)(field.default)


def _writer_of(shape: shapes.Shape, *, native_dates: bool = False) -> Callable[[object], object]:
    match shape:
        case shapes.Object():
            return _object_writer(shape.cls, native_dates)
        case shapes.List(item):
            write = _writer_of(item, native_dates=native_dates)
            return lambda value: list(map(write, value))  # type: ignore[call-overload]
        case shapes.Either():
            options = (_writer_of(option, native_dates=native_dates) for option in (shape.object, shape.scalar))
            return _write_either(shape.object.cls, *options)
        case shapes.Date() if native_dates:
            return lambda value: value
        case _:
            return shape.writer


def _write_either(
    cls: type, write_object: Callable[[object], object], write_scalar: Callable[[object], object]
) -> Callable[[object], object]:
    return lambda value: write_object(value) if isinstance(value, cls) else write_scalar(value)
