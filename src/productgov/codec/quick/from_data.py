"""From plain data to a governance in one pass that checks and builds: the quick way in for every format.

It says no more than yes or perhaps. What it accepts, the walk finds good; whatever is wrong, or only unusual, it
leaves to the walk, which explains, and to the constructors.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from productgov.codec.quick.doubt import Dates, DoubtError, Patterns
from productgov.codec.quick.generated import Filler, Names, fillers
from productgov.codec.strict.extensions import walk_extension
from productgov.fields.checked import accepts_text
from productgov.fields.shapes import (
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
from productgov.fields.types import TEXT
from productgov.found import Found
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance

__all__ = ["doubtful", "governance_in"]


def governance_in(data: object) -> ProductGovernance | None:
    """The governance that plain data holds; None in any doubt."""
    patterns, fill = _patterns_and_fillers()
    seen = patterns.nothing_seen()
    try:
        made = fill[shape_of(ProductGovernance)](data, (*seen, Dates()))
    except _DOUBTS:
        return None
    return made if patterns.accept(seen) else None  # type: ignore[return-value]


def doubtful(items: Sequence[object], shape: ObjectShape) -> Iterable[int]:
    """The indices of the objects in a list that may have mistakes: all, where one of many has a text that may."""
    patterns, fillers = _patterns_and_fillers()
    everything = range(len(items))
    fill = fillers.get(shape)
    if fill is None:
        return everything
    seen = patterns.nothing_seen()
    given = (*seen, Dates())
    doubts = []
    for index, item in enumerate(items):
        before = tuple(map(len, seen))
        try:
            fill(item, given)
        except _DOUBTS:
            doubts.append(index)
            for texts, length in zip(seen, before, strict=True):
                del texts[length:]
    return doubts if patterns.accept(seen) else everything


_DOUBTS = (DoubtError, LookupError, TypeError, RecursionError)


@cache
def _patterns_and_fillers() -> tuple[Patterns, Mapping[ObjectShape, Filler]]:
    origin = _PlainData()
    return origin.patterns, fillers(ProductGovernance, origin)


class _PlainData:
    """Values are dicts, lists and scalars, as readers of text make them; the dates are last in what was `seen`."""

    def __init__(self) -> None:
        self.names: Names = {
            "ABSENT": object(),
            "accepts_text": accepts_text(TextShape(TEXT)),
            "extensions_in": _extensions_in,
        }
        self.patterns = Patterns()

    def opening(self, shape: ObjectShape) -> list[str]:
        shorthand = shorthand_of(shape.cls)
        lines = ["if type(given) is not dict: raise DoubtError", "get = given.get"]
        if shorthand:
            kinds = "type(given) is str" if isinstance(shorthand.shape, TextShape) else _IS_NUMBER.format("given")
            lines.insert(0, f"if {kinds}: given = {{{shorthand.wire!r}: given}}")
        return lines

    def fetch(self, field: Field) -> str:
        return f"given[{field.wire!r}]" if field.required else f"get({field.wire!r}, ABSENT)"

    def check(self, shape: Shape, name: str = "v") -> list[str]:
        match shape:
            case TextShape(pattern) if pattern is TEXT:
                good = f"type({name}) is str and ({name} and {name}.isprintable() or accepts_text({name}))"
            case TextShape(pattern):
                return [
                    f"if type({name}) is not str: raise DoubtError",
                    f"seen[{self.patterns.index(pattern)}].append({name})",
                ]
            case NumberShape():
                good = f"{_IS_NUMBER.format(name)} and {_within(shape, name)}"
            case ConstantShape(value):
                good = f"{name} == {value!r}"
            case EnumShape():
                good = f"type({name}) is str"
            case ListShape(item):
                inner = self.check(item, f"{name}w")
                loop = [f"for {name}w in {name}:", *(f"    {line}" for line in inner)] if inner else []
                return [f"if type({name}) is not list and type({name}) is not tuple: raise DoubtError", *loop]
            case UnionShape(options):
                [scalar] = (option for option in options if not isinstance(option, ObjectShape))
                return [f"if type({name}) is not dict:", *(f"    {line}" for line in self.check(scalar, name))]
            case _:
                return []
        return [f"if not ({good}): raise DoubtError"]

    def scalar(self, shape: Shape) -> str:
        match shape:
            case DateShape():
                return "seen[-1][v]"
            case NumberShape(whole=True):
                return "int(v)"
            case ConstantShape(value):
                return repr(value)
            case EnumShape(terms):
                self.names[terms.__name__] = {term.value: term for term in terms}
                return f"{terms.__name__}[v]"
            case _:
                return "v"

    def is_object(self, shape: ObjectShape) -> str:  # noqa: ARG002 - only one of a union is an object
        return "type(v) is dict"

    def extensions(self, shape: ObjectShape) -> str:
        known = f"Known_{shape.cls.__name__}"
        self.names[known] = frozenset(field.wire for field in fields_of(shape.cls))
        return f"NO_EXTENSIONS if {known}.issuperset(given) else extensions_in(given, {known})"


_IS_NUMBER = "(type({0}) is float or type({0}) is int)"


def _within(shape: NumberShape, name: str) -> str:
    lowest = f"{shape.above!r} < " if shape.above is not None else f"{shape.at_least!r} <= "
    limited = f"{lowest}{name} <= {shape.at_most!r}"
    return f"{limited} and {name} == int({name})" if shape.whole else limited


def _extensions_in(given: Mapping[str, object], known: frozenset[str]) -> Extensions:
    own = {key: value for key, value in given.items() if key not in known}
    mistakes: list[Found] = []
    for key, value in own.items():
        if type(key) is not str or not key.startswith("x-"):
            raise DoubtError
        walk_extension(key, value, None, mistakes)
    if mistakes:
        raise DoubtError
    return Extensions(own)
