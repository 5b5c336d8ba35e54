"""PG1xx: names that name something."""

from collections.abc import Iterable, Iterator

from productgov.findings import Severity
from productgov.found import Found
from productgov.nearest import Names
from productgov.paths import Path
from productgov.rules.context import GROUPS, Context, PlacedEntry
from productgov.rules.rule import Rule
from productgov.wording import quoted

__all__ = ["RULES"]


def _ids_twice(context: Context) -> Iterator[Found]:
    """PG101."""
    roadmap = ((entry.path, entry.value.id, entry.value.title) for entry in context.entries)
    yield from _twice(roadmap, "roadmap items and externals")
    for group in GROUPS:
        kpis = ((placed.path, placed.kpi.id, placed.kpi.name) for placed in context.kpis if placed.group is group)
        yield from _twice(kpis, f"{group.noun} metrics")


def _twice(named: Iterable[tuple[Path, str, str]], among: str) -> Iterator[Found]:
    first: dict[str, str] = {}
    for path, name, title in named:
        if name in first:
            message = f"the id {name} stands twice among {among}: {quoted(first[name])} has it already"
            yield Found((*path, "id"), message, f"give {quoted(title)} an id of its own")
        first.setdefault(name, title)


def _dependency_ends(context: Context) -> Iterator[Found]:
    """PG102."""
    names = Names(tuple(context.by_id))
    for index, dependency in enumerate(context.governance.roadmap.dependencies):
        for end, name in (("from", dependency.from_), ("to", dependency.to)):
            if name not in context.by_id:
                yield Found(
                    ("roadmap", "dependencies", index, end),
                    f"the dependency names {name}, which is no item, vision or external of the roadmap",
                    names.hint(name, "add it to the roadmap or its externals, or remove the dependency"),
                    names.near(name).repair,
                )


def _named_metrics(context: Context) -> Iterator[Found]:
    """PG103."""
    names = Names(tuple(context.kpi_by_id))
    known = context.kpi_by_id
    for holder, who, field, named in _metrics_named(context):
        for index, name in enumerate(named):
            if name in known:
                continue
            kind = "guardrail" if field == "guardrails" else "metric"
            yield Found(
                (*holder, field, index),
                f"{who} names the {kind} {name}, which is no KPI of this document",
                names.hint(name, "add the KPI to metrics, or remove the name"),
                names.near(name).repair,
            )


def _metrics_named(context: Context) -> Iterator[tuple[Path, str, str, tuple[str, ...]]]:
    """Who names KPIs: the place, the name of it, the field, and what it names."""
    for path, initiative, _ in context.initiatives:
        yield path, initiative.id, "metrics", initiative.metrics
        yield path, initiative.id, "guardrails", initiative.guardrails
    for path, kind, review in context.reviews:
        yield path, f"the {kind.value} review", "metrics", review.metrics or ()


def _themes(context: Context) -> Iterator[Found]:
    """PG104; the record of what was delivered keeps the themes of its day."""
    themes = context.governance.roadmap.themes
    if themes:
        planned = (entry for entry in context.entries if entry.horizon)
        yield from _texts(planned, "theme", themes, "roadmap.themes")


def _pillars(context: Context) -> Iterator[Found]:
    """PG105."""
    pillars = context.governance.product_vision.strategic_pillars
    yield from _texts(context.entries, "pillar", pillars, "strategicPillars")


def _texts(entries: Iterable[PlacedEntry], field: str, known: tuple[str, ...], where: str) -> Iterator[Found]:
    names, exist = Names(known), frozenset(known)
    for entry in entries:
        path, value = entry.path, entry.value
        text: str | None = getattr(value, field, None)
        if text is not None and text not in exist:
            yield Found(
                (*path, field),
                f"{value.id} has the {field} {quoted(text)}, which is not in {where}",
                names.hint(text, f"add it to {where}, or choose another {field}"),
                names.near(text).repair,
            )


def _north_star(context: Context) -> Iterator[Found]:
    """PG106."""
    metrics = context.governance.metrics
    if metrics.north_star is None:
        names = Names((*context.kpi_by_id, *(placed.kpi.name for placed in context.kpis)))
        near = names.near(metrics.north_star_metric).names
        meant = f"write {quoted(near[0])}" if near else "add it to the output metrics and write its id"
        yield Found(
            ("metrics", "northStarMetric"),
            f"the north-star metric {quoted(metrics.north_star_metric)} is no KPI: nothing measures it",
            f"{meant}, so that it has a value, a target and an owner",
        )


def _influenced(context: Context) -> Iterator[Found]:
    """PG107."""
    names = Names(tuple(context.kpi_by_id))
    for placed in context.kpis:
        for index, name in enumerate(placed.kpi.influences):
            if name not in context.kpi_by_id:
                yield Found(
                    (*placed.path, "influences", index),
                    f"{placed.kpi.id} influences {name}, which is no KPI of this document",
                    names.hint(name, "add the KPI to metrics, or remove the name"),
                    names.near(name).repair,
                )


RULES = (
    Rule(code="PG101", severity=Severity.ERROR, find=_ids_twice),
    Rule(code="PG102", severity=Severity.ERROR, find=_dependency_ends),
    Rule(code="PG103", severity=Severity.ERROR, find=_named_metrics),
    Rule(code="PG104", severity=Severity.ERROR, find=_themes),
    Rule(code="PG105", severity=Severity.ERROR, find=_pillars),
    Rule(code="PG106", severity=Severity.WARNING, find=_north_star),
    Rule(code="PG107", severity=Severity.ERROR, find=_influenced),
)
