"""What a metric should reach, and the range in which it must stay."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Annotated, ClassVar

import attrs

from productgov.display import Displayed
from productgov.fields import Ascending, Constraint, Key, Number, Shorthand, checked
from productgov.model.extensions import Extensions
from productgov.model.stated_target import StatedTarget, parse_target

__all__ = ["Bounds", "DatedTarget", "Target", "value_on_line"]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Target(Displayed):
    """The value that a metric should reach, and by when; without a date it applies at any time."""

    value: Annotated[
        Number, Shorthand(), "The value to reach, in the unit of the metric; a plain number is read as a target."
    ]
    by: Annotated[date | None, "The day by which to reach it."] = None
    extensions: Extensions = Extensions()

    @staticmethod
    def parse(text: str) -> StatedTarget:
        """Read a target that is stated in words: "at or below 45 days", "< 18", "above 80%", "20".

        The result also has the comparison and the unit, which belong to the metric:
        `Target(value=Target.parse("at or below 45 days").value)`.

        Raises:
            InvalidValueError: when the text is not a target, or is ambiguous.
        """
        return parse_target(text)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class DatedTarget(Displayed):
    """One of several targets of a metric, each for a day."""

    value: Annotated[Number, "The value to reach, in the unit of the metric."]
    by: Annotated[date, Key(), "The day by which to reach it."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Bounds(Displayed):
    """The range in which a metric must stay, limits included."""

    constraints: ClassVar[tuple[Constraint, ...]] = (Ascending(("min", "max")),)

    min: Annotated[Number | None, "The lowest allowed value."] = None
    max: Annotated[Number | None, "The highest allowed value."] = None
    extensions: Extensions = Extensions()

    def __contains__(self, value: float) -> bool:
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)

    @property
    def limited(self) -> bool:
        """True when there is a minimum or a maximum; bounds without either contain every value."""
        return self.min is not None or self.max is not None


def value_on_line(start: date, baseline: float, targets: Sequence[DatedTarget], day: date) -> float:
    """The value of a metric on a day, if it moves evenly from its baseline to each target in turn.

    Args:
        start: the day of the baseline; before it, the value is the baseline.
        baseline: the value on that day.
        targets: the targets, by ascending days; after the last, the value is that of the last.
        day: the day.
    """
    points = [(start, baseline), *((target.by, target.value) for target in targets if target.by > start)]
    if len(points) == 1:
        return targets[-1].value
    for (since, low), (until, high) in pairwise(points):
        if day <= until:
            share = max(0.0, (day - since) / (until - since))
            return (1 - share) * low + share * high
    return points[-1][1]
