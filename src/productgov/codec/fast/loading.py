"""JSON text to a governance, by way of the twins."""

import re
from collections.abc import Callable
from functools import cache

import msgspec

from productgov.codec.doubts import DoubtError, test_of_all
from productgov.codec.fast.twins import depth_of, twin_of
from productgov.codec.filling import Filler, Names, filler
from productgov.codec.json_reader import may_exceed
from productgov.codec.limits import Limits
from productgov.model.governance import ProductGovernance
from productgov.shape import Field, ListShape, ObjectShape, Shape, TextShape, shape_of, shorthand_of
from productgov.vocabulary import TEXT, Pattern

__all__ = ["load_json"]

_ROOT = shape_of(ProductGovernance)
_DEPTH = depth_of(_ROOT)
_DOUBTFUL_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?:[bfr]|u00(?:[01]|22|7[fF]))")
"""Escapes for control characters, which few texts may hold, and for quotes, which must be countable."""


def load_json(text: str, limits: Limits) -> ProductGovernance | None:
    """The governance that a JSON text holds; None in any doubt."""
    if limits.max_depth < _DEPTH or may_exceed(text, limits) or _may_hold_controls(text):
        return None
    loader = _loader()
    try:
        twin = loader.decoder.decode(text)
        if _has_dropped_keys(text, loader.encoder.encode(twin)):
            return None
        seen = loader.origin.nothing_seen()
        made = loader.fill(twin, seen)
    except (msgspec.MsgspecError, DoubtError, ValueError, RecursionError):
        return None
    return made if loader.origin.accepts(seen) else None  # type: ignore[return-value]


def _may_hold_controls(text: str) -> bool:
    return "\x7f" in text or ("\\" in text and _DOUBTFUL_ESCAPE.search(text) is not None)


def _has_dropped_keys(text: str, again: bytes) -> bool:
    """Whether a key stood twice: the decoder keeps the last of them, so that less is written again."""
    return text.count('"') != again.count(b'"')


class _Loader:
    """What is derived from the model once, at the first load."""

    def __init__(self) -> None:
        self.decoder = msgspec.json.Decoder(twin_of(_ROOT))
        self.encoder = msgspec.json.Encoder()
        self.origin = _Twins()
        self.fill: Filler = filler(ProductGovernance, self.origin)


@cache
def _loader() -> _Loader:
    return _Loader()


class _Twins:
    """Values are twins, tuples and scalars that msgspec has checked, but for patterns and agreements."""

    def __init__(self) -> None:
        self.names: Names = {"ABSENT": msgspec.UNSET}
        self._tests: dict[Pattern, Callable[[list[str]], bool]] = {}

    def nothing_seen(self) -> tuple[list[str], ...]:
        """A list for the texts of each pattern."""
        return tuple([] for _ in self._tests)

    def accepts(self, seen: tuple[list[str], ...]) -> bool:
        """Whether all texts that were seen match their patterns."""
        return all(test(texts) for test, texts in zip(self._tests.values(), seen, strict=True))

    def opening(self, shape: ObjectShape) -> list[str]:
        shorthand = shorthand_of(shape.cls)
        twin = self._twin(shape)
        return [f"if type(given) is not {twin}: given = {twin}({shorthand.name}=given)"] if shorthand else []

    def fetch(self, field: Field) -> str:
        return f"given.{field.name}"

    def check(self, shape: Shape) -> list[str]:
        match shape:
            case TextShape(pattern) if pattern is not TEXT:
                return [f"seen[{self._index(pattern)}].append(v)"]
            case ListShape(TextShape(pattern)) if pattern is not TEXT:
                return [f"seen[{self._index(pattern)}].extend(v)"]
            case _:
                return []

    def scalar(self, shape: Shape) -> str:
        return "v"

    def is_object(self, shape: ObjectShape) -> str:
        return f"type(v) is {self._twin(shape)}"

    def extensions(self, shape: ObjectShape) -> str:
        return "NO_EXTENSIONS"

    def _twin(self, shape: ObjectShape) -> str:
        twin = twin_of(shape)
        name = f"Twin_{shape.cls.__name__}_{id(twin)}"
        self.names[name] = twin
        return name

    def _index(self, pattern: Pattern) -> int:
        if pattern not in self._tests:
            self._tests[pattern] = test_of_all(pattern)
        return list(self._tests).index(pattern)
