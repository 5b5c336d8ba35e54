"""Shapes of findings that are about many places: what many items lack, and one name for many things."""

from typing import Any

from tests.bounds.shape import Shape
from tests.bounds.shapes_of_findings import report_json
from tests.bounds.shapes_of_rules import check, document, initiatives, kpis, word


def lacking(count: int) -> str:
    """Items in now that lack an owner, a day and a metric, and have not started."""

    def change(data: dict[str, Any]) -> None:
        columns = data["roadmap"]["timeHorizon"]
        items = initiatives(data, count, startDate="2026-01-05", status="planned")
        columns["now"] += items
        del columns["later"][-count:]

    return document(change)


def one_id(count: int) -> str:
    return document(lambda data: data["roadmap"].update(externals=[{"id": "bank", "title": "B"}] * count))


def spellings(count: int) -> str:
    """Themes, pillars and titles that differ in their punctuation only, and entries that stand twice."""

    def change(data: dict[str, Any]) -> None:
        data["roadmap"]["themes"] += [f"Fewer{'-' * (number % 9)}meetings" for number in range(count)]
        data["productVision"]["strategicPillars"] += [f"Calm{'!' * (number % 9)}" for number in range(count)]
        initiatives(data, count, title="One title", tags=["a", "a"])

    return document(change)


def unserved(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        data["productVision"]["strategicPillars"] += [word(number) for number in range(count)]
        data["roadmap"]["themes"] += [word(number) for number in range(count)]
        kpis(data, "input", count)

    return document(change)


def waiting(count: int) -> str:
    """Items that wait for one overdue external and for each other, with days in the wrong order."""

    def change(data: dict[str, Any]) -> None:
        initiatives(data, count, targetDate=lambda number: f"2026-{10 + number % 3}-01")
        data["roadmap"]["externals"] = [{"id": "bank", "title": "B", "expectedDate": "2026-01-01"}]
        data["roadmap"]["dependencies"] = [
            {"from": f"item-{number}", "to": to} for number in range(count) for to in ("bank", f"item-{number + 1}")
        ][:-1]

    return document(change)


def ignoring(count: int) -> str:
    """Items with ignores that have ended, have unknown keys, or match nothing."""

    def change(data: dict[str, Any]) -> None:
        entries = [{"code": "PG206", "until": "2026-01-01"}, {"code": "PG206", "resaon": "x"}, {"code": "PG999"}]
        initiatives(data, count, **{"x-productgov": {"ignore": entries}})

    return document(change)


SHAPES: tuple[Shape, ...] = (
    Shape(name="items that lack the same", build=lacking, act=report_json, sizes=(100, 200, 400)),
    Shape(name="externals of one id", build=one_id, act=report_json, sizes=(100, 200, 400)),
    Shape(name="names that are spelt alike", build=spellings, act=check, sizes=(100, 200, 400)),
    Shape(name="pillars, themes and metrics that nothing serves", build=unserved, act=check, sizes=(100, 200, 400)),
    Shape(name="items that wait for one external", build=waiting, act=report_json, sizes=(100, 200, 400)),
    Shape(name="ignores with mistakes", build=ignoring, act=check, sizes=(100, 200, 400)),
)
