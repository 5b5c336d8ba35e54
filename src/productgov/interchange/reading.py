"""`read_table`: a table and a map to what is imported."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from os import PathLike
from typing import NamedTuple

import attrs

from productgov.interchange.assembling import Assembly
from productgov.interchange.column import Condition
from productgov.interchange.conditions import Why, why_not
from productgov.interchange.dates import month_numbers
from productgov.interchange.finding import find_map
from productgov.interchange.import_map import ImportMap
from productgov.interchange.imported import Imported
from productgov.interchange.limits import DEFAULT_TABLE_LIMITS, TableLimits
from productgov.interchange.losses import LossList, Skipped, Unread
from productgov.interchange.placing import bindings, columns_in, names_in, places_of
from productgov.interchange.records import at_path
from productgov.interchange.row_reader import SectionReader
from productgov.interchange.sources import table_of
from productgov.interchange.table import Row, Table, is_blank, matching
from productgov.interchange.values import Context

__all__ = ["read_table"]


def read_table(
    source: object, mapping: "ImportMap | str | PathLike[str]", *, limits: TableLimits = DEFAULT_TABLE_LIMITS
) -> Imported:
    """Read a table by a map.

    Args:
        source: the name of a CSV, XLSX, JSON, YAML or TOML file; or a data frame of pandas or polars, anything with
            `__arrow_c_stream__`, or a list of mappings.
        mapping: a map, the name of one that comes with the library (`map_names()`), or the name of a TOML file.
        limits: how much to read.

    Returns:
        What the table holds, and in `losses` what could not be taken over.

    Raises:
        InvalidDocumentError: the map is not valid, or a JSON, YAML or TOML file cannot be read.
        InvalidValueError: the source is no table, has no column of the map, or exceeds a limit.
        MissingExtraError: an XLSX file needs the extra `excel`, YAML the extra `yaml`.
        OSError: a file cannot be read.
    """
    chosen = mapping if isinstance(mapping, ImportMap) else find_map(mapping)
    names = [name for kind, section in chosen.sections() for name in names_in(section, kind)]
    table = table_of(source, chosen.rows, names, limits)
    return _imported(table, chosen)


class _Plan(NamedTuple):
    """A map, compiled for the header of a table.

    Attributes:
        why_not: says why a row is not read at all.
        readers: the sections, each with what its placeholders stand for.
        known: the indices of the columns that the map names.
    """

    why_not: Why
    readers: Sequence[SectionReader]
    known: frozenset[int]


def _imported(table: Table, chosen: ImportMap) -> Imported:
    losses = LossList()
    assembly = Assembly(losses)
    context = Context(
        header=table.header,
        months=month_numbers(chosen.rows.months),
        lookup=_lookup_in(table.whole),
        removed=losses.count_removed,
        cut=losses.count_cut,
    )
    plan = _plan(chosen, context, losses)
    counts = {place: 0 for place in range(len(table.header)) if place not in plan.known}
    for row in table.rows:
        losses.rows += 1
        for place in counts:
            if place < len(row.cells) and not is_blank(row.cells[place]):
                counts[place] += 1
        reason = row.problem or plan.why_not(row.cells) or _read(row, plan.readers, assembly)
        if reason:
            losses.add(Skipped(row=row.number, reason=reason))
        else:
            losses.read += 1
    imported = assembly.imported()
    unread = [
        Unread(column=table.header[place], position=place + 1, values=count) for place, count in counts.items() if count
    ]
    return attrs.evolve(imported, losses=losses.losses(unread, table.notes))


def _read(row: Row, readers: Sequence[SectionReader], assembly: Assembly) -> str:
    """Read a row with every section that it means; the first reason where none makes anything of it."""
    reasons: list[str] = []
    not_meant: list[str] = []
    for reader in readers:
        reason = reader.why_not(row)
        if reason:
            not_meant.append(reason)
        else:
            made = reader.read(row)
            reasons.append(made if isinstance(made, str) else assembly.add(made))
    return "" if "" in reasons else next(iter((*reasons, *not_meant)), "the map reads nothing from it")


def _plan(chosen: ImportMap, context: Context, losses: LossList) -> _Plan:
    headings = chosen.rows.headings
    readers: list[SectionReader] = []
    known = set(_places_of_conditions(chosen.rows.where, chosen, context))
    for kind, section in chosen.sections():
        known.update(_places_of_conditions(section.where, chosen, context))
        bound = bindings(section, kind, context)
        readers += (SectionReader(section, kind, chosen.rows, context, losses, binding) for binding in bound)
        for binding in (*bound, None):
            for column in columns_in(section, kind):
                known.update(places_of(column, context, headings, binding, takes_all=True))
    return _Plan(why_not(chosen.rows.where, context.header, headings), readers, frozenset(known))


def _places_of_conditions(conditions: Sequence[Condition], chosen: ImportMap, context: Context) -> Iterator[int]:
    for condition in conditions:
        for name in condition.from_:
            yield from matching(name, context.header, chosen.rows.headings)


def _lookup_in(whole: object) -> Callable[[str, str, str], Mapping[str, str]]:
    @cache
    def lookup(path: str, key: str, value: str) -> Mapping[str, str]:
        found = at_path(whole, path)
        entries = [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []
        return {str(each[key]): str(each[value]) for each in entries if key in each and value in each}

    return lookup
