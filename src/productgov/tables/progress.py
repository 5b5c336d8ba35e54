"""The tables of progress: of promises, objectives, and the load of teams."""

from collections.abc import Iterator
from typing import NamedTuple

from productgov.analysis.objectives import ObjectiveProgress
from productgov.analysis.progress import RoadmapProgress
from productgov.ranking.load import LoadedPeriod, LoadedTeam, TeamLoad
from productgov.tables.flat import json_text
from productgov.tables.source import as_of_column, extra, optional, rows_table
from productgov.tables.table import Table

__all__ = ["load_table", "objectives_table", "promises_table"]


def promises_table(progress: RoadmapProgress) -> Table:
    """Every promise that is counted."""
    return rows_table(
        "roadmap_progress",
        progress.promises,
        extra("id", "text", "The id of the initiative.", lambda row: row.initiative.id),
        extra("title", "text", "Its title.", lambda row: row.initiative.title),
        extra(
            "horizon",
            "text",
            "Its horizon; empty for what was delivered.",
            optional(lambda row: row.horizon, lambda horizon: str(horizon.value)),
        ),
        extra("status", "text", "Its state.", lambda row: row.initiative.status.value),
        extra("due_date", "date", "The day it was promised for.", lambda row: row.due),
        extra("delivered_date", "date", "The day it was delivered.", lambda row: row.initiative.delivered_date),
        extra("delivered", "boolean", "Whether it was delivered.", lambda row: row.delivered),
        extra("on_time", "boolean", "Whether it was delivered on the promised day or before.", lambda row: row.on_time),
        extra("slip_days", "integer", "By how many days it was late, negative when early.", lambda row: row.slip),
    )


def objectives_table(progress: ObjectiveProgress) -> Table:
    """Every objective, and how far it is."""
    return rows_table(
        "objective_progress",
        progress.objectives,
        extra("id", "text", "The id of the objective.", lambda row: row.objective.id),
        extra("title", "text", "Its title.", lambda row: row.objective.title),
        extra("kind", "text", "What it promises: aspirational or committed.", lambda row: row.objective.kind.value),
        extra("period", "text", "Its period.", lambda row: str(row.objective.period)),
        extra("parent", "text", "The id of the objective it contributes to.", lambda row: row.objective.parent),
        extra("progress", "number", "How far it is, from 0 to 1, where that is known.", lambda row: row.progress),
        extra("known_share", "number", "The share of the weight that is known.", lambda row: float(row.known_share)),
        extra("expected", "number", "How far it should be by now, from 0 to 1.", lambda row: float(row.expected)),
        extra("reached", "boolean", "Whether it is reached, where that is known.", lambda row: row.reached),
        extra("behind", "boolean", "Whether it is behind what is expected.", lambda row: row.behind),
        extra(
            "initiatives",
            "json",
            "The ids of the initiatives that serve it.",
            lambda row: json_text([each.id for each in row.initiatives]),
        ),
        as_of_column(lambda _: progress.as_of),
    )


class _Load(NamedTuple):
    """What a team has to do in a period, or outside all of its periods."""

    team: LoadedTeam
    period: LoadedPeriod | None


def load_table(load: TeamLoad) -> Table:
    """Every team in every period for which its capacity is given, and its load outside of these."""
    return rows_table(
        "team_load",
        _loads(load),
        extra("team", "text", "The id of the team.", lambda row: row.team.team.id),
        extra("name", "text", "What it is called.", lambda row: row.team.team.name),
        extra(
            "period",
            "text",
            "The period; empty for the load that is in none of its periods.",
            optional(_period, lambda period: str(period.capacity.period)),
        ),
        extra("first_date", "date", "The first day of the period.", optional(_period, lambda period: period.first)),
        extra("last_date", "date", "The last day of the period.", optional(_period, lambda period: period.last)),
        extra(
            "capacity",
            "number",
            "What the team can do in the period, in person-months.",
            optional(_period, lambda period: float(period.capacity.effort)),
        ),
        extra(
            "load",
            "number",
            "What it has to do, in person-months, by the likely values of estimates.",
            lambda row: float(row.period.load if row.period else row.team.outside),
        ),
        extra("overloaded", "boolean", "Whether that is too much.", optional(_period, lambda period: period.over)),
        extra("p_fits", "number", "How likely it fits, from 0 to 1.", optional(_period, lambda period: period.p_fits)),
        as_of_column(lambda _: load.as_of),
    )


def _loads(load: TeamLoad) -> Iterator[_Load]:
    for team in load.teams:
        for period in team.periods:
            yield _Load(team, period)
        if team.outside or not team.periods:
            yield _Load(team, None)


def _period(row: _Load) -> LoadedPeriod | None:
    return row.period
