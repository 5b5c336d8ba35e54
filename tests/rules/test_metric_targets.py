"""Whether the targets make sense, and whether they are reached. The day is 2026-03-02."""

import pytest

from productgov.findings import Severity
from tests.support.examples import Fragment, codes_and_places, document_with, item, kpi, messages

OUTPUT, GUARDRAIL = "/metrics/outputMetrics", "/metrics/guardrailMetrics"


def extra(group: str, **fields: object) -> Fragment:
    """A second KPI of a group, without any other finding."""
    return kpi(group, "extra", name="Extra", source="the books", **fields)


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "found"),
    [
        ("increase", 30, 29, True),
        ("increase", 30, 31, False),
        ("decrease", 520, 530, True),
        ("decrease", 520, 350, False),
        ("maintain", 5, 1, False),
    ],
)
def test_a_target_is_not_worse_than_its_baseline(direction: str, baseline: int, target: int, found: bool) -> None:
    fragment = extra("output", direction=direction, baseline=baseline, target=target, bounds={"min": 0})
    assert codes_and_places(fragment) == ([("PG408", f"{OUTPUT}/1/target")] if found else [])


def test_no_dated_target_is_worse_than_the_baseline() -> None:
    targets = [{"value": value, "by": f"2026-0{month}-30"} for month, value in ((4, 35), (5, 29), (6, 28))]
    fragment = extra("output", direction="increase", baseline=30, targets=targets)
    assert codes_and_places(fragment) == [("PG408", f"{OUTPUT}/1/targets/1")]
    assert codes_and_places(extra("output", direction="increase", targets=targets)) == []


def dated(value: float, **fields: object) -> Fragment:
    """An output with a target of last month and one observation, which nothing else is wrong with."""
    seen = [{"date": "2026-03-01", "value": 33}]
    target = {"value": value, "by": "2026-02-28"}
    chosen = {"direction": "increase", "baseline": 30, "target": target, "observations": seen, **fields}
    given = {name: value for name, value in {"name": "Extra", **chosen}.items() if value is not None}
    return kpi("output", "extra", **given)


def test_a_target_whose_day_has_passed_is_reached() -> None:
    assert codes_and_places(dated(40)) == [("PG411", f"{OUTPUT}/1/target")]
    assert messages(dated(40)) == [
        (
            '"Extra" was to reach 40 by 2026-02-28 and stands at 33 (30 % of the way) | '
            "add the observation that reached it, or record what was learned and set the next target"
        )
    ]
    assert "and stands at 33 |" in messages(dated(40, baseline=None))[0]


@pytest.mark.parametrize(
    "fragment",
    [
        dated(33),
        dated(0, target={"value": 40, "by": "2026-03-02"}),
        dated(30, direction="maintain", bounds={"min": 1}),
        dated(40, observations=[{"date": "2026-03-02", "value": 40}]),
        dated(20, direction="decrease", observations=[{"date": "2026-02-20", "value": 19.5}]),
        dated(40, baseline=None, target=40),
    ],
)
def test_a_target_reached_or_not_yet_due_is_no_finding(fragment: Fragment) -> None:
    assert codes_and_places(fragment) == []


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"observations": [], "source": "the books"}, ["PG411"]),
        ({"observations": []}, ["PG404"]),
        ({"observations": [{"date": "2026-03-03", "value": 1}]}, ["PG212"]),
        ({"observations": [{"date": "2026-01-01", "value": 33}], "refresh": "weekly"}, ["PG404"]),
        ({"baseline": 50}, ["PG408"]),
        (
            {"baseline": 50, "observations": [{"date": f"2026-02-0{day}", "value": 33} for day in (1, 2)]},
            ["PG408"],
        ),
        ({"direction": None, "baseline": None}, ["PG401"]),
        ({"bounds": {"max": 50}}, ["PG411"]),
        ({"bounds": {"max": 32}, "target": {"value": 32, "by": "2026-02-28"}}, ["PG403"]),
    ],
)
def test_a_missed_target_is_told_only_where_it_is_known(fields: Fragment, codes: list[str]) -> None:
    assert [code for code, _ in codes_and_places(dated(40, **fields))] == codes
    if codes == ["PG411"] and fields.get("source"):
        assert '"Extra" was to reach 40 by 2026-02-28 and was never observed' in messages(dated(40, **fields))[0]


