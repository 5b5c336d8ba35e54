"""Shapes of objectives, teams and decisions whose cost could grow faster than they do."""

from typing import Any

from tests.bounds.shape import Shape
from tests.bounds.shapes_of_rules import check, document, initiatives, show


def check_and_show(text: str) -> None:
    """Check a document, and show it with its trace."""
    check(text)
    show(text)


def goal(number: int, **fields: Any) -> dict[str, Any]:
    return {"id": f"goal-{number}", "title": f"Goal {number}", "period": "2026", **fields}


def chain_of_objectives(count: int) -> str:
    """Every objective contributes to the next, and one item serves the first."""

    def change(data: dict[str, Any]) -> None:
        data["objectives"] = [goal(number, parent=f"goal-{number + 1}") for number in range(count)]
        data["objectives"].append(goal(count))
        initiatives(data, 1, objectives=["goal-0"])

    return document(change)


def objectives_without_work(count: int) -> str:
    """Objectives that nothing serves, but for one."""

    def change(data: dict[str, Any]) -> None:
        data["objectives"] = [goal(number) for number in range(count)]
        initiatives(data, 1, objectives=["goal-0"])

    return document(change)


def one_objective_of_many(count: int) -> str:
    """An objective with many key results, and many items that serve it."""

    def change(data: dict[str, Any]) -> None:
        results = [{"id": f"result-{number}", "kpi": "activation"} for number in range(count)]
        data["objectives"] = [goal(0, keyResults=results, checkIns=[{"date": "2026-02-25", "health": "on-track"}])]
        initiatives(data, count, objectives=["goal-0"])

    return document(change)


def periods_and_items_of_a_team(count: int) -> str:
    """A team that is over its capacity in many periods, by many items without an effort and with one."""

    def change(data: dict[str, Any]) -> None:
        months = [f"{2026 + number // 12}-{number % 12 + 1:02}" for number in range(count)]
        capacity = [{"period": month, "effort": 0} for month in months]
        data["teams"] = [{"id": "blue", "name": "Blue", "capacity": capacity}]
        data["roadmap"]["allocation"] = [{"pillar": "Calm", "share": 1}]
        certain = {"low": 1, "likely": 1, "high": 1}
        initiatives(data, count, efforts=[{"team": "blue", "effort": certain}], targetDate="2099-12-31")
        data["roadmap"]["timeHorizon"]["later"] += [
            {"id": f"more-{number}", "title": "More", "theme": "Fewer meetings", "team": "blue"}
            for number in range(count)
        ]

    return document(change)


def decisions_on_decisions(count: int) -> str:
    """Decisions about one item, every second of which supersedes the one before."""

    def change(data: dict[str, Any]) -> None:
        data["decisions"] = [
            {
                "id": f"decision-{number}",
                "date": "2026-02-20",
                "subjects": ["checkout", "payments", "gone"],
                "verdict": "keep",
                "reason": "It works.",
                **({"supersedes": f"decision-{number - 1}"} if number % 2 else {}),
            }
            for number in range(count)
        ]

    return document(change)


SHAPES: tuple[Shape, ...] = (
    Shape(
        name="a chain of objectives",
        build=chain_of_objectives,
        act=check_and_show,
        sizes=(100, 200, 400),
    ),
    Shape(
        name="objectives that nothing serves",
        build=objectives_without_work,
        act=check_and_show,
        sizes=(100, 200, 400),
    ),
    Shape(
        name="an objective with many key results and many items",
        build=one_objective_of_many,
        act=check_and_show,
        sizes=(50, 100, 200),
    ),
    Shape(
        name="many periods and items of a team",
        build=periods_and_items_of_a_team,
        act=check_and_show,
        sizes=(50, 100, 200),
    ),
    Shape(
        name="decisions about decisions",
        build=decisions_on_decisions,
        act=check_and_show,
        sizes=(100, 200, 400),
    ),
)
