"""`checked` turns the annotations of an attrs class into the checks of its constructor."""

from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, Signature
from typing import TypeAlias

import attrs

from productgov.errors import InvalidValueError
from productgov.fields import shapes
from productgov.fields.annotations import Annotation, read_annotation
from productgov.fields.constraints import Constraint, constraints_of
from productgov.fields.hints import field_hint, is_empty
from productgov.fields.marks import AlwaysWritten, Key, Names, Refers, Shorthand, WireName, wire_name
from productgov.fields.pydantic_hook import add_hooks
from productgov.fields.shapes import DECLARATION, EXTENSIONS, Field, Problem
from productgov.wording import described

__all__ = ["checked"]


@attrs.frozen
class _Attribute:
    """A field of a class: its full name, and whether it must be given."""

    name: str
    is_required: bool


Place: TypeAlias = "_Attribute | tuple[Place, str | int]"
"""Where a value is: the field of a class, then indices and fields below it."""

Convert: TypeAlias = Callable[[object, Place], object]


def checked(cls: type, attributes: "list[attrs.Attribute[object]]") -> "list[attrs.Attribute[object]]":
    """The `field_transformer` of classes whose fields are declared by their annotations.

    The constructor and `attrs.evolve` then check every value, and take what documents take: a list for a tuple, the
    value of a term, ISO text or a time stamp at midnight for a date, a text for a role, a number for a target. At the
    end they check the `constraints` of the class.

    Raises:
        TypeError: when a field has a type that is not supported, or a constraint names an unknown field.
    """
    add_hooks(cls)
    declared = [_declared(cls, attribute) for attribute in attributes]
    names = tuple(attribute.name for attribute in attributes if attribute.name != EXTENSIONS)
    constraints = constraints_of(cls)
    for constraint in constraints:
        for name in constraint.fields:
            if name not in names:
                raise TypeError(f"{cls.__name__}.constraints: {cls.__name__} has no field {name}")
    if constraints:
        last = declared[-1]
        validators = [check for check in (last.validator, _constraint_check(cls.__name__, names, constraints)) if check]
        declared[-1] = last.evolve(validator=attrs.validators.and_(*validators))
    return declared


def _declared(cls: type, attribute: "attrs.Attribute[object]") -> "attrs.Attribute[object]":
    if attribute.name == EXTENSIONS:
        return attribute.evolve(repr=False, converter=_extensions_converter(attribute))
    place = f"{cls.__name__}.{attribute.name}"
    try:
        annotation = read_annotation(attribute.type)
        field = _field(attribute, annotation)
    except TypeError as error:
        raise TypeError(f"{place}: {error}") from None
    check = _field_converter(_Attribute(place, field.required), annotation)
    return attribute.evolve(
        converter=check if attribute.converter is None else attrs.converters.pipe(attribute.converter, check),
        metadata={**attribute.metadata, DECLARATION: field},
    )


def _field(attribute: "attrs.Attribute[object]", annotation: Annotation) -> Field:
    marks = {type(mark): mark for mark in annotation.marks}
    wire, names, refers = marks.get(WireName), marks.get(Names), marks.get(Refers)
    if Shorthand in marks and not isinstance(annotation.shape, shapes.Scalar):
        raise TypeError("only a single value can be a Shorthand")
    default: object = attribute.default
    required = default is attrs.NOTHING
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        if default.takes_self:  # type: ignore[attr-defined]
            raise TypeError("its default depends on other fields; give a value, or a factory without arguments")
        default = default.factory()  # type: ignore[attr-defined]
    return Field(
        name=attribute.name,
        wire=wire.name if isinstance(wire, WireName) else wire_name(attribute.name),
        shape=annotation.shape,
        description=" ".join(mark for mark in annotation.marks if isinstance(mark, str)),
        required=required,
        default=default,
        always_written=required or AlwaysWritten in marks,
        shorthand=Shorthand in marks,
        names=names.kind if isinstance(names, Names) else None,
        refers=refers if isinstance(refers, Refers) else None,
        key=Key in marks,
    )


def _field_converter(place: Place, annotation: Annotation) -> Callable[[object], object]:
    convert, optional = _conversion(annotation.shape), annotation.optional

    def check(value: object) -> object:
        return None if value is None and optional else convert(value, place)

    return _showing(check, annotation.type)


