"""Maps: which columns of a table are which fields of a document."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, TypeAlias

import attrs
from annotated_types import Ge

from productgov.fields import AtLeastOne, Constraint, NotWith, Text, checked
from productgov.interchange.column import Condition
from productgov.interchange.forms import Delimiter, Encoding, Headings
from productgov.interchange.sections import KINDS, Kind, Section, section_class
from productgov.model.extensions import Extensions

__all__ = ["ImportMap", "Rows"]

if TYPE_CHECKING:
    InitiativeColumns: TypeAlias = Section
    KpiColumns: TypeAlias = Section
    ObjectiveColumns: TypeAlias = Section
    KeyResultColumns: TypeAlias = Section
    ObservationColumns: TypeAlias = Section
else:
    InitiativeColumns, KpiColumns, ObjectiveColumns, KeyResultColumns, ObservationColumns = map(section_class, KINDS)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Rows:
    """Where the rows of a table are in a file, and which of them are read."""

    constraints: ClassVar[tuple[Constraint, ...]] = (NotWith("header", ("header_has",)),)

    header: Annotated[int | None, Ge(1), "The row with the names of the columns; left out, the first."] = None
    header_has: Annotated[tuple[Text, ...], "Names by which the row with the names of the columns is found."] = ()
    headings: Annotated[Headings, "How names of columns are compared."] = Headings.WHOLE
    sheet: Annotated[Text | None, "The sheet of a workbook; left out, the first."] = None
    records: Annotated[Text | None, "The path of the records in JSON, YAML or TOML; left out, the whole."] = None
    each: Annotated[Text | None, "The path of a list in a record, of which every entry is a row."] = None
    where: Annotated[tuple[Condition, ...], "What a row must say to be read."] = ()
    months: Annotated[
        tuple[Text, ...], "The names of the twelve months in other languages: twelve words a text, January first."
    ] = ()
    encoding: Annotated[Encoding | None, "How the letters of a CSV file are stored."] = None
    delimiter: Annotated[
        Delimiter | None, "What stands between cells; left out, what the columns of the map are found with."
    ] = None
    total: Annotated[Text | None, "The path of the number of records that there are; fewer in the file are told."] = (
        None
    )
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, field_transformer=checked)
class ImportMap:
    """Which columns of a table are which fields of a document, and how their values are read."""

    constraints: ClassVar[tuple[Constraint, ...]] = (
        AtLeastOne(("initiative", "kpi", "objective", "key_result", "observation")),
    )

    name: Annotated[Text, "What the map is called."]
    about: Annotated[Text | None, "What it reads, and where to get such a file."] = None
    tried_on: Annotated[Text | None, "The file that it was tried on."] = None
    rows: Annotated[Rows, "Where the rows are."] = Rows()
    initiative: Annotated[InitiativeColumns | None, "The columns of initiatives."] = None
    kpi: Annotated[KpiColumns | None, "The columns of KPIs."] = None
    objective: Annotated[ObjectiveColumns | None, "The columns of objectives."] = None
    key_result: Annotated[KeyResultColumns | None, "The columns of key results."] = None
    observation: Annotated[ObservationColumns | None, "The columns of observations."] = None
    extensions: Extensions = Extensions()

    def sections(self) -> Iterator[tuple[Kind, Section]]:
        """The sections that it has, in the order in which a row is read."""
        for kind in KINDS:
            section: Section | None = getattr(self, kind.field)
            if section is not None:
                yield kind, section
