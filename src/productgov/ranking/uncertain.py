"""Scores as functions of uncertain inputs."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import repeat
from math import prod
from operator import mul, truediv
from statistics import fmean
from typing import NamedTuple

import attrs

from productgov.model.estimate import Estimate, likely

__all__ = ["EFFORT", "ExpectedScore", "UncertainScore"]

EFFORT = "effort"
"""The name of the input that divides."""
_GREATEST = 1e200
"""The greatest part of a score that an effort can make: means of many of them remain finite."""


class ExpectedScore(NamedTuple):
    """The expected score of an item.

    Attributes:
        score: the expected score.
        inputs: for each drawn input, the expected score at each value that it was drawn with.
    """

    score: float
    inputs: Mapping[str, Sequence[float]]


@attrs.frozen(kw_only=True)
class UncertainScore:
    """A score of the form factor × … × confidence ÷ effort, whose inputs may be estimates.

    The inputs are independent of each other. The confidence is exact; it decides how wide the errors of plain factors
    are.

    Attributes:
        factors: the inputs that are multiplied, by name; at least one.
        confidence: multiplies the score.
        effort: divides the score.
    """

    factors: Mapping[str, float | Estimate]
    confidence: float
    effort: float | Estimate

    def scores(self, drawn: "Mapping[str, array[float]]") -> "array[float]":
        """The score in each draw of the inputs; an input that was not drawn is taken as exact."""
        factors = [_column(value, drawn.get(name)) for name, value in self.factors.items()]
        multiplied = map(mul, reduce(_times, factors), repeat(self.confidence))
        return array("d", map(truediv, multiplied, _column(self.effort, drawn.get(EFFORT))))

    def expectation(self, drawn: "Mapping[str, array[float]]") -> ExpectedScore:
        """The mean of the score over the draws, without and with knowing one input."""
        factors: dict[str, Sequence[float]] = {
            name: drawn.get(name) or (likely(value),) for name, value in self.factors.items()
        }
        efforts = drawn.get(EFFORT) or (likely(self.effort),)
        factors[EFFORT] = array("d", (min(1 / effort, _GREATEST) for effort in efforts))
        means = {name: fmean(factor) for name, factor in factors.items()}
        # Of independent inputs, the mean of the product is the product of the means.
        inputs: dict[str, Sequence[float]] = {}
        for name in drawn:
            others = self.confidence * prod(mean for other, mean in means.items() if other != name)
            inputs[name] = array("d", (others * value for value in factors[name]))
        return ExpectedScore(self.confidence * prod(means.values()), inputs)


def _column(value: float | Estimate, drawn: "array[float] | None") -> Iterable[float]:
    return drawn or repeat(likely(value))


def _times(first: Iterable[float], second: Iterable[float]) -> Iterable[float]:
    return map(mul, first, second)
