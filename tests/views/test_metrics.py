"""The metrics and the reviews as lines on a screen."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.model.metrics import KPI, Bounds, Direction, Observation, Target
from productgov.model.reviews import Review
from productgov.views.layout import width
from productgov.views.metrics import metric_lines, progress_bar, sparkline
from productgov.views.reviews import next_dates, review_lines
from tests.support.governances import AD_HOC, governance

AS_OF = date(2026, 3, 1)
WEEKLY = attrs.evolve(AD_HOC, frequency="weekly", starts_on=date(2026, 1, 5))


def observed(*values: float) -> tuple[Observation, ...]:
    return tuple(Observation(date=date(2026, 1, day), value=value) for day, value in enumerate(values, start=1))


ACTIVATION = KPI(
    id="activation",
    name="Activation rate",
    unit="%",
    direction=Direction.INCREASE,
    baseline=40,
    target=Target(value=60),
    observations=observed(40, 42, 41, 45.5),
)
TEAMS = KPI(id="weekly-teams", name="Weekly teams", observations=observed(1200))
LATENCY = KPI(id="latency", name="Latency", unit="ms", bounds=Bounds(max=300), observations=observed(350, 350))


def test_each_metric_is_a_line_under_its_group() -> None:
    document = governance(inputs=(ACTIVATION,), outputs=(TEAMS,), guardrails=(LATENCY, KPI(id="new", name="New")))
    assert metric_lines(document, AS_OF) == (
        "North star: Weekly teams",
        "Inputs",
        "  Activation rate            off track ██░░░░░░░░   27 % ▁▄▂█     45.5 %",
        "Outputs",
        "★ Weekly teams               unknown                     ▄        1,200",
        "Guardrails",
        "  Latency                    breached                    ▄▄       350 ms",
        "  New                        unknown",
    )


def test_a_metric_is_seen_from_a_day() -> None:
    line = metric_lines(governance(inputs=(ACTIVATION,)), date(2026, 1, 2))[2]
    assert line.endswith("▁█       42 %")


def test_a_north_star_in_free_text_is_shown_as_it_is() -> None:
    assert metric_lines(governance(north_star="Happy\ncustomers"), AS_OF) == ("North star: Happy customers",)


@pytest.mark.parametrize(
    ("progress", "bar"),
    [
        (0, "░░░░░░░░░░"),
        (-2, "░░░░░░░░░░"),
        (0.3, "███░░░░░░░"),
        (0.999, "█████████░"),
        (1, "██████████"),
        (7, "█" * 10),
    ],
)
def test_the_bar_is_full_only_when_all_is_done(progress: float, bar: str) -> None:
    assert progress_bar(progress) == bar


@pytest.mark.parametrize(
    ("values", "line"), [([], ""), ([5, 5], "▄▄"), ([0, 7], "▁█"), ([3, 2, 1], "█▅▁"), ([-1e15, 0, 1e15], "▁▅█")]
)
def test_the_trend_goes_from_the_least_to_the_greatest(values: list[float], line: str) -> None:
    assert sparkline(values) == line


VALUES = st.floats(-1e15, 1e15)
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


@given(TEXTS, TEXTS, VALUES, VALUES, st.lists(VALUES, max_size=12), TEXTS)
def test_no_line_is_longer_than_80_columns_or_more_than_one(
    name: str, unit: str, baseline: float, target: float, values: list[float], frequency: str
) -> None:
    kpi = KPI(
        id="k", name=name, unit=unit, baseline=baseline, target=Target(value=target), observations=observed(*values)
    )
    review = attrs.evolve(WEEKLY, frequency=frequency)
    document = governance(north_star=name, inputs=(kpi,), product_review=review)
    for line in (*metric_lines(document, AS_OF), *review_lines(document, AS_OF)):
        assert width(line) <= 80
        assert len(line.splitlines()) == 1


def test_each_review_says_its_next_dates_or_why_there_are_none() -> None:
    document = governance(
        product_review=WEEKLY,
        strategy_review=attrs.evolve(WEEKLY, frequency="FREQ=WEEKLY;UNTIL=20260201"),
        portfolio_review=attrs.evolve(WEEKLY, starts_on=None),
    )
    assert review_lines(document, date(2026, 3, 2)) == (
        "product   weekly                   2026-03-02, 2026-03-09, 2026-03-16",
        "strategy  FREQ=WEEKLY;UNTIL=20260… no further dates",
        "portfolio weekly                   no dates: it has no startsOn",
    )


@pytest.mark.parametrize(
    ("frequency", "why"), [("ad hoc", "no fixed dates"), ("sometimes", "no dates: its frequency cannot be read")]
)
def test_a_rhythm_without_dates_is_told_from_one_that_cannot_be_read(frequency: str, why: str) -> None:
    document = governance(product_review=attrs.evolve(WEEKLY, frequency=frequency))
    assert review_lines(document, AS_OF)[0].endswith(f" {why}")


@pytest.mark.parametrize("review", [WEEKLY, AD_HOC])
def test_as_many_next_dates_are_given_as_asked(review: Review) -> None:
    assert len(next_dates(review, AS_OF, count=5)) == (5 if review is WEEKLY else 0)
