"""Scores as functions of uncertain inputs."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import repeat
from math import exp, inf, isqrt, log, log1p, prod
from operator import mul, truediv
from statistics import fmean
from typing import NamedTuple

import attrs

from productgov.model.estimate import Estimate, likely

__all__ = ["EFFORT", "ExpectedScore", "UncertainFunction", "UncertainScore"]

EFFORT = "effort"
"""The name of the input that divides."""
_GREATEST = 1e200
"""The greatest part of a score that an effort can make: means of many of them remain finite."""
_NARROW = 1e-4
"""A range below this share of its low end is so narrow that logarithms of its ends would lose digits."""


class ExpectedScore(NamedTuple):
    """The expected score of an item.

    Attributes:
        score: the expected score.
        inputs: for each drawn input, the expected score at each value that it was drawn with; on average, the expected
            score.
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

    @property
    def inputs(self) -> Mapping[str, float | Estimate]:
        """Every input that can be drawn, by name."""
        return {**self.factors, EFFORT: self.effort}

    def scores(self, drawn: "Mapping[str, array[float]]") -> "array[float]":
        """The score in each draw of the inputs; an input that was not drawn is taken as exact."""
        factors = [_column(value, drawn.get(name)) for name, value in self.factors.items()]
        multiplied = map(mul, reduce(_times, factors), repeat(self.confidence))
        return array("d", map(truediv, multiplied, _column(self.effort, drawn.get(EFFORT))))

    def expectation(self, drawn: "Mapping[str, array[float]]", spreads: Mapping[str, float]) -> ExpectedScore:
        """The expected score, without and with knowing one input.

        The errors of plain inputs are taken to cancel out on average, in what each makes of the score: its expected
        score is then the plain one. The expected score is exact; what it would be at each draw follows from the draws.

        Args:
            drawn: the draws of the inputs.
            spreads: the σ of ln(input) with which each plain input was drawn.
        """
        score = self.confidence * _mean_reciprocal(self.effort) * prod(map(_mean, self.factors.values()))
        inputs: dict[str, Sequence[float]] = {}
        for name, draws in drawn.items():
            value = self.effort if name == EFFORT else self.factors[name]
            shares = _shares(value, draws, spreads.get(name, 0), divides=name == EFFORT)
            inputs[name] = array("d", (score * share for share in shares))
        return ExpectedScore(score, inputs)


@attrs.frozen(kw_only=True)
class UncertainFunction:
    """A score of any form, whose inputs may be estimates; plain numbers are taken as exact.

    Attributes:
        inputs: the inputs, by name.
        function: the score for a number of each input; None where it has none, and the item is last.
    """

    inputs: Mapping[str, float | Estimate]
    function: Callable[[Mapping[str, float]], float | None]

    def scores(self, drawn: "Mapping[str, array[float]]") -> "array[float]":
        """The score in each draw of the inputs; an input that was not drawn is taken as exact."""
        numbers = {name: float(likely(value)) for name, value in self.inputs.items()}
        scores = array("d")
        for row in zip(*drawn.values(), strict=True):
            score = self.function({**numbers, **dict(zip(drawn, row, strict=True))})
            scores.append(-inf if score is None else score)
        return scores

    def expectation(self, drawn: "Mapping[str, array[float]]", _spreads: Mapping[str, float]) -> ExpectedScore:
        """The expected score, without and with knowing one input.

        Both are means over the draws. What is expected at a value of an input is the mean over the draws with nearby
        values of it: of n draws in order, groups of about √n (Strong and Oakley, 2013). An item that has no score in
        some draws is taken at its likely values.

        Args:
            drawn: the draws of the inputs.
        """
        scores = self.scores(drawn) if drawn else array("d")
        if not scores or -inf in scores:
            likely_score = self.function({name: float(likely(value)) for name, value in self.inputs.items()})
            return ExpectedScore(-inf if likely_score is None else likely_score, {})
        inputs = {name: _grouped_means(values, scores) for name, values in drawn.items()} if len(drawn) > 1 else {}
        return ExpectedScore(fmean(scores), inputs or dict.fromkeys(drawn, scores))


def _grouped_means(values: "array[float]", scores: "array[float]") -> "array[float]":
    """For each draw, the mean score of the draws with nearby values."""
    order = sorted(range(len(values)), key=values.__getitem__)
    size = max(1, isqrt(len(order)))
    means = array("d")
    for start in range(0, len(order), size):
        group = [scores[index] for index in order[start : start + size]]
        means.extend([fmean(group)] * len(group))
    return means


def _mean(value: float | Estimate) -> float:
    """The mean of a triangular distribution; a plain number is its own."""
    return (value.low + value.likely + value.high) / 3 if isinstance(value, Estimate) else value


def _mean_reciprocal(value: float | Estimate) -> float:
    """The mean of 1 ÷ value, where the value has a triangular distribution; a plain number is its own mean."""
    if not isinstance(value, Estimate):
        return min(1 / value, _GREATEST)
    low, likely_, high = value.low, value.likely, value.high
    width, mean = high - low, _mean(value)
    if width <= _NARROW * low:
        variance = ((high - low) ** 2 + (high - likely_) * (low - likely_)) / 18
        return min((1 + variance / mean / mean) / mean, _GREATEST)
    return min(2 * (_log_share(high, likely_) - _log_share(low, likely_)) / width, _GREATEST)


def _log_share(end: float, mode: float) -> float:
    """End · ln(end ÷ mode) ÷ (end - mode), which is 1 where they are equal."""
    if end == mode:
        return 1.0
    near = abs(end - mode) < mode / 2
    return end * (log1p((end - mode) / mode) if near else log(end) - log(mode)) / (end - mode)


def _shares(value: float | Estimate, draws: Iterable[float], sigma: float, *, divides: bool) -> Iterator[float]:
    """What each draw of an input makes of the expected score; 1 on average."""
    if isinstance(value, Estimate):
        mean = _mean_reciprocal(value) if divides else _mean(value)
        return (min(1 / draw, _GREATEST) / mean if divides else draw / mean for draw in draws)
    mean_one = exp(-sigma * sigma / 2)
    return ((value / draw if divides else draw / value) * mean_one for draw in draws)


def _column(value: float | Estimate, drawn: "array[float] | None") -> Iterable[float]:
    return drawn or repeat(likely(value))


def _times(first: Iterable[float], second: Iterable[float]) -> Iterable[float]:
    return map(mul, first, second)
