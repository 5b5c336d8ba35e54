"""What the metrics lead to. The day is 2026-03-02."""

import pytest

from tests.support.examples import Fragment, codes_and_places, item, kpi, messages

INPUT, GUARDRAIL = "/metrics/inputMetrics", "/metrics/guardrailMetrics"


def test_an_influence_cycle_is_walked_whole() -> None:
    fragments = (
        kpi("output", "weekly-teams", influences=["crash-rate", "activation"]),
        kpi("guardrail", "crash-rate", influences=["activation"]),
    )
    assert codes_and_places(*fragments) == [("PG405", f"{INPUT}/0/influences/0")]
    assert "activation → weekly-teams → activation" in messages(*fragments)[0]
    assert "(1 more metric in the same cycle)" in messages(*fragments)[0]


def test_a_kpi_that_is_said_to_move_itself_is_no_cycle() -> None:
    assert codes_and_places(kpi("guardrail", "crash-rate", influences=["crash-rate"]), ignore="PG108") == []


def test_a_cycle_is_found_at_the_kpi_that_states_it_where_two_have_its_id() -> None:
    fragments = (
        kpi("input", "activation", influences=["crash-rate"]),
        kpi("output", "weekly-teams", influences=["crash-rate", "activation"]),
        kpi("guardrail", "activation", name="Plans", bounds={"max": 9}, source="S", influences=["weekly-teams"]),
    )
    assert ("PG405", f"{GUARDRAIL}/1/influences/0") in codes_and_places(*fragments)
    first = (kpi("input", "activation", influences=["crash-rate", "weekly-teams"]), *fragments[1:])
    assert ("PG405", f"{INPUT}/0/influences/1") in codes_and_places(*first)


def test_something_leads_to_the_north_star() -> None:
    fragment = kpi("input", "activation", influences=[])
    assert codes_and_places(fragment) == [("PG406", "/metrics/northStarMetric")]


def test_a_north_star_does_not_lead_to_itself() -> None:
    star: Fragment = {"metrics": {"northStarMetric": "crash-rate"}}
    fragment = kpi("guardrail", "crash-rate", influences=["crash-rate"])
    assert codes_and_places(star, fragment, ignore="PG108") == [("PG406", "/metrics/northStarMetric")]


def test_a_misspelt_influence_is_not_also_an_isolated_north_star() -> None:
    fragment = kpi("input", "activation", influences=["weekly-teens"])
    assert codes_and_places(fragment) == [("PG107", f"{INPUT}/0/influences/0")]


def trials(*influences: str) -> tuple[Fragment, ...]:
    fields = {"name": "Trials", "direction": "increase", "target": 9, "source": "the shop"}
    moved = item("next", "payments", metrics=["trials"])
    return moved, kpi("input", "trials", **fields, influences=list(influences))


def test_an_input_leads_somewhere() -> None:
    assert codes_and_places(*trials()) == [("PG414", f"{INPUT}/1")]
    assert messages(*trials()) == [
        (
            'the input metric "Trials" leads neither to the north star nor to an output or guardrail metric | '
            "name in its influences what it moves, or move it to the output metrics"
        )
    ]
    assert codes_and_places(*trials("trials"), select="PG414") == [("PG414", f"{INPUT}/1")]


@pytest.mark.parametrize("influences", [["weekly-teams"], ["crash-rate"], ["activation"], ["activation", "trials"]])
def test_an_input_may_lead_there_through_others(influences: list[str]) -> None:
    assert codes_and_places(*trials(*influences), select="PG414") == []


def test_an_input_that_is_the_north_star_need_not_lead_further() -> None:
    star: Fragment = {"metrics": {"northStarMetric": "trials"}}
    assert codes_and_places(*trials(), kpi("input", "activation", influences=["trials"]), star) == []


@pytest.mark.parametrize(
    ("fragments", "code"),
    [
        (({"metrics": {"northStarMetric": "Happy teams"}},), "PG106"),
        ((kpi("input", "activation", influences=[]),), "PG406"),
        ((kpi("input", "activation", influences=["weekly-teams", "astray"]),), "PG107"),
    ],
)
def test_an_input_leads_nowhere_only_where_the_others_lead_somewhere(
    fragments: tuple[Fragment, ...], code: str
) -> None:
    assert [found for found, _ in codes_and_places(*trials(), *fragments)] == [code]
