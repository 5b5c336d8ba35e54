"""The displays of analyses: metric tree, objectives, promises, teams, and what serves each pillar."""

from collections.abc import Iterator

from productgov.analysis.metric_tree import MetricTree
from productgov.analysis.objectives import ObjectiveProgress
from productgov.analysis.progress import RoadmapProgress
from productgov.analysis.traceability import Traceability
from productgov.ranking.load import TeamLoad
from productgov.views.blocks import Block, Facts, Grid, Heading, Value, bounded
from productgov.views.charts.metric_tree import metric_tree_chart
from productgov.views.charts.objectives import objective_chart
from productgov.views.charts.team_load import team_load_chart
from productgov.views.tables import Percent

__all__ = ["load_blocks", "metric_tree_blocks", "objective_blocks", "progress_blocks", "trace_blocks"]

_MOST = 24


def metric_tree_blocks(tree: MetricTree) -> Iterator[Block]:
    """The tree as a picture."""
    yield metric_tree_chart(tree)


def objective_blocks(progress: ObjectiveProgress) -> Iterator[Block]:
    """The objectives as bars, and their numbers."""
    yield objective_chart(progress, most=_MOST)
    shown, more = bounded(progress.objectives)
    yield Grid(
        head=("id", "objective", "period", "progress", "expected", "known", "grade", "initiatives"),
        rows=tuple(
            (
                each.objective.id,
                each.objective.title,
                str(each.objective.period),
                _percent(each.progress),
                Percent(each.expected),
                Percent(each.known_share),
                each.objective.grade.value if each.objective.grade else None,
                len(each.initiatives),
            )
            for each in shown
        ),
        more=more,
    )


def progress_blocks(progress: RoadmapProgress) -> Iterator[Block]:
    """How many promises were kept, and what became of each."""
    yield Heading("Promises", 3)
    yield Facts(
        (
            ("promised", progress.due),
            ("delivered", progress.delivered),
            ("on time", progress.on_time),
            ("roadmap quality", _percent(progress.quality)),
            ("median slip in days", progress.median_slip),
        )
    )
    shown, more = bounded(progress.promises)
    yield Grid(
        head=("id", "title", "due", "delivered", "slip in days"),
        rows=tuple((each.initiative.id, each.initiative.title, each.due, each.delivered, each.slip) for each in shown),
        more=more,
    )


def load_blocks(load: TeamLoad) -> Iterator[Block]:
    """The load of each team as bars, and the effort by pillar and kind."""
    yield team_load_chart(load, most=_MOST)
    for title, shares in (("pillar", load.by_pillar), ("kind", load.by_kind)):
        known, more = bounded(share for share in shares if share.share is not None)
        if known:
            yield Grid(
                head=(title, "effort", "share", "allocated"),
                rows=tuple(
                    (each.name or "none", each.effort, _percent(each.share), _percent(each.allocated)) for each in known
                ),
                more=more,
            )


def trace_blocks(traced: Traceability) -> Iterator[Block]:
    """Every pillar with what serves it, and what is missing in the chains."""
    yield Heading("From pillar to review", 3)
    rest = traced.unassigned
    pillars = (*traced.pillars, *((rest,) if rest.chains or rest.objectives else ()))
    yield Grid(
        head=("pillar", "initiatives", "complete", "objectives", "metrics", "reviews"),
        rows=tuple(
            (
                each.pillar or "(no pillar)",
                len(each.chains),
                _percent(each.coverage),
                len(each.objectives),
                len(each.metrics),
                ", ".join(kind.value for kind in each.reviews),
            )
            for each in pillars
        ),
    )
    broken = [chain for each in pillars for chain in each.chains if chain.missing]
    if broken:
        shown, more = bounded(broken)
        yield Heading("Broken chains", 3)
        yield Grid(
            head=("id", "title", "missing"),
            rows=tuple(
                (each.placed.initiative.id, each.placed.initiative.title, ", ".join(each.missing)) for each in shown
            ),
            more=more,
        )


def _percent(share: float | None) -> Value:
    return None if share is None else Percent(share)
