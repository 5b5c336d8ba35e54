"""JSON text to a governance, by way of the twins."""

from functools import cache

import msgspec

from productgov.codec.quick.doubt import DoubtError, Patterns
from productgov.codec.quick.generated import Filler, Names, fillers
from productgov.codec.quick.structs import depth_of, twin_of
from productgov.fields.shapes import Field, ListShape, ObjectShape, Shape, TextShape, shape_of, shorthand_of
from productgov.fields.types import TEXT
from productgov.formats.json.fast_reader import DOUBTFUL_ESCAPE, lost_keys
from productgov.formats.limits import Limits
from productgov.model.governance import ProductGovernance

__all__ = ["load_json"]

_ROOT = shape_of(ProductGovernance)
_DEPTH = depth_of(_ROOT)


def load_json(text: str, limits: Limits) -> ProductGovernance | None:
    """The governance that a JSON text holds; None in any doubt."""
    if limits.max_depth < _DEPTH or limits.may_be_exceeded_by_json(text) or _may_hold_controls(text):
        return None
    loader = _loader()
    try:
        twin = loader.decoder.decode(text)
        if lost_keys(text, twin):
            return None
        seen = loader.patterns.nothing_seen()
        made = loader.fill(twin, seen)
    except (msgspec.MsgspecError, DoubtError, ValueError, RecursionError):
        return None
    return made if loader.patterns.accept(seen) else None  # type: ignore[return-value]


def _may_hold_controls(text: str) -> bool:
    return "\x7f" in text or ("\\" in text and DOUBTFUL_ESCAPE.search(text) is not None)


class _Loader:
    """What is derived from the model once, at the first load."""

    def __init__(self) -> None:
        self.decoder = msgspec.json.Decoder(twin_of(_ROOT))
        origin = _Twins()
        self.patterns = origin.patterns
        self.fill: Filler = fillers(ProductGovernance, origin)[_ROOT]


@cache
def _loader() -> _Loader:
    return _Loader()


class _Twins:
    """Values are twins, tuples and scalars that msgspec has checked, but for patterns and agreements."""

    def __init__(self) -> None:
        self.names: Names = {"ABSENT": msgspec.UNSET}
        self.patterns = Patterns()

    def opening(self, shape: ObjectShape) -> list[str]:
        shorthand = shorthand_of(shape.cls)
        twin = self._twin(shape)
        return [f"if type(given) is not {twin}: given = {twin}({shorthand.name}=given)"] if shorthand else []

    def fetch(self, field: Field) -> str:
        return f"given.{field.name}"

    def check(self, shape: Shape) -> list[str]:
        match shape:
            case TextShape(pattern) if pattern is not TEXT:
                return [f"seen[{self.patterns.index(pattern)}].append(v)"]
            case ListShape(TextShape(pattern)) if pattern is not TEXT:
                return [f"seen[{self.patterns.index(pattern)}].extend(v)"]
            case _:
                return []

    def scalar(self, shape: Shape) -> str:  # noqa: ARG002 - they are all as they should be
        return "v"

    def is_object(self, shape: ObjectShape) -> str:
        return f"type(v) is {self._twin(shape)}"

    def extensions(self, shape: ObjectShape) -> str:  # noqa: ARG002 - twins refuse them
        return "NO_EXTENSIONS"

    def _twin(self, shape: ObjectShape) -> str:
        twin = twin_of(shape)
        name = f"Twin_{shape.cls.__name__}_{id(twin)}"
        self.names[name] = twin
        return name
