"""Whether each metric is measured, and how often. The day is 2026-03-02."""

import pytest

from tests.support.examples import Fragment, codes_and_places, document_with, kpi, messages, observed

OUTPUT, GUARDRAIL = "/metrics/outputMetrics", "/metrics/guardrailMetrics"


def seen(*values: tuple[str, float]) -> list[dict[str, object]]:
    return [{"date": day, "value": value} for day, value in values]


def test_a_kpi_is_unknown_without_observation_and_source() -> None:
    assert codes_and_places(kpi("output", "weekly-teams", source=None)) == [("PG404", f"{OUTPUT}/0")]
    assert codes_and_places(observed("output", "weekly-teams", 9, source=None)) == []


@pytest.mark.parametrize(
    ("refresh", "day", "found"),
    [
        ("weekly", "2026-02-16", False),
        ("weekly", "2026-02-15", True),
        ("weekdays", "2026-02-27", False),
        ("weekdays", "2026-02-25", True),
        ("monthly", "2026-01-02", False),
        ("monthly", "2026-01-01", True),
    ],
)
def test_an_observation_is_stale_when_two_scheduled_ones_are_missed(refresh: str, day: str, found: bool) -> None:
    fragment = observed("guardrail", "crash-rate", 1, day, refresh=refresh)
    assert codes_and_places(fragment) == ([("PG404", f"{GUARDRAIL}/0")] if found else [])
    if found:
        assert f"days before 2026-03-02, but its refresh is {refresh}" in messages(fragment)[0]


@pytest.mark.parametrize(
    "fields", [{}, {"refresh": "ad hoc"}, {"refresh": "twice a month"}, {"refresh": "per release"}]
)
@pytest.mark.parametrize(("day", "found"), [("2025-01-26", False), ("2025-01-25", True)])
def test_without_a_schedule_an_observation_is_stale_after_400_days(fields: Fragment, day: str, found: bool) -> None:
    fragment = kpi("guardrail", "crash-rate", observations=seen((day, 1)), **fields)
    assert codes_and_places(fragment) == ([("PG404", f"{GUARDRAIL}/0")] if found else [])
    if found:
        assert messages(fragment) == [
            (
                '"Crashes in 1,000 sessions" was last observed on 2025-01-25, 401 days before 2026-03-02; without a '
                "refresh that has dates it counts for 400 days | add its latest observation, or a refresh that says "
                "how often it is measured"
            )
        ]


def test_the_metrics_of_a_group_that_were_never_measured_are_one_finding() -> None:
    kpis = [{"id": name, "name": name, "direction": "increase", "target": 9} for name in ("first", "second")]
    fragment: Fragment = {"metrics": {"outputMetrics": kpis}}
    [finding] = document_with(fragment).check()
    assert (finding.code, finding.path) == ("PG404", f"{OUTPUT}/1")
    assert finding.message == "2 of the 3 output metrics have neither an observation nor a source: first and second"
    assert [related.path for related in finding.related] == [f"{OUTPUT}/2"]
    stale = [observed("output", name, 9, "2020-01-01") for name in ("first", "second")]
    assert codes_and_places(fragment, *stale) == [("PG404", f"{OUTPUT}/1"), ("PG404", f"{OUTPUT}/2")]


def test_a_breach_is_not_also_stale() -> None:
    assert codes_and_places(observed("guardrail", "crash-rate", 9, "2020-01-01")) == [("PG410", f"{GUARDRAIL}/0")]


@pytest.mark.parametrize(
    ("refresh", "hint"),
    [
        ("when possible", "write daily, weekdays, weekly"),
        ("quaterly", 'did you mean "quarterly"'),
        ("bimonthly", "it is ambiguous: every 2 months or twice a month?"),
    ],
)
def test_a_refresh_can_be_read(refresh: str, hint: str) -> None:
    fragment = kpi("guardrail", "crash-rate", refresh=refresh)
    assert codes_and_places(fragment) == [("PG413", f"{GUARDRAIL}/0/refresh")]
    [message] = messages(fragment)
    assert message.startswith(
        f'the refresh of "Crashes in 1,000 sessions" is "{refresh}", which cannot be read, so nothing says when it is '
        f"stale | {hint}"
    )


@pytest.mark.parametrize("refresh", ["weekly", "every 2 weeks", "per release", "ad hoc", "FREQ=MONTHLY", None])
def test_a_refresh_that_can_be_read_is_no_finding(refresh: str | None) -> None:
    assert codes_and_places(kpi("guardrail", "crash-rate", refresh=refresh)) == []


def test_a_placeholder_for_a_refresh_is_found_as_that_alone() -> None:
    assert codes_and_places(kpi("guardrail", "crash-rate", refresh="TBD")) == [("PG606", f"{GUARDRAIL}/0/refresh")]


def test_one_day_has_one_value() -> None:
    twice = kpi("guardrail", "crash-rate", observations=seen(("2026-02-23", 1), ("2026-03-01", 1), ("2026-02-23", 1.5)))
    assert codes_and_places(twice) == [("PG416", f"{GUARDRAIL}/0/observations/2")]
    assert messages(twice) == [
        (
            '"Crashes in 1,000 sessions" has two values for 2026-02-23: 1 and 1.5; the last in the list counts | '
            "keep the one that is right, or correct a date"
        )
    ]


@pytest.mark.parametrize(
    "values",
    [
        [("2026-02-23", 1)],
        [("2026-02-23", 1), ("2026-02-23", 1)],
        [("2026-02-23", 1), ("2026-02-23", 1.0)],
        [("2026-02-23", 1), ("2026-02-24", 1.5)],
        [("2026-02-24", 1.5), ("2026-02-23", 1), ("2026-02-22", 1.5)],
    ],
)
def test_equal_values_or_other_days_do_not_contradict(values: list[tuple[str, float]]) -> None:
    assert codes_and_places(kpi("guardrail", "crash-rate", observations=seen(*values))) == []


def test_a_day_is_found_once_and_each_day_for_itself() -> None:
    values = [("2026-02-23", 1), ("2026-02-23", 1.5), ("2026-02-23", 1.6), ("2026-03-01", 1), ("2026-03-01", 1.2)]
    found = codes_and_places(kpi("guardrail", "crash-rate", observations=seen(*values)))
    assert found == [("PG416", f"{GUARDRAIL}/0/observations/1"), ("PG416", f"{GUARDRAIL}/0/observations/4")]


def test_the_observations_of_a_key_result_do_not_contradict_either() -> None:
    key_result = {"id": "calls", "to": 9, "observations": seen(("2026-02-23", 1), ("2026-02-23", 2))}
    objective = {"id": "o", "title": "A calm quarter", "period": "2026-Q1", "keyResults": [key_result]}
    found = codes_and_places({"objectives": [objective]}, select="PG416")
    assert found == [("PG416", "/objectives/0/keyResults/0/observations/1")]
