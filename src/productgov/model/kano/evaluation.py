"""How the answers of the Kano questionnaire are evaluated: a category per pair, or a number per answer."""

from typing import Self

import attrs

from productgov.errors import InvalidValueError
from productgov.fields import Term

__all__ = ["BERGER_1993", "DUMOUCHEL_1993", "EvaluationTable", "KanoAnswer", "KanoCategory", "KanoScale"]


class KanoAnswer(Term):
    """How a respondent feels, on the five steps of the Kano questionnaire (Kano et al., 1984)."""

    LIKE = "like", "I like it that way."
    EXPECT = "expect", "It must be that way; I expect it."
    NEUTRAL = "neutral", "I do not care either way."
    TOLERATE = "tolerate", "I can live with it that way."
    DISLIKE = "dislike", "I dislike it that way."


ANSWERS = tuple(KanoAnswer)


class KanoCategory(Term):
    """What a feature means to customers (Kano et al., 1984), in the order that decides between equal counts."""

    MUST_BE = "mustBe", "They expect it, and dislike not having it."
    ONE_DIMENSIONAL = "oneDimensional", "The more the better, the less the worse."
    ATTRACTIVE = "attractive", "They like to have it, and do not mind not having it."
    INDIFFERENT = "indifferent", "They do not mind either way."
    REVERSE = "reverse", "They would rather not have it."
    QUESTIONABLE = "questionable", "Answers that contradict each other."

    @property
    def letter(self) -> str:
        """Its letter in tables: M, O, A, I, R or Q."""
        return self.value[0].upper()


@attrs.frozen
class EvaluationTable:
    """A category for each of the 25 pairs of answers.

    Attributes:
        source: who published the table.
        rows: one row a functional answer, one column a dysfunctional answer, both in the order of `KanoAnswer`.
    """

    source: str
    rows: tuple[tuple[KanoCategory, ...], ...]

    @classmethod
    def from_letters(cls, source: str, *rows: str) -> Self:
        """A table written as five rows of five letters, such as `QAAAO`.

        Raises:
            InvalidValueError: when it is not five by five, or a letter is none of M, O, A, I, R and Q.
        """
        categories = {category.letter: category for category in KanoCategory}
        size = len(ANSWERS)
        if len(rows) != size or any(len(row) != size or not categories.keys() >= set(row) for row in rows):
            raise InvalidValueError(f"the table {rows!r:.60} is not {size} rows of {size} letters out of M O A I R Q")
        return cls(source, tuple(tuple(categories[letter] for letter in row) for row in rows))

    def category(self, functional: KanoAnswer, dysfunctional: KanoAnswer) -> KanoCategory:
        """The category of a pair of answers."""
        return self.rows[ANSWERS.index(functional)][ANSWERS.index(dysfunctional)]


BERGER_1993 = EvaluationTable.from_letters(
    "Berger et al., 1993",
    "QAAAO",
    "RIIIM",
    "RIIIM",
    "RIIIM",
    "RRRRQ",
)
"""The evaluation table in common use (Berger et al., Center for Quality of Management Journal 2(4), 1993)."""


@attrs.frozen(kw_only=True)
class KanoScale:
    """A number for each answer, so that answers have means.

    Attributes:
        source: who published the scale.
        functional: the numbers of the functional answers, in the order of `KanoAnswer`.
        dysfunctional: those of the dysfunctional answers; the stronger the dislike, the higher.
        cut: means above it count as high, on both axes.
    """

    source: str
    functional: tuple[float, float, float, float, float]
    dysfunctional: tuple[float, float, float, float, float]
    cut: float

    def functional_value(self, answer: KanoAnswer) -> float:
        """The number of an answer to "how do you feel if the product has it?"."""
        return self.functional[ANSWERS.index(answer)]

    def dysfunctional_value(self, answer: KanoAnswer) -> float:
        """The number of an answer to "how do you feel if it does not?"."""
        return self.dysfunctional[ANSWERS.index(answer)]

    def category(self, functional: float, dysfunctional: float) -> KanoCategory | None:
        """The quadrant of two means; a mean at the cut is not high.

        Means below 0 are in no quadrant: with both, customers would rather not have it, which is reverse; with one,
        the answers do not fit together, and the category is None.
        """
        if functional < 0 or dysfunctional < 0:
            return KanoCategory.REVERSE if functional < 0 and dysfunctional < 0 else None
        if dysfunctional > self.cut:
            return KanoCategory.ONE_DIMENSIONAL if functional > self.cut else KanoCategory.MUST_BE
        return KanoCategory.ATTRACTIVE if functional > self.cut else KanoCategory.INDIFFERENT


DUMOUCHEL_1993 = KanoScale(
    source="DuMouchel, 1993", functional=(4, 2, 0, -1, -2), dysfunctional=(-2, -1, 0, 2, 4), cut=2
)
"""The scale of the continuous analysis (DuMouchel, in Berger et al., 1993); its quadrants meet at 2."""
