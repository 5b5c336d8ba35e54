"""Names that must name something: ids, metrics, themes, pillars."""

from collections.abc import Iterable, Iterator

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.metrics import MetricGroup
from productgov.nearest import Names
from productgov.paths import Path
from productgov.rules.context import Context, PlacedEntry
from productgov.rules.rule import Family, Rule
from productgov.wording import quoted

__all__ = ["REFERENCES"]


def _duplicate_ids(context: Context) -> Iterator[Found]:
    roadmap = ((entry.path, entry.value.id, entry.value.title) for entry in context.entries)
    yield from _duplicates(roadmap)
    for group in MetricGroup:
        kpis = ((placed.path, placed.kpi.id, placed.kpi.name) for placed in context.kpis if placed.group is group)
        yield from _duplicates(kpis)


def _duplicates(named: Iterable[tuple[Path, str, str]]) -> Iterator[Found]:
    first: dict[str, str] = {}
    for path, name, title in named:
        if name in first:
            message = f"duplicate id {name}: {quoted(first[name])} already uses it"
            yield Found((*path, "id"), message, f"give {quoted(title)} another id")
        first.setdefault(name, title)


def _dependency_ends(context: Context) -> Iterator[Found]:
    names = Names(tuple(context.by_id))
    for index, dependency in enumerate(context.governance.roadmap.dependencies):
        for end, name in (("from", dependency.from_), ("to", dependency.to)):
            if name not in context.by_id:
                yield Found(
                    ("roadmap", "dependencies", index, end),
                    f"the dependency names {name}, which is not an item, vision or external of the roadmap",
                    names.hint(name, "add it to the roadmap or its externals, or remove the dependency"),
                    names.near(name).repair,
                )


def _metrics(context: Context) -> Iterator[Found]:
    names = Names(tuple(context.kpi_by_id))
    for holder, who, field, named in _metrics_named(context):
        for index, name in enumerate(named):
            if name in context.kpi_by_id:
                continue
            kind = "guardrail" if field == "guardrails" else "metric"
            yield Found(
                (*holder, field, index),
                f"{who} names the {kind} {name}, which is not a KPI in this document",
                names.hint(name, "add the KPI to metrics, or remove the name"),
                names.near(name).repair,
            )


def _metrics_named(context: Context) -> Iterator[tuple[Path, str, str, tuple[str, ...]]]:
    """Everything that names KPIs: its path, what messages call it, the field, and the names."""
    for path, initiative, _ in context.initiatives:
        yield path, initiative.id, "metrics", initiative.metrics
        yield path, initiative.id, "guardrails", initiative.guardrails
    for path, kind, review in context.reviews:
        yield path, f"the {kind.value} review", "metrics", review.metrics or ()


def _themes(context: Context) -> Iterator[Found]:
    themes = context.governance.roadmap.themes
    if themes:
        planned = (entry for entry in context.entries if entry.horizon)
        yield from _texts(planned, "theme", themes, "roadmap.themes")


def _pillars(context: Context) -> Iterator[Found]:
    pillars = context.governance.product_vision.strategic_pillars
    yield from _texts(context.entries, "pillar", pillars, "strategicPillars")


def _texts(entries: Iterable[PlacedEntry], field: str, known: tuple[str, ...], where: str) -> Iterator[Found]:
    names, exist = Names(known), frozenset(known)
    for path, value, _ in entries:
        text: str | None = getattr(value, field, None)
        if text is not None and text not in exist:
            yield Found(
                (*path, field),
                f"{value.id} has the {field} {quoted(text)}, which is not in {where}",
                names.hint(text, f"add it to {where}, or choose another {field}"),
                names.near(text).repair,
            )


def _north_star(context: Context) -> Iterator[Found]:
    metrics = context.governance.metrics
    if metrics.north_star is None:
        names = Names((*context.kpi_by_id, *(placed.kpi.name for placed in context.kpis)))
        near = names.near(metrics.north_star_metric).names
        star = quoted(metrics.north_star_metric)
        remedy = f"write {quoted(near[0])}" if near else "add it to the output metrics and write its id"
        yield Found(
            ("metrics", "northStarMetric"),
            f"the north-star metric {star} is not a KPI in this document, so nothing measures it",
            f"{remedy}, so that it has a value, a target and an owner",
        )


