"""What was reached, on a page: objectives, metrics and the load of teams."""

from collections.abc import Iterator

from productgov.analysis.objectives import MeasuredKeyResult
from productgov.model.metrics import KPI
from productgov.views.blocks import Block, Heading, Paragraph, Value
from productgov.views.board_lists import who
from productgov.views.layout import joined
from productgov.views.marks import health_mark, status_mark
from productgov.views.metrics import trend_of, value_text
from productgov.views.objectives import key_result_name, progress_text, reached_text
from productgov.views.pages.data import PageData, grid
from productgov.views.tables import Percent
from productgov.wording import counted, number_text

__all__ = ["metric_blocks", "objective_blocks", "team_blocks"]


def objective_blocks(data: PageData) -> Iterator[Block]:
    """Every objective with its progress, and its key results."""
    for measured in data.objectives[: data.most]:
        objective = measured.objective
        health = health_mark(objective.check_ins, data.as_of)
        about = (objective.id, str(objective.period), objective.kind.value, who(objective.owner))
        yield Heading(objective.title, 3)
        yield Paragraph(joined((*about, progress_text(measured, bar=False), str(health) if health else "")))
        if measured.key_results:
            head = ("Id", "Key result", "Progress", "Value", "By", "Stands out")
            yield grid(head, (_key_result_row(each, data) for each in measured.key_results), data.most)
    if data.objectives[data.most :]:
        yield Paragraph(f"and {counted(len(data.objectives[data.most :]), 'more objective')}")


def _key_result_row(measured: MeasuredKeyResult, data: PageData) -> tuple[Value, ...]:
    key_result, health = measured.key_result, health_mark(measured.key_result.check_ins, data.as_of)
    progress = "not known" if measured.progress is None else Percent(measured.progress)
    said = str(health) if health else ""
    return (key_result.id, key_result_name(measured), progress, reached_text(measured), measured.by, said)


def metric_blocks(data: PageData) -> Iterator[Block]:
    """The north star, and the metrics by their groups."""
    metrics = data.governance.metrics
    star = metrics.north_star
    yield Paragraph(f"North star: {star.name if star else metrics.north_star_metric}")
    for group, kpis in metrics.groups():
        shown = [kpi for kpi in kpis if data.selection.has_subject(kpi.id)]
        if shown:
            yield Heading(f"{group.value.capitalize()}s", 3)
            head = ("Id", "Metric", "Status", "Progress", "Trend", "Value", "Seen on", "Owner")
            yield grid(head, (_metric_row(kpi, data) for kpi in shown), data.most)


def _metric_row(kpi: KPI, data: PageData) -> tuple[Value, ...]:
    progress, current = kpi.progress(data.as_of), kpi.current(data.as_of)
    return (
        kpi.id,
        f"{'★ ' if kpi is data.governance.metrics.north_star else ''}{kpi.name}",
        str(status_mark(kpi.status(data.as_of))),
        None if progress is None else Percent(progress),
        trend_of(kpi, data.as_of),
        value_text(kpi, data.as_of),
        current.date if current else None,
        who(kpi.owner),
    )


def team_blocks(data: PageData) -> Iterator[Block]:
    """The load of every team in the periods that are not over, and how likely it fits."""
    load = data.load
    rows: list[tuple[Value, ...]] = []
    for loaded in load.teams:
        coming = [period for period in loaded.periods if period.last >= data.as_of]
        rows.extend(
            (
                loaded.team.id,
                loaded.team.name,
                str(period.capacity.period),
                f"{number_text(period.load)} of {number_text(period.capacity.effort)}",
                Percent(period.p_fits),
                "✗ over" if period.over else "",
            )
            for period in coming
        )
        if not coming:
            rows.append((loaded.team.id, loaded.team.name, "", f"{number_text(loaded.load)} person-months", None, ""))
    if rows:
        yield grid(("Team", "Name", "Period", "Person-months", "Fits", "Stands out"), rows, data.most)
        estimated = load.estimated + len(load.not_estimated)
        yield Paragraph(f"{load.estimated} of {counted(estimated, 'open item')} with an effort.")
