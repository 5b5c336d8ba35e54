"""Random draws of uncertain inputs, each from its own seeded stream."""

from array import array
from itertools import pairwise
from math import exp
from random import Random

import attrs

from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.model.estimate import Estimate
from productgov.ranking.uncertain import EFFORT, UncertainScore

__all__ = ["DEFAULT_ERRORS", "ErrorModel", "Sampling"]


@attrs.frozen(kw_only=True, repr=False)
class ErrorModel(Displayed):
    """The errors of plain numbers under RICE: lognormal, as likely too high as too low.

    The default is an assumption that you can replace: at full confidence, two numbers in three are within 15 % of
    the truth; at half, within a factor of two. Between the given confidences the spread is interpolated; outside
    them it is extrapolated.

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
                "ErrorModel needs two or more pairs of confidence and σ by rising confidence, and no σ below 0, not "
                f"{self.spreads!r:.80} and effort {self.effort}"
            )

    def spread(self, confidence: float) -> float:
        """The σ of ln(reach) and ln(impact) at a confidence."""
        lines = tuple(pairwise(self.spreads))
        (left, start), (right, end) = next((line for line in lines if confidence <= line[1][0]), lines[-1])
        return max(0, start + (end - start) * (confidence - left) / (right - left))


DEFAULT_ERRORS = ErrorModel()
"""The error model that is used when none is given."""


@attrs.frozen(kw_only=True, repr=False)
class Sampling(Displayed):
    """The parameters of a simulation.

    Attributes:
        draws: the number of draws.
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
            raise InvalidValueError(f"draws must be a whole number of at least 1, not {self.draws}")

    def draw(self, id: str, score: UncertainScore) -> "dict[str, array[float]]":
        """Draws of the inputs that are not certain: estimates triangular, plain numbers lognormal.

        The stream of an input depends on the seed, the id of the item and the name of the input alone, so that adding
        or moving other items changes nothing.
        """
        spreads = self.spreads(score)
        values = {**score.factors, EFFORT: score.effort}
        drawn = {name: self._draw(f"{id}/{name}", value, spreads[name]) for name, value in values.items()}
        return {name: values for name, values in drawn.items() if values}

    def spreads(self, score: UncertainScore) -> dict[str, float]:
        """The σ of ln(input) with which each plain input of a score is drawn."""
        model = self.error_model
        spread = model.spread(score.confidence) if model else 0
        return {**dict.fromkeys(score.factors, spread), EFFORT: model.effort if model else 0}

    def _draw(self, name: str, value: float | Estimate, sigma: float) -> "array[float] | None":
        stream = Random(f"{self.seed}/{name}")  # noqa: S311  # to be repeatable, not secret
        if isinstance(value, Estimate):
            low, high, mode, triangular = value.low, value.high, value.likely, stream.triangular
            return array("d", (triangular(low, high, mode) for _ in range(self.draws))) if low < high else None
        gauss = stream.gauss
        if not value or not sigma:
            return None
        # The smallest numbers have no smaller ones, only 0, which cannot divide.
        return array("d", (value * exp(gauss(0, sigma)) or value for _ in range(self.draws)))
