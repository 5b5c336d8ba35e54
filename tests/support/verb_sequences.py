"""Governances after a few of the verbs of the model, as the command line and notebooks use them."""

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

import productgov as pg
from productgov import strategies

__all__ = ["after_verbs"]

Draw = st.DrawFn
Governance = pg.ProductGovernance
DAY = date(2026, 6, 1)
PLACES: tuple[pg.Place, ...] = ("now", "next", "later", "future", "backlog", "delivered")


def ids(governance: Governance, *, kpis: bool = False) -> list[str]:
    if kpis:
        return [kpi.id for kpi in governance.metrics.kpis()]
    columns = governance.roadmap.time_horizon
    items = (*columns.now, *columns.next, *columns.later, *governance.roadmap.backlog, *governance.roadmap.delivered)
    return [*(item.id for item in items), *(vision.id for vision in columns.future)]


def an_id(draw: Draw, governance: Governance) -> str:
    return draw(st.sampled_from(ids(governance) or ["nothing"]))


def add(draw: Draw, governance: Governance) -> Governance:
    item = draw(strategies.initiatives() | strategies.visions())
    return governance.add(item, to=draw(st.sampled_from(PLACES)))


def move(draw: Draw, governance: Governance) -> Governance:
    before = draw(st.none() | st.sampled_from(ids(governance) or ["nothing"]))
    return governance.move(an_id(draw, governance), to=draw(st.sampled_from(PLACES)), before=before)


def change(draw: Draw, governance: Governance) -> Governance:
    status = draw(st.sampled_from(pg.Status))
    due = draw(st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)))
    return governance.change(an_id(draw, governance), status=status, target_date=due)


def rename(draw: Draw, governance: Governance) -> Governance:
    name = draw(st.sampled_from([*ids(governance), *ids(governance, kpis=True)] or ["nothing"]))
    return governance.rename(name, f"renamed-{draw(st.integers(0, 9))}")


def remove(draw: Draw, governance: Governance) -> Governance:
    return governance.remove(an_id(draw, governance), dangling=True)


def deliver(draw: Draw, governance: Governance) -> Governance:
    return governance.deliver(an_id(draw, governance), on=DAY)


def drop(draw: Draw, governance: Governance) -> Governance:
    return governance.drop(an_id(draw, governance), "Nobody asked for it.", on=DAY)


def observe(draw: Draw, governance: Governance) -> Governance:
    name = draw(st.sampled_from(ids(governance, kpis=True) or ["nothing"]))
    return governance.observe(name, draw(st.integers(0, 9)), on=draw(st.sampled_from([DAY, date(2026, 7, 1)])))


def check_in(draw: Draw, governance: Governance) -> Governance:
    return governance.check_in(an_id(draw, governance), on=DAY, health=draw(st.sampled_from(pg.Health)))


VERBS: tuple[Callable[[Draw, Governance], Governance], ...] = (
    add,
    move,
    change,
    rename,
    remove,
    deliver,
    drop,
    observe,
    check_in,
)


@st.composite
def after_verbs(draw: Draw, governance: Governance, *, most: int = 5) -> Governance:
    """The governance after up to a few verbs; those that it refuses are not done."""
    for verb in draw(st.lists(st.sampled_from(VERBS), min_size=1, max_size=most)):
        try:
            governance = verb(draw, governance)
        except pg.ProductGovError:
            continue
    return governance
