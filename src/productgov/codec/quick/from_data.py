"""From plain data to objects of the model in one pass that checks and builds: the quick path for every format.

It accepts or abstains; it never rejects. What it accepts is valid for the strict walk; what is wrong, or only unusual,
it leaves to the walk, which explains it, and to the constructors.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from productgov.codec.once import once
from productgov.codec.quick.generated import Builder, Names, builders, named, reader_of
from productgov.codec.quick.uncertain import DateCache, PatternBatch, Uncertain
from productgov.codec.strict.extensions import walk_extension
from productgov.codec.strict.mistakes import Mistakes
from productgov.fields import shapes
from productgov.fields.shapes import Field, shape_of
from productgov.fields.types import TEXT
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance

__all__ = ["suspects", "try_build"]

Model = TypeVar("Model")

_ABSTAINS = (Uncertain, LookupError, TypeError, RecursionError)


def try_build(data: object, cls: type[Model]) -> Model | None:
    """The object of a class that plain data describes; None when it is not certainly valid."""
    patterns, build = _patterns_and_builders(cls)
    seen = patterns.nothing_seen()
    try:
        made = build[shape_of(cls)](data, (*seen, DateCache()))
    except _ABSTAINS:
        return None
    return made if patterns.accept(seen) else None  # type: ignore[return-value]


def suspects(items: Sequence[object], shape: shapes.Object) -> Iterable[int]:
    """The indices of the objects in a list that may be wrong; all of them, where one of their texts may be."""
    patterns, build = _patterns_and_builders(ProductGovernance)
    everything = range(len(items))
    build_item = build.get(shape)
    if build_item is None:
        return everything
    seen = patterns.nothing_seen()
    given = (*seen, DateCache())
    suspected = []
    for index, item in enumerate(items):
        before = tuple(map(len, seen))
        try:
            build_item(item, given)
        except _ABSTAINS:
            suspected.append(index)
            for texts, length in zip(seen, before, strict=True):
                del texts[length:]
    return suspected if patterns.accept(seen) else everything


@once
def _patterns_and_builders(cls: type) -> tuple[PatternBatch, Mapping[shapes.Object, Builder]]:
    source = _PlainData()
    return source.patterns, builders(cls, source)


class _PlainData:
    """Values are dicts, lists and scalars, as readers of text give them; the last of `seen` is a `DateCache`."""

    def __init__(self) -> None:
        self.names = Names(ABSENT=object(), is_text=TEXT.match, extensions_in=_extensions_in)
        self.patterns = PatternBatch()

    def prologue(self, shape: shapes.Object) -> list[str]:
        lines = ["if type(given) is not dict: raise Uncertain", "get = given.get"]
        if shape.shorthand and isinstance(shape.shorthand.shape, shapes.Scalar):
            bare = " or ".join(f"type(given) is {plain.__name__}" for plain in shape.shorthand.shape.plain_types)
            lines.insert(0, f"if {bare}: given = {{{shape.shorthand.wire!r}: given}}")
        return lines

    def read(self, field: Field) -> str:
        return f"given[{field.wire!r}]" if field.required else f"get({field.wire!r}, ABSENT)"

    def check(self, shape: shapes.Shape, name: str = "v") -> list[str]:
        match shape:
            case shapes.Text(pattern) if pattern is TEXT:
                good = f"type({name}) is str and ({name} and {name}.isprintable() or is_text({name}))"
            case shapes.Text(pattern):
                return [
                    f"if type({name}) is not str: raise Uncertain",
                    f"seen[{self.patterns.index(pattern)}].append({name})",
                ]
            case shapes.Number():
                good = f"(type({name}) is float or type({name}) is int) and {_within(shape, name)}"
            case shapes.Terms():
                good = f"type({name}) is str"
            case shapes.List(item):
                inner = self.check(item, f"{name}_item")
                loop = [f"for {name}_item in {name}:", *(f"    {line}" for line in inner)] if inner else []
                return [f"if type({name}) is not list and type({name}) is not tuple: raise Uncertain", *loop]
            case shapes.Either():
                return [f"if type({name}) is not dict:", *(f"    {line}" for line in self.check(shape.scalar, name))]
            case _:
                return []
        return [f"if not ({good}): raise Uncertain"]

    def scalar(self, shape: shapes.Scalar) -> str:
        match shape:
            case shapes.Text():
                return "v"
            case shapes.Number():
                return "int(v)" if shape.whole else "v"
            case shapes.Date():
                return "seen[-1][v]"
            case shapes.Terms(terms):
                return f"{named(self.names, 'terms', {term.value: term for term in terms})}[v]"
            case _:
                return f"{named(self.names, 'read', reader_of(shape))}(v)"

    def is_object(self, shape: shapes.Object) -> str:  # noqa: ARG002 - only one of the two is an object
        return "type(v) is dict"

    def extensions(self, shape: shapes.Object) -> str:
        known = named(self.names, "known", frozenset(field.wire for field in shape.fields))
        return f"NO_EXTENSIONS if {known}.issuperset(given) else extensions_in(given, {known})"


def _within(shape: shapes.Number, name: str) -> str:
    lowest = f"{shape.at_least!r} <= " if shape.above is None else f"{shape.above!r} < "
    limited = f"{lowest}{name} <= {shape.at_most!r}"
    return f"{limited} and {name} == int({name})" if shape.whole else limited


def _extensions_in(given: Mapping[str, object], known: frozenset[str]) -> Extensions:
    own = {key: value for key, value in given.items() if key not in known}
    mistakes = Mistakes(1)
    for key, value in own.items():
        if type(key) is not str or not key.startswith("x-"):
            raise Uncertain
        walk_extension(key, value, None, mistakes)
    if mistakes:
        raise Uncertain
    return Extensions(own)
