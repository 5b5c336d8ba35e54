"""Shapes of metrics, objectives and rankings that rules could pay too much for."""

from typing import Any

from tests.bounds.shape import Shape
from tests.bounds.shapes_of_rules import check, document, initiatives

__all__ = ["SHAPES", "one_objective_of_inputs"]


def one_objective_of_all(count: int) -> str:
    """Many items that name one objective of many key results, beside many breached guardrails."""

    def change(data: dict[str, Any]) -> None:
        names = [f"guard-{number}" for number in range(count)]
        seen = [{"date": "2026-02-23", "value": 9}]
        guards = [{"id": name, "name": name, "bounds": {"max": 2}, "observations": seen} for name in names]
        data["metrics"]["guardrailMetrics"] += guards
        results = [{"id": f"result-{name}", "kpi": name, "keep": {"max": 2}} for name in names]
        data["objectives"] = [{"id": "calm", "title": "Calm", "period": "2026-Q1", "keyResults": results}]
        initiatives(data, count, objectives=["calm"], status="paused")
        columns = data["roadmap"]["timeHorizon"]
        columns["now"], columns["later"] = columns["now"] + columns["later"], []

    return document(change)


def one_objective_of_inputs(count: int) -> str:
    """Many items in now with one objective, whose many key results are measured by metrics that lead nowhere."""

    def change(data: dict[str, Any]) -> None:
        names = [f"m{number}" for number in range(count)]
        data["metrics"]["inputMetrics"] += [{"id": name, "name": name, "source": "s"} for name in names]
        results = [{"id": f"r{name}", "kpi": name, "to": 2} for name in names]
        data["objectives"] = [{"id": "calm", "title": "Calm", "period": "2026-Q1", "keyResults": results}]
        data["roadmap"]["timeHorizon"]["now"] += [
            {"id": f"i{name}", "title": name, "objectives": ["calm"]} for name in names
        ]

    return document(change)


def one_unbounded_guardrail(count: int) -> str:
    """Many items that name one metric without bounds as a guardrail, and many metrics that lack the same."""

    def change(data: dict[str, Any]) -> None:
        data["metrics"]["outputMetrics"] += [{"id": f"m-{number}", "name": f"M {number}"} for number in range(count)]
        initiatives(data, count, guardrails=["m-0"], metrics=["activation"])

    return document(change)


def many_steps(count: int) -> str:
    """One metric with many dated targets and observations, all missed."""

    def change(data: dict[str, Any]) -> None:
        days = [f"{1900 + number // 12}-{1 + number % 12:02}-01" for number in range(count)]
        data["metrics"]["inputMetrics"][0] |= {
            "target": None,
            "targets": [{"value": 40 + number, "by": day} for number, day in enumerate(days)],
            "observations": [{"date": day, "value": number} for number, day in enumerate(days)] * 2,
        }
        del data["metrics"]["inputMetrics"][0]["target"]

    return document(change)


def long_backlog(count: int) -> str:
    """A long backlog, scored, with findings."""

    def change(data: dict[str, Any]) -> None:
        rice = {"reach": {"low": 1, "likely": 900, "high": 1000}, "impact": 2.5, "confidence": 0.4, "effort": 1}
        data["roadmap"]["backlog"] = [
            {"id": f"idea-{number}", "title": f"Idea {number}", "scoring": {"rice": rice}} for number in range(count)
        ]

    return document(change)


SHAPES: tuple[Shape, ...] = tuple(
    Shape(name=name, build=build, act=check, sizes=(size, 2 * size, 4 * size))
    for name, build, size in (
        ("an objective that all items name, and breached guardrails", one_objective_of_all, 20),
        ("an objective that all items name, and inputs that lead nowhere", one_objective_of_inputs, 40),
        ("a metric without bounds that all items name as a guardrail", one_unbounded_guardrail, 20),
        ("a metric with many dated targets and observations", many_steps, 40),
        ("a long backlog", long_backlog, 20),
    )
)
