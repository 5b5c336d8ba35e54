"""Documents as people have them: what is missing everywhere is said once, and one stale date is one finding."""

from collections import Counter

from productgov.loading import from_dict
from productgov.rules.engine import check
from tests.support.examples import Fragment, example_data

ROADMAP = "PG1,PG2,PG6"
"""The findings about references, the roadmap and the strategy."""
NO_METRICS: Fragment = {"inputMetrics": [], "outputMetrics": [], "guardrailMetrics": []}


def found(fragment: Fragment) -> list[tuple[str, str]]:
    """The codes and messages of the findings in the example document, in which these parts replace others."""
    data = {**example_data(), "roadmap": {"timeHorizon": {}}, **fragment}
    return [(one.code, one.message) for one in check(from_dict(data), select=ROADMAP)]


def items(prefix: str, count: int, **fields: object) -> list[dict[str, object]]:
    return [{"id": f"{prefix}{index}", "title": f"{prefix} {index}", **fields} for index in range(count)]


def test_a_bare_list_of_eighteen_items_lacks_each_thing_once() -> None:
    columns = {"now": items("a", 6), "next": items("b", 8), "later": items("c", 4)}
    assert found({"roadmap": {"timeHorizon": columns}}) == [
        ("PG601", 'no initiative serves the pillar "Calm"'),
        ("PG206", "all 6 open items in now have no owner: a0, a1, a2, a3, a4 and a5"),
        ("PG206", "all 6 open items in now have no due day: a0, a1, a2, a3, a4 and a5"),
        ("PG603", "all 14 open items in now and next name no metric: a0, a1, a2, a3, a4 and 9 more"),
        ("PG604", 'no initiative names the input metric "Teams with a plan after a day" in its metrics'),
    ]


def test_without_metrics_nobody_is_asked_for_them_item_by_item() -> None:
    columns = {"now": items("a", 6, owner="PM", targetDate="2026-04-01", pillar="Calm"), "next": items("b", 8)}
    bare: Fragment = {"roadmap": {"timeHorizon": columns}, "metrics": {**NO_METRICS, "northStarMetric": "Happy teams"}}
    assert [code for code, _ in found(bare)] == ["PG106"]


def test_a_backlog_is_no_plan() -> None:
    assert found({"roadmap": {"timeHorizon": {}, "backlog": items("a", 18)}}) == []


def test_a_document_of_metrics_alone_is_not_asked_for_a_roadmap() -> None:
    kpis = [{"id": f"m{index}", "name": f"Metric {index}", "source": "the warehouse"} for index in range(15)]
    metrics: Fragment = {"metrics": {**NO_METRICS, "northStarMetric": "m0", "inputMetrics": kpis}}
    assert found(metrics) == []


def test_each_of_forty_items_with_dates_that_have_passed_is_one_finding() -> None:
    past = {"status": "planned", "startDate": "2025-11-03", "targetDate": "2026-01-30", "committedDate": "2025-12-01"}
    whole = {**past, "owner": "PM", "metrics": ["activation"], "guardrails": ["crash-rate"], "pillar": "Calm"}
    columns = {"now": items("a", 20, **whole), "next": items("b", 20, **whole)}
    dependencies = [{"from": f"b{index}", "to": f"a{index}"} for index in range(20)]
    codes = Counter(code for code, _ in found({"roadmap": {"timeHorizon": columns, "dependencies": dependencies}}))
    assert codes == {"PG205": 40}


def test_forty_items_that_have_not_started_are_one_finding() -> None:
    whole = {"status": "planned", "startDate": "2026-01-05", "metrics": ["activation"], "pillar": "Calm"}
    columns = {"now": items("a", 40, **whole, owner="PM", targetDate="2026-04-30", guardrails=["crash-rate"])}
    ((code, message),) = found({"roadmap": {"timeHorizon": columns}})
    assert code == "PG212"
    assert message.startswith(
        "all 40 open items were due to start before 2026-03-02 and are still proposed or planned:"
    )
