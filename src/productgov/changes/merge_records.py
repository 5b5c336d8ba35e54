"""A governance as records: what has an id, each with its place, so that a move is the change of one field."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, TypeAlias, cast

import attrs

from productgov.fields import shapes
from productgov.fields.shapes import class_in, fields_of
from productgov.model.governance import ProductGovernance
from productgov.model.keys import id_field
from productgov.paths import Path

__all__ = ["ROOT", "Address", "Identity", "Record", "Records", "repeated_ids", "shared_kind", "whole_of"]

Identity: TypeAlias = tuple[object, ...]
"""What tells a record from all others: the kind of its id and the id; empty for the governance itself."""

Address: TypeAlias = tuple[object, ...]
"""A list of records: the identity of the record that holds it, then the names of the fields that lead to it."""

ROOT: Identity = ()
_UNIQUE_TOGETHER = {"key result": "objective"}
"""Kinds of ids that must differ from those of another kind."""

_Ids: TypeAlias = frozenset[tuple[str, str]]


class Record(NamedTuple):
    """Something with an id, or the governance itself.

    Attributes:
        cls: its class.
        place: the list that it is in.
        fields: its fields as plain data in normal form, without the lists of other records.
    """

    cls: type
    place: Address
    fields: dict[str, object]


class _Held(NamedTuple):
    """A list of records: its class, the names of the fields that lead to it, and its items."""

    cls: type
    names: tuple[str, ...]
    items: list[dict[str, object]]


@attrs.frozen
class Records:
    """All records of a governance.

    Attributes:
        records: the records by their identities.
        lists: the records of each list, in order.
    """

    records: dict[Identity, Record]
    lists: dict[Address, list[Identity]]

    @classmethod
    def of(cls, data: Mapping[str, object], repeated: _Ids) -> "Records":
        """The records of a governance, given in normal form.

        Args:
            data: the governance; it is not changed.
            repeated: the ids that something has more than once, and which therefore do not tell records apart.
        """
        found = cls({}, {})
        found._add(ROOT, ProductGovernance, (), data, repeated)
        return found

    def data(self) -> dict[str, object]:
        """The governance as plain data."""
        return self._data(ROOT)

    def trail(self, path: Path) -> tuple[Identity, tuple[str, ...]]:
        """The record that holds what is at a path, and the names of the fields that lead to it."""
        holder, names = ROOT, tuple[str, ...]()
        for token in path:
            if isinstance(token, str):
                names = (*names, token)
            elif (holder, *names) in self.lists:
                holder, names = self.lists[holder, *names][token], ()
            else:
                break
        return holder, names

    def path(self, holder: Identity, names: Path) -> Path:
        """The path of what is in a record: the opposite of `trail`."""
        if holder == ROOT or holder not in self.records:
            return names
        outer, *inner = self.records[holder].place
        index = self.lists[outer, *inner].index(holder)
        return self.path(cast(Identity, outer), (*cast(tuple[str, ...], tuple(inner)), index, *names))

    def _add(self, identity: Identity, cls: type, place: Address, data: Mapping[str, object], repeated: _Ids) -> None:
        own, held = _split(cls, data)
        self.records[identity] = Record(cls, place, own)
        for item_cls, names, items in held:
            address = (identity, *names)
            identities = list(_identities(item_cls, address, items, repeated))
            self.lists[address] = identities
            for item_identity, item in zip(identities, items, strict=True):
                self._add(item_identity, item_cls, address, item, repeated)

    def _data(self, identity: Identity) -> dict[str, object]:
        record = self.records[identity]
        data = dict(record.fields)
        for names in _lists_of(record.cls):
            inside = self.lists.get((identity, *names))
            if inside is not None:
                _put(data, names, list(map(self._data, inside)))
        return data


def whole_of(records: Records, identity: Identity) -> object:
    """A record with its place and all records in it, as a value to compare."""
    record = records.records[identity]
    lists = (records.lists.get((identity, *names), ()) for names in _lists_of(record.cls))
    return [record.cls, record.place, record.fields, [[whole_of(records, each) for each in inside] for inside in lists]]


def repeated_ids(sides: Iterable[Mapping[str, object]]) -> _Ids:
    """The ids, with their kinds, that something has more than once on one of the sides."""
    counts = (Counter(_ids(ProductGovernance, side)) for side in sides)
    return frozenset(each for count in counts for each, times in count.items() if times > 1)


def _ids(cls: type, data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for item_cls, _, items in _split(cls, data)[1]:
        for item in items:
            yield _kind(item_cls), str(item["id"])
            yield from _ids(item_cls, item)


def _identities(cls: type, address: Address, items: list[dict[str, object]], repeated: _Ids) -> Iterator[Identity]:
    seen: Counter[str] = Counter()
    for item in items:
        kind, name = _kind(cls), str(item["id"])
        if (kind, name) in repeated:
            yield kind, name, address, seen[name]
            seen[name] += 1
        else:
            yield kind, name


def shared_kind(kind: str) -> str:
    """The kind under which ids of a kind must be unique."""
    return _UNIQUE_TOGETHER.get(kind, kind)


def _kind(cls: type) -> str:
    field = id_field(cls)
    return shared_kind(str(field.names)) if field else ""


def _split(cls: type, data: Mapping[str, object]) -> tuple[dict[str, object], list[_Held]]:
    """The fields of an object without the lists of records in it, and these lists."""
    own, held = dict(data), []
    for name, item_cls, is_list in _leading(cls):
        if name not in own:
            continue
        if is_list:
            held.append(_Held(item_cls, (name,), cast(list[dict[str, object]], own.pop(name))))
        else:
            own[name], inner = _split(item_cls, cast(Mapping[str, object], own[name]))
            held += [each._replace(names=(name, *each.names)) for each in inner]
    return own, held


@cache
def _leading(cls: type) -> tuple[tuple[str, type, bool], ...]:
    """The fields of a class that hold records: in a list, or in an object further inside."""
    found = []
    for field in fields_of(cls):
        inner = class_in(field.shape)
        if inner is None:
            continue
        if isinstance(field.shape, shapes.List):
            if id_field(inner):
                found.append((field.wire, inner, True))
        elif _leading(inner):
            found.append((field.wire, inner, False))
    return tuple(found)


@cache
def _lists_of(cls: type) -> tuple[tuple[str, ...], ...]:
    """The names of the fields that lead to each list of records in an object of a class."""
    found: list[tuple[str, ...]] = []
    for name, inner, is_list in _leading(cls):
        found += [(name,)] if is_list else [(name, *names) for names in _lists_of(inner)]
    return tuple(found)


def _put(data: dict[str, object], names: tuple[str, ...], value: object) -> None:
    """Write a value into objects in objects, which are copied."""
    name, *rest = names
    if rest:
        inner = dict(cast(Mapping[str, object], data.get(name, {})))
        _put(inner, tuple(rest), value)
        data[name] = inner
    else:
        data[name] = value
