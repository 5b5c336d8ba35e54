"""Documents near the edge of what is valid: good ones in which a field or a few are changed."""

import copy
import json
import string
from collections.abc import Iterator
from functools import cache
from random import Random

from hypothesis import HealthCheck, Phase, given, settings

from productgov import strategies
from productgov.fields import shapes
from productgov.fields.shapes import fields_of
from productgov.strategies.drafts import Draft, drafts, written
from productgov.strategies.values import Range

__all__ = ["mutants", "variants"]

Json = dict[str, object]
Place = tuple[object, str | int]

NUMBERS = "0 -0.0 1 1.0 1.5 -1 5.0 10 10.5 101 10080 10081 0.1 5e-324 9007199254740993 1e15 1000000000000001 1e300"
TEXTS = """
    x 1.0 1 0.9 -a é é1 ٣ RICE rice done weekly 2024-02-29 1900-02-29 2000-02-29 2023-02-29 0000-01-01 0001-01-01
    9999-12-31 2026-04-31 2026-1-1 20260101 2026-W01-1 2026-01-01T00:00 ٢٠٢٦-01-01 12026-01-01 -001-01-01 https://a
    http:// https://[::1]/x ftp://a mailto:a javascript:x HTTP://a https://é https://a% a@b a@b@c @b a@ a@- é@b a@b..c
    00:00 23:59 24:00 9:00 09:60 ٠٩:٠٠ UTC Europe/Paris Europe/ /a A/b/c/d A/b/c/d/e
"""
ODD_TEXTS = (
    "",
    " ",
    "a b",
    "a\tb",
    "a\rb",
    "a\n\n",
    "\n",
    "\x00",
    "\x7f",
    "\x85",
    "\u2028",
    "\ufeff",
    "\ud800",
    "RICE ",
)
LONG_TEXTS = ("a" * 64, "a" * 65, "a" * 64 + "@b", "a" * 65 + "@b", "2026-01-01\n", "09:00\n", "https://a\n", "a@b\n")
COMPOUNDS = """
    [null, true, false, [], {}, [[]], [null], ["x"], {"x-": null}, {"title": "x"}, {"title": ""}, {"value": 1},
     {"value": "1"}, {"y": 1}, {"low": 1, "likely": 2, "high": 3}, {"low": 0, "likely": 0, "high": 0},
     {"low": -1, "likely": 0, "high": 1}, {"low": 3, "likely": 2, "high": 1}, {"responses": [], "counts": {}},
     {"responses": []}, {"counts": {"mustBe": 1}}]
"""
STRANGE = (*map(json.loads, NUMBERS.split()), *TEXTS.split(), *ODD_TEXTS, *LONG_TEXTS, *json.loads(COMPOUNDS))
KEYS = ("x-", "x-y", "X-y", "x", "id", "title", "value", "status", "$schema", "schemaVersion", "", "é", "constructor")
ROOTS: tuple[object, ...] = (None, True, 0, 1.5, "", "x", [], [{}], {}, {"x-": 1}, {"schemaVersion": "1.0"})


def mutants(count: int, *, seed: int = 0) -> Iterator[object]:
    """JSON values, most of them good documents that were changed in one to three places."""
    bases = _bases()
    random = Random(seed)
    yield from ROOTS
    for _ in range(count - len(ROOTS)):
        document = copy.deepcopy(random.choice(bases))
        for _ in range(random.choice((1, 1, 1, 2, 3))):
            _mutate(document, random)
        yield document


def variants(cls: type) -> Iterator[object]:
    """Objects of one class, good but for one field, which is strange, missing, misspelt or holds a strange item."""
    missing = {field.wire: field for field in fields_of(cls)}
    for document in _objects(cls):
        yield document
        fields = document if isinstance(document, dict) else {}
        for wire in sorted(missing.keys() & fields.keys()):
            listed = isinstance(missing.pop(wire).shape, shapes.List)
            others = {key: value for key, value in fields.items() if key != wire}
            yield others
            yield {**others, f"{wire}s": fields[wire]}
            for value in STRANGE:
                yield {**others, wire: value}
                if listed:
                    yield {**others, wire: [value]}
    yield from STRANGE
    assert not missing, f"no example of {cls.__name__} has {', '.join(missing)}"


@cache
def _objects(cls: type) -> list[object]:
    """Examples in which every field of the class is seen."""
    wanted = {field.wire for field in fields_of(cls)}
    found: list[object] = []
    for count in (60, 240, 960):
        found = _drawn(cls, count)
        if wanted <= {wire for document in found if isinstance(document, dict) for wire in document}:
            break
    return found


def _drawn(cls: type, count: int) -> list[object]:
    found: list[object] = []

    @settings(max_examples=count, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(draft=drafts(cls, Range(exhaustive=True, longest=1)))
    def collect(draft: Draft) -> None:
        found.append(written(draft))

    collect()
    return found


@cache
def _bases() -> list[Json]:
    bases: list[Json] = []

    @settings(max_examples=20, database=None, suppress_health_check=list(HealthCheck))
    @given(narrow=strategies.documents(), wild=strategies.documents(consistent=False))
    def collect(narrow: Json, wild: Json) -> None:
        bases.extend((narrow, wild))

    collect()
    return bases


def _places(value: object) -> Iterator[Place]:
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])  # type: ignore[index]


def _mutate(document: Json, random: Random) -> None:
    places = list(_places(document))
    holder, key = random.choice(places)
    other, elsewhere = random.choice(places)
    value = holder[key]  # type: ignore[index]
    match random.randrange(8):
        case 0:
            del holder[key]  # type: ignore[attr-defined]
        case 1 if isinstance(holder, dict):
            holder[random.choice(KEYS)] = random.choice(STRANGE)
        case 2 if isinstance(holder, dict) and isinstance(key, str):
            holder[key + random.choice(string.ascii_letters)] = holder.pop(key)
        case 3:
            holder[key] = copy.deepcopy(other[elsewhere])  # type: ignore[index]
        case 4 if isinstance(value, (int, float)):
            holder[key] = random.choice((str(value), float(value), value + 1e9, -value))  # type: ignore[index]
        case 5 if isinstance(value, str):
            holder[key] = value + random.choice(("\n", " ", "\x00", "x", "\ud800"))  # type: ignore[index]
        case _:
            holder[key] = copy.deepcopy(random.choice(STRANGE))  # type: ignore[index]
