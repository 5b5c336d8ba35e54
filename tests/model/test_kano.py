"""Kano: the published statistics, and what is not defined."""

import pytest

from productgov.errors import InvalidValueError
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.evaluation import (
    BERGER_1993,
    DUMOUCHEL_1993,
    EvaluationTable,
    KanoAnswer,
    KanoCategory,
    KanoScale,
)
from productgov.model.kano.survey import KanoResponse, KanoSurvey

# 296 respondents each: M, O, A, I, R, Q; Better, Worse; lead, critical lead; chi squared; mode; mode within 5 points.
# Center for Quality of Management Journal 2(4), 1993.
PUBLISHED = {
    "service app": ((95, 123, 45, 33, 0, 0), 0.568, -0.736, 28, 19.4, True, 72.49, "O", "O"),
    "excellent service": ((101, 54, 54, 81, 3, 3), 0.372, -0.534, 20, 18.5, True, 21.64, "M", "M"),
    "hotline": ((15, 24, 121, 124, 6, 6), 0.511, -0.137, 3, 19.8, False, 150.06, "I", "A"),
    "loan machine": ((65, 87, 93, 51, 0, 0), 0.608, -0.514, 6, 18.5, False, 15.41, "A", "O"),
    "ready-to-use return": ((9, 18, 83, 177, 6, 3), 0.352, -0.094, 94, 19.9, True, 251.30, "I", "I"),
}
# Of 27 who were asked about durability ("Lebensdauer"), 26 answered; all 27 rejected rust spots ("Rostflecken").
DURABILITY = (
    ("like", "dislike", 15),
    ("expect", "dislike", 8),
    ("expect", "tolerate", 1),
    ("like", "tolerate", 1),
    ("neutral", "neutral", 1),
)
RUST_SPOTS = (("dislike", "expect", 27),)


def counts(
    must: float, one: float, attractive: float, indifferent: float, reverse: float, questionable: float
) -> KanoCounts:
    return KanoCounts(
        must_be=must,
        one_dimensional=one,
        attractive=attractive,
        indifferent=indifferent,
        reverse=reverse,
        questionable=questionable,
    )


def survey(*rows: tuple[str, str, int]) -> KanoSurvey:
    return KanoSurvey(
        responses=tuple(
            KanoResponse(functional=KanoAnswer[f.upper()], dysfunctional=KanoAnswer[d.upper()], count=count)
            for f, d, count in rows
        )
    )


@pytest.mark.parametrize("feature", PUBLISHED)
def test_counts_give_the_published_statistics(feature: str) -> None:
    numbers, better, worse, lead, critical, significant, chi_squared, mode, within_5_points = PUBLISHED[feature]
    tally = counts(*numbers)
    assert tally.total == 296
    assert tally.better == pytest.approx(better, abs=5e-4)
    assert tally.worse == pytest.approx(worse, abs=5e-4)
    assert tally.category_strength == lead / 296
    assert tally.critical_lead == pytest.approx(critical, abs=0.05)
    assert tally.significant is significant
    assert tally.chi_squared == pytest.approx(chi_squared, abs=0.005)
    assert tally.category is not None
    assert tally.category.letter == mode
    nearly = tally.category_within()
    assert nearly is not None
    assert nearly.letter == within_5_points


def test_shares_serve_as_counts_and_reverse_and_questionable_stay_out_of_the_coefficients() -> None:
    # A published survey in percent; with R and Q in the denominator it would be 0.82 and -0.36.
    tally = counts(7.4, 28.2, 53.9, 8.4, 0.3, 1.8)
    assert tally.better == pytest.approx(0.8386, abs=5e-5)
    assert tally.worse == pytest.approx(-0.3636, abs=5e-5)


@pytest.mark.parametrize(
    ("numbers", "category"), [((52.7, 22.6, 8.3, 12.4, 2.5, 1.5), "M"), ((38.2, 0, 33.4, 0, 0, 0), "M")]
)
def test_the_category_is_the_most_frequent(numbers: tuple[float, ...], category: str) -> None:
    found = counts(*numbers).category
    assert found is not None
    assert found.letter == category


def test_equal_counts_are_decided_in_the_order_m_o_a_i_r_q() -> None:
    left = "MOAIRQ"
    numbers = [1.0] * 6
    for index, letter in enumerate(left):
        category = counts(*numbers).category
        assert category is not None
        assert category.letter == letter
        numbers[index] = 0


def test_total_strength_is_the_share_to_whom_it_matters() -> None:
    assert counts(10, 20, 30, 25, 10, 5).total_strength == 0.6


def test_nothing_is_defined_when_nobody_answered() -> None:
    for empty in (KanoSurvey(counts=KanoCounts()), KanoSurvey(responses=()), survey(("like", "like", 0))):
        tally = empty.tally()
        assert tally.total == 0
        assert (empty.category, empty.better, empty.worse, empty.significant) == (None, None, None, None)
        assert (tally.leaders, tally.category_within(), tally.critical_lead) == (None, None, None)
        assert (tally.total_strength, tally.category_strength, tally.chi_squared) == (None, None, None)
        assert empty.continuous() is None


