"""A review knows its dates and the metrics it looks at."""

from datetime import date

import attrs
import pytest

from productgov.model.cadence.cadence import Cadence
from productgov.model.metrics import KPI, Metrics
from productgov.model.people import Role
from productgov.model.reviews import Review, ReviewKind, Reviews

REVIEW = Review(frequency="every 2 weeks", participants=(Role(title="Head of Product"),), starts_on=date(2026, 1, 5))
REVIEWS = Reviews(product_review=REVIEW, strategy_review=REVIEW, portfolio_review=REVIEW)
METRICS = Metrics(
    north_star_metric="out-1",
    input_metrics=(KPI(id="in", name="In"),),
    output_metrics=(KPI(id="out-0", name="Out 0"), KPI(id="out-1", name="Out 1")),
    guardrail_metrics=(KPI(id="guard", name="Guard"),),
)


def ids(kpis: tuple[KPI, ...]) -> list[str]:
    return [kpi.id for kpi in kpis]


def test_the_cadence_is_read_from_the_frequency() -> None:
    assert REVIEW.cadence == Cadence.parse("biweekly")
    assert attrs.evolve(REVIEW, frequency="sometimes").cadence is None


def test_the_dates_are_counted_from_the_first_meeting_in_a_half_open_range() -> None:
    assert list(REVIEW.dates(date(2025, 1, 1), date(2026, 2, 2))) == [date(2026, 1, 5), date(2026, 1, 19)]
    assert list(REVIEW.dates(date(2026, 1, 19), date(2026, 2, 3))) == [date(2026, 1, 19), date(2026, 2, 2)]


@pytest.mark.parametrize(
    "undated",
    [
        attrs.evolve(REVIEW, starts_on=None),
        attrs.evolve(REVIEW, frequency="ad hoc"),
        attrs.evolve(REVIEW, frequency="sometimes"),
    ],
)
def test_a_review_without_a_rhythm_or_a_first_day_has_no_dates(undated: Review) -> None:
    assert list(undated.dates(date.min, date.max)) == []


def test_the_three_reviews_are_named_by_their_kinds() -> None:
    assert [kind for kind, _ in REVIEWS.named()] == list(ReviewKind)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ReviewKind.PRODUCT, ["in", "guard"]),
        (ReviewKind.STRATEGY, ["out-1", "out-0"]),
        (ReviewKind.PORTFOLIO, ["in", "out-0", "out-1", "guard"]),
    ],
)
def test_each_kind_of_review_looks_at_metrics_of_its_own(kind: ReviewKind, expected: list[str]) -> None:
    assert ids(REVIEWS.metrics_of(kind, METRICS)) == expected


def test_a_north_star_in_free_text_leaves_the_outputs() -> None:
    metrics = attrs.evolve(METRICS, north_star_metric="Happy customers")
    assert ids(REVIEWS.metrics_of(ReviewKind.STRATEGY, metrics)) == ["out-0", "out-1"]


def test_a_review_that_names_metrics_looks_at_those_that_exist() -> None:
    reviews = attrs.evolve(REVIEWS, product_review=attrs.evolve(REVIEW, metrics=("out-0", "gone", "in", "out-0")))
    assert ids(reviews.metrics_of(ReviewKind.PRODUCT, METRICS)) == ["out-0", "in"]
    none = attrs.evolve(REVIEWS, product_review=attrs.evolve(REVIEW, metrics=()))
    assert ids(none.metrics_of(ReviewKind.PRODUCT, METRICS)) == []
