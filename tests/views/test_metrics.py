"""The metrics as text."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.model.metrics import KPI, Direction, Observation
from productgov.model.targets import Bounds, Target
from productgov.views import metrics_text, progress_bar, sparkline
from productgov.views.layout import width
from productgov.views.metrics import bounds_text, value_text
from tests.support.governances import governance

AS_OF = date(2026, 3, 1)


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


def test_each_metric_is_under_its_group_with_its_value_beside_what_it_should_be() -> None:
    document = governance(inputs=(ACTIVATION,), outputs=(TEAMS,), guardrails=(LATENCY, KPI(id="new", name="New")))
    assert metrics_text(document, as_of=AS_OF).split("\n") == [
        "North star: Weekly teams",
        "Inputs",
        "  Activation rate (activation)",
        "    ✗ off track ██░░░░░░░░   28 % ▁▄▂█     45.5 → 60 %",
        "Outputs",
        "★ Weekly teams (weekly-teams)",
        "    – unknown                     ▄        1,200",
        "Guardrails",
        "  Latency (latency)",
        "    ✗ breached                    ▄▄       350 ms (at most 300)",
        "  New (new)",
        "    – unknown",
    ]


def test_each_metric_is_one_line_where_there_is_room() -> None:
    document = governance(inputs=(ACTIVATION, attrs.evolve(ACTIVATION, id="b", name="A long name " * 9)))
    lines = metrics_text(document, as_of=AS_OF, width=140).split("\n")
    facts = "✗ off track ██░░░░░░░░   28 % ▁▄▂█     45.5 → 60 %"
    assert lines[2] == f"{'  Activation rate (activation)':<56} {facts}"
    assert lines[-1] == f"    {facts}"
    assert len(lines) == 5


@pytest.mark.parametrize(
    ("kpi", "shown"),
    [
        (KPI(id="k", name="K", target=Target(value=5, by=AS_OF)), "→ 5 by 2026-03-01"),
        (KPI(id="k", name="K", bounds=Bounds(min=2)), "(at least 2)"),
        (KPI(id="k", name="K", bounds=Bounds(min=2, max=1e12), observations=observed(3)), "3 (2 to 1e+12)"),
        (KPI(id="k", name="K", bounds=Bounds()), ""),
    ],
)
def test_a_value_stands_beside_its_target_or_its_bounds(kpi: KPI, shown: str) -> None:
    assert value_text(kpi, AS_OF) == shown


def test_bounds_without_limits_say_so() -> None:
    assert bounds_text(Bounds()) == "no bounds"


def test_a_metric_is_seen_from_a_day() -> None:
    document = governance(inputs=(ACTIVATION,), as_of=date(2026, 1, 2))
    seen = metrics_text(document)
    assert seen.endswith("▁█       42 → 60 %")
    assert metrics_text(document, as_of=date(2026, 1, 2)) == seen != metrics_text(document, as_of=AS_OF)


def test_a_north_star_in_free_text_is_shown_as_it_is() -> None:
    assert metrics_text(governance(north_star="Happy\ncustomers")) == "North star: Happy customers"


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
    ("value", "shown"),
    [
        (40, "   0 %"),
        (39.99, "   0 %"),
        (40.01, "  <1 %"),
        (59.99, " >99 %"),
        (60, " 100 %"),
        (30, " -50 %"),
        (1e9, "9999 %"),
        (-1e9, "-999 %"),
    ],
)
def test_progress_is_shown_as_a_percentage_of_the_way(value: float, shown: str) -> None:
    kpi = attrs.evolve(ACTIVATION, observations=observed(value))
    assert f"░ {shown} ▄" in metrics_text(governance(inputs=(kpi,))).replace("█", "░")


@pytest.mark.parametrize(
    ("values", "line"), [([], ""), ([5, 5], "▄▄"), ([0, 7], "▁█"), ([3, 2, 1], "█▅▁"), ([-1e15, 0, 1e15], "▁▅█")]
)
def test_the_trend_goes_from_the_least_to_the_greatest(values: list[float], line: str) -> None:
    assert sparkline(values) == line


VALUES = st.floats(-1e15, 1e15)
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


@given(TEXTS, TEXTS, VALUES, VALUES, st.lists(VALUES, max_size=12))
def test_no_line_is_longer_than_80_columns(
    name: str, unit: str, baseline: float, target: float, values: list[float]
) -> None:
    kpi = KPI(
        id="k", name=name, unit=unit, baseline=baseline, target=Target(value=target), observations=observed(*values)
    )
    lines = metrics_text(governance(north_star=name, inputs=(kpi,)), as_of=AS_OF).splitlines()
    assert all(width(line) <= 80 for line in lines)
