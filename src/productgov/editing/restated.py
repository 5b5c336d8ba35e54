"""A new governance as its document would say it.

The normal form of a governance writes a text for a role as an object and leaves out what has its default. A document
need not: this module keeps its way of saying everything that is equal in the old and the new normal form, and pairs
the items of lists, so that a text editor knows where each of them comes from.
"""

import json
from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, cast

from productgov.codec.to_data import written_default
from productgov.editing.wanted import Wanted, same
from productgov.fields import shapes
from productgov.fields.shapes import Field, class_in, fields_of, shorthand_of
from productgov.model.alignment import paired, renamed
from productgov.model.governance import ProductGovernance
from productgov.model.keys import content, id_field, key_of
from productgov.paths import Path

__all__ = ["restated"]

_Shape = shapes.Shape | None
"""The shape of a value of the model; None for extension data."""

_Data = Mapping[str, object]

_Identity = tuple[type, Hashable]
"""The class of an object and its id."""


def restated(said: object, old: dict[str, object], new: dict[str, object]) -> Wanted:
    """What a document should say, to mean a new governance.

    Args:
        said: the plain data that the document holds.
        old: the normal form of the governance that it means.
        new: the normal form of the governance that it should mean.
    """
    return _Restating(said, old, new).result


_ARRIVING = Wanted()
"""Holds the place of an item that may come from another list."""


class _Restating:
    """One comparison of an old and a new governance.

    Attributes:
        result: what the document should say.
    """

    def __init__(self, said: object, old: dict[str, object], new: dict[str, object]) -> None:
        root = shapes.Object(ProductGovernance)
        self._said = said
        self._known = {identity: place for identity, place in _identified(root, said, old, ()) if identity}
        needed = [(identity, path) for identity, (path, _, _) in _identified(root, new, new, ()) if identity]
        self._needed = {identity for identity, _ in needed}
        self._staying = {(identity, path[:-1]) for identity, path in needed}
        self._taken: set[Path] = set()
        self._arrivals: list[tuple[list[Wanted], int, shapes.Object, object, _Identity]] = []
        self._short: dict[type, bool] | None = None
        self.result = self._value(root, said, old, new, ())
        while self._arrivals:
            self._settle(*self._arrivals.pop())

    def _value(self, shape: _Shape, said: object, old: object, new: object, origin: Path) -> Wanted:
        """A value that continues an old one."""
        if same(old, new):
            return Wanted.as_it_was(said, origin)
        shape = _alternative(shape, new)
        if isinstance(new, dict) and isinstance(old, dict):
            if isinstance(said, Mapping):
                return self._object(shape, said, old, new, origin)
            if short := _shorthand(shape, new):
                return Wanted(value=short.value, origin=origin)
        elif isinstance(new, list) and isinstance(old, list) and isinstance(said, list):
            return self._list(shape.item if isinstance(shape, shapes.List) else None, said, old, new, origin)
        elif not isinstance(new, (dict, list)):
            return Wanted(value=new, origin=origin)
        return self._new(shape, new)

    def _object(
        self, shape: _Shape, said: Mapping[str, object], old: dict[str, object], new: dict[str, object], origin: Path
    ) -> Wanted:
        fields = _fields(shape)
        kept: dict[str, Wanted] = {}
        for name, written in said.items():
            field = fields.get(name)
            inner = field.shape if field else None
            default = written_default(field) if field else None
            wanted = new.get(name, default)
            if wanted is not None or name in new:
                kept[name] = self._value(inner, written, old.get(name, default), wanted, (*origin, name))
        added = {
            name: self._new(fields[name].shape if name in fields else None, value)
            for name, value in new.items()
            if name not in said and not (name in old and same(old[name], value))
        }
        return Wanted(origin=origin, fields=_in_order(kept, added, list(new)))

    def _list(self, item: _Shape, said: list[object], old: list[object], new: list[object], origin: Path) -> Wanted:
        pairs = self._paired(item, old, new)
        items: list[Wanted] = []
        for index, value in enumerate(new):
            before = pairs.get(index)
            if before is None:
                self._add(items, item, value)
            else:
                items.append(self._value(item, said[before], old[before], value, (*origin, before)))
        return Wanted(origin=origin, items=items)

    def _paired(self, item: _Shape, old: list[object], new: list[object]) -> Mapping[int, int]:
        cls = class_in(item) if item else None
        key = key_of(cls) if cls else content
        pairs = paired(list(map(key, old)), list(map(key, new)))
        known, needed = self._known, self._needed
        gone = set(range(len(old))).difference(pairs.values())
        left = [index for index in gone if _identity(item, old[index]) not in needed]
        fresh = [index for index in range(len(new)) if index not in pairs and _identity(item, new[index]) not in known]
        return pairs | renamed(pairs, left, fresh, lambda one, other: _alike(old[one], new[other]))

    def _new(self, shape: _Shape, value: object) -> Wanted:
        """A value that the document does not hold, in the shorthand that it uses elsewhere."""
        shape = _alternative(shape, value)
        if isinstance(value, dict):
            short = _shorthand(shape, value)
            if short and self._is_short(short.cls):
                return Wanted(value=short.value)
            fields = _fields(shape)
            inner = {name: fields[name].shape if name in fields else None for name in value}
            return Wanted(fields={name: self._new(inner[name], each) for name, each in value.items()})
        if isinstance(value, list):
            items: list[Wanted] = []
            for each in value:
                self._add(items, shape.item if isinstance(shape, shapes.List) else None, each)
            return Wanted(items=items)
        return Wanted(value=value)

    def _add(self, items: list[Wanted], item: _Shape, value: object) -> None:
        """Add an item that is new in its list; whether it has left another is known when all lists are compared."""
        identity = _identity(item, value)
        if identity is not None and identity in self._known and isinstance(item, shapes.Object):
            self._arrivals.append((items, len(items), item, value, identity))
            items.append(_ARRIVING)
        else:
            items.append(self._new(item, value))

    def _settle(
        self, items: list[Wanted], index: int, shape: shapes.Object, value: object, identity: _Identity
    ) -> None:
        """Where an item has left another list, it continues what it was there."""
        origin, said, old = self._known[identity]
        if origin in self._taken or (identity, origin[:-1]) in self._staying:
            items[index] = self._new(shape, value)
        else:
            self._taken.add(origin)
            items[index] = self._value(shape, said, old, value, origin)

    def _is_short(self, cls: type) -> bool:
        """Whether the document writes objects of a class by their shorthand, where it could."""
        if self._short is None:
            votes: dict[type, int] = {}
            _count_shorthand(shapes.Object(ProductGovernance), self._said, votes)
            self._short = {each: count > 0 for each, count in votes.items()}
        return self._short.get(cls, False)


