"""A constraint of maps: the order of day and month is stated, and not both orders."""

from collections.abc import Iterator, Mapping

import attrs

from productgov.fields.marks import wire_name
from productgov.found import Found

__all__ = ["OneOrder"]


@attrs.frozen
class OneOrder:
    """A list holds at most one of several terms.

    Attributes:
        field: the field with the list, by its Python name.
        terms: the terms, as documents write them.
    """

    field: str
    terms: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        given = values.get(self.field)
        listed = [str(each) for each in given] if isinstance(given, (list, tuple)) else []
        if len([term for term in self.terms if term in listed]) > 1:
            yield Found(
                (self.field,),
                f"{wire_name(self.field)} has {' and '.join(self.terms)}, which read 4/5/2026 as two days",
                "keep the one that the table uses",
            )
