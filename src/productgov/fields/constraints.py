"""What the fields of one object must agree on (PG008), told once for constructors and loader alike.

An agreement sees the values that are given, by their Python names, once the fields it depends on are good.
Values are those of the model or those of a document: dates compare alike as dates and as ISO text, terms
alike as terms and as text.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Protocol

import attrs

from productgov.fields.types import wire_name

__all__ = ["Agreement", "AllFinished", "Ascending", "Broken", "ExactlyOne", "NotBefore", "OnlyWhen"]


@attrs.frozen
class Broken:
    """How an agreement is broken: where (Python names and indices below the object), what is wrong, what to do."""

    at: tuple[str | int, ...]
    message: str
    hint: str


class Agreement(Protocol):
    """A condition over several fields of one object."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that must be good for the condition to be tested."""
        ...

    def broken(self, values: Mapping[str, object]) -> Iterator[Broken]:
        """Yield how the given fields contradict each other."""
        ...


@attrs.frozen
class NotBefore:
    """One date does not lie before another."""

    later: str
    earlier: str

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.earlier, self.later)

    def broken(self, values: Mapping[str, object]) -> Iterator[Broken]:
        first, second = (str(values[name]) if name in values else "" for name in self.fields)
        if first and second and second < first:
            later, earlier = wire_name(self.later), wire_name(self.earlier)
            yield Broken(
                (self.later,),
                f"{later} {second} is before {earlier} {first}",
                f"move {later} to {first} or after, or correct {earlier}",
            )


@attrs.frozen
class OnlyWhen:
    """A field is given only while another holds one certain term."""

    field: str
    other: str
    term: str

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.other, self.field)

    def broken(self, values: Mapping[str, object]) -> Iterator[Broken]:
        if self.field in values and values.get(self.other) != self.term:
            field, other = wire_name(self.field), wire_name(self.other)
            yield Broken(
                (self.field,),
                f"{field} is given, but {other} is not {self.term}",
                f"set {other} to {self.term}, or leave {field} out",
            )


@attrs.frozen
class Ascending:
    """Numbers that do not fall from one field to the next."""

    fields: tuple[str, ...]

    def broken(self, values: Mapping[str, object]) -> Iterator[Broken]:
        given = [(name, value) for name in self.fields if isinstance(value := values.get(name), (int, float))]
        for (lower, least), (upper, most) in pairwise(given):
            if least > most:
                yield Broken(
                    (),
                    f"{wire_name(lower)} {least} is above {wire_name(upper)} {most}",
                    f"put them in order: {' ≤ '.join(map(wire_name, self.fields))}",
                )
                return


@attrs.frozen
class ExactlyOne:
    """Of several fields, one is given and no other."""

    fields: tuple[str, ...]

    def broken(self, values: Mapping[str, object]) -> Iterator[Broken]:
        given = [wire_name(name) for name in self.fields if name in values]
        if len(given) != 1:
            names = " or ".join(map(wire_name, self.fields))
            what = "neither is given" if not given else f"{' and '.join(given)} are given"
            yield Broken((), f"exactly one of {names} is needed, and {what}", f"give {names}, not both")


@attrs.frozen
class AllFinished:
    """Every item of a list has one of the statuses that end its life."""

    field: str
    unfinished: tuple[str, ...]
    finished: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        return ()

    def broken(self, values: Mapping[str, object]) -> Iterator[Broken]:
        items = values.get(self.field)
        for index, item in enumerate(items if isinstance(items, (tuple, list)) else ()):
            given = "status" in item if isinstance(item, Mapping) else True
            status = (
                item.get("status", self.unfinished[0]) if isinstance(item, Mapping) else getattr(item, "status", None)
            )
            if status in self.unfinished:
                allowed = " or ".join(self.finished)
                yield Broken(
                    (self.field, index, "status") if given else (self.field, index),
                    f"an item of {wire_name(self.field)} must be {allowed}, not {status}",
                    f"set its status to {allowed}, or move it back to its horizon",
                )