def test_one_respondent_gives_a_category_that_is_not_significant_and_means_without_deviation() -> None:
    alone = survey(("like", "dislike", 1))
    assert alone.category is KanoCategory.ONE_DIMENSIONAL
    assert (alone.better, alone.worse, alone.significant) == (1, -1, False)
    position = alone.continuous()
    assert position is not None
    assert (position.functional, position.dysfunctional, position.respondents) == (4, 4, 1)
    assert (position.functional_deviation, position.dysfunctional_deviation) == (None, None)
    assert (position.functional_error, position.dysfunctional_error) == (None, None)


def test_a_worse_of_0_is_not_a_negative_0() -> None:
    assert str(KanoCounts(attractive=3).worse) == "0.0"


def test_raw_answers_give_the_published_statistics_of_durability() -> None:
    durability = survey(*DURABILITY)
    assert durability.tally() == counts(8, 15, 1, 2, 0, 0)
    assert durability.better == pytest.approx(0.6154, abs=5e-5)
    assert durability.worse == pytest.approx(-0.8846, abs=5e-5)
    position = durability.continuous()
    assert position is not None
    assert position.functional == pytest.approx(3.154, abs=5e-4)
    assert position.dysfunctional == pytest.approx(3.692, abs=5e-4)
    assert position.category is KanoCategory.ONE_DIMENSIONAL
    assert position.functional_error == pytest.approx((position.functional_deviation or 0) / 26**0.5)
    assert position.dysfunctional_error == pytest.approx((position.dysfunctional_deviation or 0) / 26**0.5)


def test_all_answers_reverse_leave_the_coefficients_undefined() -> None:
    rust = survey(*RUST_SPOTS)
    assert rust.category is KanoCategory.REVERSE
    assert (rust.better, rust.worse) == (None, None)
    assert rust.tally().chi_squared is None
    assert rust.tally().total_strength == 0
    assert rust.significant is True


def test_means_below_0_are_reverse_or_in_no_quadrant() -> None:
    rust = survey(*RUST_SPOTS).continuous()
    assert rust is not None
    assert (rust.functional, rust.dysfunctional, rust.category) == (-2, -1, KanoCategory.REVERSE)
    for means in ((-0.1, 3), (3, -0.1), (-0.1, 0), (0, -0.1)):
        assert DUMOUCHEL_1993.category(*means) is None
    assert DUMOUCHEL_1993.category(-0.1, -0.1) is KanoCategory.REVERSE
    assert DUMOUCHEL_1993.category(0, 0) is KanoCategory.INDIFFERENT


def test_the_deviation_is_that_of_a_sample() -> None:
    position = survey(("like", "neutral", 1), ("neutral", "neutral", 1)).continuous()
    assert position is not None
    assert (position.functional, position.dysfunctional) == (2, 0)
    assert position.functional_deviation == pytest.approx(8**0.5)
    assert position.dysfunctional_deviation == 0
    assert position.category is KanoCategory.INDIFFERENT


@pytest.mark.parametrize(
    ("functional", "dysfunctional", "letter"), [(3, 1, "A"), (3, 3, "O"), (1, 3, "M"), (1, 1, "I"), (2, 2, "I")]
)
def test_the_quadrants_meet_at_the_cut(functional: float, dysfunctional: float, letter: str) -> None:
    scale = KanoScale(source="ours", functional=(4, 2, 0, -1, -2), dysfunctional=(-2, -1, 0, 2, 4), cut=2)
    category = scale.category(functional, dysfunctional)
    assert category is not None
    assert category.letter == letter


def test_another_scale_can_be_passed() -> None:
    scale = KanoScale(
        source="stp25", functional=(1, 0.5, 0, -0.25, -0.5), dysfunctional=(-0.5, -0.25, 0, 0.5, 1), cut=0.5
    )
    position = survey(*DURABILITY).continuous(scale)
    assert position is not None
    assert position.functional == pytest.approx(3.1538 / 4, abs=5e-5)
    assert position.category is KanoCategory.ONE_DIMENSIONAL


def test_counts_alone_have_no_continuous_analysis() -> None:
    assert KanoSurvey(counts=KanoCounts(attractive=10)).continuous() is None


def test_the_table_of_berger_is_the_published_one() -> None:
    rows = ["".join(category.letter for category in row) for row in BERGER_1993.rows]
    assert rows == ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]
    assert BERGER_1993.category(KanoAnswer.LIKE, KanoAnswer.DISLIKE) is KanoCategory.ONE_DIMENSIONAL


def test_another_table_can_be_passed() -> None:
    stricter = EvaluationTable.from_letters("stricter", "QAAAO", "RQIIM", "RIIIM", "RIIQM", "RRRRQ")
    answers = survey(("expect", "expect", 3), ("neutral", "neutral", 1))
    assert answers.tally() == counts(0, 0, 0, 4, 0, 0)
    assert answers.tally(stricter) == counts(0, 0, 0, 1, 0, 3)


@pytest.mark.parametrize("rows", [("QAAAO",), ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRX"), ("QAAA",) * 5])
def test_a_table_that_is_not_five_by_five_categories_is_refused(rows: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError, match="5 rows of 5 letters"):
        EvaluationTable.from_letters("broken", *rows)
