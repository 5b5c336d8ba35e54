"""From objects of the model to JSON text, by records that msgspec encodes; the same text, character for character."""

from collections.abc import Callable

import msgspec

from productgov.codec.once import once
from productgov.codec.quick.generated import Names, named
from productgov.codec.quick.uncertain import Uncertain
from productgov.fields import shapes
from productgov.fields.shapes import Field, fields_of, shape_of
from productgov.model.extensions import Extensions, thaw_object

__all__ = ["encode"]


def encode(value: object) -> str | None:
    """The JSON text of an object of the model; None when it could differ from what the other paths write."""
    try:
        data = msgspec.json.encode(_recorder_of(type(value))(value))
    except (Uncertain, ValueError, RecursionError):
        return None
    return msgspec.json.format(data, indent=2).decode() + "\n"


@once
def _recorder_of(cls: type) -> Callable[[object], object]:
    records = _Records()
    name = records.name_of(shape_of(cls))
    made: Callable[[object], object] = records.names[name]  # type: ignore[assignment]
    return made


class _Records:
    """A record for each class of the model, a msgspec.Struct that is only written, and a function that makes it."""

    def __init__(self) -> None:
        self.names = Names(UNSET=msgspec.UNSET, written=_written, with_own=_with_own)
        self._made: dict[type, str] = {}

    def name_of(self, shape: shapes.Object) -> str:
        """The name of the function for a class."""
        if shape.cls not in self._made:
            self._made[shape.cls] = f"record_{shape.cls.__name__}_{len(self._made)}"
            self._generate(shape.cls, self._made[shape.cls])
        return self._made[shape.cls]

    def _generate(self, cls: type, name: str) -> None:
        fields = fields_of(cls)
        record = msgspec.defstruct(
            cls.__name__,
            [(field.name, object) for field in fields],
            rename={field.name: field.wire for field in fields},
            gc=False,
        )
        values = ", ".join(map(self._field, fields))
        source = (
            f"def {name}(given):\n"
            f"    record = {named(self.names, 'Record', record)}({values})\n"
            f"    return with_own(record, given.extensions) if given.extensions else record"
        )
        exec(compile(source, f"<{name}>", "exec"), self.names)  # noqa: S102 - made of names of the model only

    def _field(self, field: Field) -> str:
        if field.always_written:
            return self._value(field.shape, f"given.{field.name}")
        default = named(self.names, "default", field.default)
        same = "is" if field.default is None else "=="
        return f"UNSET if (v := given.{field.name}) {same} {default} else {self._value(field.shape, 'v')}"

    def _value(self, shape: shapes.Shape, name: str) -> str:
        match shape:
            case shapes.Number():
                return name if shape.whole else f"{name} if type({name}) is int else written({name})"
            case shapes.Text() | shapes.Flag() | shapes.Date() | shapes.Constant() | shapes.Terms():
                return name
            case shapes.List(item):
                written = self._value(item, "item")
                return name if written == "item" else f"[{written} for item in {name}]"
            case shapes.Object():
                return f"{self.name_of(shape)}({name})"
            case shapes.Either():
                own = named(self.names, "Own", shape.object.cls)
                whole, scalar = self._value(shape.object, name), self._value(shape.scalar, name)
                return f"{whole} if type({name}) is {own} else {scalar}"
            case _:
                return f"{named(self.names, 'write', shape.writer)}({name})"


def _written(number: float) -> float:
    """A number that msgspec writes as Python does, which it does not for numbers with an exponent."""
    if number and not 1e-4 <= abs(number) < 1e16:
        raise Uncertain
    return number


def _with_own(record: msgspec.Struct, extensions: Extensions) -> dict[str, object]:
    """An object with its `x-` keys at the end."""
    names = zip(record.__struct_encode_fields__, record.__struct_fields__, strict=True)
    data = {wire: value for wire, name in names if (value := getattr(record, name)) is not msgspec.UNSET}
    own = thaw_object(extensions)
    _check_numbers(own)
    return data | own


def _check_numbers(data: object) -> None:
    """Abstain when msgspec could write a number of extension data in another way than Python does."""
    waiting = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, float):
            _written(item)
