"""The checks of single values, shared by the constructors and the loader.

`problem_with` says what is wrong with a scalar. `checked` turns the annotations of an attrs class into
converters that check: they run in the constructor and in `attrs.evolve`, and accept any sequence for a tuple.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from math import inf
from numbers import Integral, Real

import attrs

from productgov.errors import InvalidValueError
from productgov.fields.constraints import Agreement
from productgov.fields.shapes import (
    EXTENSIONS,
    ConstantShape,
    DateShape,
    EnumShape,
    ListShape,
    NumberShape,
    ObjectShape,
    Shape,
    TextShape,
    UnionShape,
    fields_of,
    read_annotation,
    shorthand_of,
)
from productgov.fields.types import DATE, MAGNITUDE
from productgov.wording import described

__all__ = ["Problem", "checked", "number_problem", "text_problem"]


@attrs.frozen
class Problem:
    """What is wrong with one value: what is allowed instead, and a hint where the slip is a known one."""

    allowed: str
    hint: str


class _RefusedError(Exception):
    """Carries a problem, and the place below the field, out of nested conversions."""

    def __init__(self, given: str, problem: Problem, below: str = "") -> None:
        super().__init__(given, problem, below)
        self.given = given
        self.problem = problem
        self.below = below


def text_problem(shape: TextShape, value: str) -> Problem | None:
    """What is wrong with a text, if anything."""
    if accepts_text(shape)(value):
        return None
    hint = _date_slip(value) if shape.pattern is DATE else ""
    if not value:
        hint = "write something, or leave the field out"
    elif not hint and value != value.strip():
        hint = "remove the blanks and line breaks around it"
    return Problem(shape.pattern.allows, hint)


_DATE_SLIPS = (
    re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
    re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})(?:[T ][0-9:.+-]{4,20}Z?)?"),
    re.compile(r"(?P<day>1[3-9]|2[0-9]|3[01])[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[0-9]{1,2})[-/.](?P<day>1[3-9]|2[0-9]|3[01])[-/.](?P<year>[0-9]{4})"),
)
"""Other ways to write a date that can mean one day only; 03/04/2026 is none of them."""


def _date_slip(text: str) -> str:
    for slip in _DATE_SLIPS:
        if found := slip.fullmatch(text.strip()):
            meant = f"{found['year']}-{found['month']:0>2}-{found['day']:0>2}"
            return f"write {meant}" if re.match(DATE.regex, meant) else "there is no such day"
    return ""


def number_problem(shape: NumberShape, value: float) -> Problem | None:
    """What is wrong with a number, if anything."""
    if not -inf < value < inf:
        return Problem(allowed_number(shape), "write a finite number, or leave the field out")
    too_low = (shape.at_least is not None and value < shape.at_least) or (
        shape.above is not None and value <= shape.above
    )
    too_high = shape.at_most is not None and value > shape.at_most
    if too_low or too_high:
        percent = shape.at_most == 1 and 1 < value <= 100
        return Problem(allowed_number(shape), f"write {value / 100:g} for {value:g} %" if percent else "")
    if shape.whole and value != int(value):
        return Problem(allowed_number(shape), "round it to a whole number")
    return None


def allowed_number(shape: NumberShape) -> str:
    """The numbers a shape allows, in words."""
    noun = "a whole number" if shape.whole else "a number"
    if shape.above is not None:
        return f"{noun} above {shape.above:g}"
    if shape.at_most is None or shape.at_most >= MAGNITUDE:
        return f"{noun} of at least {shape.at_least:g}" if shape.at_least == 0 else f"{noun} within ±1e15"
    return f"{noun} from {shape.at_least:g} to {shape.at_most:g}"


@cache
def accepts_text(shape: TextShape) -> Callable[[str], object]:
    """A fast test that is true for the texts a shape allows."""
    return re.compile(shape.pattern.regex).match


def checked(cls: type, attributes: "list[attrs.Attribute[object]]") -> "list[attrs.Attribute[object]]":
    """The `field_transformer` of the model: every annotation becomes a converter that checks.

    The converter of the last field, the extensions, also checks what the fields must agree on, because only
    then are all of them set.
    """
    agreements: tuple[Agreement, ...] = getattr(cls, "__agreements__", ())
    names = tuple(attribute.name for attribute in attributes if attribute.name != EXTENSIONS)
    return [
        attribute.evolve(repr=False, converter=_extensions_converter(cls.__name__, attribute, names, agreements))
        if attribute.name == EXTENSIONS
        else attribute.evolve(converter=_field_converter(cls.__name__, attribute))
        for attribute in attributes
    ]


def _field_converter(owner: str, attribute: "attrs.Attribute[object]") -> Callable[[object], object]:
    annotation = read_annotation(attribute.type)
    convert = _conversion(annotation.shape)

    def check(value: object) -> object:
        if value is None and annotation.optional:
            return None
        try:
            return convert(value)
        except _RefusedError as refused:
            hint = f" ({refused.problem.hint})" if refused.problem.hint else ""
            where = f"{owner}.{attribute.name}{refused.below}"
            raise InvalidValueError(f"{where} is {refused.given}; allowed is {refused.problem.allowed}{hint}") from None

    return check


def _extensions_converter(
    owner: str, attribute: "attrs.Attribute[object]", names: tuple[str, ...], agreements: tuple[Agreement, ...]
) -> "attrs.Converter[object, object]":
    extensions = attribute.type

    def check(value: object, instance: object) -> object:
        if agreements:
            values = {name: given for name in names if (given := getattr(instance, name)) is not None}
            for agreement in agreements:
                for broken in agreement.broken(values):
                    raise InvalidValueError(f"{owner}: {broken.message} ({broken.hint})")
        return value if type(value) is extensions else extensions.of(value)  # type: ignore[union-attr]

    return attrs.Converter(check, takes_self=True)


def _conversion(shape: Shape) -> Callable[[object], object]:
    match shape:
        case TextShape():
            return lambda value: _text(shape, value)
        case NumberShape():
            return lambda value: _number(shape, value)
        case DateShape():
            return _date
        case ConstantShape():
            return lambda value: _constant(shape, value)
        case EnumShape():
            return lambda value: _term(shape, value)
        case ListShape():
            return _list_conversion(shape)
        case ObjectShape():
            return lambda value: _object(shape, value)
        case UnionShape():
            return _union_conversion(shape)


def _text(shape: TextShape, value: object) -> str:
    if not isinstance(value, str):
        raise _RefusedError(described(value), Problem(shape.pattern.allows, ""))
    problem = text_problem(shape, value)
    if problem:
        raise _RefusedError(described(value), problem)
    return value if type(value) is str else str.__str__(value)


def _number(shape: NumberShape, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, Real):
        raise _RefusedError(described(value), Problem(allowed_number(shape), ""))
    number = int(value) if isinstance(value, Integral) else float(value)
    problem = number_problem(shape, number)
    if problem:
        raise _RefusedError(described(number), problem)
    return int(number) if shape.whole else number


def _date(value: object) -> date:
    if type(value) is not date:
        raise _RefusedError(described(value), Problem("a datetime.date", "write date(2026, 1, 31)"))
    return value


def _constant(shape: ConstantShape, value: object) -> str:
    if value != shape.value:
        raise _RefusedError(described(value), Problem(f'the text "{shape.value}"', ""))
    return shape.value


def _term(shape: EnumShape, value: object) -> str:
    if isinstance(value, str):
        for term in shape.terms:
            if term == value:
                return term
    raise _RefusedError(described(value), Problem(f"one of {', '.join(shape.terms)}", ""))


def _list_conversion(shape: ListShape) -> Callable[[object], object]:
    convert = _conversion(shape.item)

    def check(value: object) -> tuple[object, ...]:
        if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
            raise _RefusedError(described(value), Problem("a list", "put it in brackets"))
        items = []
        for index, item in enumerate(value):
            try:
                items.append(convert(item))
            except _RefusedError as refused:
                raise _RefusedError(refused.given, refused.problem, f"[{index}]{refused.below}") from None
        return tuple(items)

    return check


def _object(shape: ObjectShape, value: object) -> object:
    if not isinstance(value, shape.cls):
        shorthand = shorthand_of(shape.cls)
        if shorthand is None or isinstance(value, bool) or not isinstance(value, (str, Real)):
            raise _RefusedError(described(value), Problem(f"a {shape.cls.__name__}", ""))
        value = shape.cls(**{shorthand.name: value})
    for field in fields_of(shape.cls) if shape.limits else ():
        number = getattr(value, field.name)
        problem = number_problem(shape.limits, number)  # type: ignore[arg-type]
        if problem:
            raise _RefusedError(described(number), problem, f".{field.name}")
    return value


def _union_conversion(shape: UnionShape) -> Callable[[object], object]:
    texts = next((_conversion(option) for option in shape.options if isinstance(option, EnumShape)), None)
    numbers = next((_conversion(option) for option in shape.options if isinstance(option, NumberShape)), None)
    objects = next(_conversion(option) for option in shape.options if isinstance(option, ObjectShape))

    def check(value: object) -> object:
        if texts and isinstance(value, str):
            return texts(value)
        if numbers and isinstance(value, Real):
            return numbers(value)
        return objects(value)

    return check
