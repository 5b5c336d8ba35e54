"""Shapes that an edit could pay too much for: many items, many changes, long lines, deep data."""

import attrs

import productgov as pg
from productgov.formats.registry import write_text
from tests.bounds.shape import Shape
from tests.support.changed import lists_of, with_lists
from tests.support.documents import minimal_document
from tests.support.extras import has


def document(count: int) -> dict[str, object]:
    """A document with many items."""
    data = minimal_document()
    items = [{"id": f"a{index}", "title": f"Item {index}", "tags": ["x", "y"]} for index in range(count)]
    data["roadmap"] = {"timeHorizon": {"now": items}}
    return data


def text_of(count: int) -> str:
    """A document with many items, in JSON on lines, or in YAML where that can be read."""
    return write_text(document(count), "yaml" if has("yaml") else "json")


def parsed(text: str) -> pg.Document:
    return pg.parse(text, format="json" if text.startswith("{") else "yaml")


def change_all(text: str) -> None:
    """Change every item of a document."""
    before = parsed(text)
    lists = lists_of(before.governance)
    now = tuple(attrs.evolve(item, title="New", tags=("x", "z")) for item in lists["now"])
    before.edit(with_lists(before.governance, {**lists, "now": now}))


def turn_round(text: str) -> None:
    """Put the items of a document in the opposite order, and half of them in another list."""
    before = parsed(text)
    lists = lists_of(before.governance)
    now = lists["now"][::-1]
    before.edit(with_lists(before.governance, {**lists, "now": now[::2], "next": now[1::2]}))


def replace_all(text: str) -> None:
    """Put other items in the place of all items of a document."""
    before = parsed(text)
    lists = lists_of(before.governance)
    new = tuple(pg.Initiative(id=f"new-{item.id}", title=f"Other {item.id}") for item in lists["now"])
    before.edit(with_lists(before.governance, {**lists, "now": new}))


def remove_most(text: str) -> None:
    """Remove all items of a document but every fifth, and add as many keys of extension data."""
    before = parsed(text)
    lists = lists_of(before.governance)
    wanted = with_lists(before.governance, {**lists, "now": lists["now"][::5]})
    extensions = pg.Extensions({f"x-{index}": index for index in range(len(lists["now"]))})
    before.edit(attrs.evolve(wanted, extensions=extensions))


SIZES = (40, 80, 160)
SHAPES = (
    Shape(name="many items that are changed", build=text_of, act=change_all, sizes=SIZES),
    Shape(name="many items that are moved", build=text_of, act=turn_round, sizes=SIZES),
    Shape(name="many items that are replaced", build=text_of, act=replace_all, sizes=SIZES),
    Shape(name="many items that are removed", build=text_of, act=remove_most, sizes=SIZES),
    Shape(
        name="many items that are changed in JSON on one line",
        build=lambda count: pg.dumps(pg.from_dict(document(count))).replace("\n", ""),
        act=change_all,
        sizes=SIZES,
    ),
    Shape(
        name="many items that are moved in JSON on one line",
        build=lambda count: pg.dumps(pg.from_dict(document(count))).replace("\n", ""),
        act=turn_round,
        sizes=SIZES,
    ),
)
