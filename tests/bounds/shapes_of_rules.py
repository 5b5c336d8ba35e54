"""Shapes that rules, repairs, views and rankings once paid too much for."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from productgov import parse, rank, simulate, value_of_information
from productgov.fixes.fix import fix
from productgov.views import board_text
from tests.bounds.shape import Shape
from tests.support.examples import example_data

DAYS = ("2026-01-05", "2026-02-23")


def check(text: str) -> None:
    """Check a document, and print what is found."""
    str(parse(text, format="json", name="plan").check())


def repair(text: str) -> None:
    """Repair a document, as `check --fix` does."""
    fix(parse(text, format="json", name="plan"))


def show(text: str) -> None:
    """Show a document, as `show --trace` does."""
    board_text(parse(text, format="json", name="plan").governance, with_trace=True)


def rank_and_simulate(text: str) -> None:
    """Rank a document, as `rank --simulate` does."""
    ranking = rank(parse(text, format="json", name="plan").governance)
    str(ranking)
    simulate(ranking, draws=20)
    value_of_information(ranking, draws=20)


def everything(text: str) -> None:
    """All of these."""
    for act in (check, repair, show, rank_and_simulate):
        act(text)


def document(change: Callable[[dict[str, Any]], None]) -> str:
    """The example document, changed."""
    data = example_data()
    change(data)
    return json.dumps(data)


def initiatives(data: dict[str, Any], count: int, **fields: Any) -> list[dict[str, Any]]:
    """Initiatives in later, each with a number, a title and these fields; a function gives each its own."""
    items = [
        {
            "id": f"item-{number}",
            "title": f"Item {number}",
            "theme": "Fewer meetings",
            **{name: field(number) if callable(field) else field for name, field in fields.items()},
        }
        for number in range(count)
    ]
    data["roadmap"]["timeHorizon"]["later"] += items
    return items


def kpis(data: dict[str, Any], group: str, count: int, **fields: Any) -> list[dict[str, Any]]:
    """KPIs of a group, like initiatives."""
    made = [
        {
            "id": f"{group}-{number}",
            "name": f"Metric {group} {number}",
            "direction": "increase",
            "target": 9,
            "source": "the shop",
            **{name: field(number) if callable(field) else field for name, field in fields.items()},
        }
        for number in range(count)
    ]
    data["metrics"][f"{group}Metrics"] += made
    return made


def word(number: int, length: int = 64) -> str:
    """Letters that are as good as random, and the same for the same number."""
    return "".join(Random(number).choices("abcdefghijklmnopqrstuvwxyz", k=length))


def wrong_themes(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        data["roadmap"]["themes"] += [word(number) for number in range(100)]
        initiatives(data, count, theme=lambda number: word(1_000 + number))

    return document(change)


def far_dependencies(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        initiatives(data, count)
        data["roadmap"]["dependencies"] = [{"from": f"item-{number}", "to": f"{number}-xyz"} for number in range(count)]

    return document(change)


def huge_themes(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        data["roadmap"]["themes"] += [f"{number} " + "a b " * 20 * count for number in range(4)]
        initiatives(data, count, theme=lambda number: f"{number} " + "a b " * 20)

    return document(change)


def similar_metrics(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        kpis(data, "output", count)
        initiatives(data, count, metrics=lambda number: [f"output-{number}x"])

    return document(change)


def long_title(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        initiatives(data, 1, title="x" * count)

    return document(change)


def wide_texts(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        data["productVision"]["mission"] = "e\u0301" * count
        data["productVision"]["targetMarket"] = ["word " * count]
        data["productVision"]["valueProposition"] = "\u200b" * count + "漢" * count

    return document(change)


def influence_pairs(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        kpis(data, "output", count, influences=lambda number: [f"output-{number ^ 1}"])

    return document(change)


def equal_dependencies(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        data["roadmap"]["dependencies"] = [{"from": "payments", "to": "checkout"}] * count

    return document(change)


def equal_and_broken_dependencies(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        initiatives(data, count)
        equal = [{"from": "payments", "to": "checkout"}] * count
        broken = [{"from": f"item-{number}", "to": "chekcout"} for number in range(count)]
        data["roadmap"]["dependencies"] = [one for pair in zip(equal, broken, strict=True) for one in pair]

    return document(change)


def chain_of_metrics(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        kpis(data, "output", count, influences=lambda number: [f"output-{number + 1}"] if number + 1 < count else [])
        data["productVision"]["strategicPillars"] += [f"Pillar {number}" for number in range(count)]
        initiatives(data, count, pillar=lambda number: f"Pillar {number}", metrics=lambda number: [f"output-{number}"])

    return document(change)


RICE = {"reach": 100, "impact": 1, "confidence": 0.8, "effort": 2}
BREACH = [{"date": "2026-03-01", "value": 9}]


def long_roadmap(count: int) -> str:
    """Items in every horizon, each overdue and in a chain of dependencies, with equal scores and unknown themes."""

    def change(data: dict[str, Any]) -> None:
        horizons = data["roadmap"]["timeHorizon"]
        items = initiatives(data, 4 * count, scoring={"rice": RICE}, targetDate="2026-01-05", startDate="2026-01-04")
        del horizons["later"][-4 * count :]
        for number, item in enumerate(items[: 3 * count]):
            horizons[("now", "next", "later")[number % 3]].append({**item, "status": "planned"})
        data["roadmap"]["delivered"] = [{**item, "status": "done"} for item in items[3 * count :]]
        horizons["future"] = [{"id": f"vision-{number}", "title": "A vision"} for number in range(count)]
        data["roadmap"]["externals"] = [{"id": f"external-{number}", "title": "A law"} for number in range(count)]
        data["roadmap"]["themes"] += [f"Theme {number}" for number in range(count)]
        data["productVision"]["strategicPillars"] += [f"Pillar {number}" for number in range(count)]
        data["roadmap"]["dependencies"] = [
            *({"from": f"item-{number}", "to": f"item-{number + 1}"} for number in range(count)),
            *({"from": f"item-{number}", "to": f"vision-{number}"} for number in range(count)),
            *({"from": f"item-{number}", "to": f"external-{number}"} for number in range(count)),
        ]

    return document(change)


def ring_of_dependencies(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        initiatives(data, count, scoring={"rice": RICE})
        rings = [{"from": f"item-{number}", "to": f"item-{(number + 1) % count}"} for number in range(count)]
        pairs = [{"from": f"item-{number}", "to": f"item-{number ^ 1}"} for number in range(count)]
        data["roadmap"]["dependencies"] = [*rings, *pairs]

    return document(change)


def one_item_with_many_prerequisites(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        initiatives(data, count, scoring={"rice": RICE}, metrics=["activation"] * 3)
        first = [{"from": "item-0", "to": f"item-{number}"} for number in range(1, count)]
        last = [{"from": f"item-{number}", "to": "checkout"} for number in range(count)]
        data["roadmap"]["dependencies"] = [*first, *last]

    return document(change)


def many_metrics(count: int) -> str:
    """KPIs of every group, outside their bounds, with an id used twice, all leading to all others through one."""

    def change(data: dict[str, Any]) -> None:
        for group in ("input", "output", "guardrail"):
            kpis(data, group, count, bounds={"max": 2}, observations=BREACH, baseline=10, influences=["weekly-teams"])
        kpis(data, "input", count, id=lambda number: f"output-{number}")
        data["metrics"]["outputMetrics"][0]["influences"] = [f"output-{number}" for number in range(count)]
        names = [f"{group}-{number}" for group in ("input", "guardrail") for number in range(count)]
        data["reviews"]["productReview"]["metrics"] = names
        data["roadmap"]["timeHorizon"]["now"][0]["metrics"] = names
        data["roadmap"]["timeHorizon"]["now"][0]["guardrails"] = names

    return document(change)


def many_observations(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        seen = [{"date": f"20{number % 60:02}-01-{number % 28 + 1:02}", "value": number} for number in range(count)]
        data["metrics"]["inputMetrics"][0]["observations"] = seen
        people = [{"title": f"Person {number}", "responsibility": "approver"} for number in range(count)]
        data["reviews"]["productReview"]["participants"] = people

    return document(change)


def many_surveys(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        data["prioritization"]["framework"] = "Kano"
        answers = [{"functional": "like", "dysfunctional": "dislike"}, {"functional": "like", "dysfunctional": "like"}]
        scoring: dict[str, Any] = {"kano": {"responses": answers}}
        initiatives(data, count, scoring=scoring)
        initiatives(
            data,
            count,
            id=lambda number: f"moved-{number}",
            scoring=lambda number: {**scoring, "override": {"score": number, "reason": "the law"}},
        )

    return document(change)


def many_estimates(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        reach = {"low": 1, "likely": 50, "high": 100}
        initiatives(
            data,
            count,
            title=lambda number: f"Item {number}",
            scoring=lambda number: {"rice": {**RICE, "reach": reach, "effort": 1 + number}},
        )
        data["prioritization"]["scoringCriteria"] = dict.fromkeys(
            ("businessValue", "userImpact", "effort", "strategicAlignment"), 0
        )

    return document(change)


def long_names(count: int) -> str:
    """One long name for each thing that others can name."""

    def change(data: dict[str, Any]) -> None:
        long = "Long " * count + "name"
        data["metrics"]["inputMetrics"][0]["name"] = data["metrics"]["outputMetrics"][0]["name"] = long
        data["roadmap"]["themes"].append(long)
        data["productVision"]["strategicPillars"].append(long)
        initiatives(data, count, metrics=["activation"], theme="Long nmae", pillar="Long Long name")

    return document(change)


def _shape(name: str, build: Callable[[int], str], act: Callable[[str], object], size: int) -> Shape:
    return Shape(name=name, build=build, act=act, sizes=(size, 2 * size, 4 * size))


SHAPES: tuple[Shape, ...] = (
    _shape("many wrong themes beside long ones", wrong_themes, check, 10),
    _shape("many dependencies on far names", far_dependencies, check, 110),
    _shape("many wrong themes beside huge ones", huge_themes, check, 20),
    _shape("many metrics that are near many", similar_metrics, check, 110),
    _shape("a title of one word", long_title, show, 300),
    _shape("texts of wide and empty characters", wide_texts, show, 150),
    _shape("many pairs of metrics that influence each other", influence_pairs, check, 200),
    _shape("many equal dependencies", equal_dependencies, repair, 50),
    _shape("many equal and many broken dependencies", equal_and_broken_dependencies, repair, 50),
    _shape("a chain of metrics, each with a pillar", chain_of_metrics, show, 40),
    _shape("a long roadmap with dependencies", long_roadmap, everything, 10),
    _shape("a ring of dependencies, and pairs", ring_of_dependencies, everything, 20),
    _shape("one item with many prerequisites", one_item_with_many_prerequisites, everything, 20),
    _shape("many metrics outside their bounds", many_metrics, everything, 10),
    _shape("many observations and approvers", many_observations, everything, 50),
    _shape("many Kano surveys and overrides", many_surveys, everything, 15),
    _shape("many estimates", many_estimates, everything, 15),
    _shape("long names that many things name", long_names, everything, 20),
)
