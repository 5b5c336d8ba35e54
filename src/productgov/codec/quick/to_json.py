"""A governance to JSON text, by way of records that msgspec encodes; the same text, character for character."""

from collections.abc import Callable
from functools import cache

import msgspec

from productgov.codec.quick.doubt import DoubtError
from productgov.fields.shapes import Field, ListShape, NumberShape, ObjectShape, Shape, UnionShape, fields_of, shape_of
from productgov.model.extensions import Extensions, thaw
from productgov.model.governance import ProductGovernance

__all__ = ["write_governance"]


def write_governance(governance: ProductGovernance) -> str | None:
    """The JSON text of a governance; None in any doubt."""
    try:
        data = msgspec.json.encode(_recorder()(governance))
    except (DoubtError, ValueError, RecursionError):
        return None
    return msgspec.json.format(data, indent=2).decode() + "\n"


@cache
def _recorder() -> Callable[[ProductGovernance], object]:
    records = _Records()
    name = records.name_of(shape_of(ProductGovernance))
    made: Callable[[ProductGovernance], object] = records.names[name]  # type: ignore[assignment]
    return made


class _Records:
    """For each class of the model a record, a msgspec.Struct that is never read, and a function that makes it."""

    def __init__(self) -> None:
        self.names: dict[str, object] = {"UNSET": msgspec.UNSET, "written": _written, "with_own": _with_own}
        self._made: dict[ObjectShape, str] = {}

    def name_of(self, shape: ObjectShape) -> str:
        """The name of the function for a class."""
        if shape not in self._made:
            self._made[shape] = f"record_{shape.cls.__name__}_{len(self._made)}"
            self._generate(shape.cls, self._made[shape])
        return self._made[shape]

    def _generate(self, cls: type, name: str) -> None:
        fields = fields_of(cls)
        self.names[f"New_{name}"] = msgspec.defstruct(
            cls.__name__,
            [(field.name, object) for field in fields],
            rename={field.name: field.wire for field in fields},
            gc=False,
        )
        values = ", ".join(self._field(field, f"Default_{name}_{field.name}") for field in fields)
        source = (
            f"def {name}(given):\n"
            f"    record = New_{name}({values})\n"
            f"    return with_own(record, given.extensions) if given.extensions else record"
        )
        exec(compile(source, f"<{name}>", "exec"), self.names)  # noqa: S102 - made of the model's names, of nothing read

    def _field(self, field: Field, default: str) -> str:
        if field.always_written:
            return self._value(field.shape, f"given.{field.name}")
        self.names[default] = field.default
        same = "is" if field.default is None else "=="
        return f"UNSET if (v := given.{field.name}) {same} {default} else {self._value(field.shape, 'v')}"

    def _value(self, shape: Shape, name: str) -> str:
        match shape:
            case NumberShape(whole=False):
                return f"{name} if type({name}) is int else written({name})"
            case ListShape(ObjectShape() as item):
                return f"[{self.name_of(item)}(item) for item in {name}]"
            case ObjectShape():
                return f"{self.name_of(shape)}({name})"
            case UnionShape(options):
                [whole] = (option for option in options if isinstance(option, ObjectShape))
                [scalar] = (option for option in options if not isinstance(option, ObjectShape))
                own = f"Class_{whole.cls.__name__}"
                self.names[own] = whole.cls
                return f"{self.name_of(whole)}({name}) if type({name}) is {own} else {self._value(scalar, name)}"
            case _:
                return name


def _written(number: float) -> float:
    """A number, when msgspec writes it as Python does: not so where there is an exponent."""
    if number and not 1e-4 <= abs(number) < 1e16:
        raise DoubtError
    return number


def _with_own(record: msgspec.Struct, extensions: Extensions) -> dict[str, object]:
    """An object with its `x-` keys at the end."""
    names = zip(record.__struct_encode_fields__, record.__struct_fields__, strict=True)
    data = {wire: value for wire, name in names if (value := getattr(record, name)) is not msgspec.UNSET}
    data.update(_checked(thaw(extensions)))  # type: ignore[call-overload]
    return data


def _checked(data: object) -> object:
    """Extension data, when all of its numbers are written as Python does."""
    waiting = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, float):
            _written(item)
    return data
