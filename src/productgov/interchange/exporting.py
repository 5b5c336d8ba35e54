"""`write_table`: initiatives or KPIs as a table that a map reads, and what the table cannot hold."""

import csv
import io
from collections.abc import Iterator, Sequence
from os import PathLike
from typing import NamedTuple

import attrs

from productgov.codec.to_data import writer_of
from productgov.errors import InvalidValueError
from productgov.escaping import escaped
from productgov.interchange.building import get
from productgov.interchange.column import Column
from productgov.interchange.finding import find_map
from productgov.interchange.import_map import ImportMap
from productgov.interchange.losses import field_text
from productgov.interchange.sections import INITIATIVE, KPI_SECTION, Kind, Leaf, Section, extras_of, leaves
from productgov.interchange.writing import CellWriter, cell_writer, guarded, obstacle
from productgov.model.governance import ProductGovernance
from productgov.model.roadmap import DependencyType
from productgov.paths import Path
from productgov.wording import counted, listed, shortened

__all__ = ["Exported", "Unwritten", "write_table"]

_NO_COLUMN = "the map has no column for it"
_LONGEST = 60


@attrs.frozen(kw_only=True)
class Unwritten:
    """A field that a table does not hold, or not of every object.

    Attributes:
        field: the field, as documents name it, such as `owner.name`.
        reason: why.
        ids: the ids of the objects that lose it.
    """

    field: str
    reason: str
    ids: tuple[str, ...]


@attrs.frozen(kw_only=True, repr=False)
class Exported:
    """A table for another tool.

    Attributes:
        header: the names of the columns; lists of several texts have one name several times.
        rows: the cells, as long as the header.
        unwritten: what the table does not hold.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    unwritten: tuple[Unwritten, ...] = ()

    @property
    def csv(self) -> str:
        """The table as CSV, with guards against formulas."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerows([guarded(cell) for cell in row] for row in (self.header, *self.rows))
        return text.getvalue()

    def __repr__(self) -> str:
        size = f"{len(self.rows)} rows, {len(self.header)} columns"
        return f"<Exported: {size}, {len(self.unwritten)} fields not written>"

    def __str__(self) -> str:
        fields = [f"{one.field} ({len(one.ids)})" for one in self.unwritten if one.reason == _NO_COLUMN]
        others = [one for one in self.unwritten if one.reason != _NO_COLUMN]
        lines = [
            f"{counted(len(self.rows), 'row')} written",
            *(f"not written: {one.field}: {one.reason}: {listed(one.ids)}" for one in others),
            *([f"the map has no columns for {', '.join(fields)}"] if fields else []),
        ]
        return "".join(f"{escaped(line)}\n" for line in lines)


class _Lost:
    """What is not written, by field and reason."""

    def __init__(self) -> None:
        self.ids: dict[tuple[str, str], list[str]] = {}

    def add(self, path: Path, reason: str, each: "_Object") -> None:
        """Note that an object loses what is at a path."""
        self.ids.setdefault((field_text(path), reason), []).append(str(each.data["id"]))


class _Writer(NamedTuple):
    """A column of the table that is written."""

    leaf: Leaf
    name: str
    write: CellWriter


class _Object(NamedTuple):
    """What is written in one row."""

    data: dict[str, object]
    extra: dict[str, object]


def write_table(governance: ProductGovernance, mapping: "ImportMap | str | PathLike[str]") -> Exported:
    """Write the initiatives of a governance as a table that a map reads; with a map of KPIs, its KPIs.

    It is the map read backwards: what cannot be written so that it is read as the same is left out and named.

    Args:
        governance: the governance.
        mapping: a map, the name of one that comes with the library, or the name of a TOML file.

    Raises:
        InvalidDocumentError: the map is not valid.
        InvalidValueError: the map reads neither initiatives nor KPIs, or there is none of this name.
        OSError: the file of the map cannot be read.
    """
    chosen = mapping if isinstance(mapping, ImportMap) else find_map(mapping)
    lost = _Lost()
    if chosen.initiative is not None:
        return _exported(list(_initiatives(governance, lost)), chosen, chosen.initiative, INITIATIVE, lost)
    if chosen.kpi is not None:
        return _exported(list(_kpis(governance)), chosen, chosen.kpi, KPI_SECTION, lost)
    raise InvalidValueError(f"the map {chosen.name} reads neither initiatives nor KPIs, so that none can be written")