def test_of_several_targets_the_last_that_has_passed_counts() -> None:
    targets = [{"value": value, "by": by} for by, value in (("2026-01-31", 40), ("2026-02-28", 35), ("2026-06-30", 50))]
    missed = dated(0, target=None, targets=targets)
    assert codes_and_places(missed) == [("PG411", f"{OUTPUT}/1/targets/1")]
    assert "was to reach 35 by 2026-02-28 and stands at 33 (60 % of the way)" in messages(missed)[0]
    assert codes_and_places(dated(0, target=None, targets=[*targets[:1], {"value": 33, "by": "2026-02-28"}])) == []


TWO_TARGETS = [{"value": 150, "by": "2026-02-28"}, {"value": 200, "by": "2026-07-01"}]


def rising(*values: float, **fields: object) -> Fragment:
    """An output that should rise from 100 in January to 200 in July, with observations of some weeks."""
    seen = [{"date": day, "value": value} for day, value in zip(("2026-01-01", "2026-02-20"), values, strict=False)]
    target = {"value": 200, "by": "2026-07-01"}
    chosen = {"direction": "increase", "baseline": 100, "target": target, "observations": seen, **fields}
    given = {name: value for name, value in {"name": "Extra", **chosen}.items() if value is not None}
    return kpi("output", "extra", **given)


STAR: Fragment = {
    "metrics": {"northStarMetric": "extra", "inputMetrics": [{"id": "activation", "influences": ["extra"]}]}
}


def test_a_kpi_that_nobody_moves_is_on_track() -> None:
    assert codes_and_places(rising(100, 110)) == [("PG412", f"{OUTPUT}/1")]
    assert messages(rising(100, 110)) == [
        (
            '"Extra" is off track: 110 on 2026-02-20 (10 % of the way), to reach 200 by 2026-07-01, 121 days from '
            "2026-03-02, and no open item in now is meant to move it | "
            "plan an item in now that names extra in its metrics, or change the target"
        )
    ]
    [finding] = document_with(rising(100, 110)).check()
    assert finding.severity is Severity.INFO


def test_the_north_star_is_on_track_whoever_moves_it() -> None:
    moved = item("now", "checkout", metrics=["activation", "extra"])
    [finding] = document_with(moved, rising(100, 110), STAR).check()
    assert (finding.code, finding.path, finding.severity) == ("PG412", f"{OUTPUT}/1", Severity.WARNING)
    assert finding.message == (
        'the north star "Extra" is off track: 110 on 2026-02-20 (10 % of the way), to reach 200 by 2026-07-01, '
        "121 days from 2026-03-02"
    )
    assert finding.hint == "find the cause and change the plan, or change the target"


@pytest.mark.parametrize(
    "fragments",
    [
        (rising(100, 130),),
        (rising(100, 125),),
        (rising(100),),
        (rising(100, 110, baseline=None),),
        (rising(100, 110, target=200),),
        (rising(100, 110, direction="maintain", bounds={"min": 1}),),
        (rising(100, 110), item("now", "checkout", metrics=["activation", "extra"])),
        (rising(100, 110, baselineDate="2026-02-19"),),
    ],
)
def test_what_is_on_track_or_moved_is_no_finding(fragments: tuple[Fragment, ...]) -> None:
    assert codes_and_places(*fragments) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"bounds": {"min": 120}}, "PG403"),
        ({"refresh": "daily"}, "PG404"),
        ({"target": {"value": 200, "by": "2026-03-01"}}, "PG411"),
        ({"target": None, "targets": TWO_TARGETS}, "PG411"),
    ],
)
def test_off_track_is_silent_where_more_is_known(fields: Fragment, code: str) -> None:
    assert [found for found, _ in codes_and_places(rising(100, 110, **fields))] == [code]


def test_an_item_that_does_not_start_now_does_not_bring_a_kpi_back_on_track() -> None:
    metrics = ["activation", "extra"]
    for moved in (item("next", "payments", metrics=metrics), item("now", "checkout", metrics=metrics, status="done")):
        assert ("PG412", f"{OUTPUT}/1") in codes_and_places(rising(100, 110), moved)


