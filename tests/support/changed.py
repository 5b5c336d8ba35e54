"""Changes of a governance, as people make them."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import attrs
from hypothesis import strategies as st

import productgov as pg
from productgov import strategies

__all__ = ["CHANGES", "changed"]

Draw = st.DrawFn
Governance = pg.ProductGovernance
TEXTS = st.sampled_from(
    [
        "A new title",
        "Ünïcode: yes",
        "# no comment",
        "two\nlines\n",
        "no",
        "12",
        "- dash",
        "a, b",
        "it's",
        '"q"',
        "x: y",
        "many words that are longer than a line of text usually is, so that it would be folded",
        "one\n\ntwo",
        " blank",
        "2026-05-01",
        "tab\there",
        "end ",
    ]
)
LISTS = ("now", "next", "later", "delivered")


Model = TypeVar("Model", bound=attrs.AttrsInstance)
Item = TypeVar("Item")


def evolved(value: Model, **fields: object) -> Model:
    return attrs.evolve(value, **fields)  # type: ignore[misc]


def lists_of(governance: Governance) -> dict[str, tuple[pg.Initiative, ...]]:
    columns = governance.roadmap.time_horizon
    return {
        "now": columns.now,
        "next": columns.next,
        "later": columns.later,
        "delivered": governance.roadmap.delivered,
    }


def with_lists(governance: Governance, lists: dict[str, tuple[pg.Initiative, ...]]) -> Governance:
    columns = evolved(governance.roadmap.time_horizon, now=lists["now"], next=lists["next"], later=lists["later"])
    return evolved(governance, roadmap=evolved(governance.roadmap, time_horizon=columns, delivered=lists["delivered"]))


def without(items: tuple[Item, ...], index: int) -> tuple[Item, ...]:
    return items[:index] + items[index + 1 :]


def inserted(items: tuple[Item, ...], index: int, item: Item) -> tuple[Item, ...]:
    return (*items[:index], item, *items[index:])


def place(draw: Draw, items: tuple[object, ...]) -> int:
    return draw(st.integers(0, len(items)))


def an_item(draw: Draw, governance: Governance) -> tuple[str, int] | None:
    places = [(name, index) for name, items in lists_of(governance).items() for index in range(len(items))]
    return draw(st.sampled_from(places)) if places else None


def add_item(draw: Draw, governance: Governance) -> Governance:
    lists = lists_of(governance)
    name = draw(st.sampled_from(LISTS[:3]))
    item = draw(strategies.initiatives())
    number = sum(map(len, lists.values()))
    item = evolved(item, id=f"new-{number}")
    return with_lists(governance, {**lists, name: inserted(lists[name], place(draw, lists[name]), item)})


def remove_item(draw: Draw, governance: Governance) -> Governance:
    found = an_item(draw, governance)
    if found is None:
        return governance
    lists = lists_of(governance)
    return with_lists(governance, {**lists, found[0]: without(lists[found[0]], found[1])})


def move_item(draw: Draw, governance: Governance) -> Governance:
    found = an_item(draw, governance)
    if found is None:
        return governance
    lists = lists_of(governance)
    item = lists[found[0]][found[1]]
    lists[found[0]] = without(lists[found[0]], found[1])
    to = draw(st.sampled_from(LISTS))
    if to == "delivered":
        item = evolved(item, status=pg.Status.DONE)
    lists[to] = inserted(lists[to], place(draw, lists[to]), item)
    return with_lists(governance, lists)


def change_item(draw: Draw, governance: Governance) -> Governance:
    found = an_item(draw, governance)
    if found is None:
        return governance
    lists = lists_of(governance)
    name, index = found
    item = lists[name][index]
    fields: dict[str, st.SearchStrategy[object]] = {
        "title": TEXTS,
        "description": st.none() | TEXTS,
        "owner": st.none() | st.builds(pg.Role, title=TEXTS) | strategies.roles(),
        "status": st.sampled_from(list(pg.Status)),
        "target_date": st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
        "start_date": st.none() | st.just(date(2026, 1, 1)),
        "tags": st.lists(TEXTS, max_size=3).map(tuple),
        "metrics": st.lists(st.sampled_from(["a", "b", "c"]), max_size=2).map(tuple),
        "links": st.lists(strategies.links(), max_size=2).map(tuple),
        "scoring": st.none() | strategies.scorings(),
        "id": st.just(f"{item.id[:40]}-renamed"),
        "extensions": st.dictionaries(st.sampled_from(["x-a", "x-b"]), strategies.extension_values(), max_size=2),
    }
    field = draw(st.sampled_from(sorted(fields)))
    item = evolved(item, **{field: draw(fields[field])})
    return with_lists(governance, {**lists, name: (*lists[name][:index], item, *lists[name][index + 1 :])})


GROUPS = ("input_metrics", "output_metrics", "guardrail_metrics")


def change_kpi(draw: Draw, governance: Governance) -> Governance:
    metrics = governance.metrics
    groups = [name for name in GROUPS if getattr(metrics, name)]
    if not groups:
        return governance
    name = draw(st.sampled_from(groups))
    kpis = getattr(metrics, name)
    index = draw(st.integers(0, len(kpis) - 1))
    kpi = kpis[index]
    observations = kpi.observations
    fields: dict[str, st.SearchStrategy[object]] = {
        "name": TEXTS,
        "unit": st.none() | TEXTS,
        "target": st.none() | strategies.targets() | st.builds(pg.Target, value=st.integers(0, 9) | st.floats(0, 9)),
        "baseline": st.none() | st.integers(0, 500) | st.just(450.0),
        "bounds": st.none() | strategies.bounds(),
        "observations": st.just(observations[1:])
        | strategies.observations().map(lambda new: (*observations, new))
        | st.permutations(observations).map(tuple),
        "owner": st.none() | st.builds(pg.Role, title=TEXTS),
    }
    field = draw(st.sampled_from(sorted(fields)))
    kpi = evolved(kpi, **{field: draw(fields[field])})
    changed = (*kpis[:index], kpi, *kpis[index + 1 :])
    return evolved(governance, metrics=evolved(metrics, **{name: changed}))


def move_kpi(draw: Draw, governance: Governance) -> Governance:
    metrics = governance.metrics
    groups = [name for name in GROUPS if getattr(metrics, name)]
    if not groups:
        return evolved(governance, metrics=evolved(metrics, input_metrics=(draw(strategies.kpis()),)))
    source, to = draw(st.sampled_from(groups)), draw(st.sampled_from(GROUPS))
    kpi, *others = getattr(metrics, source)
    metrics = evolved(metrics, **{source: tuple(others)})
    return evolved(governance, metrics=evolved(metrics, **{to: (*getattr(metrics, to), kpi)}))


def change_roadmap(draw: Draw, governance: Governance) -> Governance:
    roadmap = governance.roadmap
    fields: dict[str, st.SearchStrategy[object]] = {
        "themes": st.permutations(roadmap.themes).map(tuple)
        | st.just(roadmap.themes[1:])
        | TEXTS.map(lambda text: (*roadmap.themes, text)),
        "dependencies": st.permutations(roadmap.dependencies).map(tuple)
        | st.just(roadmap.dependencies[1:])
        | strategies.dependencies().map(lambda new: (new, *roadmap.dependencies)),
        "externals": st.just(roadmap.externals[1:]) | strategies.externals().map(lambda new: (*roadmap.externals, new)),
        "time_horizon": strategies.visions().map(
            lambda new: evolved(roadmap.time_horizon, future=(*roadmap.time_horizon.future, new))
        ),
        "extensions": st.dictionaries(st.sampled_from(["x-a", "x-b"]), strategies.extension_values(), max_size=2),
    }
    field = draw(st.sampled_from(sorted(fields)))
    return evolved(governance, roadmap=evolved(roadmap, **{field: draw(fields[field])}))


def change_reviews(draw: Draw, governance: Governance) -> Governance:
    reviews = governance.reviews
    name = draw(st.sampled_from(["product_review", "strategy_review", "portfolio_review"]))
    review = getattr(reviews, name)
    participants = review.participants
    fields: dict[str, st.SearchStrategy[object]] = {
        "frequency": st.sampled_from(["weekly", "every 2 weeks", "monthly"]),
        "participants": st.permutations(participants).map(tuple)
        | strategies.roles().map(lambda new: (*participants, new))
        | st.just((*participants[:-1], pg.Role(title="Somebody", name="Else"))),
        "agenda": st.lists(TEXTS, max_size=3).map(tuple),
        "duration_minutes": st.none() | st.integers(5, 90),
    }
    field = draw(st.sampled_from(sorted(fields)))
    review = evolved(review, **{field: draw(fields[field])})
    return evolved(governance, reviews=evolved(reviews, **{name: review}))


def change_root(draw: Draw, governance: Governance) -> Governance:
    vision = governance.product_vision
    fields: dict[str, st.SearchStrategy[object]] = {
        "name": st.none() | TEXTS,
        "as_of": st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
        "schema": st.none() | st.just("https://example.com/schema.json"),
        "product_vision": TEXTS.map(lambda text: evolved(vision, mission=text))
        | st.permutations(vision.strategic_pillars).map(lambda new: evolved(vision, strategic_pillars=tuple(new))),
        "prioritization": strategies.prioritizations(),
        "extensions": st.dictionaries(st.sampled_from(["x-a", "x-b"]), strategies.extension_values(), max_size=2),
    }
    field = draw(st.sampled_from(sorted(fields)))
    return evolved(governance, **{field: draw(fields[field])})


CHANGES: tuple[Callable[[Draw, Governance], Governance], ...] = (
    add_item,
    remove_item,
    move_item,
    move_item,
    change_item,
    change_item,
    change_kpi,
    move_kpi,
    change_roadmap,
    change_reviews,
    change_root,
)


@st.composite
def changed(draw: Draw, governance: Governance, *, most: int = 3) -> Governance:
    """The governance after up to a few changes; those that its constraints do not allow are not made."""
    for _ in range(draw(st.integers(1, most))):
        change = draw(st.sampled_from(CHANGES))
        try:
            governance = change(draw, governance)
        except pg.InvalidValueError:
            continue
    return governance
