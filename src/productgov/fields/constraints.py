"""Constraints over several fields of one object (PG008), declared once for constructors, loader and strategies.

A class lists its constraints in a class variable: `constraints: ClassVar = (NotBefore("end_date", "start_date"),)`.
Constraints use the Python names of fields. They are given the values of the fields that are not left out, either as
Python values or as in documents: dates compare alike as dates and as ISO text, terms as terms and as text.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Protocol

import attrs

from productgov.fields.marks import wire_name
from productgov.found import Found

__all__ = [
    "AllFinished",
    "Ascending",
    "AtLeastOne",
    "Constraint",
    "DatesAscend",
    "ExactlyOne",
    "NeededUnless",
    "NeverOneOf",
    "NotBefore",
    "NotWith",
    "OnlyWhen",
    "OnlyWith",
    "constraints_of",
]


class Constraint(Protocol):
    """A condition over several fields of one object."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that must be valid for the condition to be tested, by their Python names."""
        ...

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        """Yield how the given values break the condition; paths begin at the object, in Python names."""
        ...


def constraints_of(cls: type) -> tuple[Constraint, ...]:
    """The constraints that a class lists."""
    constraints: tuple[Constraint, ...] = getattr(cls, "constraints", ())
    return constraints


@attrs.frozen
class NotBefore:
    """One date is not before another.

    Attributes:
        later: the field with the later date, by its Python name.
        earlier: the field with the earlier date, by its Python name.
    """

    later: str
    earlier: str

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.earlier, self.later)

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        first, second = (str(values[name]) if name in values else "" for name in self.fields)
        if first and second and second < first:
            later, earlier = wire_name(self.later), wire_name(self.earlier)
            yield Found(
                (self.later,),
                f"{later} {second} is before {earlier} {first}",
                f"move {later} to {first} or after, or correct {earlier}",
            )


@attrs.frozen
class OnlyWhen:
    """A field is given only while another has one of certain terms.

    Attributes:
        field: the field that may be given, by its Python name.
        other: the field that must hold one of the terms, by its Python name.
        terms: the terms, as documents write them.
        or_none: whether the field may also be given while the other is left out.
    """

    field: str
    other: str
    terms: tuple[str, ...]
    or_none: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.other, self.field)

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        if self.or_none and self.other not in values:
            return
        if self.field in values and values.get(self.other) not in self.terms:
            field, other, terms = wire_name(self.field), wire_name(self.other), " or ".join(self.terms)
            yield Found(
                (self.field,),
                f"{field} is given, but {other} is not {terms}",
                f"set {other} to {terms}, or leave {field} out",
            )


@attrs.frozen
class NeverOneOf:
    """A field does not hold a text that belongs in another field.

    Attributes:
        field: the field, by its Python name.
        texts: the texts that it does not hold.
        other: the field that they belong in, by its Python name.
    """

    field: str
    texts: tuple[str, ...]
    other: str

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        text = values.get(self.field)
        if text in self.texts:
            field, other = wire_name(self.field), wire_name(self.other)
            yield Found(
                (self.field,), f"{field} is {text}, which is a {other}", f"set {other} to {text}, and leave {field} out"
            )


@attrs.frozen
class Ascending:
    """Numbers that do not fall from one field to the next.

    Attributes:
        fields: the fields from the lowest to the highest, by their Python names.
    """

    fields: tuple[str, ...]

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        given = [(name, value) for name in self.fields if isinstance(value := values.get(name), (int, float))]
        for (lower, least), (upper, most) in pairwise(given):
            if least > most:
                yield Found(
                    (),
                    f"{wire_name(lower)} {least} is above {wire_name(upper)} {most}",
                    f"put them in order: {' ≤ '.join(map(wire_name, self.fields))}",
                )
                return


@attrs.frozen
class ExactlyOne:
    """Of several fields, one is given and no other.

    Attributes:
        fields: the fields of which one is given, by their Python names.
    """

    fields: tuple[str, ...]

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        given = [wire_name(name) for name in self.fields if name in values]
        if len(given) != 1:
            names = " or ".join(map(wire_name, self.fields))
            what = "neither is given" if not given else f"{' and '.join(given)} are given"
            yield Found((), f"exactly one of {names} is needed, and {what}", f"give {names}, not both")


