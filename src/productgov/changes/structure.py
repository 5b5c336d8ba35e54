"""Every difference between two governances: lists aligned by the keys of the model, items followed from list to list.

Renames are no business of this module: the ids of the old governance are those of the new one already.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from productgov.changes.change import ChangeKind
from productgov.changes.delta import Delta, Subject
from productgov.fields import shapes
from productgov.fields.shapes import EXTENSIONS, Field, class_in, fields_of, is_model, shorthand_of
from productgov.model.alignment import paired, renamed, staying
from productgov.model.extensions import canonical
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.keys import id_field
from productgov.model.reviews import Reviews
from productgov.model.targets import DatedTarget
from productgov.model.vision import Vision
from productgov.paths import Trail

__all__ = ["deltas", "identity_class"]

_Identity: TypeAlias = tuple[type, str]


class _Place(NamedTuple):
    """Where two versions of a value are.

    Attributes:
        old_trail: its trail in the old version.
        new_trail: its trail in the new version.
        subject: what it belongs to.
        names: the names in documents of the fields that lead to it from its subject.
        key: what tells the item of a list that it is in from others; None outside of lists.
    """

    old_trail: Trail
    new_trail: Trail
    subject: Subject
    names: tuple[str, ...] = ()
    key: Hashable = None

    def item(self, old: int | None, new: int | None) -> "_Place":
        """The place of an item of the list here; None where a version does not have it."""
        old_trail = self.old_trail if old is None else (self.old_trail, old)
        new_trail = self.new_trail if new is None else (self.new_trail, new)
        return self._replace(old_trail=old_trail, new_trail=new_trail)

    def field(self, name: str) -> "_Place":
        """The place of a field of the object here."""
        return _Place((self.old_trail, name), (self.new_trail, name), self.subject, (*self.names, name), self.key)

    def about(self, old: object, new: object, old_list: str, new_list: str) -> "_Place":
        """The place of something with an id as the subject of what is found in it."""
        value = old if new is None else new
        subject = Subject(
            cls=type(value),
            name=str(getattr(value, "id", "")),
            old=old,
            new=new,
            old_list=old_list,
            new_list=new_list,
            holder=self.subject,
        )
        return _Place(self.old_trail, self.new_trail, subject)

    def delta(self, kind: ChangeKind, old: object, new: object) -> Delta:
        """A difference here."""
        return Delta(kind, self.subject, self.names, old, new, self.old_trail, self.new_trail, self.key)


class _Waiting(NamedTuple):
    """Something with an id that has no partner in its own list.

    Attributes:
        value: the object.
        place: its place; the trail of the other version has no meaning.
    """

    value: object
    place: _Place

    @property
    def list_name(self) -> str:
        """The name of its list."""
        return self.place.names[-1]


def deltas(old: ProductGovernance, new: ProductGovernance) -> list[Delta]:
    """The differences between two governances; the old one has the ids of the new one."""
    return _Comparison(old, new).found


def identity_class(cls: type) -> type:
    """The class that stands for those whose objects can become each other: an initiative and a vision."""
    return Initiative if cls is Vision else cls


class _Comparison:
    """One comparison.

    Attributes:
        found: the differences.
    """

    def __init__(self, old: ProductGovernance, new: ProductGovernance) -> None:
        self.found: list[Delta] = []
        self._gone: dict[_Identity, list[_Waiting]] = defaultdict(list)
        self._fresh: dict[_Identity, list[_Waiting]] = defaultdict(list)
        self._object(old, new, _Place(None, None, Subject(cls=ProductGovernance, name="", old=old, new=new)))
        while self._fresh or self._gone:
            fresh, gone = self._fresh, self._gone
            self._fresh, self._gone = defaultdict(list), defaultdict(list)
            for identity, items in fresh.items():
                partners = iter(gone.pop(identity, ()))
                for item in items:
                    self._arrived(item, next(partners, None))
                gone[identity] = list(partners)
            for left in gone.values():
                for item in left:
                    about = item.place.about(item.value, None, item.list_name, "")
                    self.found.append(about.delta("removed", item.value, None))

    def _object(self, old: object, new: object, place: _Place) -> None:
        """Two versions of one object; of different classes where an initiative became a vision, or the other way."""
        before_cls: type = type(old)
        cls: type = type(new)
        for field in _fields_of_both(before_cls, cls):
            before = getattr(old, field.name, field.default)
            after = getattr(new, field.name, field.default)
            if before is not after and before != after:
                self._value(field.shape, before, after, _below(place, field, before, after))
        one: Mapping[str, object] = getattr(old, EXTENSIONS)
        other: Mapping[str, object] = getattr(new, EXTENSIONS)
        if one is not other and one != other:
            self._extensions(one, other, place)

    def _extensions(self, old: Mapping[str, object], new: Mapping[str, object], place: _Place) -> None:
        for key in dict.fromkeys((*old, *new)):
            if key not in old:
                self.found.append(place.field(key).delta("added", None, new[key]))
            elif key not in new:
                self.found.append(place.field(key).delta("removed", old[key], None))
            elif canonical(old[key]) != canonical(new[key]):
                self.found.append(place.field(key).delta("changed", old[key], new[key]))

    def _value(self, shape: shapes.Shape, old: object, new: object, place: _Place) -> None:
        """Two values of one field that differ."""
        if old is None or new is None:
            self.found.append(place.delta("added" if old is None else "removed", old, new))
        elif isinstance(shape, shapes.List) and class_in(shape) is not DatedTarget:
            assert isinstance(old, tuple)
            assert isinstance(new, tuple)
            self._list(shape.item, old, new, place)
        elif isinstance(shape, shapes.Object) and not _is_atomic(shape.cls):
            self._object(old, new, place)
        else:
            self.found.append(place.delta("changed", old, new))

    def _list(self, shape: shapes.Shape, old: tuple[object, ...], new: tuple[object, ...], place: _Place) -> None:
        cls = class_in(shape)
        has_ids = cls is not None and id_field(cls) is not None
        key = _key_of(cls)
        pairs = paired(list(map(key, old)), list(map(key, new)))
        gone = sorted(set(range(len(old))).difference(pairs.values()))
        fresh = [index for index in range(len(new)) if index not in pairs]
        if cls is not None and not has_ids and gone and fresh:
            pairs |= renamed(pairs, gone, fresh, lambda one, other: _alike(old[one], new[other]))
            gone = sorted(set(gone).difference(pairs.values()))
            fresh = [index for index in fresh if index not in pairs]
        self._order(old, new, pairs, place)
        for index in gone:
            at = place.item(index, None)
            if has_ids:
                self._gone[_identity(old[index])].append(_Waiting(old[index], at))
            else:
                self.found.append(at.delta("removed", old[index], None))
        for index in fresh:
            at = place.item(None, index)
            if has_ids:
                self._fresh[_identity(new[index])].append(_Waiting(new[index], at))
            else:
                self.found.append(at.delta("added", None, new[index]))
        for index, other in pairs.items():
            if old[other] != new[index]:
                self._item(shape, old[other], new[index], place.item(other, index))

    def _item(self, shape: shapes.Shape, old: object, new: object, place: _Place) -> None:
        """Two versions of one item of a list."""
        if _has_id(new):
            self._object(old, new, place.about(old, new, place.names[-1], place.names[-1]))
        else:
            self._value(shape, old, new, place._replace(key=_key_of(class_in(shape))(new)))

    def _order(self, old: tuple[object, ...], new: tuple[object, ...], pairs: Mapping[int, int], place: _Place) -> None:
        """What has moved within one list: all but a longest part that is in the same order as before."""
        places = sorted(pairs)
        order = [pairs[index] for index in places]
        if all(one < other for one, other in pairwise(order)):
            return
        stays = staying(order, [1] * len(order))
        for index, other in zip(places, order, strict=True):
            if other in stays:
                continue
            at = place.item(other, index)
            if _has_id(new[index]):
                about = at.about(old[other], new[index], place.names[-1], place.names[-1])
                self.found.append(about.delta("moved", other + 1, index + 1))
            else:
                self.found.append(at.delta("moved", old[other], new[index]))

    def _arrived(self, item: _Waiting, partner: _Waiting | None) -> None:
        """Something that is new in its list: it came from another one, or is new."""
        if partner is None:
            about = item.place.about(None, item.value, "", item.list_name)
            self.found.append(about.delta("added", None, item.value))
            return
        at = item.place._replace(old_trail=partner.place.old_trail)
        about = at.about(partner.value, item.value, partner.list_name, item.list_name)
        lists = (partner.list_name, item.list_name)
        if partner.list_name == item.list_name:
            lists = (partner.place.subject.name, item.place.subject.name)
        self.found.append(about.delta("moved", *lists))
        if partner.value != item.value:
            self._object(partner.value, item.value, about)


def _below(place: _Place, field: Field, old: object, new: object) -> _Place:
    """The place of a field's value; a section of the document is a subject of its own."""
    below = place.field(field.wire)
    if isinstance(field.shape, shapes.Object) and place.subject.cls in (ProductGovernance, Reviews):
        section = Subject(cls=field.shape.cls, name=field.wire, old=old, new=new, holder=place.subject)
        return below._replace(subject=section, names=())
    return below


