"""Dates and statuses that must fit each other and the day of the check, 2026-03-02."""

from datetime import date

import pytest

from tests.support.examples import Fragment, codes_and_places, item, kpi, messages

HORIZONS = "/roadmap/timeHorizon"


def test_nothing_is_delivered_after_the_day_of_the_check() -> None:
    trial = {"id": "trial", "title": "A trial", "status": "done", "deliveredDate": "2026-03-03"}
    fragment: Fragment = {"roadmap": {"delivered": [trial]}}
    assert codes_and_places(fragment) == [("PG212", "/roadmap/delivered/0/deliveredDate")]
    assert codes_and_places(fragment, as_of=date(2026, 3, 3)) == []


def test_nothing_is_observed_after_the_day_of_the_check_and_each_kpi_says_so_once() -> None:
    days = ("2026-03-01", "2026-03-09", "2026-03-10")
    fragment = kpi("guardrail", "crash-rate", observations=[{"date": day, "value": 1} for day in days])
    assert codes_and_places(fragment) == [("PG212", "/metrics/guardrailMetrics/0/observations/1/date")]
    assert "(2 observations in all)" in messages(fragment)[0]


@pytest.mark.parametrize(
    ("status", "found"), [("proposed", True), ("planned", True), ("in-progress", False), ("paused", False)]
)
def test_what_was_to_start_has_started(status: str, found: bool) -> None:
    fragment = item("now", "checkout", status=status, startDate="2026-03-01")
    assert codes_and_places(fragment) == ([("PG212", f"{HORIZONS}/now/0/startDate")] if found else [])
    assert codes_and_places(item("now", "checkout", status=status, startDate="2026-03-02")) == []


def test_an_observation_of_the_day_of_the_check_is_fine() -> None:
    seen = [{"date": "2026-03-02", "value": 1}]
    assert codes_and_places(kpi("guardrail", "crash-rate", observations=seen)) == []


def test_observations_are_counted_only_where_there_are_several() -> None:
    one, two = ({"date": f"2026-03-0{day}", "value": 1} for day in (3, 4))
    assert "in all" not in messages(kpi("guardrail", "crash-rate", observations=[one]))[0]
    assert "(2 observations in all)" in messages(kpi("guardrail", "crash-rate", observations=[one, two]))[0]


EARLY, LATE = "2026-03-02", "2026-03-03"
OBJECTIVE = {"id": "o", "title": "O", "period": "2026"}


def objective(**fields: object) -> Fragment:
    return {"objectives": [{**OBJECTIVE, **fields}]}


def check_in(day: str) -> list[dict[str, object]]:
    return [{"date": day, "health": "on-track"}]


def happened(day: str) -> list[tuple[Fragment, str]]:
    """Documents in which something happened on a day, and where they say so."""
    seen = [{"date": day, "value": 1}]
    trial = {"id": "trial", "title": "A trial", "status": "done", "deliveredDate": "2026-02-20"}
    bank = {"id": "bank", "title": "The bank"}
    decision = {"id": "d", "subjects": ["checkout"], "verdict": "keep", "reason": "It sells."}
    return [
        (item("now", "checkout", checkIns=check_in(day)), f"{HORIZONS}/now/0/checkIns/0/date"),
        (
            {"roadmap": {"delivered": [{**trial, "outcome": {"date": day, "verdict": "partly"}}]}},
            "/roadmap/delivered/0/outcome/date",
        ),
        (
            {"roadmap": {"externals": [{**bank, "status": "delivered", "deliveredDate": day}]}},
            "/roadmap/externals/0/deliveredDate",
        ),
        ({"roadmap": {"externals": [{**bank, "checkIns": check_in(day)}]}}, "/roadmap/externals/0/checkIns/0/date"),
        (objective(checkIns=check_in(day)), "/objectives/0/checkIns/0/date"),
        (
            objective(keyResults=[{"id": "k", "to": 3, "observations": seen}]),
            "/objectives/0/keyResults/0/observations/0/date",
        ),
        (
            objective(keyResults=[{"id": "k", "to": 3, "checkIns": check_in(day)}]),
            "/objectives/0/keyResults/0/checkIns/0/date",
        ),
        (
            objective(keyResults=[{"id": "k", "milestone": "Signed", "reached": day}]),
            "/objectives/0/keyResults/0/reached",
        ),
        ({"decisions": [{**decision, "date": day}]}, "/decisions/0/date"),
    ]