def _influences(context: Context) -> Iterator[Found]:
    names = Names(tuple(context.kpi_by_id))
    for placed in context.kpis:
        for index, name in enumerate(placed.kpi.influences):
            if name not in context.kpi_by_id:
                yield Found(
                    (*placed.path, "influences", index),
                    f"{placed.kpi.id} influences {name}, which is not a KPI in this document",
                    names.hint(name, "add the KPI to metrics, or remove the name"),
                    names.near(name).repair,
                )


def _instalments(id: str) -> dict[str, object]:
    item = {"id": id, "title": "Pay in instalments", "theme": "Fewer meetings"}
    return {"roadmap": {"timeHorizon": {"later": [item]}}}


REFERENCES = Family(
    prefix="PG1",
    title="References",
    about="Every id, metric, theme and pillar that is named must exist.",
    rules=(
        Rule(
            code="PG101",
            severity=Severity.ERROR,
            title="duplicate id",
            meaning="""Two roadmap items or externals have the same id, or two KPIs of one group. The finding is at the
                second; every reference means the first.""",
            why="A dependency on it, a link to it, an issue that names it: each could mean either of the two.",
            bad=_instalments("payments"),
            good=_instalments("instalments"),
            find=_duplicate_ids,
            as_written=True,
        ),
        Rule(
            code="PG102",
            severity=Severity.ERROR,
            title="unknown item in a dependency",
            meaning="A dependency names an id that is not an item, vision or external of the roadmap.",
            why="A prerequisite that is nowhere cannot be planned, watched or followed up.",
            bad={"roadmap": {"dependencies": [{"from": "payments", "to": "chekout"}]}},
            good={"roadmap": {"dependencies": [{"from": "payments", "to": "checkout"}]}},
            find=_dependency_ends,
            as_written=True,
        ),
        Rule(
            code="PG103",
            severity=Severity.ERROR,
            title="unknown metric",
            meaning="An initiative or a review names a metric or a guardrail that is not a KPI in the document.",
            why="Nobody can tell whether an initiative worked when nobody measures what it should change.",
            bad={"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "metrics": ["activaton"]}]}}},
            good={"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "metrics": ["activation"]}]}}},
            find=_metrics,
            as_written=True,
        ),
        Rule(
            code="PG104",
            severity=Severity.ERROR,
            title="unknown theme",
            meaning="""An item or a vision has a theme that roadmap.themes does not list. Silent while that list is
                empty, and in roadmap.delivered: the record keeps the themes of its time.""",
            why="""Themes are promises to solve problems (McCarthy and Spool, Product Roadmaps Relaunched, 2017): a
                theme with two spellings is two promises.""",
            bad={"roadmap": {"timeHorizon": {"later": [{"id": "identity", "theme": "Less meetings"}]}}},
            good={"roadmap": {"timeHorizon": {"later": [{"id": "identity", "theme": "Fewer meetings"}]}}},
            find=_themes,
            as_written=True,
        ),
        Rule(
            code="PG105",
            severity=Severity.ERROR,
            title="unknown pillar",
            meaning="An initiative or a vision has a pillar that productVision.strategicPillars does not list.",
            why="Either the work is outside the strategy, or the strategy is not the one in the document.",
            bad={"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "pillar": "Clam"}]}}},
            good={"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "pillar": "Calm"}]}}},
            find=_pillars,
            as_written=True,
        ),
        Rule(
            code="PG106",
            severity=Severity.WARNING,
            title="north star that is not measured",
            meaning="The north-star metric is neither the id nor the name of a KPI in the document.",
            why="""A north star must be measurable, and a leading indicator of revenue (Amplitude, The North Star
                Playbook). As free text it has no value, no target and no owner.""",
            bad={"metrics": {"northStarMetric": "Happy teams"}},
            good={"metrics": {"northStarMetric": "weekly-teams"}},
            find=_north_star,
            as_written=True,
        ),
        Rule(
            code="PG107",
            severity=Severity.ERROR,
            title="unknown metric in influences",
            meaning="A KPI influences a KPI that does not exist.",
            why="It breaks the chain from what teams move to what the company wants.",
            bad={"metrics": {"inputMetrics": [{"id": "activation", "influences": ["weekly-teams", "retention"]}]}},
            good={"metrics": {"inputMetrics": [{"id": "activation", "influences": ["weekly-teams"]}]}},
            find=_influences,
            as_written=True,
        ),
    ),
)
