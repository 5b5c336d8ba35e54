"""All tables of a governance."""

from collections.abc import Iterator, Mapping
from datetime import date
from os import PathLike
from pathlib import Path

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.tables.column import Column
from productgov.tables.files import Content, TableFormat, save_tables
from productgov.tables.links import LINKS
from productgov.tables.metrics import KPIS, OBSERVATIONS
from productgov.tables.objectives import KEY_RESULTS, OBJECTIVES
from productgov.tables.people import CAPACITY, CHECK_INS, DECISIONS, PARTICIPANTS, REVIEWS, TEAMS
from productgov.tables.roadmap import DEPENDENCIES, EXTERNALS, INITIATIVES, VISIONS
from productgov.tables.source import Facts, Source
from productgov.tables.table import Table
from productgov.wording import counted, described

__all__ = ["DOCUMENT", "SOURCES", "Tables", "stacked", "to_tables"]

SOURCES: tuple[Source, ...] = (
    INITIATIVES,
    KPIS,
    OBSERVATIONS,
    DEPENDENCIES,
    EXTERNALS,
    VISIONS,
    REVIEWS,
    PARTICIPANTS,
    OBJECTIVES,
    KEY_RESULTS,
    CHECK_INS,
    TEAMS,
    CAPACITY,
    DECISIONS,
    LINKS,
)
"""What every table is made of, in the order of `Tables`."""

DOCUMENT = Column(name="document", type="text", meaning="The name of the document that the row is from.")
"""The first column of stacked tables."""


@attrs.frozen(kw_only=True, repr=False, eq=True)
class Tables(Displayed, Mapping[str, Table]):
    """The tables of one governance or several: a mapping of their names, each also an attribute.

    Attributes:
        initiatives: every initiative on the roadmap.
        kpis: every KPI.
        observations: every measurement.
        dependencies: what waits for what.
        externals: what others must deliver.
        visions: the visions of the future horizon.
        reviews: the three reviews.
        participants: who takes part in which review.
        objectives: every objective.
        key_results: every key result.
        check_ins: every check-in.
        teams: every team.
        capacity: what each team can do, by period.
        decisions: what was decided.
        links: what belongs to what.
    """

    initiatives: Table
    kpis: Table
    observations: Table
    dependencies: Table
    externals: Table
    visions: Table
    reviews: Table
    participants: Table
    objectives: Table
    key_results: Table
    check_ins: Table
    teams: Table
    capacity: Table
    decisions: Table
    links: Table

    def __getitem__(self, name: str) -> Table:
        if name not in _NAMES:
            raise KeyError(name)
        table: Table = getattr(self, name)
        return table

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)

    def __repr__(self) -> str:
        rows = sum(len(table) for table in self.values())
        return f"<Tables: {counted(len(self), 'table')}, {counted(rows, 'row')}>"

    def save(self, path: str | PathLike[str], *, format: TableFormat | None = None) -> None:
        """Write all tables to one SQLite file, or to a folder with a file for each.

        A file that exists is replaced as a whole; nothing else in the folder is touched.

        Args:
            path: the SQLite file, whose name ends in .sqlite, .sqlite3 or .db, or the folder, which is made where
                there is none.
            format: the format of the files in a folder: csv, the default, or parquet.

        Raises:
            OSError: when something cannot be written.
            UnknownFormatError: when the name is that of a file of another format, or there is no such format.
            InvalidValueError: when a format is given with a SQLite file.
            MissingLibraryError: for Parquet, when neither pyarrow nor polars is installed.
        """
        contents = [Content(table.name, table.columns, table.values) for table in self.values()]
        save_tables(Path(path), contents, format)


_NAMES = tuple(attribute.name for attribute in attrs.fields(Tables))


def to_tables(governance: ProductGovernance, *, as_of: date | None = None) -> Tables:
    """All tables of a governance, with the same columns whatever is in it.

    Args:
        governance: the governance.
        as_of: the day for the status of metrics, the progress of objectives and the like; left out, the document's
            `asOf`, else today.

    Raises:
        InvalidValueError: when it is no governance, or `as_of` is no date.
    """
    if not isinstance(governance, ProductGovernance):
        raise InvalidValueError(
            f"to_tables takes a governance, not {described(governance)}; load a file with load(path)"
        )
    facts = Facts(governance=governance, as_of=resolve_as_of(governance, as_of))
    return Tables(**{each.name: each.table(facts) for each in SOURCES})


def stacked(tables: Mapping[str, Tables]) -> Tables:
    """The tables of several documents below each other, with a column `document` before the others.

    Args:
        tables: the tables of each document by its name.
    """
    return Tables(
        **{each.name: _stacked(each, {name: of[each.name] for name, of in tables.items()}) for each in SOURCES}
    )


def _stacked(source: Source, tables: Mapping[str, Table]) -> Table:
    names = [name for name, table in tables.items() for _ in range(len(table))]
    columns = zip(*(table.values for table in tables.values()), strict=True)
    values = [[value for part in column for value in part] for column in columns] or [[] for _ in source.columns]
    return Table(name=source.name, columns=(DOCUMENT, *source.columns), values=(names, *values))
