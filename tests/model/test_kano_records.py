"""Kano surveys read from rows: words and codes, gaps, segments, and what is refused."""

import csv
import io
from collections.abc import Mapping

import pytest

from productgov.errors import InvalidValueError
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.evaluation import KanoAnswer
from productgov.model.kano.survey import KanoResponse, KanoSurvey

ROWS: tuple[Mapping[str, object], ...] = (
    {"f": "like", "d": "dislike", "team": "a"},
    {"f": "Like ", "d": "5.0", "team": "b"},
    {"f": 1, "d": 5.0, "team": "a"},
    {"f": "", "d": "dislike", "team": "b"},
    {"f": None, "d": None, "team": "b"},
    {"f": float("nan"), "d": 3, "team": "a"},
    {"d": 3, "team": "b"},
    {"f": "tolerate", "d": "expect", "team": None},
)


def test_words_and_codes_are_read_and_gaps_are_counted_not_guessed() -> None:
    sample = KanoSurvey.from_records(ROWS, functional="f", dysfunctional="d")
    assert sample.survey.responses == (
        KanoResponse(functional=KanoAnswer.LIKE, dysfunctional=KanoAnswer.DISLIKE, count=3),
        KanoResponse(functional=KanoAnswer.TOLERATE, dysfunctional=KanoAnswer.EXPECT),
    )
    assert sample.missing == 4
    assert sample.segment is None
    assert sample.segments == ()


def test_segments_are_surveys_of_their_own_and_add_up() -> None:
    sample = KanoSurvey.from_records(ROWS, functional="f", dysfunctional="d", segment="team")
    assert [(part.segment, part.survey.tally().total, part.missing) for part in sample.segments] == [
        ("a", 2, 1),
        ("b", 1, 3),
        ("", 1, 0),
    ]
    assert sample.missing == 4
    assert sample.survey.tally().total == 4


def test_a_count_column_says_how_many_a_row_stands_for() -> None:
    text = "f,d,n\n1,5,12.0\nexpect,dislike,3\n,1,2\n"
    rows = list(csv.DictReader(io.StringIO(text)))
    sample = KanoSurvey.from_records(rows, functional="f", dysfunctional="d", count="n")
    assert sample.survey.tally() == KanoCounts(one_dimensional=12, must_be=3)
    assert sample.missing == 2


def test_other_words_can_be_named() -> None:
    words = {"würde mich freuen": KanoAnswer.LIKE, "0": KanoAnswer.DISLIKE}
    rows = [{"f": "würde mich freuen", "d": 0}]
    sample = KanoSurvey.from_records(rows, functional="f", dysfunctional="d", words=words)
    assert sample.survey.tally() == KanoCounts(one_dimensional=1)


def test_no_rows_are_an_empty_survey() -> None:
    sample = KanoSurvey.from_records([], functional="f", dysfunctional="d")
    assert sample.survey == KanoSurvey(responses=())
    assert sample.survey.category is None


@pytest.mark.parametrize("cell", ["maybe", 0, 6, 2.5, True, "1,0"])
def test_an_answer_that_is_none_of_the_five_is_refused_with_its_place(cell: object) -> None:
    with pytest.raises(InvalidValueError, match=r"row 2, column 'd' must be one of like, expect, .* not "):
        KanoSurvey.from_records([{"f": 1, "d": 1}, {"f": 1, "d": cell}], functional="f", dysfunctional="d")


@pytest.mark.parametrize("cell", ["", -1, 1.5, "many", True, None])
def test_a_count_that_is_no_whole_number_is_refused(cell: object) -> None:
    with pytest.raises(InvalidValueError, match=r"row 1, column 'n' must be a whole number of respondents, not "):
        KanoSurvey.from_records([{"f": 1, "d": 1, "n": cell}], functional="f", dysfunctional="d", count="n")


def test_a_column_that_no_row_has_is_refused_and_the_columns_are_named() -> None:
    with pytest.raises(InvalidValueError, match="no row has the column 'f5'; there are f, d, team"):
        KanoSurvey.from_records(ROWS, functional="f5", dysfunctional="d")
