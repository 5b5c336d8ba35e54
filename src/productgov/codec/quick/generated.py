"""Functions that build objects of the model from values that are already checked, generated from the shapes.

The constructors check every value. For values that are already checked, that would be the larger part of the cost of
loading; so these functions fill the slots directly. An object starts as an instance of a private subclass that is not
frozen, its fields are set, and it is made an instance of its own class. A `Source` says where the values come from:
plain data, or the structs of msgspec.
"""

from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Protocol

import attrs

from productgov.codec.once import once
from productgov.codec.quick.uncertain import Uncertain
from productgov.fields import shapes
from productgov.fields.constraints import Ascending, Constraint, NotBefore, OnlyWhen, constraints_of
from productgov.fields.shapes import Field, fields_of, shape_of
from productgov.model.extensions import Extensions

__all__ = ["Builder", "Names", "Source", "builders", "named", "reader_of"]

Builder = Callable[[object, tuple[object, ...]], object]
"""A generated function of what is given, and of what was `seen` in the document.

Raises:
    Uncertain: when what is given may be wrong.
    LookupError, TypeError: likewise.
"""


Names = dict[str, object]
"""The values that generated source refers to, by name; a plain dict, in which Python looks them up fastest."""


def named(names: Names, prefix: str, value: object) -> str:
    """A new name for a value."""
    name = f"{prefix}_{len(names)}"
    names[name] = value
    return name


class Source(Protocol):
    """Where values come from, as pieces of generated source.

    The pieces use the variables `given`, the whole object; `v`, the value of one field; `seen`, what was collected in
    the document before; and the names.
    """

    @property
    def names(self) -> Names:
        """What the source refers to; above all `ABSENT`, the value of fields that are not given."""
        ...

    def prologue(self, shape: shapes.Object) -> list[str]:
        """The first lines of the function for a shape."""
        ...

    def read(self, field: Field) -> str:
        """The value of a field."""
        ...

    def check(self, shape: shapes.Shape) -> list[str]:
        """What to do before a value is taken."""
        ...

    def scalar(self, shape: shapes.Scalar) -> str:
        """A single value, as the model holds it."""
        ...

    def is_object(self, shape: shapes.Object) -> str:
        """Whether a value is an object, and not the single value that can be given instead."""
        ...

    def extensions(self, shape: shapes.Object) -> str:
        """The extensions of the object."""
        ...


def builders(cls: type, source: Source) -> Mapping[shapes.Object, Builder]:
    """The functions that build a class of the model, and all that its fields lead to, from values of this source."""
    source.names.update(Uncertain=Uncertain, NO_EXTENSIONS=Extensions())
    made = _Builders(source)
    made.name_of(shape_of(cls))
    return {shape: source.names[name] for shape, name in made.names.items()}  # type: ignore[misc]


def reader_of(shape: shapes.Scalar) -> Callable[[object], object]:
    """A function that checks and reads a single value of any kind, for the kinds that a source does not know."""
    accepts, read = shape.accepts, shape.reader

    def checked_read(value: object) -> object:
        if not accepts(value):
            raise Uncertain
        return read(value)

    return checked_read


class _Builders:
    """One generated function for each shape of an object; they call each other by name."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.names: dict[shapes.Object, str] = {}

    def name_of(self, shape: shapes.Object) -> str:
        if shape not in self.names:
            self.names[shape] = f"build_{shape.cls.__name__}_{len(self.names)}"
            self._generate(shape, self.names[shape])
        return self.names[shape]

    def _generate(self, shape: shapes.Object, name: str) -> None:
        source, names = self._source, self._source.names
        unlocked, own = named(names, "Unlocked", _unlocked(shape.cls)), named(names, "Own", shape.cls)
        lines = [*source.prologue(shape), f"made = {unlocked}()"]
        for field in shape.fields:
            lines += self._field(field)
        lines += [f"made.extensions = {source.extensions(shape)}", f"made.__class__ = {own}"]
        lines += [f"if {_violated(constraint, names)}: raise Uncertain" for constraint in constraints_of(shape.cls)]
        code = "\n    ".join([f"def {name}(given, seen):", *lines, "return made"])
        exec(compile(code, f"<{name}>", "exec"), names)  # noqa: S102 - made of names of the model only

    def _field(self, field: Field) -> list[str]:
        read = f"v = {self._source.read(field)}"
        take = [*self._source.check(field.shape), f"made.{field.name} = {self._value(field.shape)}"]
        if field.required:
            return [read, *take]
        default = repr(field.default)
        if field.default not in (None, ()):
            default = named(self._source.names, "default", field.default)
        return [read, f"if v is ABSENT: made.{field.name} = {default}", "else:", *(f"    {line}" for line in take)]

    def _value(self, shape: shapes.Shape) -> str:
        match shape:
            case shapes.List(item):
                value = self._value(item)
                return "tuple(v)" if value == "v" else f"tuple([{value} for v in v])"
            case shapes.Object():
                return f"{self.name_of(shape)}(v, seen)"
            case shapes.Either():
                whole = shape.object
                return f"{self._value(whole)} if {self._source.is_object(whole)} else {self._value(shape.scalar)}"
            case _:
                return self._source.scalar(shape)


@once
def _unlocked(cls: type) -> type:
    """A subclass of a model class whose fields can be set, unchecked."""
    unlocked: dict[str, object] = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    return type(f"Unlocked{cls.__name__}", (cls,), {"__slots__": (), **unlocked})


def _violated(constraint: Constraint, names: Names) -> str:
    """Source that is true when an object called `made` violates a constraint."""
    match constraint:
        case NotBefore(later, earlier):
            return _both(earlier, later)
        case Ascending(fields):
            return " or ".join(f"({_both(lower, upper)})" for lower, upper in combinations(fields, 2))
        case OnlyWhen(field, other, terms, or_none):
            allowed = (*terms, None) if or_none else terms
            return f"made.{field} is not None and made.{other} not in {allowed!r}"
        case _:
            return f"{named(names, 'violates', lambda made: _violates(made, constraint))}(made)"


def _both(first: str, second: str) -> str:
    return f"made.{first} is not None and made.{second} is not None and made.{first} > made.{second}"


def _violates(made: attrs.AttrsInstance, constraint: Constraint) -> bool:
    names = (field.name for field in fields_of(type(made)))
    given = {name: value for name in names if (value := getattr(made, name)) is not None}
    return any(True for _ in constraint.violations(given))
