"""Everything `productgov rank` can print, as one value."""

from datetime import date

import attrs

from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.ranking.comparison import CONCORDANCE, FrameworkComparison
from productgov.ranking.explanation import explanation_lines
from productgov.ranking.information import INFORMATION, InformationValue
from productgov.ranking.ranking import RANKED, UNRANKED, Ranked, Ranking, Unranked
from productgov.ranking.records import TEXT, RecordField, fields_schema, list_of, record
from productgov.ranking.simulation import SIMULATED, Simulation

__all__ = ["RANK_REPORT", "RankReport"]


@attrs.frozen(kw_only=True)
class RankReport(Displayed):
    """A ranking, with everything else that was asked about it.

    Attributes:
        ranking: the ranking.
        simulation: how certain its order is.
        information: the value of knowing each estimate exactly.
        comparison: where the frameworks disagree.
        explained: the item of the ranking that is explained.
        as_of: the day of the roadmap that is ranked; None where it is not known.

    Raises:
        InvalidValueError: when the simulation is of another ranking.
    """

    ranking: Ranking
    simulation: Simulation | None = None
    information: tuple[InformationValue, ...] | None = None
    comparison: FrameworkComparison | None = None
    explained: Ranked | Unranked | None = None
    as_of: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.simulation is not None and self.simulation.ranking != self.ranking:
            raise InvalidValueError("the simulation is of another ranking; simulate the ranking of the report")

    def __repr__(self) -> str:
        given = (field.name for field in attrs.fields(type(self)) if getattr(self, field.name) is not None)
        return f"<RankReport {self.ranking.method.name}: {', '.join(given)}>"


def _items(report: RankReport) -> list[dict[str, object]]:
    items = [record(RANKED, item) for item in report.ranking]
    if report.simulation is None:
        return items
    return [item | record(SIMULATED, outcome) for item, outcome in zip(items, report.simulation, strict=True)]


RANK_REPORT: tuple[RecordField[RankReport, object], ...] = (
    RecordField("framework", TEXT, "The method, which may be a framework.", lambda report: report.ranking.method.name),
    RecordField(
        "as_of",
        TEXT,
        "The day of the roadmap that is ranked, as YYYY-MM-DD.",
        lambda report: report.as_of.isoformat() if report.as_of else None,
        included=lambda report: report.as_of is not None,
    ),
    RecordField("items", list_of(fields_schema(RANKED, optional=SIMULATED)), "The ranked items in order.", _items),
    RecordField(
        "unranked",
        list_of(fields_schema(UNRANKED)),
        "The items that cannot be ranked.",
        lambda report: [record(UNRANKED, item) for item in report.ranking.unranked],
    ),
    RecordField(
        "overrides_left_out",
        list_of(TEXT),
        "The ids of the items whose overrides do not count, because this is not the document's own method.",
        lambda report: list(report.ranking.overrides_left_out),
        included=lambda report: bool(report.ranking.overrides_left_out),
    ),
    RecordField(
        "notes",
        list_of(TEXT),
        "What the method says about all items together.",
        lambda report: list(report.ranking.notes),
        included=lambda report: bool(report.ranking.notes),
    ),
    RecordField(
        "explanation",
        list_of(TEXT),
        "With --explain: the lines of the explanation.",
        lambda report: list(explanation_lines(report.ranking, report.explained)) if report.explained else [],
        included=lambda report: report.explained is not None,
    ),
    RecordField(
        "value_of_information",
        list_of(fields_schema(INFORMATION)),
        "With --simulate: the value of knowing each estimate exactly, the highest first.",
        lambda report: [record(INFORMATION, value) for value in report.information or ()],
        included=lambda report: report.information is not None,
    ),
    RecordField(
        "comparison",
        list_of(fields_schema(CONCORDANCE)),
        "With --compare: each two frameworks, and where they disagree.",
        lambda report: [record(CONCORDANCE, pair) for pair in report.comparison or ()],
        included=lambda report: report.comparison is not None,
    ),
)
"""The fields of a report as JSON."""
