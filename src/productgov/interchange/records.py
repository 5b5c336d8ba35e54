"""Records, such as those of JSON, as a table: every value that is not an object becomes a cell.

The name of a column is the path of its values: `content.title`. A list of objects gives the cell of each of its keys
a list.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from productgov.errors import InvalidValueError
from productgov.interchange.import_map import Rows
from productgov.interchange.limits import TableLimits
from productgov.interchange.table import Cell, Row, Table
from productgov.wording import quoted_value

__all__ = ["KEY", "at_path", "records_table"]

KEY = "$key"
"""The name of the column with the key of a record, where records are the values of an object."""

_DEEPEST = 12


def at_path(data: object, path: str) -> object:
    """What is at a path of keys with dots between them; through lists, what is there in each of their items."""
    for step in filter(None, path.split(".")):
        if isinstance(data, (list, tuple)):
            found = [each.get(step) for each in data if isinstance(each, Mapping)]
            data = [item for each in found if each is not None for item in (each if isinstance(each, list) else [each])]
        elif isinstance(data, Mapping):
            data = data.get(step)
        else:
            return None
    return data


def records_table(data: object, name: str, rows: Rows, limits: TableLimits) -> Table:
    """The table of the records in plain data.

    Raises:
        InvalidValueError: when there are no records at the path of the map, or a limit is exceeded.
    """
    found = at_path(data, rows.records or "")
    header: dict[str, int] = {}
    cells: list[list[Cell]] = []
    count = 0
    for record in _exploded(_records(found, name, rows), rows.each):
        row: list[Cell] = []
        for key, cell in _flat(record, "", 0):
            place = header.setdefault(key, len(header))
            row.extend([None] * (place + 1 - len(row)))
            row[place] = cell
            count += 1
        cells.append(row)
        if len(header) > limits.max_columns or len(cells) > limits.max_rows or count > limits.max_cells:
            raise InvalidValueError(
                f"{name}: more than {limits.max_rows:,} records, {limits.max_columns:,} different keys or "
                f"{limits.max_cells:,} values"
            )
    return Table(
        name=name,
        header=tuple(header),
        rows=(Row(number, row) for number, row in enumerate(cells, 1)),
        notes=_notes(data, rows, len(cells)),
        whole=data,
    )


def _records(found: object, name: str, rows: Rows) -> Iterator[Mapping[object, object]]:
    where = f"at {rows.records}" if rows.records else "in it"
    if isinstance(found, Mapping) and (rows.records is None or not all(map(_is_object, found.values()))):
        yield found
        return
    if isinstance(found, Mapping):
        yield from ({KEY: key, **value} for key, value in found.items() if isinstance(value, Mapping))
        return
    if not isinstance(found, (list, tuple)) or not all(map(_is_object, found)):
        kind = "nothing" if found is None else "no list of records"
        raise InvalidValueError(
            f"{name}: there is {kind} {where}; records = {quoted_value('path')} says where they are"
        )
    yield from found


def _is_object(value: object) -> bool:
    return isinstance(value, Mapping)


def _exploded(records: Iterable[Mapping[object, object]], each: str | None) -> Iterator[Mapping[object, object]]:
    """A record for each entry of a list in it, in place of the list."""
    for record in records:
        entries = at_path(record, each) if each else None
        if not each or not isinstance(entries, list) or not entries:
            yield record
            continue
        for entry in entries:
            yield _with(record, each.split("."), entry)


def _with(record: Mapping[object, object], path: Sequence[str], value: object) -> Mapping[object, object]:
    step, *rest = path
    inner = record.get(step)
    return {**record, step: _with(inner, rest, value) if rest and isinstance(inner, Mapping) else value}


def _flat(value: Mapping[object, object], prefix: str, depth: int) -> Iterator[tuple[str, Cell]]:
    for key, item in value.items():
        name = f"{prefix}{key}"
        if isinstance(item, Mapping) and depth < _DEEPEST:
            yield from _flat(item, f"{name}.", depth + 1)
        elif isinstance(item, (list, tuple)) and any(map(_is_object, item)):
            yield from _gathered(item, name, depth)
        elif item is not None:
            yield name, item


def _gathered(items: Sequence[object], name: str, depth: int) -> Iterator[tuple[str, Cell]]:
    columns: dict[str, list[Cell]] = {}
    for item in items:
        if isinstance(item, Mapping) and depth < _DEEPEST:
            for key, cell in _flat(item, f"{name}.", depth + 1):
                columns.setdefault(key, []).extend(cell if isinstance(cell, (list, tuple)) else [cell])
    yield from columns.items()


def _notes(data: object, rows: Rows, count: int) -> list[str]:
    total = at_path(data, rows.total) if rows.total else None
    if isinstance(total, int) and total > count:
        return [f"the file has {count} of {total} records; export all of them"]
    return []
