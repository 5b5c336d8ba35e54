"""Names that must name something: ids, metrics, themes, pillars."""

import re
from collections.abc import Iterable, Iterator

from productgov.findings import Severity
from productgov.found import Found
from productgov.lookalikes import difference
from productgov.nearest import Names
from productgov.rules.context import Context
from productgov.rules.placed import UnknownName
from productgov.rules.rule import Family, Rule
from productgov.wording import listed, quoted

__all__ = ["REFERENCES"]

_MISSING_KPI = "add the KPI to metrics, or remove the name"
_NEXT_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _items(context: Context) -> Iterator[Found]:
    for unknown, names in _unknown(context, "item"):
        message = f"{_who(unknown)} names {unknown.name}, which is not an item, vision or external of the roadmap"
        yield _found(unknown, names, message, "add it to the roadmap or its externals, or remove the dependency")


def _metrics(context: Context) -> Iterator[Found]:
    for unknown, names in _unknown(context, "kpi"):
        if unknown.field != "influences":
            noun = "guardrail" if unknown.field == "guardrails" else "metric"
            message = f"{_who(unknown)} names the {noun} {unknown.name}, which is not a KPI in this document"
            yield _found(unknown, names, message, _MISSING_KPI)


def _influences(context: Context) -> Iterator[Found]:
    for unknown, names in _unknown(context, "kpi"):
        if unknown.field == "influences":
            message = f"{_who(unknown)} influences {unknown.name}, which is not a KPI in this document"
            yield _found(unknown, names, message, _MISSING_KPI)


def _themes(context: Context) -> Iterator[Found]:
    if context.names["theme"]:
        yield from _unlisted(_unknown(context, "theme"), "roadmap.themes")


def _pillars(context: Context) -> Iterator[Found]:
    yield from _unlisted(_unknown(context, "pillar"), "strategicPillars")


def _unlisted(unknown: Iterable[tuple[UnknownName, Names]], where: str) -> Iterator[Found]:
    for one, names in unknown:
        message = f"{_who(one)} has the {one.kind} {quoted(one.name)}, which is not in {where}"
        yield _found(one, names, message, f"add it to {where}, or choose another {one.kind}")


def _unknown(context: Context, kind: str) -> Iterator[tuple[UnknownName, Names]]:
    """The unknown names of a kind, each with the names that exist; those of other kinds may have been meant as well."""
    unknown = [unknown for unknown in context.unknown_names if unknown.kind == kind]
    if unknown:
        others = (name for other, names in context.names.items() if other != kind for name in names)
        names = Names(context.names[kind], tuple(others))
        yield from ((one, names) for one in unknown)


def _found(unknown: UnknownName, names: Names, message: str, otherwise: str) -> Found:
    near = names.near(unknown.name)
    message += _unseen(unknown.name, near.names)
    return Found(unknown.path, message, names.hint(unknown.name, otherwise), near.repair)


def _unseen(name: str, near: Iterable[str]) -> str:
    """How a name differs from one that looks the same, at the end of a message."""
    told = next(filter(None, (difference(name, known) for known in near)), "")
    return told and f": {told}"


def _who(unknown: UnknownName) -> str:
    """The holder of the name in a message: its id, or "the dependency" in a list, or "the product review"."""
    name: str | None = getattr(unknown.holder, "id", None)
    if name is not None:
        return name
    *_, key = ("document", *unknown.holder_path)
    return f"the {_NEXT_WORD.sub(' ', key if isinstance(key, str) else type(unknown.holder).__name__).lower()}"


def _north_star(context: Context) -> Iterator[Found]:
    metrics = context.governance.metrics
    named = [placed for placed in context.kpis if placed.kpi.name == metrics.north_star_metric]
    ids = list(dict.fromkeys(placed.kpi.id for placed in named))
    if len(ids) > 1 and metrics.north_star_metric not in context.kpi_by_id:
        yield Found(
            ("metrics", "northStarMetric"),
            f"the north-star metric {quoted(metrics.north_star_metric)} is the name of {len(ids)} KPIs: {listed(ids)}",
            f"write the id of the one that is meant, such as {ids[0]}",
            related=tuple((*placed.path, "name") for placed in named),
        )
    if metrics.north_star is None:
        names = Names((*context.kpi_by_id, *(placed.kpi.name for placed in context.kpis)))
        near = names.near(metrics.north_star_metric).names
        star = quoted(metrics.north_star_metric)
        remedy = f"write {quoted(near[0])}" if near else "add it to the output metrics and write its id"
        yield Found(
            ("metrics", "northStarMetric"),
            f"the north-star metric {star} is not a KPI in this document, so nothing measures it"
            f"{_unseen(metrics.north_star_metric, near)}",
            f"{remedy}, so that it has a value, a target and an owner",
        )


REFERENCES = Family(
    prefix="PG1",
    title="References",
    about="Every id, metric, theme and pillar that is named must exist.",
    rules=(
        Rule(
            code="PG102",
            severity=Severity.ERROR,
            title="unknown item in a dependency",
            meaning="""A dependency names an id that is not an item, vision or external of the roadmap; the backlog and
                what was delivered belong to it.""",
            why="A prerequisite that is nowhere cannot be planned, watched or followed up.",
            bad={"roadmap": {"dependencies": [{"from": "payments", "to": "chekout"}]}},
            good={"roadmap": {"dependencies": [{"from": "payments", "to": "checkout"}]}},
            find=_items,
            as_written=True,
        ),
        Rule(
            code="PG103",
            severity=Severity.ERROR,
            title="unknown metric",
            meaning="""An initiative, a review, a key result or a success metric of the organization names a metric or a
                guardrail that is not a KPI in the document. Silent in the record: roadmap.delivered and objectives with
                a grade.""",
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
            meaning="""An initiative, a vision, an objective or an allocation has a pillar that
                productVision.strategicPillars does not list. Silent in the record: roadmap.delivered and objectives
                with a grade.""",
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
            meaning="""The north-star metric is neither the id nor the name of a KPI in the document, or it is the name
                of several.""",
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
