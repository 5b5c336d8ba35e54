"""Objects of a governance by their ids: where they are, and a governance with one of them replaced."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias, TypeVar

import attrs

from productgov.errors import AmbiguousIdError, UnknownIdError
from productgov.fields.shapes import Field, class_in, fields_of, is_model
from productgov.model.extensions import HasExtensions

__all__ = ["KINDS", "Found", "Steps", "fields_in", "find_object", "holders_of_names", "replaced"]

Steps: TypeAlias = tuple[str | int, ...]
"""The way from a governance to something in it: names of fields in Python, and indices."""

Root = TypeVar("Root")

KINDS = {
    "item": "item",
    "kpi": "KPI",
    "objective": "objective",
    "key result": "key result",
    "team": "team",
    "decision": "decision",
}
"""The kinds of things with ids, and how messages call them."""

_PREFIXES = {kind.replace(" ", "-"): kind for kind in KINDS}


class Found(NamedTuple):
    """An object with an id.

    Attributes:
        kind: the kind of its id.
        steps: where it is.
        value: the object.
    """

    kind: str
    steps: Steps
    value: HasExtensions

    @property
    def id(self) -> str:
        """Its id."""
        return str(getattr(self.value, "id", ""))


def find_object(root: HasExtensions, name: str, kinds: tuple[str, ...] = tuple(KINDS)) -> Found:
    """The object with an id; of several of one kind, the first.

    Args:
        root: the governance.
        name: the id; with a kind before it, as in `kpi:activation`, only that kind is searched.
        kinds: the kinds to search.

    Raises:
        UnknownIdError: when there is none; it names the ids that look most like it.
        AmbiguousIdError: when things of several kinds have this id.
    """
    prefix, colon, rest = name.partition(":")
    wanted = name
    if colon and (kind := _PREFIXES.get(prefix)) in kinds and kind is not None:
        kinds, wanted = (kind,), rest
    named = [found for found in holders_of_names(root) if found.kind in kinds]
    matching: dict[str, Found] = {}
    for found in named:
        if found.id == wanted:
            matching.setdefault(found.kind, found)
    if len(matching) > 1:
        raise AmbiguousIdError(wanted, tuple(kind.replace(" ", "-") for kind in matching))
    if not matching:
        from productgov.nearest import nearest  # noqa: PLC0415 - only for the error

        known = dict.fromkeys(found.id for found in named)
        raise UnknownIdError(" or ".join(KINDS[kind] for kind in kinds), wanted, nearest(wanted, known))
    return next(iter(matching.values()))


def fields_in(value: object) -> tuple[Field, ...]:
    """The fields of an object of the model."""
    cls: type = type(value)
    return fields_of(cls)


def holders_of_names(root: HasExtensions) -> Iterator[Found]:
    """Every object with an id, in the order of the document."""
    waiting: list[tuple[Steps, HasExtensions]] = [((), root)]
    while waiting:
        steps, value = waiting.pop()
        children: list[tuple[Steps, HasExtensions]] = []
        for field in fields_in(value):
            if field.name == "id" and field.names is not None:
                yield Found(field.names, steps, value)
            if class_in(field.shape) is not None:
                held = getattr(value, field.name)
                if isinstance(held, tuple):
                    children += (((*steps, field.name, index), item) for index, item in enumerate(held))
                elif is_model(type(held)):
                    children.append(((*steps, field.name), held))
        waiting += reversed(children)


def replaced(root: Root, steps: Steps, make: Callable[[object], object | None]) -> Root:
    """A copy in which what is at `steps` is made from what was there; an item of a list is removed by None."""
    return _replaced(root, steps, make)  # type: ignore[return-value]


def _replaced(value: object, steps: Steps, make: Callable[[object], object | None]) -> object | None:
    if not steps:
        return make(value)
    step, rest = steps[0], steps[1:]
    if isinstance(value, tuple):
        index = int(step)
        made = _replaced(value[index], rest, make)
        return value[:index] + (() if made is None else (made,)) + value[index + 1 :]
    held = getattr(value, str(step))
    return attrs.evolve(value, **{str(step): _replaced(held, rest, make)})  # type: ignore[misc]
