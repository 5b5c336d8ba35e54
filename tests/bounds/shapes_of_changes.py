"""Two versions that differ in much: each line of the text is a seed of both."""

from collections.abc import Callable

from productgov import ProductGovernance, from_dict
from productgov.changes import apply, diff
from productgov.packs import review_pack
from tests.bounds.shape import Shape
from tests.support.examples import example_data

__all__ = ["SHAPES"]

Fields = dict[str, object]


def numbers(count: int) -> str:
    """A text from which both versions are made: its length is what counts."""
    return "x" * count


def items(count: int, make: Callable[[int], Fields]) -> ProductGovernance:
    data = example_data()
    data["roadmap"]["timeHorizon"]["later"] = [make(number) for number in range(count)]
    return from_dict(data)


def plain(number: int) -> Fields:
    return {
        "id": f"item-{number}",
        "title": f"Item {number}",
        "metrics": ["activation"],
        "tags": ["a", f"b-{number}"],
        "owner": "CPO",
    }


def compared(old: ProductGovernance, new: ProductGovernance) -> None:
    changes = diff(old, new)
    assert apply(old, changes) == new
    assert str(changes)


def edited(text: str) -> None:
    compared(items(len(text), plain), items(len(text), lambda n: {**plain(n), "title": f"New {n}", "status": "paused"}))


def renamed(text: str) -> None:
    compared(items(len(text), plain), items(len(text), lambda n: {**plain(n), "id": f"new-{n}"}))


def renamed_and_reworded(text: str) -> None:
    def after(number: int) -> Fields:
        return {**plain(number), "id": f"new-{number}", "title": f"Other {number}"}

    compared(items(len(text), plain), items(len(text), after))


def replaced(text: str) -> None:
    compared(items(len(text), plain), items(len(text), lambda n: {"id": f"new-{n}", "title": f"Other {n}"}))


def reversed_order(text: str) -> None:
    count = len(text)
    compared(items(count, plain), items(count, lambda n: plain(count - 1 - n)))


def moved(text: str) -> None:
    old = items(len(text), plain)
    data = example_data()
    data["roadmap"]["timeHorizon"]["next"] = [plain(number) for number in range(len(text))]
    compared(old, from_dict(data))


def themes(text: str) -> None:
    def version(word: str) -> ProductGovernance:
        data = example_data()
        data["roadmap"]["themes"] = ["Fewer meetings", *(f"{word} number {number}" for number in range(len(text)))]
        return from_dict(data)

    compared(version("Theme"), version("Thema"))


def observations(text: str) -> None:
    def version(year: int) -> ProductGovernance:
        data = example_data()
        days = [f"{year}-{1 + n // 28 % 12:02}-{1 + n % 28:02}" for n in range(len(text))]
        data["metrics"]["inputMetrics"][0]["observations"] = [{"date": day, "value": 1} for day in days]
        return from_dict(data)

    compared(version(2020), version(2021))


def dependencies(text: str) -> None:
    def version(kind: str) -> ProductGovernance:
        data = example_data()
        data["roadmap"]["timeHorizon"]["later"] = [plain(number) for number in range(len(text))]
        data["roadmap"]["dependencies"] = [
            {"from": "checkout", "to": f"item-{number}", "type": kind} for number in range(len(text))
        ]
        return from_dict(data)

    compared(version("requires"), version("relatesTo"))


def late(text: str) -> None:
    governance = items(len(text), lambda n: {**plain(n), "targetDate": "2026-02-01", "metrics": ["crash-rate"]})
    assert review_pack(governance, "portfolio", last=governance).markdown()


SHAPES: tuple[Shape, ...] = tuple(
    Shape(name=name, build=numbers, act=act, sizes=(20, 40, 80))
    for name, act in {
        "every item edited": edited,
        "every item renamed": renamed,
        "every item renamed and reworded": renamed_and_reworded,
        "every item replaced": replaced,
        "every item in reverse": reversed_order,
        "every item moved": moved,
        "every theme spelt otherwise": themes,
        "every observation of another year": observations,
        "every dependency of another type": dependencies,
        "every item late for a review": late,
    }.items()
)