def _in_order(kept: dict[str, Wanted], added: dict[str, Wanted], order: list[str]) -> dict[str, Wanted]:
    """The fields of an object: those that stand in the text in its order, each new one after the one before it."""
    following: dict[str | None, list[str]] = {}
    last: str | None = None
    for name in order:
        if name in kept:
            last = name
        elif name in added:
            following.setdefault(last, []).append(name)
    names = list(following.get(None, ()))
    for name in kept:
        names += [name, *following.get(name, ())]
    return {name: kept[name] if name in kept else added[name] for name in names}


def _identified(
    shape: _Shape, said: object, data: object, path: Path
) -> Iterator[tuple[_Identity | None, tuple[Path, object, object]]]:
    """The objects in lists that have an id or hold some that do, in reverse: path, as it is said, and normal form."""
    if isinstance(shape, shapes.List) and isinstance(data, list) and isinstance(said, list):
        for index, (written, item) in reversed(tuple(enumerate(zip(said, data, strict=True)))):
            yield _identity(shape.item, item), ((*path, index), written, item)
            yield from _identified(shape.item, written, item, (*path, index))
    if isinstance(shape, shapes.Object):
        said, data = cast(_Data, said), cast(_Data, data)
        for field in _leading(shape.cls):
            if field.wire in data and field.wire in said:
                yield from _identified(field.shape, said[field.wire], data[field.wire], (*path, field.wire))


@cache
def _leading(cls: type) -> tuple[Field, ...]:
    """The fields of a class that lead to lists of objects with an id."""
    return tuple(field for field in reversed(fields_of(cls)) if _leads(field.shape))


def _leads(shape: shapes.Shape) -> bool:
    cls = class_in(shape)
    if cls is None:
        return False
    return (isinstance(shape, shapes.List) and id_field(cls) is not None) or bool(_leading(cls))


def _identity(shape: _Shape, data: object) -> _Identity | None:
    if not isinstance(shape, shapes.Object) or not isinstance(data, Mapping):
        return None
    field = id_field(shape.cls)
    return (shape.cls, str(data[field.wire])) if field else None


class _Shorthand(NamedTuple):
    """The class of an object, and the value that says it for short."""

    cls: type
    value: object


def _shorthand(shape: _Shape, data: _Data) -> _Shorthand | None:
    """How an object can be said for short; None where it cannot."""
    if isinstance(shape, shapes.Object) and (short := shorthand_of(shape.cls)) and data.keys() == {short.wire}:
        return _Shorthand(shape.cls, data[short.wire])
    return None


def _count_shorthand(shape: _Shape, said: object, votes: dict[type, int]) -> None:
    """Count where objects of each class are written by their shorthand, less where they could be and are not."""
    shape = _alternative(shape, said)
    if isinstance(said, Mapping):
        fields = _fields(shape)
        for name, value in said.items():
            if name in fields:
                _count_shorthand(fields[name].shape, value, votes)
        if short := _shorthand(shape, said):
            votes[short.cls] = votes.get(short.cls, 0) - 1
    elif isinstance(said, list) and isinstance(shape, shapes.List):
        for item in said:
            _count_shorthand(shape.item, item, votes)
    elif isinstance(shape, shapes.Object):
        votes[shape.cls] = votes.get(shape.cls, 0) + 1


def _alternative(shape: _Shape, value: object) -> _Shape:
    """The shape of this value, where there are alternatives."""
    if isinstance(shape, shapes.Either):
        return shape.object if isinstance(value, Mapping) else shape.scalar
    return shape


@cache
def _fields_of_class(cls: type) -> Mapping[str, Field]:
    return {field.wire: field for field in fields_of(cls)}


def _fields(shape: _Shape) -> Mapping[str, Field]:
    return _fields_of_class(shape.cls) if isinstance(shape, shapes.Object) else {}


_ALIKE = 0.5
"""The share of its content that an item under another key must have in common with one to be taken for it."""


def _alike(old: object, new: object) -> bool:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return type(old) is type(new)
    if "title" in old and old["title"] == new.get("title") and len(old) > 1:
        return True
    one, other = set(_leaves(old)), set(_leaves(new))
    return len(one) == len(other) == 1 or 2 * len(one & other) >= _ALIKE * (len(one) + len(other))


def _leaves(data: object, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, f"{name}/{key}")
    elif isinstance(data, list):
        for item in data:
            yield from _leaves(item, name)
    else:
        yield name, json.dumps(data)
