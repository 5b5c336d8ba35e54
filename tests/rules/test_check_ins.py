"""What people say about how it is going, beside the facts."""

import pytest

from productgov import Severity
from tests.support.examples import Fragment, codes_and_places, document_with, item, kpi, messages
from tests.support.plans import goal, goals

NOW = "/roadmap/timeHorizon/now/0"


def check_in(day: str, health: str | None = "on-track", **fields: object) -> dict[str, object]:
    return {"date": day, **({"health": health} if health else {}), **fields}


def checked_in(*check_ins: dict[str, object], **fields: object) -> Fragment:
    """The item in now with check-ins; it is due on 2026-04-15, and its guardrail is within its bounds."""
    return item("now", "checkout", checkIns=list(check_ins), **fields)


def crashes(*observations: tuple[str, float]) -> Fragment:
    """The guardrail of the item; above 2 it is out of bounds."""
    seen = [{"date": day, "value": value} for day, value in observations]
    return kpi("guardrail", "crash-rate", observations=seen)


def result(*check_ins: dict[str, object], **fields: object) -> dict[str, object]:
    """A key result whose KPI is off track: at 33 of 40."""
    return {"id": "start", "kpi": "activation", "checkIns": list(check_ins), **fields}


def found(*fragments: Fragment) -> list[str]:
    return [place for code, place in codes_and_places(*fragments) if code == "PG901"]


def test_an_overdue_item_is_not_on_track() -> None:
    late = checked_in(check_in("2026-02-16"), targetDate="2026-02-15")
    assert found(late) == [f"{NOW}/checkIns/0/health"]
    assert "checkout was on track by its check-in of 2026-02-16, though it was due on 2026-02-15" in messages(late)[-1]


@pytest.mark.parametrize(
    "fragment",
    [
        checked_in(check_in("2026-02-15"), targetDate="2026-02-15"),
        checked_in(check_in("2026-02-16"), targetDate="2026-03-15"),
        checked_in(check_in("2026-02-16", "at-risk", note="Late"), targetDate="2026-02-15"),
        checked_in(check_in("2026-02-16", None, confidence=0.9), targetDate="2026-02-15"),
        checked_in(check_in("2026-03-03"), targetDate="2026-02-15"),
        checked_in(check_in("2026-02-20"), check_in("2026-03-01", "off-track", note="No"), targetDate="2026-02-15"),
        checked_in(check_in("2026-02-16"), targetDate="2026-02-15", status="rolling-out"),
        checked_in(check_in("2026-02-16"), targetDate="2026-02-15", status="done"),
        checked_in(check_in("2026-02-16"), targetDate=None),
    ],
)
def test_an_item_that_is_in_time_or_not_called_on_track_is_right(fragment: Fragment) -> None:
    assert found(fragment) == []


def test_of_two_check_ins_of_one_day_the_last_counts() -> None:
    both = check_in("2026-02-16", "at-risk", note="Late"), check_in("2026-02-16")
    assert found(checked_in(*both, targetDate="2026-02-15")) == [f"{NOW}/checkIns/1/health"]
    assert found(checked_in(*reversed(both), targetDate="2026-02-15")) == []


@pytest.mark.parametrize(
    ("observations", "is_found"),
    [
        ([("2026-02-20", 3)], True),
        ([("2026-02-10", 3)], True),
        ([("2026-02-10", 3), ("2026-02-25", 4)], True),
        ([("2026-02-21", 3)], False),
        ([("2026-02-10", 3), ("2026-02-20", 1)], False),
        ([("2026-02-10", 3), ("2026-02-25", 1)], False),
        ([("2026-02-10", 1)], False),
        ([], False),
    ],
)
def test_an_item_whose_guardrail_was_breached_is_not_on_track(
    observations: list[tuple[str, float]], *, is_found: bool
) -> None:
    fragments = checked_in(check_in("2026-02-20")), crashes(*observations)
    assert found(*fragments) == ([f"{NOW}/checkIns/0/health"] if is_found else [])


def test_a_guardrail_that_the_item_does_not_name_is_not_its_own() -> None:
    assert found(checked_in(check_in("2026-02-25"), guardrails=[]), crashes(("2026-02-10", 3))) == []
    assert found(checked_in(check_in("2026-02-25"), guardrails=["unheard"]), crashes(("2026-02-10", 3))) == []


def test_an_objective_whose_kpi_is_off_track_is_not_on_track() -> None:
    said = check_in("2026-02-25")
    assert found(goals(goal(keyResults=[result()], checkIns=[said]))) == ["/objectives/0/checkIns/0/health"]
    assert found(goals(goal(keyResults=[result(said)]))) == ["/objectives/0/keyResults/0/checkIns/0/health"]
    assert 'though "Teams with a plan after a day" is off track' in messages(goals(goal(keyResults=[result(said)])))[0]


@pytest.mark.parametrize(
    "fragment",
    [
        goals(goal(keyResults=[result(check_in("2026-02-22"))])),
        goals(goal(keyResults=[result(check_in("2026-02-25"))], grade={"value": 1})),
        goals(goal(keyResults=[{"id": "other", "kpi": "weekly-teams", "checkIns": [check_in("2026-02-25")]}])),
        goals(goal(keyResults=[{"id": "moved", "milestone": "All moved", "checkIns": [check_in("2026-02-25")]}])),
        goals(goal(keyResults=[result(kpi="unheard")], checkIns=[check_in("2026-02-25")])),
        {
            "roadmap": {
                "externals": [
                    {"id": "bank", "title": "The bank", "owner": "A", "checkIns": [check_in("2026-02-25")]},
                ],
            },
        },
    ],
)
def test_what_no_metric_contradicts_is_right(fragment: Fragment) -> None:
    assert found(fragment) == []


@pytest.mark.parametrize("health", ["at-risk", "off-track"])
def test_what_is_at_risk_says_why(health: str) -> None:
    said = check_in("2026-02-25", health)
    external = {"id": "bank", "title": "The bank", "owner": "A", "checkIns": [said]}
    report = document_with(
        checked_in(said),
        {"roadmap": {"externals": [external]}},
        goals(goal(checkIns=[said], keyResults=[result(said)])),
    ).check(select="PG902")
    assert [(one.code, one.severity, one.path) for one in report] == [
        ("PG902", Severity.INFO, f"{NOW}/checkIns/0"),
        ("PG902", Severity.INFO, "/roadmap/externals/0/checkIns/0"),
        ("PG902", Severity.INFO, "/objectives/0/keyResults/0/checkIns/0"),
        ("PG902", Severity.INFO, "/objectives/0/checkIns/0"),
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        checked_in(check_in("2026-02-25", "at-risk", note="The bank is late.")),
        checked_in(check_in("2026-02-25", "at-risk"), check_in("2026-03-01")),
        checked_in(check_in("2026-02-25", "at-risk"), status="done"),
        checked_in(check_in("2026-02-25", None, confidence=0.1)),
        goals(goal(checkIns=[check_in("2026-02-25", "at-risk")], grade={"value": 1})),
        {
            "roadmap": {
                "externals": [
                    {
                        "id": "bank",
                        "title": "The bank",
                        "status": "delivered",
                        "checkIns": [check_in("2026-02-25", "at-risk")],
                    }
                ]
            }
        },
    ],
)
def test_what_is_explained_on_track_or_over_is_right(fragment: Fragment) -> None:
    assert [code for code, _ in codes_and_places(fragment) if code == "PG902"] == []
