"""Functions that build objects of the model from what was checked already, generated from the shapes.

The constructors check every value; after the walk, or after a decoder that checks, that would be the same work
twice, and the larger part of what loading costs. So the slots are filled directly: an object is made as an instance
of a private subclass that is not frozen, its fields are set, and it is made an instance of its own class. Where the
values come from is an `Origin`: plain data here, the twins of the fast path there.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Protocol

from productgov.model.extensions import Extensions
from productgov.shape import (
    ConstantShape,
    DateShape,
    EnumShape,
    Field,
    ListShape,
    NumberShape,
    ObjectShape,
    Shape,
    TextShape,
    UnionShape,
    fields_of,
    shape_of,
    shorthand_of,
)

__all__ = ["Names", "Origin", "filler", "filler_of"]

Names = dict[str, object]
"""The values that generated source refers to, by name."""


class Origin(Protocol):
    """Where values come from. Source that it gives speaks of `given`, the whole, and `v`, the value of one field."""

    parameters: str
    """The parameters of the generated functions, and the arguments of their calls, after the first."""

    def opening(self, shape: ObjectShape, names: Names) -> list[str]:
        """What comes first in the function for a class."""

    def fetch(self, field: Field, names: Names) -> str:
        """The value of a field; `ABSENT` where it is not given."""

    def noted(self, shape: Shape, names: Names) -> list[str]:
        """What is to be done with the value before it is set."""

    def scalar(self, shape: Shape, names: Names) -> str:
        """A value that is neither a list nor an object, as the model holds it."""

    def items(self, convert: str) -> str:
        """A list as a tuple, whose items are converted by this expression."""

    def is_object(self, shape: ObjectShape, names: Names) -> str:
        """Whether a value is an object of this shape, and no scalar that may stand in its place."""

    def extensions(self, shape: ObjectShape, names: Names) -> str:
        """The extensions of the object."""

    def closing(self, shape: ObjectShape, names: Names) -> list[str]:
        """What comes last, when all fields of `made` are set."""


def filler(cls: type, origin: Origin) -> Callable[..., object]:
    """The function that builds one class of the model from checked values."""
    names: Names = {"new": object.__new__, "NO_EXTENSIONS": Extensions()}
    name = _Fillers(origin, names).name_of(shape_of(cls))
    made: Callable[..., object] = names[name]  # type: ignore[assignment]
    return made


@cache
def filler_of(cls: type) -> Callable[[object], object]:
    """The function that builds one class of the model from plain data that the walk has found good."""
    return filler(cls, _PlainData())


class _Fillers:
    """One generated function for each shape of an object; they call each other by name."""

    def __init__(self, origin: Origin, names: Names) -> None:
        self._origin = origin
        self._names = names
        self._made: dict[ObjectShape, str] = {}

    def name_of(self, shape: ObjectShape) -> str:
        if shape not in self._made:
            self._made[shape] = f"fill_{shape.cls.__name__}_{len(self._made)}"
            self._generate(shape, self._made[shape])
        return self._made[shape]

    def _generate(self, shape: ObjectShape, name: str) -> None:
        origin, names = self._origin, self._names
        names[f"Open_{name}"], names[f"Own_{name}"] = _opened(shape.cls), shape.cls
        lines = [*origin.opening(shape, names), f"made = new(Open_{name})"]
        for field in fields_of(shape.cls):
            lines += self._field(field, shape.limits or field.shape, name)
        lines += [f"made.extensions = {origin.extensions(shape, names)}", f"made.__class__ = Own_{name}"]
        lines += [*origin.closing(shape, names), "return made"]
        header = f"def {name}(given{origin.parameters}):"
        source = "\n    ".join([header, *lines])
        exec(compile(source, f"<{name}>", "exec"), names)  # noqa: S102 - made of the model's own names, of no input

    def _field(self, field: Field, shape: Shape, owner: str) -> list[str]:
        value = self._convert(shape)
        noted = self._origin.noted(shape, self._names)
        target = f"made.{field.name}"
        if field.required:
            return [f"v = {self._origin.fetch(field, self._names)}", *noted, f"{target} = {value}"]
        default = f"Default_{owner}_{field.name}"
        self._names[default] = field.default
        return [
            f"v = {self._origin.fetch(field, self._names)}",
            f"if v is ABSENT: {target} = {default}",
            "else:",
            *(f"    {line}" for line in noted),
            f"    {target} = {value}",
        ]

    def _convert(self, shape: Shape) -> str:
        match shape:
            case ListShape(item):
                return self._origin.items(self._convert(item))
            case ObjectShape():
                return f"{self.name_of(shape)}(v{self._origin.parameters})"
            case UnionShape(options):
                [option] = (option for option in options if isinstance(option, ObjectShape))
                [other] = (option for option in options if not isinstance(option, ObjectShape))
                test = self._origin.is_object(option, self._names)
                return f"{self._convert(option)} if {test} else {self._convert(other)}"
            case _:
                return self._origin.scalar(shape, self._names)


@cache
def _opened(cls: type) -> type:
    """A class of the model that lets its fields be set, slot by slot, without checks."""
    return type(
        f"Open{cls.__name__}",
        (cls,),
        {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__},
    )


class _PlainData:
    """Values come from mappings, lists and scalars, which may be of any subclass."""

    parameters = ""

    def opening(self, shape: ObjectShape, names: Names) -> list[str]:
        names.update(ABSENT=object(), Mapping=Mapping, date=date.fromisoformat, Extensions=Extensions)
        shorthand = shorthand_of(shape.cls)
        stands = f"if not isinstance(given, Mapping): given = {{{shorthand.wire!r}: given}}" if shorthand else "pass"
        return [stands, "get = given.get"]

    def fetch(self, field: Field, names: Names) -> str:
        return f"given[{field.wire!r}]" if field.required else f"get({field.wire!r}, ABSENT)"

    def noted(self, shape: Shape, names: Names) -> list[str]:
        return []

    def scalar(self, shape: Shape, names: Names) -> str:
        match shape:
            case TextShape():
                return "v if type(v) is str else str.__str__(v)"
            case NumberShape(whole=True):
                return "v if type(v) is int else int(v)"
            case NumberShape():
                return "v if type(v) is float or type(v) is int else int(v) if isinstance(v, int) else float(v)"
            case DateShape():
                return "date(v)"
            case ConstantShape(value):
                return repr(value)
            case EnumShape(terms):
                names[terms.__name__] = {term.value: term for term in terms}
                return f"{terms.__name__}[v]"
            case _:
                raise AssertionError(shape)

    def items(self, convert: str) -> str:
        return f"tuple([{convert} for v in v])"

    def is_object(self, shape: ObjectShape, names: Names) -> str:
        return "isinstance(v, Mapping)"

    def extensions(self, shape: ObjectShape, names: Names) -> str:
        known = f"Known_{shape.cls.__name__}"
        names[known] = frozenset(field.wire for field in fields_of(shape.cls))
        return (
            f"NO_EXTENSIONS if {known}.issuperset(given)"
            f" else Extensions({{key: given[key] for key in given if key not in {known}}})"
        )

    def closing(self, shape: ObjectShape, names: Names) -> list[str]:
        return []
