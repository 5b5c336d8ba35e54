"""The references of a governance: where a text names something, and the names that exist.

Which fields refer to what is declared with the fields, as `Refers` and `Names`. The kinds are "item" (initiatives,
visions and externals), "kpi", "theme", "pillar", "objective", "key result", "team" and "decision". A field can refer to
several kinds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from productgov.fields.shapes import Field, List, class_in, fields_of, model_classes
from productgov.model.governance import ProductGovernance
from productgov.paths import Path, Trail, path_of

__all__ = ["Lookup", "Mention", "definitions", "look_up", "references"]


class Mention(NamedTuple):
    """One text that is a name, or that refers to something by its name.

    Attributes:
        kind: the kind of thing that has the name; for a reference that can be to several kinds, the first of them.
        name: the name.
        holder: the object whose field it is.
        field: the field.
        trail: where it is.
    """

    kind: str
    name: str
    holder: object
    field: Field
    trail: Trail

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of thing that may have the name."""
        return self.field.refers.kinds if self.field.refers else (self.kind,)

    @property
    def exact(self) -> bool:
        """False where the text can also be something else than a name."""
        return self.field.refers is None or self.field.refers.exact

    @property
    def path(self) -> Path:
        """Where it is, in the names of documents."""
        return path_of(self.trail)


class Lookup(NamedTuple):
    """The names of a governance, and the references that use others.

    Attributes:
        names: the names that exist, each once, by their kind and in the order of the document.
        unknown: the exact references to names that do not exist.
    """

    names: Mapping[str, tuple[str, ...]]
    unknown: tuple[Mention, ...]


def references(governance: ProductGovernance) -> Iterator[Mention]:
    """Every reference of a governance, those of an object before those of the objects that it holds."""
    for group in _groups(governance):
        for holder, trail in group.members():
            for field, kinds, _ in group.plan.refers:
                for name, place in _texts(holder, trail, field):
                    yield Mention(kinds[0], name, holder, field, place)


def definitions(governance: ProductGovernance) -> Iterator[Mention]:
    """Every name of a governance that references can use, in the order of `references`."""
    for group in _groups(governance):
        for holder, trail in group.members():
            for field, kind in group.plan.names:
                for name, place in _texts(holder, trail, field):
                    yield Mention(kind, name, holder, field, place)


def look_up(governance: ProductGovernance) -> Lookup:
    """Look up every exact reference among the names that exist."""
    groups = _groups(governance)
    names: dict[str, dict[str, None]] = {kind: {} for plan in _plans().values() for _, kind in plan.names}
    for group in groups:
        for field, kind in group.plan.names:
            names[kind].update(dict.fromkeys(group.texts(field)))
    return Lookup({kind: tuple(known) for kind, known in names.items()}, tuple(_unknown(groups, names)))


class _Plan(NamedTuple):
    """What to look at in the objects of a class.

    Attributes:
        refers: the fields with references, with the kinds and whether they are exact.
        names: the fields with names, with the kind.
        leading: the fields that lead to objects with references or names.
    """

    refers: tuple[tuple[Field, tuple[str, ...], bool], ...]
    names: tuple[tuple[Field, str], ...]
    leading: tuple[Field, ...]


class _Group(NamedTuple):
    """One object, or the objects of a list; taken together, because most references in a document are right.

    Attributes:
        holders: the objects, all of one class.
        trail: where the object or the list is.
        is_list: whether they are the objects of a list.
        plan: the plan of their class.
    """

    holders: tuple[object, ...]
    trail: Trail
    is_list: bool
    plan: _Plan

    def members(self) -> Iterator[tuple[object, Trail]]:
        """The objects with their trails."""
        for index, holder in enumerate(self.holders):
            yield holder, (self.trail, index) if self.is_list else self.trail

    def texts(self, field: Field) -> Iterator[str]:
        """The texts in one field of the objects."""
        held = filter(None, map(attrgetter(field.name), self.holders))
        return chain.from_iterable(held) if isinstance(field.shape, List) else held


def _groups(governance: ProductGovernance) -> Sequence[_Group]:
    """The objects that have references or names, each before those that it holds."""
    plans = _plans()
    found: list[_Group] = []

    def visit(group: _Group) -> None:
        """Recursive, for the model is only a few levels deep, however large a document is."""
        found.append(group)
        if not group.plan.leading:
            return
        for holder, trail in group.members():
            for field in group.plan.leading:
                held: object = getattr(holder, field.name)
                holders = held if isinstance(held, tuple) else (held,)
                plan = plans.get(type(holders[0])) if holders else None
                if plan is not None:
                    visit(_Group(holders, (trail, field.wire), isinstance(held, tuple), plan))

    visit(_Group((governance,), None, is_list=False, plan=plans[ProductGovernance]))
    return found


def _unknown(groups: Iterable[_Group], names: Mapping[str, Mapping[str, None]]) -> Iterator[Mention]:
    every = {kinds for plan in _plans().values() for _, kinds, exact in plan.refers if exact}
    exist = {kinds: frozenset().union(*(names[kind] for kind in kinds)) for kinds in every}
    for group in groups:
        for field, kinds, exact in group.plan.refers:
            if exact and not exist[kinds].issuperset(group.texts(field)):
                for holder, trail in group.members():
                    for name, place in _texts(holder, trail, field):
                        if name not in exist[kinds]:
                            yield Mention(kinds[0], name, holder, field, place)


def _texts(holder: object, trail: Trail, field: Field) -> Iterator[tuple[str, Trail]]:
    """The text of a field, or those of its list, with their trails."""
    held: str | tuple[str, ...] | None = getattr(holder, field.name)
    place: Trail = (trail, field.wire)
    if isinstance(held, tuple):
        for index, text in enumerate(held):
            yield text, (place, index)
    elif held is not None:
        yield held, place


@cache
def _plans() -> Mapping[type, _Plan]:
    """The plans of the classes that have a field with references or names, or lead to one."""
    plans = {cls: _plan(cls) for cls in model_classes(ProductGovernance)}
    return {cls: plan for cls, plan in plans.items() if any(plan)}


def _plan(cls: type) -> _Plan:
    fields = fields_of(cls)
    return _Plan(
        refers=tuple((field, field.refers.kinds, field.refers.exact) for field in fields if field.refers),
        names=tuple((field, field.names) for field in fields if field.names),
        leading=tuple(filter(_leads, fields)),
    )


def _leads(field: Field) -> bool:
    cls = class_in(field.shape)
    return cls is not None and any(
        inner.refers or inner.names for each in model_classes(cls) for inner in fields_of(each)
    )