def _has_id(value: object) -> bool:
    cls: type = type(value)
    return is_model(cls) and id_field(cls) is not None


def _identity(value: object) -> _Identity:
    return identity_class(type(value)), str(getattr(value, "id", ""))


@cache
def _fields_of_both(old: type, new: type) -> Sequence[Field]:
    """The fields of the new class, then those that only the old one has."""
    names = {field.name for field in fields_of(new)}
    return (*fields_of(new), *(field for field in fields_of(old) if field.name not in names))


@cache
def _is_atomic(cls: type) -> bool:
    """Whether an object is one value to people, such as a role or a target."""
    return shorthand_of(cls) is not None


@cache
def _key_of(cls: type | None) -> Callable[[object], Hashable]:
    """The natural key of the items of a list: the fields of their class that are marked so, else all of an item."""
    names = tuple(field.name for field in fields_of(cls) if field.key) if cls else ()
    get = attrgetter(*names) if names else None

    def key(value: object) -> Hashable:
        return get(value) if get and isinstance(value, cls) else value  # type: ignore[arg-type]

    return key


def _alike(old: object, new: object) -> bool:
    """Whether an object without an id could have become another one: half of what they say is equal."""
    one, other = set(_said(old)), set(_said(new))
    return 2 * len(one & other) >= max(len(one), len(other))


def _said(value: object) -> Iterator[tuple[str, Hashable]]:
    """The fields of an object that do not have their defaults."""
    cls: type = type(value)
    for field in fields_of(cls):
        held = getattr(value, field.name)
        if held != field.default:
            yield field.name, held
