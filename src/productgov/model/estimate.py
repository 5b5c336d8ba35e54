"""Estimates: numbers that are not known exactly."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

import attrs

from productgov.display import Displayed
from productgov.fields import Ascending, Constraint, Number, checked
from productgov.fields.types import MAGNITUDE
from productgov.model.extensions import Extensions

__all__ = ["Estimate", "likely", "total"]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Estimate(Displayed):
    """A number that is not known exactly, as three values: low, likely and high."""

    constraints: ClassVar[tuple[Constraint, ...]] = (Ascending(("low", "likely", "high")),)

    low: Annotated[Number, "The lowest plausible value."]
    likely: Annotated[Number, "The likeliest value; scores use it."]
    high: Annotated[Number, "The highest plausible value."]
    extensions: Extensions = Extensions()


def likely(value: float | Estimate) -> float:
    """The number that a score uses for an estimate."""
    return value.likely if isinstance(value, Estimate) else value


def total(values: Iterable[float | Estimate]) -> float | Estimate:
    """The sum of numbers and estimates, low with low and high with high; at most the greatest number of a document."""
    given = tuple(values)
    columns: Iterable[tuple[float, ...]] = zip(*map(_ends, given), strict=True)
    sums = [min(sum(column), MAGNITUDE) for column in columns]
    if any(isinstance(value, Estimate) for value in given):
        low, middle, high = sums
        return Estimate(low=low, likely=middle, high=high)
    return sums[0]


def _ends(value: float | Estimate) -> tuple[float, float, float]:
    return (value.low, value.likely, value.high) if isinstance(value, Estimate) else (value, value, value)
