"""When two scores are equal, and what decides between them."""

from math import inf
from typing import NamedTuple, Self

from productgov.fields.types import Term
from productgov.model.prioritization import ScoringCriteria
from productgov.model.scoring import Scoring
from productgov.ranking.method import Assessment

__all__ = ["TieBreak", "TieKey", "comparable", "equal_scores"]


class TieBreak(Term):
    """What decides between two items of the same score, in the order in which it is applied."""

    WEIGHTED_CRITERIA = "weighted criteria", "The higher weighted criteria come first."
    CONFIDENCE = "confidence", "The higher confidence comes first, where the method has one."
    EFFORT = "effort", "The lower effort comes first."
    NONE = "none", "Equal in all of these: they share a position and are listed by id."


class TieKey(NamedTuple):
    """What sorts items of the same score: lower comes first, field by field.

    Unknown values are infinite, so that they sort last and the order of two items never depends on a third.
    """

    weighted_criteria: float
    confidence: float
    effort: float

    @classmethod
    def of(cls, scoring: Scoring, assessment: Assessment, weights: ScoringCriteria) -> Self:
        """The key of an item."""
        criteria, effort = scoring.criteria, assessment.effort
        weighted = None if criteria is None else criteria.weighted(weights)
        return cls(
            inf if weighted is None else -comparable(weighted),
            inf if assessment.confidence is None else -comparable(assessment.confidence),
            inf if effort is None else comparable(effort),
        )

    def tie_break(self, other: Self) -> TieBreak:
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


def equal_scores(first: float | None, second: float | None) -> bool:
    """Whether two scores are equal to 12 significant digits, or there are none."""
    if first is None or second is None:
        return first is second
    return comparable(first) == comparable(second)