@attrs.frozen
class NotWith:
    """A field is not given together with any of some others, which say the same in another way or something else.

    Attributes:
        field: the field that excludes the others, by its Python name.
        others: the fields that it excludes, by their Python names.
    """

    field: str
    others: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field, *self.others)

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        given = [wire_name(name) for name in self.others if _is_given(values.get(name))]
        if given and _is_given(values.get(self.field)):
            field, others = wire_name(self.field), " and ".join(given)
            yield Found(
                (self.field,), f"{field} is given together with {others}", f"give {field} or {others}, not both"
            )


@attrs.frozen
class OnlyWith:
    """A field is given only together with another.

    Attributes:
        field: the field that may be given, by its Python name.
        other: the field that must be given with it, by its Python name.
    """

    field: str
    other: str

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.other, self.field)

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        if _is_given(values.get(self.field)) and not _is_given(values.get(self.other)):
            field, other = wire_name(self.field), wire_name(self.other)
            yield Found((self.field,), f"{field} is given without {other}", f"give {other}, or leave {field} out")


@attrs.frozen
class NeededUnless:
    """A value inside a field is needed where the object that holds it is given, unless another field says it.

    Attributes:
        path: the path of the value, by Python names.
        other: the field that says it otherwise, by its Python name.
    """

    path: tuple[str, ...]
    other: str

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.path[0], self.other)

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        *holders, name = self.path
        holder: object = values
        for step in holders:
            holder = _field_of(holder, step)
        if holder is not None and _field_of(holder, name) is None and not _is_given(values.get(self.other)):
            needed, other = wire_name(name), wire_name(self.other)
            yield Found(
                tuple(holders), f"{needed} is needed, because no {other} are given", f"give {needed} here, or {other}"
            )


@attrs.frozen
class AtLeastOne:
    """Of several fields, at least one is given.

    Attributes:
        fields: the fields of which one is needed, by their Python names.
    """

    fields: tuple[str, ...]

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        if not any(_is_given(values.get(name)) for name in self.fields):
            names = " or ".join(map(wire_name, self.fields))
            yield Found((), f"{names} is needed, and none is given", f"give {names}")


@attrs.frozen
class DatesAscend:
    """The items of a list have dates, each later than the one before.

    Attributes:
        field: the field that holds the list, by its Python name.
        date: the field of the items that holds the date, by its Python name.
    """

    field: str
    date: str

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        items = values.get(self.field)
        days = [_field_of(item, self.date) for item in items] if isinstance(items, (tuple, list)) else []
        for index, (first, second) in enumerate(pairwise(map(str, days)), start=1):
            if second <= first:
                date = wire_name(self.date)
                yield Found(
                    (self.field, index, self.date),
                    f"{date} {second} is not after {first}, the one before it",
                    f"put {wire_name(self.field)} in the order of {date}, each day once",
                )
                return


def _is_given(value: object) -> bool:
    """Whether a field has a value; an empty list is the same as none."""
    return value is not None and value not in ((), [])


def _field_of(item: object, name: str) -> object:
    return item.get(wire_name(name)) if isinstance(item, Mapping) else getattr(item, name, None)


@attrs.frozen
class AllFinished:
    """Every item of a list has a status that ends its life.

    Attributes:
        field: the field that holds the list, by its Python name.
        unfinished: the statuses that its items must not have.
        finished: the statuses that its items must have.
    """

    field: str
    unfinished: tuple[str, ...]
    finished: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        return ()

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        items = values.get(self.field)
        for index, item in enumerate(items if isinstance(items, (tuple, list)) else ()):
            given = "status" in item if isinstance(item, Mapping) else True
            status = (
                item.get("status", self.unfinished[0]) if isinstance(item, Mapping) else getattr(item, "status", None)
            )
            if status in self.unfinished:
                allowed = " or ".join(self.finished)
                yield Found(
                    (self.field, index, "status") if given else (self.field, index),
                    f"an item of {wire_name(self.field)} must be {allowed}, not {status}",
                    f"set its status to {allowed}, or move it back to its horizon",
                )
