"""From JSON text to objects of the model, through structs."""

from typing import TypeVar

import msgspec

from productgov.codec.once import once
from productgov.codec.quick.generated import Builder, Names, builders, named, reader_of
from productgov.codec.quick.structs import depth_of, struct_of
from productgov.codec.quick.uncertain import PatternBatch, Uncertain
from productgov.fields import shapes
from productgov.fields.shapes import Field, shape_of
from productgov.fields.types import TEXT
from productgov.formats.json.fast_reader import DOUBTFUL_ESCAPE, lost_keys
from productgov.formats.limits import Limits

__all__ = ["load_json"]

Model = TypeVar("Model")


def load_json(text: str, limits: Limits, cls: type[Model]) -> Model | None:
    """The object of a class that a JSON text describes; None when it is not certainly valid."""
    loader = _loader_of(cls)
    if limits.max_depth < loader.depth or limits.may_be_exceeded_by_json(text) or _may_hold_controls(text):
        return None
    try:
        struct = loader.decoder.decode(text)
        if lost_keys(text, struct):
            return None
        seen = loader.patterns.nothing_seen()
        made = loader.build(struct, seen)
    except (msgspec.MsgspecError, Uncertain, ValueError, RecursionError):
        return None
    return made if loader.patterns.accept(seen) else None  # type: ignore[return-value]


def _may_hold_controls(text: str) -> bool:
    return "\x7f" in text or ("\\" in text and DOUBTFUL_ESCAPE.search(text) is not None)


class _Loader:
    """The decoder and the builder of a class."""

    def __init__(self, cls: type) -> None:
        root = shape_of(cls)
        self.depth = depth_of(root)
        self.decoder = msgspec.json.Decoder(struct_of(root))
        source = _Structs()
        self.patterns = source.patterns
        self.build: Builder = builders(cls, source)[root]


@once
def _loader_of(cls: type) -> _Loader:
    return _Loader(cls)


class _Structs:
    """Values are structs, tuples and scalars, checked by msgspec except for patterns and constraints."""

    def __init__(self) -> None:
        self.names = Names(ABSENT=msgspec.UNSET)
        self.patterns = PatternBatch()

    def prologue(self, shape: shapes.Object) -> list[str]:
        if not shape.shorthand:
            return []
        struct = named(self.names, "Struct", struct_of(shape))
        return [f"if type(given) is not {struct}: given = {struct}({shape.shorthand.name}=given)"]

    def read(self, field: Field) -> str:
        return f"given.{field.name}"

    def check(self, shape: shapes.Shape) -> list[str]:
        match shape:
            case shapes.Text(pattern) if pattern is not TEXT:
                return [f"seen[{self.patterns.index(pattern)}].append(v)"]
            case shapes.List(shapes.Text(pattern)) if pattern is not TEXT:
                return [f"seen[{self.patterns.index(pattern)}].extend(v)"]
            case _:
                return []

    def scalar(self, shape: shapes.Scalar) -> str:
        match shape:
            case shapes.Text() | shapes.Number() | shapes.Date() | shapes.Constant() | shapes.Terms():
                return "v"
            case _:
                return f"{named(self.names, 'read', reader_of(shape))}(v)"

    def is_object(self, shape: shapes.Object) -> str:
        return f"type(v) is {named(self.names, 'Struct', struct_of(shape))}"

    def extensions(self, shape: shapes.Object) -> str:  # noqa: ARG002 - structs refuse them
        return "NO_EXTENSIONS"
