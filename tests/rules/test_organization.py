"""The organization beside what is usual."""

from datetime import date

import pytest

from productgov.model.organization import Level, Phase
from productgov.rules.role_values import ENGINEERS_PER_MANAGER, LADDER, PHASES, TIME
from tests.support.examples import Fragment, codes_and_places, messages
from tests.support.project import ROOT, needs_checkout


def organization(**fields: object) -> Fragment:
    return {"organization": fields}


def time(customers: float, teams: float, executives: float, administration: float) -> Fragment:
    shares = {"customers": customers, "teams": teams, "executives": executives, "administration": administration}
    return organization(timeAllocation=shares)


def headcount(managers: int | None, engineers: int | None) -> Fragment:
    given = {"productManagers": managers, "engineers": engineers}
    return organization(headcount={name: count for name, count in given.items() if count is not None})


def plan(*steps: dict[str, str], start: str = "2026-01-05") -> Fragment:
    return organization(plan={"startDate": start, "steps": list(steps)})


def step(phase: str, **fields: str) -> dict[str, str]:
    return {"phase": phase, "title": f"Finish {phase}", **fields}


def test_the_values_cover_every_level_and_phase_and_the_time_is_whole() -> None:
    assert tuple(LADDER) == tuple(Level)
    assert tuple(PHASES) == tuple(Phase)
    assert sum(TIME.values()) == pytest.approx(1)


@pytest.mark.parametrize("shares", [(0.29, 0.41, 0.2, 0.1), (0.4, 0.3, 0.09, 0.21), (0.55, 0.3, 0.1, 0.05)])
def test_time_that_is_divided_in_an_unusual_way_is_found(shares: tuple[float, float, float, float]) -> None:
    assert codes_and_places(time(*shares)) == [("PG906", "/organization/timeAllocation")]


@pytest.mark.parametrize(
    "shares",
    [(0.4, 0.3, 0.2, 0.1), (0.3, 0.4, 0.2, 0.1), (0.5, 0.2, 0.1, 0.2), (0.5, 0.3, 0.2, 0)],
)
def test_time_within_ten_points_is_right(shares: tuple[float, float, float, float]) -> None:
    assert codes_and_places(time(*shares)) == []


def test_time_that_is_not_whole_is_one_finding() -> None:
    assert codes_and_places(time(0.1, 0.1, 0.1, 0.1)) == [("PG803", "/organization/timeAllocation")]


def test_the_message_names_what_differs() -> None:
    (message,) = messages(time(0.1, 0.6, 0.2, 0.1))
    assert "customers 10 % instead of 40 % and teams 60 % instead of 30 %" in message


@pytest.mark.parametrize(("managers", "engineers"), [(1, 5), (1, 9), (0, 3), (3, 0), (2, 17)])
def test_a_ratio_out_of_line_is_found(managers: int, engineers: int) -> None:
    assert codes_and_places(headcount(managers, engineers)) == [("PG907", "/organization/headcount")]


@pytest.mark.parametrize(
    ("managers", "engineers"), [(1, 6), (1, 8), (2, 13), (0, 0), (None, 40), (4, None), (None, None)]
)
def test_a_usual_or_unknown_ratio_is_right(managers: int | None, engineers: int | None) -> None:
    assert codes_and_places(headcount(managers, engineers)) == []


@pytest.mark.parametrize(
    ("level", "employees"), [("head", 19), ("head", 101), ("vp", 99), ("vp", 501), ("cpo", 199), ("cpo", 0)]
)
def test_a_level_out_of_line_is_found(level: str, employees: int) -> None:
    assert codes_and_places(organization(level=level, employees=employees)) == [("PG907", "/organization/level")]


@pytest.mark.parametrize(
    ("level", "employees"), [("head", 20), ("head", 100), ("vp", 100), ("vp", 500), ("cpo", 200), ("cpo", 90_000)]
)
def test_a_usual_level_is_right(level: str, employees: int) -> None:
    assert codes_and_places(organization(level=level, employees=employees)) == []


def test_a_level_or_a_size_alone_is_not_compared() -> None:
    assert codes_and_places(organization(level="cpo")) == []
    assert codes_and_places(organization(employees=3)) == []


@pytest.mark.parametrize(
    ("phase", "start", "found"),
    [
        ("listening", "2026-01-30", True),
        ("listening", "2026-01-31", False),
        ("diagnosis", "2025-12-31", True),
        ("diagnosis", "2026-01-01", False),
        ("vision", "2025-12-01", True),
        ("vision", "2025-12-02", False),
        ("structuring", "2025-09-01", True),
        ("structuring", "2025-09-02", False),
        ("optimization", "2025-03-01", True),
        ("optimization", "2025-03-02", False),
        ("listening", "9999-12-31", False),
    ],
)
def test_a_phase_ends_after_its_days(phase: str, start: str, *, found: bool) -> None:
    place = ("PG908", "/organization/plan/steps/0")
    assert codes_and_places(plan(step(phase), start=start)) == ([place] if found else [])


def test_one_finding_a_phase_at_its_first_step_that_is_not_done() -> None:
    steps = step("listening", doneOn="2026-02-01"), step("listening"), step("listening"), step("vision")
    assert codes_and_places(plan(*steps)) == [("PG908", "/organization/plan/steps/1")]
    assert codes_and_places(plan()) == []


def test_the_end_of_a_phase_near_the_end_of_time() -> None:
    assert PHASES[Phase.VISION].after(date.max) == date.max
    assert PHASES[Phase.OPTIMIZATION].after(date.max) == date.max


@needs_checkout
def test_the_documentation_shows_the_values() -> None:
    page = (ROOT / "docs" / "how-to" / "organization.md").read_text(encoding="utf-8")
    assert ", ".join(f"{name} {share:.0%}".replace("%", " %") for name, share in TIME.items()) in page
    assert f"| {ENGINEERS_PER_MANAGER} |" in page
    assert ", ".join(f"{level.value} {sizes}" for level, sizes in LADDER.items()) in page
    ends = [f"{phase.value} {lasts.days or f'{lasts.months} months'}" for phase, lasts in PHASES.items()]
    assert ends[0].replace("30", "after 30 days") in page
    assert all(end.removesuffix(" months") in page for end in ends[1:])