def _extensions_converter(attribute: "attrs.Attribute[object]") -> Callable[[object], object]:
    extensions = attribute.type

    def check(value: object) -> object:
        return value if type(value) is extensions else extensions.of(value)  # type: ignore[union-attr]

    return _showing(check, extensions)


def _showing(check: Callable[[object], object], declared: object) -> Callable[[object], object]:
    """The converter with the declared type of the field, which attrs then shows in the signature."""
    value = Parameter("value", Parameter.POSITIONAL_OR_KEYWORD, annotation=declared)
    check.__signature__ = Signature([value], return_annotation=declared)  # type: ignore[attr-defined]
    return check


def _constraint_check(
    owner: str, names: tuple[str, ...], constraints: Iterable[Constraint]
) -> "Callable[[object, attrs.Attribute[object], object], None]":
    """A validator; attrs runs validators after all fields are set."""

    def check(instance: object, attribute: "attrs.Attribute[object]", value: object) -> None:  # noqa: ARG001 - of attrs
        values = {name: given for name in names if (given := getattr(instance, name)) is not None}
        for constraint in constraints:
            for found in constraint.violations(values):
                raise InvalidValueError(f"{owner}: {found.message} ({found.hint})")

    return check


def _refused(value: object, problem: Problem, place: Place) -> InvalidValueError:
    hint = problem.hint
    if isinstance(place, _Attribute) and is_empty(value):
        _, _, name = place.name.rpartition(".")
        hint = field_hint(hint or "write a value", name, is_required=place.is_required)
    told = f" ({hint})" if hint else ""
    return InvalidValueError(f"{_shown(place)} must be {problem.allowed}, not {described(value)}{told}")


def _shown(place: Place) -> str:
    if isinstance(place, _Attribute):
        return place.name
    within, token = place
    return f"{_shown(within)}[{token}]" if isinstance(token, int) else f"{_shown(within)}.{token}"


def _conversion(shape: shapes.Shape) -> Convert:
    match shape:
        case shapes.List(item):
            return _list_conversion(_conversion(item))
        case shapes.Object():
            return _object_conversion(shape)
        case shapes.Either():
            return _conversion_of_either(_object_conversion(shape.object), shape.object.cls, shape.scalar)
        case _:
            return _scalar_conversion(shape)


def _scalar_conversion(shape: shapes.Scalar) -> Convert:
    take = shape.take

    def convert(value: object, place: Place) -> object:
        taken = take(value)
        if isinstance(taken, Problem):
            raise _refused(value, taken, place)
        return taken

    return convert


def _list_conversion(convert_item: Convert) -> Convert:
    def convert(value: object, place: Place) -> tuple[object, ...]:
        if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
            raise _refused(value, Problem("PG005", "a list", "put it in brackets"), place)
        return tuple(convert_item(item, (place, index)) for index, item in enumerate(value))

    return convert


def _object_conversion(shape: shapes.Object) -> Convert:
    cls, shorthand = shape.cls, shape.shorthand

    def convert(value: object, place: Place) -> object:
        if not isinstance(value, cls):
            raise _refused(value, Problem("PG005", _named(cls)), place)
        for field in shape.fields if shape.limits else ():
            number = getattr(value, field.name)
            if isinstance(field.shape, shapes.Number) and not (number is None or field.shape.accepts(number)):
                raise _refused(number, field.shape.problem(number), (place, field.name))
        return value

    if shorthand is None or not isinstance(shorthand.shape, shapes.Scalar):
        return convert
    convert_either = _conversion_of_either(convert, cls, shorthand.shape)

    def convert_shorthand(value: object, place: Place) -> object:
        converted = convert_either(value, place)
        return converted if isinstance(converted, cls) else convert(cls(**{shorthand.name: converted}), place)

    return convert_shorthand


def _conversion_of_either(convert_object: Convert, cls: type, scalar: shapes.Scalar) -> Convert:
    def convert(value: object, place: Place) -> object:
        if isinstance(value, cls):
            return convert_object(value, place)
        taken = scalar.take(value)
        if isinstance(taken, Problem):
            allowed = f"{taken.allowed}, or {_named(cls)}" if taken.code == "PG005" else taken.allowed
            raise _refused(value, taken._replace(allowed=allowed), place)
        return taken

    return convert


def _named(cls: type) -> str:
    return f"{'an' if cls.__name__[0] in 'AEIO' else 'a'} {cls.__name__}"
