"""The names that a formula can use: the inputs of other methods, the weights, and the inputs of an item."""

from collections.abc import Iterator, Mapping
from functools import cache

from productgov.fields import shapes
from productgov.fields.shapes import fields_of
from productgov.model.estimate import Estimate
from productgov.model.prioritization import EQUAL_WEIGHTS, ScoringCriteria
from productgov.model.scoring import Criteria, Ice, Opportunity, Rice, Scoring, ValueEffort, Wsjf

__all__ = ["WEIGHTS", "given", "is_given", "known_names", "missing_text"]

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


def given(name: str, scoring: Scoring, weights: ScoringCriteria) -> float | Estimate | None:
    """The number with this name; None where it is not given, or given twice."""
    if "." not in name:
        values = [each.value for each in scoring.inputs if each.name == name]
        return values[0] if len(values) == 1 else None
    group, field = known_names()[name]
    holder: object = weights if group == WEIGHTS else getattr(scoring, group)
    number: float | Estimate | None = None if holder is None else getattr(holder, field)
    return number


def is_given(name: str, scoring: Scoring) -> bool:
    """Whether an item gives a number of this name, even if twice; the weights are always given."""
    if "." not in name:
        return any(each.name == name for each in scoring.inputs)
    group, _ = known_names()[name]
    return group == WEIGHTS or given(name, scoring, EQUAL_WEIGHTS) is not None


def missing_text(names: tuple[str, ...], scoring: Scoring, weights: ScoringCriteria) -> str:
    """Which of the names of a formula an item does not give, as the reason why it is not ranked; empty for none."""
    return "; ".join(_missing(names, scoring, weights))


def _missing(names: tuple[str, ...], scoring: Scoring, weights: ScoringCriteria) -> Iterator[str]:
    absent = [name for name in names if given(name, scoring, weights) is None]
    twice = [name for name in absent if any(each.name == name for each in scoring.inputs)]
    if twice:
        yield f"{', '.join(twice)} is given twice (scoring.inputs)"
    for where, inputs in (("scoring.inputs", False), ("scoring", True)):
        found = [name for name in absent if ("." in name) == inputs and name not in twice]
        if found:
            yield f"no {' and no '.join(found)} ({where})"
