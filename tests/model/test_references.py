"""What refers to what: declared with the fields, and found in every governance at the place where it is written."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given

import productgov as pg
from productgov import strategies
from productgov.fields import shapes
from productgov.fields.shapes import class_in, fields_of, model_classes
from productgov.fields.types import IDENTIFIER
from productgov.model.references import definitions, look_up, references
from productgov.model.walk import objects
from productgov.paths import Path, from_pointer, path_of

CLASSES = model_classes(pg.ProductGovernance)
KINDS = {"item", "kpi", "theme", "pillar", "objective", "key result", "team", "decision"}

any_governance = strategies.governances() | strategies.governances(consistent=False)


def at(data: object, path: Path) -> object:
    for token in path:
        data = data[token]  # type: ignore[index]
    return data


@given(governance=any_governance)
def test_every_reference_and_name_is_where_it_is_written(governance: pg.ProductGovernance) -> None:
    written = pg.to_dict(governance)
    everything = [*references(governance), *definitions(governance)]
    for found in everything:
        assert at(written, found.path) == found.name
        assert found.field.wire in found.path
        cls: type = type(found.holder)
        assert found.field in fields_of(cls)


@given(governance=any_governance)
def test_nothing_that_is_declared_is_left_out(governance: pg.ProductGovernance) -> None:
    expected: Counter[Path] = Counter()
    for trail, value in objects(governance):
        cls: type = type(value)
        for field in fields_of(cls):
            if field.refers or field.names:
                held = getattr(value, field.name)
                here = (*path_of(trail), field.wire)
                if isinstance(held, tuple):
                    expected.update((*here, index) for index in range(len(held)))
                elif held is not None:
                    expected[here] += 1
    found = Counter(each.path for each in references(governance))
    found.update(each.path for each in definitions(governance))
    assert found == expected


@given(governance=strategies.governances())
def test_exact_references_of_a_consistent_governance_name_what_exists(governance: pg.ProductGovernance) -> None:
    known = look_up(governance).names
    for reference in references(governance):
        assert not reference.exact or any(reference.name in known[kind] for kind in reference.kinds)


@given(governance=any_governance)
def test_exact_references_are_looked_up_among_the_names(governance: pg.ProductGovernance) -> None:
    named: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for definition in definitions(governance):
        named[definition.kind].append(definition.name)
    names, unknown = look_up(governance)
    assert names == {kind: tuple(dict.fromkeys(texts)) for kind, texts in named.items()}
    expected = [
        each
        for each in references(governance)
        if each.exact and not any(each.name in named[kind] for kind in each.kinds)
    ]
    assert sorted(unknown, key=lambda each: each.path) == sorted(expected, key=lambda each: each.path)


def test_references_have_their_kind_and_their_holder() -> None:
    governance = _governance()
    found = [(each.kind, each.name, each.exact, "/".join(map(str, each.path))) for each in references(governance)]
    assert found == [
        ("team", "core", True, "roadmap/timeHorizon/now/0/team"),
        ("theme", "Calm", True, "roadmap/timeHorizon/now/0/theme"),
        ("pillar", "Trust", True, "roadmap/timeHorizon/now/0/pillar"),
        ("objective", "calmest", True, "roadmap/timeHorizon/now/0/objectives/0"),
        ("objective", "kr", True, "roadmap/timeHorizon/now/0/objectives/1"),
        ("kpi", "k", True, "roadmap/timeHorizon/now/0/metrics/0"),
        ("kpi", "g", True, "roadmap/timeHorizon/now/0/guardrails/0"),
        ("theme", "Calm", True, "roadmap/timeHorizon/now/1/theme"),
        ("pillar", "Trust", True, "roadmap/timeHorizon/future/0/pillar"),
        ("item", "a", True, "roadmap/dependencies/0/from"),
        ("item", "law", True, "roadmap/dependencies/0/to"),
        ("kpi", "Meals", False, "metrics/northStarMetric"),
        ("kpi", "g", True, "metrics/inputMetrics/0/influences/0"),
        ("kpi", "k", True, "reviews/productReview/metrics/0"),
        ("objective", "calmer", True, "objectives/1/parent"),
        ("kpi", "k", True, "objectives/1/keyResults/0/kpi"),
        ("item", "a", False, "decisions/1/subjects/0"),
        ("decision", "d1", True, "decisions/1/supersedes"),
    ]
    assert next(references(governance)).holder == governance.roadmap.time_horizon.now[0]
    assert look_up(governance).names == {
        "item": ("a", "b", "far", "law"),
        "kpi": ("k", "g"),
        "pillar": ("Trust",),
        "theme": ("Calm",),
        "objective": ("calmer", "calmest"),
        "key result": ("kr",),
        "team": ("core",),
        "decision": ("d1", "d2"),
    }


def test_a_reference_to_an_objective_can_name_a_key_result() -> None:
    serving = next(each for each in references(_governance()) if each.name == "kr")
    assert (serving.kind, serving.kinds, serving.field.wire) == ("objective", ("objective", "key result"), "objectives")
    assert look_up(_governance()).unknown == ()


def _governance() -> pg.ProductGovernance:
    review = {"frequency": "weekly", "participants": ["CPO"]}
    initiative = {"id": "a", "title": "A", "theme": "Calm", "pillar": "Trust", "metrics": ["k"], "guardrails": ["g"]}
    initiative |= {"team": "core", "objectives": ["calmest", "kr"]}
    objective = {"title": "Calm", "period": "2026-Q1"}
    decision = {"date": "2026-01-31", "verdict": "keep", "reason": "It works."}
    return pg.from_dict(
        {
            "productVision": {
                "mission": "m",
                "targetMarket": ["t"],
                "valueProposition": "v",
                "strategicPillars": ["Trust"],
            },
            "prioritization": {"framework": "RICE", "reviewCadence": "weekly"},
            "roadmap": {
                "timeHorizon": {
                    "now": [initiative, {"id": "b", "title": "B", "theme": "Calm"}],
                    "future": [{"id": "far", "title": "Far", "pillar": "Trust"}],
                },
                "themes": ["Calm"],
                "dependencies": [{"from": "a", "to": "law"}],
                "externals": [{"id": "law", "title": "Law"}],
            },
            "metrics": {
                "northStarMetric": "Meals",
                "inputMetrics": [{"id": "k", "name": "K", "influences": ["g"]}],
                "guardrailMetrics": [{"id": "g", "name": "G"}],
            },
            "reviews": {
                "productReview": {**review, "metrics": ["k"]},
                "strategyReview": review,
                "portfolioReview": review,
            },
            "objectives": [
                {"id": "calmer", **objective},
                {"id": "calmest", **objective, "parent": "calmer", "keyResults": [{"id": "kr", "kpi": "k"}]},
            ],
            "teams": [{"id": "core", "name": "Core"}],
            "decisions": [
                {"id": "d1", **decision, "subjects": []},
                {"id": "d2", **decision, "subjects": ["a"], "supersedes": "d1"},
            ],
        }
    )


def test_every_kind_that_is_referred_to_is_named_somewhere() -> None:
    fields = [field for cls in CLASSES for field in fields_of(cls)]
    assert {kind for field in fields if field.refers for kind in field.refers.kinds} == KINDS
    assert {field.names for field in fields if field.names} == KINDS


def test_every_field_with_the_ids_of_something_says_of_what() -> None:
    """An id is either a name or a reference, but for that of the document: only other documents refer to it."""
    identifier = shapes.Text(IDENTIFIER)
    for cls in CLASSES:
        for field in fields_of(cls):
            shape = field.shape.item if isinstance(field.shape, shapes.List) else field.shape
            if shape == identifier and cls is not pg.ProductGovernance:
                assert bool(field.names) != bool(field.refers), (cls.__name__, field.name)


LISTED = {
    cls
    for holder in CLASSES
    for field in fields_of(holder)
    if isinstance(field.shape, shapes.List) and (cls := class_in(field.shape))
}


def test_the_objects_of_every_list_are_told_apart_by_something() -> None:
    keys = {cls.__name__: [field.wire for field in fields_of(cls) if field.key] for cls in LISTED}
    assert keys == {
        "Allocation": ["pillar"],
        "Capacity": ["period"],
        "CheckIn": ["date"],
        "DatedTarget": ["by"],
        "FormulaInput": ["name"],
        "Decision": ["id"],
        "Dependency": ["from", "to", "type"],
        "External": ["id"],
        "Initiative": ["id"],
        "KPI": ["id"],
        "KanoResponse": ["functional", "dysfunctional"],
        "KeyResult": ["id"],
        "Link": ["url"],
        "Objective": ["id"],
        "Observation": ["date"],
        "PlanStep": ["title"],
        "Ritual": ["name"],
        "Role": ["title", "name"],
        "SuccessMetric": ["area", "kpi"],
        "Team": ["id"],
        "TeamEffort": ["team"],
        "Unit": ["name"],
        "Vision": ["id"],
    }


@pytest.mark.parametrize("mode", ["input", "output"])
@pytest.mark.parametrize("draft", ["2020-12", "draft-07"])
def test_the_schema_says_what_a_field_refers_to(mode: pg.Mode, draft: pg.Draft) -> None:
    for cls in CLASSES:
        body: Any = pg.json_schema(mode, draft=draft, cls=cls)
        properties = next(part for part in (body, *body.get("anyOf", ())) if "properties" in part)["properties"]
        for field in fields_of(cls):
            kinds = field.refers.kinds if field.refers else (None,)
            expected = kinds[0] if len(kinds) == 1 else list(kinds)
            assert properties[field.wire].get("x-refers") == expected, (cls.__name__, field.name)


def test_the_schema_for_language_models_does_not() -> None:
    assert "x-refers" not in str(pg.json_schema("strict"))


def test_paths_are_json_pointers_of_findings() -> None:
    document = pg.to_dict(_governance())
    document["roadmap"]["dependencies"][0]["to"] = "lwa"  # type: ignore[index]
    governance = pg.from_dict(document)
    (finding,) = (finding for finding in pg.check(governance) if finding.code == "PG102")
    assert from_pointer(finding.path) in {each.path for each in references(governance) if each.name == "lwa"}
