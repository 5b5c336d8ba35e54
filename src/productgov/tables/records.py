"""Rows of a table as objects of the model again, or every mistake in them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar, cast

from productgov.codec.build import build
from productgov.codec.strict.consequences import without_consequences
from productgov.codec.strict.mistakes import Mistakes
from productgov.codec.strict.objects import walk_of
from productgov.errors import InvalidRecordsError, InvalidValueError
from productgov.fields.shapes import EXTENSIONS, fields_of, shape_of
from productgov.formats.limits import DEFAULT_LIMITS
from productgov.found import Found
from productgov.nearest import nearest
from productgov.paths import Path
from productgov.tables.cells import NotJson, is_missing, plain
from productgov.tables.flat import Leaf
from productgov.tables.source import Source
from productgov.tables.table import Table
from productgov.tables.tables import DOCUMENT, SOURCES
from productgov.wording import described, listed, quoted_value

__all__ = ["from_records"]

Model = TypeVar("Model")


def from_records(cls: type[Model], records: Iterable[Mapping[str, object]] | Table) -> tuple[Model, ...]:
    """Objects of the model from rows with the columns of their table, as `to_tables` names them.

    Columns can be missing, and so can values: None, NaN, what data frames have in their place, and empty texts. Columns
    of the table that are no fields, such as `place`, are not read. Numbers can be texts, as CSV has them; lists can be
    lists or JSON. What has a table of its own, such as check-ins, is not in the objects, nor are objects that say
    nothing, such as bounds without a limit.

    Args:
        cls: what the rows are, such as `Initiative`: a class with a table of its own.
        records: the rows, such as `table.to_records()`, `frame.to_dict("records")` of pandas, `frame.to_dicts()` of
            polars, or a `csv.DictReader`; or a table.

    Raises:
        InvalidRecordsError: when rows are not valid; it has a finding for every mistake, whose path is that of the
            row, counted from 0, and of the column.
        InvalidValueError: when there is no table for the class.
    """
    row_class: type = cls
    reader = _reader_of(row_class)
    mistakes = Mistakes(DEFAULT_LIMITS.max_findings)
    unknown: set[object] = set()
    found: list[Model] = []
    rows: Iterable[object] = records.to_records() if isinstance(records, Table) else records
    for index, row in enumerate(rows):
        if not isinstance(row, Mapping):
            hint = 'give a mapping for each row, such as frame.to_dict("records")'
            mistakes.append(Found((index,), f"row {index} must be a mapping, not {described(row)}", hint, code="PG005"))
            continue
        new = row.keys() - reader.known - unknown
        unknown |= new
        wrong = [*map(reader.unknown, sorted(new, key=str))]
        data = reader.data(cast("Mapping[object, object]", row), wrong)
        wrong += reader.mistakes(data, f"row {index}")
        mistakes.extend(each._replace(path=(index, *each.path)) for each in wrong)
        if not wrong:
            found.append(build(data, cls))
    if mistakes:
        findings = (each.to_finding() for each in without_consequences(mistakes.kept))
        raise InvalidRecordsError(tuple(findings), mistakes.omitted)
    return tuple(found)


@cache
def _reader_of(cls: type) -> "_Reader":
    sources = {source.flat.cls: source for source in SOURCES if source.flat}
    if cls not in sources:
        names = listed([known.__name__ for known in sources], "or")
        raise InvalidValueError(f"there is no table for {cls!r:.60}; expected one of {names}")
    return _Reader(sources[cls])


class _Reader:
    """Reads rows of one table.

    Attributes:
        known: the names of all columns of the table.
    """

    def __init__(self, source: Source) -> None:
        assert source.flat is not None
        self.known = frozenset((*(column.name for column in source.columns), DOCUMENT.name))
        self._leaves = source.flat.leaves
        self._names = source.flat.names_by_path
        self._walk = walk_of(shape_of(source.flat.cls))
        fields = fields_of(source.flat.cls)
        self._apart = tuple(field.wire for field in fields if field.required and field.name in source.flat.apart)

    def unknown(self, name: object) -> Found:
        """A column that the table does not have."""
        near = nearest(str(name), self.known)
        hint = f"did you mean {listed(near, 'or')}?" if near else "leave it out"
        message = f"the table has no column {quoted_value(str(name))}"
        return Found((str(name),), message, hint, code="PG003", on_key=True)

    def data(self, row: Mapping[object, object], wrong: list[Found]) -> dict[str, object]:
        """The plain data of a row; values that cannot be looked at go to what is wrong."""
        data: dict[str, object] = {name: [] for name in self._apart}
        for leaf in self._leaves:
            value = row.get(leaf.column.name)
            if is_missing(value):
                continue
            try:
                value = plain(value, leaf.column.type)
            except NotJson:
                wrong.append(_not_json(leaf, value))
                continue
            if leaf.field == EXTENSIONS:
                wrong += _extended(data, value)
            else:
                _put(data, leaf.path, value)
        for leaf in self._leaves:
            if leaf.is_likely:
                _collapse(data, leaf.path)
        return data

    def mistakes(self, data: object, name: str) -> Iterator[Found]:
        """What is wrong with the data of a row, with the column in place of the path below the row.

        Args:
            data: the data.
            name: what messages call the row.
        """
        walked = Mistakes()
        self._walk(data, (None, name), walked)
        for each in walked.kept:
            yield each._replace(path=self._column(each.path[1:]), proposal=None)

    def _column(self, path: Path) -> Path:
        """The column with the value at a path below the row, and the path in a list or in extension data."""
        for length in range(len(path), 0, -1):
            name = self._names.get(cast("tuple[str, ...]", path[:length]))
            if name is not None:
                return (name or str(path[length - 1]), *path[length:])
        return (EXTENSIONS, *path) if path else ()


def _not_json(leaf: Leaf, value: object) -> Found:
    message = f"{leaf.column.name} must be a list, or JSON, not {described(value)}"
    return Found((leaf.column.name,), message, 'write JSON, such as ["first", "second"]', code="PG005")


def _extended(data: dict[str, object], value: object) -> Iterator[Found]:
    """Add extension data; what is no object with `x-` keys is a mistake."""
    if isinstance(value, Mapping) and all(str(key).startswith("x-") for key in value):
        data.update(value)
    else:
        message = f"extensions must be an object whose keys start with x-, not {described(value)}"
        yield Found((EXTENSIONS,), message, 'write JSON, such as {"x-note": "first"}', code="PG005")


def _put(data: dict[str, object], path: tuple[str, ...], value: object) -> None:
    for name in path[:-1]:
        data = cast("dict[str, object]", data.setdefault(name, {}))
    data[path[-1]] = value


def _collapse(data: dict[str, object], path: tuple[str, ...]) -> None:
    """Put a plain number in the place of an estimate of which only the likely value is given."""
    *holders, name, _ = path
    held: object = data
    for holder in holders:
        held = held.get(holder, {}) if isinstance(held, dict) else {}
    inner = held.get(name) if isinstance(held, dict) else None
    if isinstance(held, dict) and isinstance(inner, dict) and inner.keys() == {"likely"}:
        held[name] = inner["likely"]