def test_an_unknown_metric_may_be_the_one_that_moves_it() -> None:
    unknown = item("now", "checkout", metrics=["activation", "sign-ups"])
    assert [code for code, _ in codes_and_places(unknown, rising(100, 110))] == ["PG103"]
    assert [code for code, _ in codes_and_places(unknown, rising(100, 110), STAR)] == ["PG103", "PG412"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"target": 40, "bounds": {"max": 38}},
            (
                'the target 40 of "Extra" is outside its bounds, at most 38: reaching it would be a breach | '
                "correct the target or the bounds"
            ),
        ),
        ({"target": 40, "bounds": {"min": 50, "max": 60}}, "at least 50 and at most 60"),
        ({"direction": "maintain", "target": 40, "bounds": {"min": 50}}, "at least 50"),
        (
            {"target": 30, "baseline": 30},
            (
                'the target of "Extra" is already its baseline, 30 | correct the one that is wrong; to keep a metric '
                "where it is, write direction: maintain and bounds"
            ),
        ),
    ],
)
def test_a_target_fits_the_bounds_and_the_baseline(fields: Fragment, message: str) -> None:
    fragment = extra("output", **{"direction": "increase", **fields})
    assert codes_and_places(fragment) == [("PG415", f"{OUTPUT}/1/target")]
    assert message in messages(fragment)[0]


def test_each_dated_target_fits_the_bounds_and_the_last_the_baseline() -> None:
    targets = [{"value": 30, "by": "2026-04-30"}, {"value": 40, "by": "2026-05-31"}]
    outside = extra("output", direction="increase", targets=targets, bounds={"max": 35})
    assert codes_and_places(outside) == [("PG415", f"{OUTPUT}/1/targets/1")]
    assert codes_and_places(extra("output", direction="increase", targets=targets, baseline=30)) == []
    at_the_end = [{"value": 40, "by": "2026-04-30"}, {"value": 30, "by": "2026-05-31"}]
    back = extra("output", direction="increase", targets=at_the_end, baseline=30)
    assert codes_and_places(back) == [("PG415", f"{OUTPUT}/1/targets/1")]


@pytest.mark.parametrize(
    "fields",
    [
        {"direction": "increase", "target": 40, "bounds": {"max": 40}},
        {"direction": "increase", "target": 40, "bounds": {}},
        {"direction": "increase", "target": 40, "baseline": 30},
        {"direction": "maintain", "target": 40, "baseline": 40, "bounds": {"min": 35}},
        {"direction": "decrease", "target": 40, "bounds": {"min": 30}},
    ],
)
def test_what_fits_is_no_finding(fields: Fragment) -> None:
    assert codes_and_places(extra("output", **fields)) == []


def test_a_target_worse_than_the_baseline_and_outside_the_bounds_is_one_slip() -> None:
    fragment = extra("output", direction="increase", baseline=50, target=3, bounds={"min": 40})
    assert codes_and_places(fragment) == [("PG408", f"{OUTPUT}/1/target")]


@pytest.mark.parametrize(
    ("direction", "bounds", "what"),
    [
        ("decrease", {"min": 2}, "is to decrease, but has only a minimum, 2: it may get worse without end"),
        ("increase", {"max": 2}, "is to increase, but has only a maximum, 2: it may get worse without end"),
        ("decrease", {"max": 2}, None),
        ("decrease", {"min": 0, "max": 2}, None),
        ("increase", {"min": 1}, None),
        ("maintain", {"max": 2}, None),
        (None, {"max": 2}, None),
    ],
)
def test_a_guardrail_is_bounded_where_it_gets_worse(direction: str | None, bounds: Fragment, what: str | None) -> None:
    fragment = (
        kpi("guardrail", "crash-rate", direction=direction, bounds=None),
        kpi("guardrail", "crash-rate", bounds=bounds, observations=[{"date": "2026-02-23", "value": 2}]),
    )
    assert codes_and_places(*fragment) == ([("PG415", f"{GUARDRAIL}/0/bounds")] if what else [])
    assert what is None or what in messages(*fragment)[0]


def test_only_guardrails_are_bounded_where_they_get_worse() -> None:
    assert codes_and_places(extra("output", direction="increase", target=2, bounds={"max": 2})) == []
