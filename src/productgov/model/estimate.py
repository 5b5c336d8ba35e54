"""Estimates: numbers that are not known exactly."""

from typing import Annotated, ClassVar

import attrs

from productgov.fields import Ascending, Constraint, Number, checked
from productgov.model.extensions import Extensions

__all__ = ["Estimate", "likely"]


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Estimate:
    """A number that is not known exactly, as three values: low, likely and high."""

    constraints: ClassVar[tuple[Constraint, ...]] = (Ascending(("low", "likely", "high")),)

    low: Annotated[Number, "The lowest plausible value."]
    likely: Annotated[Number, "The likeliest value; scores use it."]
    high: Annotated[Number, "The highest plausible value."]
    extensions: Extensions = Extensions()


def likely(value: float | Estimate) -> float:
    """The number that a score uses for an estimate."""
    return value.likely if isinstance(value, Estimate) else value
