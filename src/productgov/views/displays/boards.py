"""The displays of a governance: its vision, its roadmap as a board, its objectives and metrics; and of one KPI."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.analysis.objectives import objective_progress
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI
from productgov.model.roadmap import Horizon, Roadmap
from productgov.model.vision import Vision
from productgov.ranking.ranking import rank
from productgov.views.blocks import (
    Block,
    Card,
    CardColumn,
    CardColumns,
    Grid,
    Heading,
    Paragraph,
    Value,
    bounded,
)
from productgov.views.displays.fields import field_blocks
from productgov.views.tables import Percent

__all__ = ["governance_blocks", "kpi_blocks", "roadmap_blocks"]

_CARDS = 8
_NO_POSITIONS: Mapping[str, int] = MappingProxyType({})


def governance_blocks(governance: ProductGovernance) -> Iterator[Block]:
    """What the product is for, its board, its objectives and its metrics."""
    day = resolve_as_of(governance)
    yield Heading(governance.name or "Product governance", 2)
    yield Paragraph(
        f"{governance.product_vision.mission} (As of {day}, ranked by {governance.prioritization.framework}.)"
    )
    yield from roadmap_blocks(governance.roadmap, rank(governance).positions(), governance.fiscal_year_start)
    if governance.objectives:
        yield Heading("Objectives", 3)
        shown, more = bounded(objective_progress(governance, day).objectives, _CARDS)
        yield Grid(
            head=("objective", "period", "progress", "expected"),
            rows=tuple(
                (each.objective.title, str(each.objective.period), _percent(each.progress), Percent(each.expected))
                for each in shown
            ),
            more=more,
        )
    yield from _metrics(governance, day)


def roadmap_blocks(
    roadmap: Roadmap, positions: Mapping[str, int] = _NO_POSITIONS, fiscal_year_start: int = 1
) -> Iterator[Block]:
    """The columns of the roadmap, next to each other."""
    columns = roadmap.time_horizon
    yield CardColumns(
        (
            *(
                _column(horizon.value, (_card(item, positions, fiscal_year_start) for item in items))
                for horizon, items in (
                    (Horizon.NOW, columns.now),
                    (Horizon.NEXT, columns.next),
                    (Horizon.LATER, columns.later),
                )
            ),
            _column(Horizon.FUTURE.value, map(_vision, columns.future)),
        )
    )
    counts = (
        ("backlog", len(roadmap.backlog)),
        ("delivered", len(roadmap.delivered)),
        ("externals", len(roadmap.externals)),
    )
    also = ", ".join(f"{count} in {name}" for name, count in counts if count)
    if also:
        yield Paragraph(f"Also: {also}.")


def kpi_blocks(kpi: KPI) -> Iterator[Block]:
    """The fields of a KPI, but for its observations the latest."""
    yield from field_blocks(attrs.evolve(kpi, observations=()))
    if kpi.observations:
        latest = sorted(kpi.observations, key=lambda each: each.date, reverse=True)
        shown, more = bounded(latest, _CARDS)
        yield Grid(
            head=("date", "value", "note"), rows=tuple((each.date, each.value, each.note) for each in shown), more=more
        )


def _metrics(governance: ProductGovernance, day: date) -> Iterator[Block]:
    kpis = [(group.value, kpi) for group, kpis in governance.metrics.groups() for kpi in kpis]
    star = governance.metrics.north_star
    yield Heading("Metrics", 3)
    shown, more = bounded(kpis, 12)
    yield Grid(
        head=("metric", "group", "status", "current", "target", "progress", "unit"),
        rows=tuple(_metric(group, kpi, day, starred=kpi is star) for group, kpi in shown),
        more=more,
    )


def _metric(group: str, kpi: KPI, day: date, *, starred: bool) -> tuple[Value, ...]:
    current, target = kpi.current(day), kpi.target_on(day)
    return (
        f"{'★ ' if starred else ''}{kpi.name}",
        group,
        kpi.status(day).value,
        current.value if current else None,
        target.value if target else None,
        _percent(kpi.progress(day)),
        kpi.unit,
    )


def _column(title: str, cards: Iterable[Card]) -> CardColumn:
    shown, more = bounded(cards, _CARDS)
    return CardColumn(title=title.capitalize(), cards=tuple(shown), more=more)


def _card(item: Initiative, positions: Mapping[str, int], fiscal_year_start: int) -> Card:
    position = f"#{positions[item.id]} " if item.id in positions else ""
    due = item.due(fiscal_year_start)
    day = f"done {item.delivered_date}" if item.delivered_date else f"due {due}" if due else ""
    owner = (item.owner.name or item.owner.title) if item.owner else ""
    lines = (f"{item.id} · {item.status}", " · ".join(filter(None, (day, owner))))
    return Card(f"{position}{item.title}", tuple(filter(None, lines)))


def _vision(item: Vision) -> Card:
    return Card(item.title, tuple(filter(None, (item.id, item.theme))))


def _percent(share: float | None) -> Value:
    return None if share is None else Percent(share)
