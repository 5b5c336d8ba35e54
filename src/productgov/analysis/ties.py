"""When two scores are equal, and what decides between them."""

from typing import NamedTuple, Self

from productgov.analysis.frameworks import Assessment
from productgov.model.prioritization import ScoringCriteria
from productgov.model.scoring import Scoring
from productgov.vocabulary import Term

__all__ = ["Standing", "TieBreak", "comparable"]


class TieBreak(Term):
    """What decides between two items of the same score, in the order in which it is asked."""

    WEIGHTED_CRITERIA = "weighted criteria", "The higher weighted criteria come first."
    CONFIDENCE = "confidence", "The higher confidence comes first, where the framework has one."
    EFFORT = "effort", "The lower effort comes first."
    NONE = "none", "Nothing tells them apart: they share a position, and are listed by id."


class Standing(NamedTuple):
    """Where an item stands among those of its score: the lower comes first, item by item.

    What is known comes before what is not, whatever it is, so that the order of two items never depends on a third.
    """

    weighted_criteria: tuple[bool, float]
    confidence: tuple[bool, float]
    effort: tuple[bool, float]

    @classmethod
    def of(cls, scoring: Scoring, assessment: Assessment, weights: ScoringCriteria) -> Self:
        """The standing of an item; effort is the framework's own, else that of the criteria."""
        criteria = scoring.criteria
        effort = assessment.effort
        if effort is None and criteria is not None:
            effort = criteria.effort
        return cls(
            _highest(None if criteria is None else criteria.weighted(weights)),
            _highest(assessment.confidence),
            (True, 0) if effort is None else (False, comparable(effort)),
        )

    def against(self, other: Self) -> TieBreak:
        """What decides between two items of the same score."""
        for decides, mine, theirs in zip(TieBreak, self, other, strict=False):
            if mine != theirs:
                return decides
        return TieBreak.NONE


def comparable(score: float) -> float:
    """The score to 12 significant digits, beyond which a difference is the noise of binary arithmetic.

    Without it, 3 × 0.1 would outrank 0.3.
    """
    return float(f"{score:.12g}")


def _highest(value: float | None) -> tuple[bool, float]:
    return (True, 0) if value is None else (False, -comparable(value))
