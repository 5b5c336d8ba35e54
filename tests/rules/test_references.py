"""Names that must name something."""

from collections.abc import Iterator
from typing import Any

import pytest

import productgov as pg
from productgov.fields.shapes import Field, List, class_in, fields_of
from productgov.paths import Path, to_pointer
from tests.support.examples import Fragment, codes_and_places, document_with, item, kpi, messages, review

HORIZONS = "/roadmap/timeHorizon"
TRIAL = {"id": "trial", "title": "A trial", "status": "done"}


def roadmap(**fields: object) -> Fragment:
    return {"roadmap": fields}


def external(id: str, title: str) -> Fragment:
    return roadmap(externals=[{"id": id, "title": title}])


def test_an_id_is_found_where_it_stands_for_the_second_time() -> None:
    vision = item("future", "checkout", title="Sell everywhere")
    found = codes_and_places(vision, external("identity", "The vendor's directory"))
    assert found == [("PG101", f"{HORIZONS}/future/0/id"), ("PG101", "/roadmap/externals/0/id")]


def test_an_id_may_be_that_of_a_metric_and_of_an_item() -> None:
    assert codes_and_places(external("activation", "Approval")) == []


def test_a_kpi_is_found_twice_in_its_group_alone() -> None:
    revenue = {"id": "revenue", "name": "Revenue", "direction": "increase", "target": 9, "source": "the books"}
    sales = {**revenue, "name": "Sales"}
    assert codes_and_places({"metrics": {"outputMetrics": [revenue]}}) == []
    assert codes_and_places({"metrics": {"outputMetrics": [revenue, sales]}}) == [
        ("PG101", "/metrics/outputMetrics/2/id")
    ]


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


def test_metrics_are_looked_up_for_initiatives_guardrails_and_reviews() -> None:
    fragments = (
        roadmap(delivered=[{**TRIAL, "metrics": ["weekly-teams", "sign-ups"]}]),
        item("now", "checkout", guardrails=["latency"]),
        review("product", metrics=["crash-rate", "revenue"]),
    )
    assert codes_and_places(*fragments) == [
        ("PG103", f"{HORIZONS}/now/0/guardrails/0"),
        ("PG103", "/roadmap/delivered/0/metrics/1"),
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


def test_an_influence_is_looked_up_among_the_kpis() -> None:
    fragment = kpi("guardrail", "crash-rate", influences=["weekly-teams", "churn"])
    assert codes_and_places(fragment) == [("PG107", "/metrics/guardrailMetrics/0/influences/1")]


PARTS: tuple[Fragment, ...] = (
    item("now", "checkout"),
    item("next", "payments"),
    item("later", "sometime", title="Some time"),
    item("future", "everywhere", title="Sell everywhere"),
    roadmap(delivered=[TRIAL], dependencies=[{"from": "payments", "to": "checkout"}]),
    kpi("guardrail", "crash-rate"),
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
    """The rule that looks a field up."""
    assert field.refers
    if not field.refers.exact:
        return "PG106"
    if field.refers.kind == "theme" and "delivered" in path:
        return None
    if field.wire == "influences":
        return "PG107"
    return {"item": "PG102", "kpi": "PG103", "theme": "PG104", "pillar": "PG105"}[field.refers.kind]


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