def _exported(objects: Sequence[_Object], chosen: ImportMap, section: Section, kind: Kind, lost: _Lost) -> Exported:
    writers, unwritable = _writers(section, kind)
    columns = {writer.name: [list(_cells(each, writer, lost)) for each in objects] for writer in writers}
    for each in objects:
        for path, reason in unwritable.items():
            if _value(each, path) is not None:
                lost.add(path, reason, each)
        for path in _without_column(each.data, [*(writer.leaf.path for writer in writers), *unwritable]):
            lost.add(path, _NO_COLUMN, each)
    constants = {
        condition.from_[0]: condition.in_[0]
        for condition in (*chosen.rows.where, *section.where)
        if condition.in_ and condition.from_[0] not in columns
    }
    widths = {name: max(map(len, column), default=0) or 1 for name, column in columns.items()}
    header = [name for name, width in widths.items() for _ in range(width)]
    rows = []
    for at in range(len(objects)):
        row = [cell for name, width in widths.items() for cell in (*columns[name][at], *[""] * width)[:width]]
        rows.append((*row, *constants.values()))
    unwritten = (Unwritten(field=field, reason=reason, ids=tuple(ids)) for (field, reason), ids in lost.ids.items())
    return Exported(header=(*header, *constants), rows=tuple(rows), unwritten=tuple(unwritten))


def _writers(section: Section, kind: Kind) -> tuple[Sequence[_Writer], dict[Path, str]]:
    """The columns that are written, and why others are not."""
    writers: dict[str, _Writer] = {}
    unwritable: dict[Path, str] = {}
    for leaf in (*leaves(section, kind), *extras_of(section, kind)):
        column = leaf.column
        if column.always is not None or leaf.path == ("blocks",):
            continue
        reason = obstacle(column)
        name = "" if reason else column.writes or column.from_[0]
        if reason or name in writers:
            unwritable[leaf.path] = reason or f"the column {name} holds {field_text(writers[name].leaf.path)}"
        else:
            writers[name] = _Writer(leaf, name, cell_writer(column, leaf.shape))
    return tuple(writers.values()), unwritable


def _value(each: _Object, path: Path) -> object:
    found = each.extra.get(str(path[0])) if len(path) == 1 else None
    return get(each.data, path) if found is None else found


def _cells(each: _Object, writer: _Writer, lost: _Lost) -> Iterator[str]:
    leaf = writer.leaf
    value = _value(each, leaf.path)
    values = value if isinstance(value, list) else [] if value is None else [value]
    texts = []
    for one in values:
        try:
            texts.append(_checked(writer.write(one), leaf.column))
        except InvalidValueError as error:
            shown = "" if isinstance(one, dict) else f"{shortened(str(one), _LONGEST)}: "
            lost.add(leaf.path, f"{shown}{error}", each)
    split = leaf.column.split
    if split and texts:
        yield (f"{split[0]} " if split[0].strip() else split[0]).join(texts)
    else:
        yield from texts


def _checked(text: str, column: Column) -> str:
    if any(separator in text for separator in column.split):
        raise InvalidValueError("it holds what separates texts in the cell")
    return text


def _without_column(data: dict[str, object], known: Sequence[Path]) -> Iterator[Path]:
    """The fields of an object that no column has; those of an object of which some have one, one by one."""
    whole = set(known)
    parts = {path[:length] for path in known for length in range(1, len(path))}

    def missing(held: object, path: Path) -> Iterator[Path]:
        if path in whole:
            return
        if path and path not in parts:
            yield path
        elif isinstance(held, dict):
            for key, value in held.items():
                yield from missing(value, (*path, key))
        else:
            assert isinstance(held, list)
            yield from missing(held[0], (*path, 0))
            if len(held) > 1:
                yield path

    yield from missing(data, ())


def _initiatives(governance: ProductGovernance, lost: _Lost) -> Iterator[_Object]:
    columns, roadmap = governance.roadmap.time_horizon, governance.roadmap
    lists = {
        "now": columns.now,
        "next": columns.next,
        "later": columns.later,
        "backlog": roadmap.backlog,
        None: roadmap.delivered,
    }
    known = {item.id for items in lists.values() for item in items}
    others = {("requires", item.id): list[object]() for items in lists.values() for item in items}
    others |= {("relatesTo", name): list[object]() for name in known}
    for each in roadmap.dependencies:
        first, second = each.from_, each.to
        if each.type is DependencyType.BLOCKS:
            first, second = second, first
        field = "relatesTo" if each.type is DependencyType.RELATES_TO else "requires"
        if first in known and second in known:
            others[field, first].append(second)
        elif first in known:
            lost.add((field,), f"{second} is not in the table", _Object({"id": first}, {}))
    for horizon, items in lists.items():
        for item in items:
            said = {field: others[field, item.id] or None for field in ("requires", "relatesTo")}
            extra: dict[str, object] = {**said, "horizon": horizon, "status": item.status.value}
            yield _Object(writer_of(type(item))(item), extra)


def _kpis(governance: ProductGovernance) -> Iterator[_Object]:
    for group, kpis in governance.metrics.groups():
        for kpi in kpis:
            yield _Object(writer_of(type(kpi))(kpi), {"group": group.value})
