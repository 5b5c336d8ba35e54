"""What the inputs of RICE could really be: their draws, under a seed, each from a stream of its own."""

from array import array
from itertools import pairwise
from math import exp
from random import Random

import attrs

from productgov.errors import InvalidValueError
from productgov.model.scoring import Estimate
from productgov.ranking.uncertain import EFFORT, UncertainScore

__all__ = ["DEFAULT_ERRORS", "ErrorModel", "Sampling"]


@attrs.frozen(kw_only=True)
class ErrorModel:
    """How far plain numbers under RICE tend to be from the truth: lognormal errors, as likely too high as too low.

    The default is an assumption, and stated so that it can be replaced: at full confidence, two numbers in three
    are within 15 % of the truth; at half, within a factor of two. Between the stated confidences the spread is
    interpolated, and beyond them its last line is continued.

    Attributes:
        spreads: pairs of a confidence and the σ of ln(reach) and ln(impact) at it, by rising confidence.
        effort: the σ of ln(effort), at every confidence.
    """

    spreads: tuple[tuple[float, float], ...] = ((0.5, 0.7), (0.8, 0.35), (1.0, 0.15))
    effort: float = 0.3

    def __attrs_post_init__(self) -> None:
        rising = all(lower[0] < upper[0] for lower, upper in pairwise(self.spreads))
        if len(self.spreads) < 2 or not rising or min(self.effort, *(sigma for _, sigma in self.spreads)) < 0:
            raise InvalidValueError(
                f"ErrorModel is {self.spreads!r:.80} with effort {self.effort}; allowed are two or more pairs by rising"
                " confidence, and no σ below 0"
            )

    def spread(self, confidence: float) -> float:
        """The σ of ln(reach) and ln(impact) at a confidence."""
        lines = tuple(pairwise(self.spreads))
        (left, start), (right, end) = next((line for line in lines if confidence <= line[1][0]), lines[-1])
        return max(0, start + (end - start) * (confidence - left) / (right - left))


DEFAULT_ERRORS = ErrorModel()
"""The error model that is assumed when none is named."""


@attrs.frozen(kw_only=True)
class Sampling:
    """How to draw: how often, under which seed, and with which errors.

    Attributes:
        draws: how often to draw.
        seed: the same seed gives the same draws again.
        error_model: the errors of plain numbers; None takes them as exact.

    Raises:
        InvalidValueError: when draws is below 1.
    """

    draws: int
    seed: int
    error_model: ErrorModel | None

    def __attrs_post_init__(self) -> None:
        if self.draws < 1:
            raise InvalidValueError(f"draws is {self.draws}; allowed is a whole number of at least 1")

    def draw(self, id: str, score: UncertainScore) -> "dict[str, array[float]]":
        """Draws of the inputs that are not certain: estimates triangular, plain numbers lognormal.

        The stream of an input depends on the seed, the id of the item and the name of the input alone, so that adding
        or moving other items changes nothing.
        """
        model = self.error_model
        spread = model.spread(score.confidence) if model else 0
        drawn = {name: self._draw(f"{id}/{name}", value, spread) for name, value in score.factors.items()}
        drawn[EFFORT] = self._draw(f"{id}/{EFFORT}", score.effort, model.effort if model else 0)
        return {name: values for name, values in drawn.items() if values}

    def _draw(self, name: str, value: float | Estimate, sigma: float) -> "array[float] | None":
        stream = Random(f"{self.seed}/{name}")  # noqa: S311  # to be repeatable, not secret
        if isinstance(value, Estimate):
            low, high, mode, triangular = value.low, value.high, value.likely, stream.triangular
            return array("d", (triangular(low, high, mode) for _ in range(self.draws))) if low < high else None
        gauss = stream.gauss
        return array("d", (value * exp(gauss(0, sigma)) for _ in range(self.draws))) if value and sigma else None
