"""Kano surveys: how customers feel about having a feature, and about not having it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import sqrt
from types import MappingProxyType
from typing import Annotated, ClassVar

import attrs

from productgov.display import Displayed
from productgov.fields import Constraint, ExactlyOne, Key, WholeNumber, checked
from productgov.model.extensions import Extensions
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.evaluation import (
    BERGER_1993,
    DUMOUCHEL_1993,
    EvaluationTable,
    KanoAnswer,
    KanoCategory,
    KanoScale,
)
from productgov.model.kano.records import Answered, KanoColumns

__all__ = ["KanoPosition", "KanoResponse", "KanoSample", "KanoSurvey"]

_NO_OTHER_WORDS: Mapping[str, KanoAnswer] = MappingProxyType({})


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class KanoResponse(Displayed):
    """One pair of answers, and how many respondents gave it."""

    functional: Annotated[KanoAnswer, Key(), "How they feel if the product has the feature."]
    dysfunctional: Annotated[KanoAnswer, Key(), "How they feel if it does not."]
    count: Annotated[WholeNumber, "How many respondents gave this pair of answers."] = 1
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False)
class KanoPosition(Displayed):
    """The position of a feature in the continuous analysis (DuMouchel, 1993).

    A mean can hide two groups with opposite answers: look at the segments when its standard deviation is large.

    Attributes:
        functional: the mean of the functional answers; the higher, the more customers like to have it.
        dysfunctional: the mean of the dysfunctional answers; the higher, the more they dislike not having it.
        functional_deviation: the sample standard deviation; None with fewer than two respondents.
        dysfunctional_deviation: the same for the dysfunctional answers.
        respondents: how many answered.
        category: the quadrant: attractive, one-dimensional, must-be or indifferent. Reverse where both means are below
            0, and None where one is.
    """

    functional: float
    dysfunctional: float
    functional_deviation: float | None
    dysfunctional_deviation: float | None
    respondents: int
    category: KanoCategory | None

    @property
    def functional_error(self) -> float | None:
        """The standard error of the functional mean; None with fewer than two respondents."""
        return _standard_error(self.functional_deviation, self.respondents)

    @property
    def dysfunctional_error(self) -> float | None:
        """The standard error of the dysfunctional mean; None with fewer than two respondents."""
        return _standard_error(self.dysfunctional_deviation, self.respondents)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class KanoSurvey(Displayed):
    """The results of a Kano survey for one feature: the pairs of answers, or their counts by category."""

    constraints: ClassVar[tuple[Constraint, ...]] = (ExactlyOne(("responses", "counts")),)

    responses: Annotated[tuple[KanoResponse, ...] | None, "The pairs of answers."] = None
    counts: Annotated[KanoCounts | None, "The respondents by category, when the answers are already evaluated."] = None
    extensions: Extensions = Extensions()

    @staticmethod
    def from_records(
        rows: Iterable[Mapping[str, object]],
        *,
        functional: str,
        dysfunctional: str,
        segment: str | None = None,
        count: str | None = None,
        words: Mapping[str, KanoAnswer] = _NO_OTHER_WORDS,
    ) -> "KanoSample":
        """Read the answers for one feature from the rows of a survey, one row per respondent.

        Answers are like, expect, neutral, tolerate and dislike, or the codes 1 to 5 in that order. An empty cell
        is a missing answer, and its row is counted as missing.

        Args:
            rows: dictionaries by column, as `csv.DictReader` or `DataFrame.to_dict("records")` gives them.
            functional: the column of "how do you feel if the product has it?".
            dysfunctional: the column of "how do you feel if it does not?".
            segment: the column with the group of a respondent, if there are groups.
            count: the column with the number of respondents of a row; by default, each row is one.
            words: what other words or codes mean, such as `{"must-be": KanoAnswer.EXPECT}`.

        Raises:
            InvalidValueError: when no row has one of the columns, or a cell cannot be read.
        """
        columns = KanoColumns(
            functional=functional, dysfunctional=dysfunctional, segment=segment, count=count, words=words
        )
        answered = columns.read(rows)
        everyone = Answered(
            sum((part.pairs for part in answered.values()), Counter()),
            sum(part.missing for part in answered.values()),
        )
        parts = tuple(_sample(part, segment=name) for name, part in answered.items()) if segment else ()
        return _sample(everyone, segments=parts)

    def tally(self, table: EvaluationTable = BERGER_1993) -> KanoCounts:
        """The respondents by category: the counts as given, or the answers evaluated by a table.

        Counts are already evaluated, so the table does not change them.
        """
        if self.counts is not None:
            return self.counts
        tallied: Counter[KanoCategory] = Counter()
        for response in self.responses or ():
            tallied[table.category(response.functional, response.dysfunctional)] += response.count
        return KanoCounts(
            attractive=tallied[KanoCategory.ATTRACTIVE],
            one_dimensional=tallied[KanoCategory.ONE_DIMENSIONAL],
            must_be=tallied[KanoCategory.MUST_BE],
            indifferent=tallied[KanoCategory.INDIFFERENT],
            reverse=tallied[KanoCategory.REVERSE],
            questionable=tallied[KanoCategory.QUESTIONABLE],
        )

    @property
    def category(self) -> KanoCategory | None:
        """The most frequent category by the table of Berger et al. (1993); None when nobody answered."""
        return self.tally().category

    @property
    def better(self) -> float | None:
        """How far satisfaction rises with the feature, from 0 to 1 (Timko, 1993); None when not defined."""
        return self.tally().better

    @property
    def worse(self) -> float | None:
        """How far satisfaction falls without it, from -1 to 0 (Timko, 1993); None when not defined."""
        return self.tally().worse

    @property
    def significant(self) -> bool | None:
        """True when the sample supports the category (Fong, 1996); None when nobody answered."""
        return self.tally().significant

    def continuous(self, scale: KanoScale = DUMOUCHEL_1993) -> KanoPosition | None:
        """The means of the answers and their quadrant (DuMouchel, 1993).

        None when nobody answered, or when only the counts by category are known: means need the answers.
        """
        responses = self.responses or ()
        respondents = sum(response.count for response in responses)
        if not respondents:
            return None
        counts = tuple(response.count for response in responses)
        functional, functional_deviation = _mean_and_deviation(
            tuple(scale.functional_value(response.functional) for response in responses), counts, respondents
        )
        dysfunctional, dysfunctional_deviation = _mean_and_deviation(
            tuple(scale.dysfunctional_value(response.dysfunctional) for response in responses), counts, respondents
        )
        return KanoPosition(
            functional=functional,
            dysfunctional=dysfunctional,
            functional_deviation=functional_deviation,
            dysfunctional_deviation=dysfunctional_deviation,
            respondents=respondents,
            category=scale.category(functional, dysfunctional),
        )


@attrs.frozen(kw_only=True, repr=False)
class KanoSample(Displayed):
    """A survey read from rows, and how many rows were incomplete.

    Attributes:
        survey: the answers of respondents who gave both.
        missing: how many respondents left out one answer or both.
        segment: the group these respondents belong to; None for everyone.
        segments: the same by group, in the order of their first rows; empty when no segment column was named.
    """

    survey: KanoSurvey
    missing: int
    segment: str | None = None
    segments: "tuple[KanoSample, ...]" = ()


def _sample(answered: Answered, segment: str | None = None, segments: tuple[KanoSample, ...] = ()) -> KanoSample:
    responses = tuple(
        KanoResponse(functional=functional, dysfunctional=dysfunctional, count=count)
        for (functional, dysfunctional), count in answered.pairs.items()
    )
    return KanoSample(
        survey=KanoSurvey(responses=responses), missing=answered.missing, segment=segment, segments=segments
    )


def _mean_and_deviation(
    values: tuple[float, ...], counts: tuple[int, ...], respondents: int
) -> tuple[float, float | None]:
    mean = sum(value * count for value, count in zip(values, counts, strict=True)) / respondents
    if respondents == 1:
        return mean, None
    squares = sum(count * (value - mean) ** 2 for value, count in zip(values, counts, strict=True))
    return mean, sqrt(squares / (respondents - 1))


def _standard_error(deviation: float | None, respondents: int) -> float | None:
    return None if deviation is None else deviation / sqrt(respondents)
