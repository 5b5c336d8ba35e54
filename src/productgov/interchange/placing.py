"""Which columns of a table a column of a map stands for, its placeholders included.

`{n}` stands for a number, `{date}` for a column that is named for a day: a section with one of these is read once for
each number or day that the header has. `{month}` stands for every column that is named for a month.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from productgov.fields.shapes import Periods
from productgov.interchange.column import Column
from productgov.interchange.dates import day_reader, period_text
from productgov.interchange.forms import Headings
from productgov.interchange.sections import Kind, Section, extras_of, leaves
from productgov.interchange.table import matching
from productgov.interchange.values import Context

__all__ = ["Binding", "bindings", "columns_in", "names_in", "places_of"]

Binding: TypeAlias = str | int | None
"""What a placeholder stands for: the text of a number, or the index of the column of a day."""

_NUMBER = "{n}"
_DATE = "{date}"
_MONTH = "{month}"


def columns_in(section: Section, kind: Kind) -> Iterator[Column]:
    """Every column of a section."""
    yield from (leaf.column for leaf in (*leaves(section, kind), *extras_of(section, kind)))


def names_in(section: Section, kind: Kind) -> Iterator[str]:
    """The names of columns that a section knows, but for placeholders."""
    for column in columns_in(section, kind):
        yield from (name for name in column.from_ if name not in (_DATE, _MONTH))


def places_of(
    column: Column, context: Context, headings: Headings, binding: Binding, *, takes_all: bool
) -> tuple[int, ...]:
    """The indices of the columns of the table that a column of a map stands for.

    Args:
        column: the column of the map.
        context: with the header of the table.
        headings: how names are compared.
        binding: what its placeholder stands for.
        takes_all: whether the order of the table counts, and not that of the names.
    """
    if column.position is not None:
        return (column.position - 1,)
    found: list[int] = []
    for name in column.from_:
        found.extend(at for at in _named(name, context, headings, binding) if at not in found)
    return tuple(sorted(found) if takes_all else found)


def _named(name: str, context: Context, headings: Headings, binding: Binding) -> Sequence[int]:
    if name == _DATE:
        return (binding,) if isinstance(binding, int) else ()
    if name == _MONTH:
        months = Periods()
        return [at for at, given in enumerate(context.header) if months.accepts(period_text(given, context.months))]
    if isinstance(binding, str):
        name = name.replace(_NUMBER, binding)
    return matching(name, context.header, headings)


def bindings(section: Section, kind: Kind, context: Context) -> Sequence[Binding]:
    """What the placeholders of a section stand for in a table; nothing, once, where it has none."""
    columns = list(columns_in(section, kind))
    names = [name for column in columns for name in column.from_]
    if _DATE in names:
        forms = [form for column in columns if _DATE in column.from_ for form in column.dates]
        read = day_reader(forms, context.months)
        return [at for at, given in enumerate(context.header) if read(given.strip())]
    numbered = [re.escape(name).replace(re.escape(_NUMBER), "([0-9]{1,4})") for name in names if _NUMBER in name]
    if not numbered:
        return (None,)
    found = (re.fullmatch(each, given.strip(), re.IGNORECASE) for each in numbered for given in context.header)
    return sorted({match[1] for match in found if match}, key=int)
