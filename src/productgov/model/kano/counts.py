"""Respondents counted by Kano category, and what the counts say."""

from math import sqrt
from types import MappingProxyType
from typing import Annotated

import attrs

from productgov.display import Displayed
from productgov.fields import NonNegative, checked
from productgov.model.extensions import Extensions
from productgov.model.kano.evaluation import KanoCategory

__all__ = ["KanoCounts"]

_DECISIVE = (
    KanoCategory.MUST_BE,
    KanoCategory.ONE_DIMENSIONAL,
    KanoCategory.ATTRACTIVE,
    KanoCategory.INDIFFERENT,
)
_FIELDS = MappingProxyType({category: category.name.lower() for category in KanoCategory})
_FONG = 1.65
"""The standard normal deviate of Fong's test: 90 % confidence on two sides."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class KanoCounts(Displayed):
    """How many respondents fall into each category; shares of the respondents can be given instead.

    Every statistic is None where it is not defined, such as when nobody answered. Significance needs counts: shares
    do not say how many people were asked.
    """

    attractive: Annotated[NonNegative, "They like to have it, and do not mind not having it."] = 0
    one_dimensional: Annotated[NonNegative, "The more the better, the less the worse."] = 0
    must_be: Annotated[NonNegative, "They expect it, and dislike not having it."] = 0
    indifferent: Annotated[NonNegative, "They do not mind either way."] = 0
    reverse: Annotated[NonNegative, "They would rather not have it."] = 0
    questionable: Annotated[NonNegative, "Answers that contradict each other."] = 0
    extensions: Extensions = Extensions()

    def of(self, category: KanoCategory) -> float:
        """How many respondents fall into one category."""
        count: float = getattr(self, _FIELDS[category])
        return count

    @property
    def total(self) -> float:
        """How many respondents there are, in all six categories."""
        return sum(map(self.of, KanoCategory))

    @property
    def leaders(self) -> tuple[KanoCategory, KanoCategory] | None:
        """The two most frequent categories; of equal counts M comes before O, A, I (Matzler et al., 1996), R and Q."""
        first, second, *_ = sorted(KanoCategory, key=self.of, reverse=True)
        return (first, second) if self.total else None

    @property
    def category(self) -> KanoCategory | None:
        """The most frequent category; of equal counts, the first of M, O, A, I, R and Q."""
        return self.leaders[0] if self.leaders else None

    def category_within(self, tolerance: float = 0.05) -> KanoCategory | None:
        """The first of M, O, A, I, R and Q that is at most this share of the respondents behind the most frequent.

        With the default, categories within 5 points of each other count as equal (Matzler et al., 1996).
        """
        if not self.leaders:
            return None
        enough = self.of(self.leaders[0]) - tolerance * self.total
        return next(category for category in KanoCategory if self.of(category) >= enough)

    @property
    def better(self) -> float | None:
        """How far satisfaction rises with the feature, from 0 to 1: (A + O) / (A + O + M + I) (Timko, 1993)."""
        return _share(self.attractive + self.one_dimensional, self._decisive)

    @property
    def worse(self) -> float | None:
        """How far satisfaction falls without it, from -1 to 0: -(O + M) / (A + O + M + I) (Timko, 1993)."""
        fall = _share(self.one_dimensional + self.must_be, self._decisive)
        return None if fall is None else 0 - fall

    @property
    def total_strength(self) -> float | None:
        """The share of respondents to whom it matters, (M + O + A) / N (Lee and Newcomb, 1997)."""
        return _share(self.must_be + self.one_dimensional + self.attractive, self.total)

    @property
    def category_strength(self) -> float | None:
        """How far the most frequent category leads, as a share of the respondents (Lee and Newcomb, 1997)."""
        return _share(self._lead, self.total)

    @property
    def critical_lead(self) -> float | None:
        """How far ahead the first of the two leaders must be to be significant, in respondents (Fong, 1996).

        1.65 · √((m₁ + m₂)(2n - m₁ - m₂) / 2n), where n counts the respondents in all six categories.
        """
        if not self.leaders:
            return None
        both = sum(map(self.of, self.leaders))
        # Multiplied last, so that no product leaves the range of floats.
        return _FONG * sqrt(both) * sqrt((2 * self.total - both) / (2 * self.total))

    @property
    def significant(self) -> bool | None:
        """True when the most frequent category leads by enough for the sample (Fong, 1996)."""
        critical = self.critical_lead
        return None if critical is None else self._lead >= critical

    @property
    def chi_squared(self) -> float | None:
        """How far M, O, A and I are from being equally frequent; above 7.81 is significant at 5 % (Pearson, 1900)."""
        if not self._decisive:
            return None
        expected = self._decisive / len(_DECISIVE)
        return sum(
            (self.of(category) - expected) * ((self.of(category) - expected) / expected) for category in _DECISIVE
        )

    @property
    def _decisive(self) -> float:
        return sum(map(self.of, _DECISIVE))

    @property
    def _lead(self) -> float:
        first, second = self.leaders or (KanoCategory.MUST_BE, KanoCategory.MUST_BE)
        return self.of(first) - self.of(second)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