@pytest.mark.parametrize(
    ("early", "late"), [pytest.param(a, b, id=b[1]) for a, b in zip(happened(EARLY), happened(LATE), strict=True)]
)
def test_nothing_happens_after_the_day_of_the_check(early: tuple[Fragment, str], late: tuple[Fragment, str]) -> None:
    assert codes_and_places(early[0], select="PG212") == []
    assert codes_and_places(late[0], select="PG212") == [("PG212", late[1])]
    assert f"on {LATE}, which is after 2026-03-02 | correct the date" in next(
        message for message in messages(late[0]) if LATE in message
    )


def test_check_ins_are_counted() -> None:
    many = [*check_in("2026-03-05"), *check_in("2026-03-04")]
    (message,) = messages(item("now", "checkout", checkIns=many))
    assert message.startswith("checkout has a check-in on 2026-03-05, which is after 2026-03-02 (2 check-ins in all) |")


def test_an_objective_is_not_graded_before_its_period() -> None:
    graded = objective(period="2026-Q2", grade={"value": 0.7})
    assert codes_and_places(graded, select="PG212") == [("PG212", "/objectives/0/grade")]
    assert codes_and_places(graded, select="PG212", as_of=date(2026, 4, 1)) == []
    fiscal: Fragment = {"fiscalYearStart": 12}
    assert codes_and_places(fiscal, graded, select="PG212") == []


def test_an_overdue_item_need_not_also_have_started() -> None:
    overdue = item("now", "checkout", status="planned", startDate="2026-01-10", targetDate="2026-02-01")
    assert codes_and_places(overdue) == [("PG205", f"{HORIZONS}/now/0/targetDate")]


@pytest.mark.parametrize(
    ("status", "start", "found"),
    [
        ("in-progress", "2026-03-03", True),
        ("rolling-out", "2026-03-03", True),
        ("in-progress", "2026-03-02", False),
        ("planned", "2026-03-03", False),
        ("paused", "2026-03-03", False),
        ("done", "2026-03-03", False),
    ],
)
def test_what_has_begun_does_not_start_later(status: str, start: str, found: bool) -> None:
    begun = item("now", "checkout", status=status, startDate=start)
    assert codes_and_places(begun) == ([("PG216", f"{HORIZONS}/now/0/startDate")] if found else [])


def done(id: str, **fields: object) -> dict[str, object]:
    return {"id": id, "title": id, "status": "done", "committedDate": "2026-01-30", **fields}


def test_what_was_promised_and_is_done_needs_its_day() -> None:
    assert codes_and_places({"roadmap": {"delivered": [done("a")]}}) == [("PG217", "/roadmap/delivered/0")]
    assert codes_and_places(item("now", "checkout", status="done", committedDate="2026-01-30")) == [
        ("PG217", f"{HORIZONS}/now/0")
    ]
    both: Fragment = {"roadmap": {"delivered": [done("a"), done("b", deliveredDate="2026-01-20"), done("c")]}}
    assert codes_and_places(both) == [("PG217", "/roadmap/delivered/0")]
    assert messages(both)[0].startswith("2 of the 3 done items with a committedDate have no deliveredDate: a and c |")


@pytest.mark.parametrize(
    "fields",
    [
        {"deliveredDate": "2026-01-20"},
        {"committedDate": None},
        {"committedDate": None, "targetDate": "2026-01-30"},
        {"status": "dropped"},
    ],
)
def test_what_needs_no_day(fields: Fragment) -> None:
    one = {name: value for name, value in done("a", **fields).items() if value is not None}
    assert codes_and_places({"roadmap": {"delivered": [one]}}) == []


def test_the_backlog_needs_no_days() -> None:
    assert codes_and_places({"roadmap": {"backlog": [done("a"), {**done("b"), "status": "proposed"}]}}) == []
