"""The reviews as text."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.model.reviews import Review
from productgov.views import next_dates, reviews_text
from productgov.views.layout import width
from tests.support.governances import AD_HOC, governance

AS_OF = date(2026, 3, 1)
WEEKLY = attrs.evolve(AD_HOC, frequency="weekly", starts_on=date(2026, 1, 5))
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


def test_each_review_says_its_next_dates_or_why_there_are_none() -> None:
    document = governance(
        product_review=WEEKLY,
        strategy_review=attrs.evolve(WEEKLY, frequency="FREQ=WEEKLY;UNTIL=20260201"),
        portfolio_review=attrs.evolve(WEEKLY, starts_on=None),
    )
    assert reviews_text(document, as_of=date(2026, 3, 2)) == (
        "product   weekly                   2026-03-02, 2026-03-09, 2026-03-16\n"
        "strategy  FREQ=WEEKLY;UNTIL=20260201 no further dates\n"
        "portfolio weekly                   no dates: it has no startsOn"
    )


def test_dates_are_counted_from_the_day_of_the_document() -> None:
    document = governance(product_review=WEEKLY, as_of=AS_OF)
    assert reviews_text(document) == reviews_text(document, as_of=AS_OF)
    assert reviews_text(document) != reviews_text(document, as_of=date(2026, 3, 3))


@pytest.mark.parametrize(
    ("frequency", "why"),
    [
        ("ad hoc", "no fixed dates"),
        ("twice a month", "no fixed dates"),
        ("sometimes", "no dates: its frequency cannot be read"),
    ],
)
def test_a_frequency_without_dates_differs_from_one_that_cannot_be_read(frequency: str, why: str) -> None:
    document = governance(product_review=attrs.evolve(WEEKLY, frequency=frequency))
    assert reviews_text(document).splitlines()[0].endswith(f" {why}")


@pytest.mark.parametrize("review", [WEEKLY, AD_HOC])
def test_as_many_next_dates_are_given_as_asked(review: Review) -> None:
    assert len(next_dates(review, AS_OF, count=5)) == (5 if review is WEEKLY else 0)


@given(TEXTS)
def test_no_line_is_longer_than_80_columns_or_more_than_one(frequency: str) -> None:
    document = governance(product_review=attrs.evolve(WEEKLY, frequency=frequency))
    lines = reviews_text(document).splitlines()
    assert len(lines) == 3
    assert all(width(line) <= 80 for line in lines)
