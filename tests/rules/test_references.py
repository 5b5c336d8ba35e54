"""Names that must name something."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

import productgov as pg
from productgov.fields.shapes import Field, List, class_in, fields_of
from productgov.paths import Path, to_pointer
from productgov.rules.context import Context
from tests.support.examples import Fragment, codes_and_places, document_with, item, kpi, messages, review

HORIZONS = "/roadmap/timeHorizon"
TRIAL = {"id": "trial", "title": "A trial", "status": "done"}


def roadmap(**fields: object) -> Fragment:
    return {"roadmap": fields}


def external(id: str, title: str) -> Fragment:
    return roadmap(externals=[{"id": id, "title": title}])


@pytest.mark.parametrize("kind", ["requires", "blocks", "relatesTo"])
def test_an_unknown_item_is_found_at_the_end_of_the_dependency_that_is_wrong(kind: str) -> None:
    def found(from_: str, to: str) -> list[tuple[str, str]]:
        return codes_and_places(roadmap(dependencies=[{"from": from_, "to": to, "type": kind}]))

    assert found("payments", "nowhere") == [("PG102", "/roadmap/dependencies/0/to")]
    assert found("nowhere", "payments") == [("PG102", "/roadmap/dependencies/0/from")]


def test_a_dependency_may_name_items_visions_externals_and_what_was_delivered() -> None:
    ends = (("everywhere", "identity"), ("payments", "bank"), ("payments", "trial"))
    fragments = (
        item("future", "everywhere", title="Sell everywhere"),
        external("bank", "The bank's consent"),
        roadmap(delivered=[TRIAL], dependencies=[{"from": from_, "to": to} for from_, to in ends]),
    )
    assert codes_and_places(*fragments) == []


def test_metrics_are_looked_up_for_initiatives_guardrails_and_reviews_and_not_in_the_record() -> None:
    fragments = (
        roadmap(delivered=[{**TRIAL, "metrics": ["weekly-teams", "sign-ups"]}]),
        item("now", "checkout", guardrails=["latency"]),
        review("product", metrics=["crash-rate", "revenue"]),
    )
    assert codes_and_places(*fragments) == [
        ("PG103", f"{HORIZONS}/now/0/guardrails/0"),
        ("PG103", "/reviews/productReview/metrics/1"),
    ]


def test_a_theme_is_looked_up_in_items_and_visions_and_the_record_keeps_those_of_its_day() -> None:
    fragments = (
        roadmap(delivered=[{**TRIAL, "theme": "Growth"}]),
        item("future", "everywhere", title="Sell everywhere", theme="Reach"),
    )
    assert codes_and_places(*fragments) == [("PG104", f"{HORIZONS}/future/0/theme")]


def test_themes_are_free_while_none_are_listed() -> None:
    assert codes_and_places(roadmap(themes=[]), item("now", "checkout", theme="Growth")) == []


def test_a_pillar_is_looked_up_in_the_strategy() -> None:
    assert codes_and_places(item("next", "payments", pillar="Growth")) == [("PG105", f"{HORIZONS}/next/0/pillar")]


def test_the_nearest_pillar_is_suggested() -> None:
    assert messages(item("next", "payments", pillar="Clam")) == [
        'payments has the pillar "Clam", which is not in strategicPillars | write "Calm" (fixable: check --fix)'
    ]


def test_where_nothing_is_near_the_hint_lists_what_is_known() -> None:
    assert messages(item("next", "payments", pillar="Growth")) == [
        (
            'payments has the pillar "Growth", which is not in strategicPillars | '
            'add it to strategicPillars, or choose another pillar; known: "Calm"'
        )
    ]


def north_star(name: str) -> Fragment:
    return {"metrics": {"northStarMetric": name}}


@pytest.mark.parametrize("name", ["weekly-teams", "Teams that plan every week"])
def test_the_north_star_is_an_id_or_a_name(name: str) -> None:
    assert codes_and_places(north_star(name)) == []


def test_a_north_star_in_free_text_is_found_once() -> None:
    assert codes_and_places(north_star("Weekly teems")) == [("PG106", "/metrics/northStarMetric")]
    assert 'write "weekly-teams"' in messages(north_star("Weekly teems"))[0]
    assert "add it to the output metrics" in messages(north_star("Happiness"))[0]


def test_a_north_star_that_two_kpis_are_called_is_found_once() -> None:
    second = {"id": "second", "name": "Teams that plan every week", "direction": "increase", "target": 9, "source": "s"}
    both = {"metrics": {"northStarMetric": "Teams that plan every week", "outputMetrics": [second]}}
    (found,) = document_with(both).check(select="PG1")
    assert (found.code, found.path) == ("PG106", "/metrics/northStarMetric")
    assert "is the name of 2 KPIs: weekly-teams and second" in found.message
    assert [related.path for related in found.related] == [
        "/metrics/outputMetrics/0/name",
        "/metrics/outputMetrics/1/name",
    ]
    by_id = {"metrics": {"northStarMetric": "second", "outputMetrics": [second]}}
    assert [finding.code for finding in document_with(by_id).check(select="PG106")] == []


def test_the_pillars_and_metrics_of_objectives_and_of_the_organization_are_looked_up() -> None:
    objective = {
        "id": "o",
        "title": "O",
        "period": "2026",
        "pillar": "New",
        "keyResults": [{"id": "k", "kpi": "latency"}],
    }
    success: Fragment = {"organization": {"successMetrics": [{"area": "efficiency", "kpi": "speed"}]}}
    allocation = roadmap(allocation=[{"pillar": "Old", "share": 1}])
    assert sorted(codes_and_places({"objectives": [objective]}, success, allocation, select="PG1")) == [
        ("PG103", "/objectives/0/keyResults/0/kpi"),
        ("PG103", "/organization/successMetrics/0/kpi"),
        ("PG105", "/objectives/0/pillar"),
        ("PG105", "/roadmap/allocation/0/pillar"),
    ]
    said = [message.split(" ")[:4] for message in messages(success, allocation) if "is not in" in message]
    assert said == [["the", "allocation", "has", "the"]]


def test_the_names_of_graded_objectives_are_those_of_their_time() -> None:
    objective = {"id": "o", "title": "O", "period": "2025", "pillar": "Old", "grade": {"value": 0.7}}
    key_result = {"id": "k", "kpi": "latency"}
    assert codes_and_places({"objectives": [{**objective, "keyResults": [key_result]}]}, select="PG1") == []


def test_the_names_in_decisions_are_kept_apart() -> None:
    decision = {"id": "d", "date": "2026-01-05", "subjects": ["checkout"], "verdict": "keep", "reason": "It sells."}
    context = Context(
        governance=document_with({"decisions": [{**decision, "supersedes": "gone"}]}).governance, as_of=date(2026, 3, 2)
    )
    assert [(unknown.kind, unknown.name) for unknown in context.unknown_in_decisions] == [("decision", "gone")]
    assert context.unknown_names == ()


def test_the_backlog_is_looked_up_and_can_be_named() -> None:
    idea = {"id": "idea", "title": "Idea", "theme": "Growth", "pillar": "Old", "metrics": ["sales"]}
    dependencies = [{"from": "idea", "to": "payments", "type": "relatesTo"}]
    assert codes_and_places(roadmap(backlog=[idea], dependencies=dependencies), select="PG1") == [
        ("PG104", "/roadmap/backlog/0/theme"),
        ("PG105", "/roadmap/backlog/0/pillar"),
        ("PG103", "/roadmap/backlog/0/metrics/0"),
    ]


def test_an_influence_is_looked_up_among_the_kpis() -> None:
    fragment = kpi("guardrail", "crash-rate", influences=["weekly-teams", "churn"])
    assert codes_and_places(fragment) == [("PG107", "/metrics/guardrailMetrics/0/influences/1")]


EFFORTS = [{"team": "core", "effort": 1}]
PARTS: tuple[Fragment, ...] = (
    item("now", "checkout", efforts=EFFORTS),
    item("next", "payments", efforts=EFFORTS),
    item("later", "identity", efforts=EFFORTS),
    item("future", "everywhere", title="Sell everywhere"),
    roadmap(
        backlog=[{"id": "idea", "title": "An idea", "efforts": EFFORTS}],
        delivered=[{**TRIAL, "efforts": EFFORTS}],
        dependencies=[{"from": "payments", "to": "checkout"}],
        allocation=[{"pillar": "Calm", "share": 1}],
    ),
    kpi("guardrail", "crash-rate"),
    {
        "teams": [{"id": "core", "name": "Core"}],
        "objectives": [
            {"id": "calm", "title": "O", "period": "2026", "keyResults": [{"id": "first", "kpi": "activation"}]}
        ],
        "decisions": [{"id": "d", "date": "2026-01-05", "subjects": ["checkout"], "verdict": "keep", "reason": "R"}],
        "organization": {"successMetrics": [{"area": "efficiency", "kpi": "activation"}]},
    },
)
"""Parts that give the example document an object of every class that has a reference, in every place."""


def fields_with_references(cls: type = pg.ProductGovernance, path: Path = ()) -> Iterator[tuple[Path, Field]]:
    """Every field of the model with a reference, and the path of its holder: the first item of each list."""
    for field in fields_of(cls):
        if field.refers:
            yield path, field
        inner = class_in(field.shape)
        if inner is not None:
            below = (*path, field.wire, 0) if isinstance(field.shape, List) else (*path, field.wire)
            yield from fields_with_references(inner, below)


def rule_of(path: Path, field: Field) -> str | None:
    """The rule of this family that looks a field up; nothing does in the record, and PG701 finds the other kinds."""
    assert field.refers
    if "delivered" in path or "decisions" in path:
        return None
    if not field.refers.exact:
        return "PG106"
    if field.wire == "influences":
        return "PG107"
    return {"item": "PG102", "kpi": "PG103", "theme": "PG104", "pillar": "PG105"}.get(field.refers.kind)


@pytest.mark.parametrize(
    ("path", "field"),
    [pytest.param(path, field, id=to_pointer((*path, field.wire))) for path, field in fields_with_references()],
)
def test_every_field_that_is_marked_as_a_reference_is_looked_up(path: Path, field: Field) -> None:
    data = pg.to_dict(document_with(*PARTS).governance)
    assert not [finding for finding in pg.check(pg.from_dict(data)) if finding.code < "PG108"]
    holder: Any = data
    for token in path:
        holder = holder[token]
    is_list = isinstance(field.shape, List)
    holder[field.wire] = ["unheard-of"] if is_list else "unheard-of"
    found = [(finding.code, finding.path) for finding in pg.check(pg.from_dict(data)) if finding.code < "PG108"]
    place = to_pointer((*path, field.wire, 0) if is_list else (*path, field.wire))
    code = rule_of(path, field)
    assert found == ([(code, place)] if code else [])
