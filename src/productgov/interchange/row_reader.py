"""From a row to the object that one section of a map makes of it."""

from typing import NamedTuple

import attrs

from productgov.errors import InvalidValueError
from productgov.fields import shapes
from productgov.interchange.building import PlainObject, built, put
from productgov.interchange.column import Column
from productgov.interchange.conditions import why_not
from productgov.interchange.import_map import Rows
from productgov.interchange.losses import LossList, Refused, field_text
from productgov.interchange.placing import Binding, places_of
from productgov.interchange.sections import Kind, Leaf, Section, extras_of, leaves
from productgov.interchange.table import Row
from productgov.interchange.texts import text_of
from productgov.interchange.values import Context, Refuse, ValueReader, value_reader
from productgov.paths import Path
from productgov.wording import shortened

__all__ = ["Made", "SectionReader"]

_LONGEST_NAME = 40
_LONGEST_VALUE = 80


class Made(NamedTuple):
    """What a section made of a row.

    Attributes:
        row: the number of the row.
        value: the object of the model.
        data: what the row says of it, as plain data.
        extra: what it says beside the fields of the model.
        source: its id as the table writes it, before an id was made of it; empty where it has none.
    """

    row: int
    value: object
    data: PlainObject
    extra: dict[str, object]
    source: str


class _FieldReader(NamedTuple):
    """A leaf of a section, and the function that reads it."""

    path: Path
    column: Column
    heading: str
    read: ValueReader


class SectionReader:
    """The function that reads one section, compiled for the header of a table."""

    def __init__(
        self, section: Section, kind: Kind, rows: Rows, context: Context, losses: LossList, binding: Binding = None
    ) -> None:
        self._kind = kind
        self._rows = rows
        self._context = context
        self._losses = losses
        self._why_not = why_not(section.where, context.header, rows.headings)
        said = list(leaves(section, kind))
        readers = [self._reader(leaf, binding) for leaf in said]
        self._fields = [reader for reader in readers if reader.column.always is None]
        self._constants = [reader for reader in readers if reader.column.always is not None]
        self._extras = [self._reader(leaf, binding) for leaf in extras_of(section, kind)]
        ids = (leaf for leaf in said if leaf.path == ("id",))
        self._sources = [self._reader(_as_written(leaf), binding) for leaf in ids]

    def why_not(self, row: Row) -> str:
        """Why the section is not meant by a row; empty where it is."""
        return self._why_not(row.cells)

    def read(self, row: Row) -> Made | str:
        """What the row makes, or the reason why it makes nothing."""
        data: PlainObject = {}
        for reader in self._fields:
            value = reader.read(row.cells, self._refusing(row, reader))
            if value is not None:
                put(data, reader.path, value)
            elif reader.column.required:
                return f"it has no {shortened(reader.heading, _LONGEST_NAME) or field_text(reader.path)}"
        if not data:
            return "it has nothing that the map names"
        for reader in self._constants:
            if len(reader.path) == 1 or reader.path[0] in data:
                put(data, reader.path, reader.read((), self._refusing(row, reader)))
        extra = {str(reader.path[0]): reader.read(row.cells, self._refusing(row, reader)) for reader in self._extras}
        source = next((reader.read(row.cells, _ignored) for reader in self._sources), None)
        try:
            value = built(data, self._kind.cls, lambda path, lost, why: self._lose(row, path, lost, why))
        except InvalidValueError as error:
            return str(error)
        return Made(row.number, value, data, extra, str(source or ""))

    def _reader(self, leaf: Leaf, binding: Binding) -> _FieldReader:
        column, context = leaf.column, self._context
        takes_all = leaf.is_list or column.crosses
        places = places_of(column, context, self._rows.headings, binding, takes_all=takes_all)
        read = value_reader(column, leaf.shape, places, context, is_list=leaf.is_list)
        known = places and places[0] < len(context.header)
        heading = context.header[places[0]] if known else (column.from_ or ("",))[0]
        return _FieldReader(leaf.path, column, " ".join(heading.split()), read)

    def _refusing(self, row: Row, reader: _FieldReader) -> Refuse:
        return lambda value, reason: self._refuse(row, reader.heading, reader.path, value, reason)

    def _lose(self, row: Row, path: Path, value: object, reason: str) -> None:
        concerned = [reader for reader in self._fields if _holds(path, reader.path) or _holds(reader.path, path)]
        heading = " + ".join(dict.fromkeys(reader.heading for reader in concerned))
        shown = ", ".join(map(str, value.values())) if isinstance(value, dict) else value
        self._refuse(row, heading, path, shown, reason)

    def _refuse(self, row: Row, heading: str, path: Path, value: object, reason: str) -> None:
        text = shortened(text_of(value), _LONGEST_VALUE)
        self._losses.add(Refused(row=row.number, column=heading, field=field_text(path), value=text, reason=reason))


def _as_written(leaf: Leaf) -> Leaf:
    """The leaf of an id, for the text that other rows call it."""
    column = attrs.evolve(leaf.column, slug=False, prefix=None)
    return leaf._replace(shape=shapes.Text(), column=column)


def _holds(path: Path, inner: Path) -> bool:
    return inner[: len(path)] == path


def _ignored(_value: object, _reason: str) -> None:
    pass
