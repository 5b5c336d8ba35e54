"""The names that a formula can use: the inputs of other methods, the weights, and the inputs of an item."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from productgov.fields import shapes
from productgov.fields.shapes import fields_of
from productgov.model.estimate import Estimate
from productgov.model.prioritization import EQUAL_WEIGHTS, ScoringCriteria
from productgov.model.scoring import Criteria, Ice, Opportunity, Rice, Scoring, ValueEffort, Wsjf

__all__ = ["WEIGHTS", "Given", "given", "known_names", "names_given"]

WEIGHTS = "weights"
"""What the names of the weights in prioritization.scoringCriteria begin with."""

_GROUPS: Mapping[str, tuple[str, type]] = {
    "rice": ("rice", Rice),
    "ice": ("ice", Ice),
    "valueEffort": ("value_effort", ValueEffort),
    "criteria": ("criteria", Criteria),
    "wsjf": ("wsjf", Wsjf),
    "opportunity": ("opportunity", Opportunity),
}
"""The groups of inputs by what their names begin with: the field of `Scoring`, and its class."""


@cache
def known_names() -> Mapping[str, tuple[str, str]]:
    """Every name with a dot: the Python names of the field of the scoring, and of the number in it."""
    classes = {**_GROUPS, WEIGHTS: (WEIGHTS, ScoringCriteria)}
    return {
        f"{prefix}.{field.wire}": (group, field.name)
        for prefix, (group, cls) in classes.items()
        for field in fields_of(cls)
        if isinstance(field.shape, (shapes.Number, shapes.Either))
    }


class Given(NamedTuple):
    """What an item gives of the names of a formula.

    Attributes:
        numbers: the numbers by their names.
        missing: why it cannot be ranked, where it does not give all; else empty.
    """

    numbers: Mapping[str, float | Estimate]
    missing: str


def given(names: Iterable[str], scoring: Scoring, weights: ScoringCriteria) -> Given:
    """What an item gives of some names."""
    counts = Counter(each.name for each in scoring.inputs)
    inputs = {each.name: each.value for each in scoring.inputs if counts[each.name] == 1}
    values = {name: inputs.get(name) if "." not in name else _number(name, scoring, weights) for name in names}
    absent = [name for name, value in values.items() if value is None]
    numbers = {name: value for name, value in values.items() if value is not None}
    return Given(numbers, "; ".join(_missing(absent, counts)))


def names_given(scorings: Sequence[Scoring], names: Iterable[str]) -> Iterator[str]:
    """The names that some item gives, even if twice; the weights are always given."""
    inputs = {each.name for scoring in scorings for each in scoring.inputs}
    for name in names:
        if (
            name in inputs
            if "." not in name
            else any(_number(name, each, EQUAL_WEIGHTS) is not None for each in scorings)
        ):
            yield name


def _number(name: str, scoring: Scoring, weights: ScoringCriteria) -> float | Estimate | None:
    """The number with a name with a dot; None where it is not given."""
    group, field = known_names()[name]
    holder: object = weights if group == WEIGHTS else getattr(scoring, group)
    number: float | Estimate | None = None if holder is None else getattr(holder, field)
    return number


def _missing(absent: Sequence[str], counts: Mapping[str, int]) -> Iterator[str]:
    """Why the absent names are, as the reason why an item is not ranked."""
    twice = [name for name in absent if name in counts]
    if twice:
        yield f"{', '.join(twice)} is given twice (scoring.inputs)"
    for where, with_dot in (("scoring.inputs", False), ("scoring", True)):
        found = [name for name in absent if ("." in name) == with_dot and name not in counts]
        if found:
            yield f"no {' and no '.join(found)} ({where})"
