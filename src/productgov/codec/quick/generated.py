"""Functions that build objects of the model from values that are checked already, generated from the shapes.

The constructors check every value. Where another has checked, that is the same work again, and the larger part of
what loading costs; so here the slots are filled directly. An object begins as an instance of a private subclass that
is not frozen, its fields are set, and it is made an instance of its own class. Where the values come from is an
`Origin`: plain data in one case, the twins of the fast path in the other.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Protocol

from productgov.codec.quick.doubt import DoubtError, is_broken
from productgov.fields.constraints import Agreement
from productgov.fields.shapes import Field, ListShape, ObjectShape, Shape, UnionShape, fields_of, shape_of
from productgov.model.extensions import Extensions

__all__ = ["Filler", "Names", "Origin", "fillers"]

Names = dict[str, object]
"""The values that generated source refers to, by name."""

Filler = Callable[[object, tuple[object, ...]], object]
"""A generated function: of what is given, and what was `seen` in the document.

Raises:
    DoubtError: when what is given may be wrong.
    LookupError, TypeError: likewise.
"""


class Origin(Protocol):
    """Where values come from, told in source.

    It speaks of `given`, the whole object; `v`, the value of one field; `seen`, what was met in the document before;
    and of its names.
    """

    @property
    def names(self) -> Names:
        """What the source refers to; above all `ABSENT`, the value of fields that are not given."""
        ...

    def opening(self, shape: ObjectShape) -> list[str]:
        """What comes first in the function for a shape."""
        ...

    def fetch(self, field: Field) -> str:
        """The value of a field."""
        ...

    def check(self, shape: Shape) -> list[str]:
        """What is to be done before a value is taken."""
        ...

    def scalar(self, shape: Shape) -> str:
        """A value that is neither a list nor an object, as the model holds it."""
        ...

    def is_object(self, shape: ObjectShape) -> str:
        """Whether a value is an object, and not the scalar that may stand in its place."""
        ...

    def extensions(self, shape: ObjectShape) -> str:
        """The extensions of the object."""
        ...


def fillers(cls: type, origin: Origin) -> Mapping[ObjectShape, Filler]:
    """The functions that build a class of the model, and all that its fields lead to, from values of this origin."""
    origin.names.update(DoubtError=DoubtError, NO_EXTENSIONS=Extensions())
    made = _Fillers(origin)
    made.name_of(shape_of(cls))
    return {shape: origin.names[name] for shape, name in made.names.items()}  # type: ignore[misc]


class _Fillers:
    """One generated function for each shape of an object; they call each other by name."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self.names: dict[ObjectShape, str] = {}

    def name_of(self, shape: ObjectShape) -> str:
        if shape not in self.names:
            self.names[shape] = f"fill_{shape.cls.__name__}_{len(self.names)}"
            self._generate(shape, self.names[shape])
        return self.names[shape]

    def _generate(self, shape: ObjectShape, name: str) -> None:
        origin, names = self._origin, self._origin.names
        names[f"Open_{name}"], names[f"Own_{name}"] = _opened(shape.cls), shape.cls
        lines = [*origin.opening(shape), f"made = Open_{name}()"]
        for field in fields_of(shape.cls):
            lines += self._field(field, shape.limits or field.shape, f"Default_{name}_{field.name}")
        lines += [f"made.extensions = {origin.extensions(shape)}", f"made.__class__ = Own_{name}"]
        agreements: tuple[Agreement, ...] = getattr(shape.cls, "__agreements__", ())
        lines += [f"if {is_broken(agreement, names)}: raise DoubtError" for agreement in agreements]
        source = "\n    ".join([f"def {name}(given, seen):", *lines, "return made"])
        exec(compile(source, f"<{name}>", "exec"), names)  # noqa: S102 - made of the model's names, of nothing read

    def _field(self, field: Field, shape: Shape, default: str) -> list[str]:
        fetch = f"v = {self._origin.fetch(field)}"
        take = [*self._origin.check(shape), f"made.{field.name} = {self._value(shape)}"]
        if field.required:
            return [fetch, *take]
        self._origin.names[default] = field.default
        if field.default in (None, ()):
            default = repr(field.default)
        return [fetch, f"if v is ABSENT: made.{field.name} = {default}", "else:", *(f"    {line}" for line in take)]

    def _value(self, shape: Shape) -> str:
        match shape:
            case ListShape(item):
                value = self._value(item)
                return "tuple(v)" if value == "v" else f"tuple([{value} for v in v])"
            case ObjectShape():
                return f"{self.name_of(shape)}(v, seen)"
            case UnionShape(options):
                [whole] = (option for option in options if isinstance(option, ObjectShape))
                [scalar] = (option for option in options if not isinstance(option, ObjectShape))
                return f"{self._value(whole)} if {self._origin.is_object(whole)} else {self._value(scalar)}"
            case _:
                return self._origin.scalar(shape)


@cache
def _opened(cls: type) -> type:
    """A class of the model that lets its fields be set, slot by slot and unchecked."""
    unlocked: dict[str, object] = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    return type(f"Open{cls.__name__}", (cls,), {"__slots__": (), **unlocked})
