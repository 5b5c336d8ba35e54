"""The tables of what is to be achieved: objectives and their key results."""

from typing import NamedTuple

from productgov.analysis.objectives import MeasuredKeyResult, MeasuredObjective
from productgov.model.objectives import KeyResult, Objective
from productgov.tables.flat import Flat
from productgov.tables.source import Facts, as_of_column, extra, source

__all__ = ["KEY_RESULTS", "OBJECTIVES"]


class _Dated(NamedTuple):
    """An objective, and what its row is found out from."""

    measured: MeasuredObjective
    facts: Facts

    @property
    def objective(self) -> Objective:
        return self.measured.objective


class _Result(NamedTuple):
    """A key result with its objective, and what its row is found out from."""

    objective: MeasuredObjective
    measured: MeasuredKeyResult
    facts: Facts


OBJECTIVES = source(
    "objectives",
    "Every objective, and how far it is.",
    lambda facts: (_Dated(each, facts) for each in facts.objectives),
    flat=Flat(cls=Objective, apart=frozenset({"key_results", "check_ins"})),
    held=lambda row: row.objective,
    after=(
        extra(
            "first_date",
            "date",
            "The first day of its period.",
            lambda row: row.objective.period.first(row.facts.governance.fiscal_year_start),
        ),
        extra(
            "last_date",
            "date",
            "The last day of its period.",
            lambda row: row.objective.period.last(row.facts.governance.fiscal_year_start),
        ),
        extra(
            "progress",
            "number",
            "How far it is, from 0 to 1; empty where nothing is known.",
            lambda row: row.measured.progress,
        ),
        extra(
            "known_share",
            "number",
            "The share of its key results, by weight, whose progress is known.",
            lambda row: float(row.measured.known_share),
        ),
        extra(
            "expected", "number", "How far it should be by now, from 0 to 1.", lambda row: float(row.measured.expected)
        ),
        as_of_column(lambda row: row.facts.as_of),
    ),
)
KEY_RESULTS = source(
    "key_results",
    "Every key result, and how far it is.",
    lambda facts: (_Result(*each, facts) for each in facts.key_results),
    flat=Flat(
        cls=KeyResult,
        apart=frozenset({"observations", "check_ins"}),
        names={"from_": "from_value", "to": "to_value", "by": "by_date"},
    ),
    held=lambda row: row.measured.key_result,
    before=(extra("objective", "text", "The id of its objective.", lambda row: row.objective.objective.id),),
    after=(
        extra(
            "due_date",
            "date",
            "The day by which to reach it: `by_date`, else the last day of the objective's period.",
            lambda row: row.measured.by,
        ),
        extra(
            "latest_value",
            "number",
            "Its latest value on `as_of` or before, or that of its KPI.",
            lambda row: float(row.measured.current.value) if row.measured.current else None,
        ),
        extra(
            "latest_date",
            "date",
            "The day of that value.",
            lambda row: row.measured.current.date if row.measured.current else None,
        ),
        extra(
            "progress",
            "number",
            "How far it is: 0 at its start, 1 where it is reached, not limited; empty where that is not known.",
            lambda row: row.measured.progress,
        ),
        as_of_column(lambda row: row.facts.as_of),
    ),
)
