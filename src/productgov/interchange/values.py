"""From the cells of a row to the value of one field: a function that is compiled from its column."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import attrs

from productgov.errors import InvalidValueError
from productgov.fields import shapes
from productgov.fields.types import EMAIL_ADDRESS, IDENTIFIER, URL
from productgov.interchange.column import Column, DateForm, StatedPart
from productgov.interchange.dates import day_reader, period_text, plain_day
from productgov.interchange.numbers import number_of, scaled
from productgov.interchange.table import Cell, is_blank
from productgov.interchange.texts import (
    end_of_range,
    is_cut_number,
    is_personal,
    slug_of,
    text_of,
    without_personal,
    without_tags,
)
from productgov.model.stated_target import Comparison, parse_target
from productgov.wording import listed

__all__ = ["Context", "Convert", "Refuse", "ValueReader", "value_reader"]

Refuse: TypeAlias = Callable[[object, str], None]
"""A function that is told of a value that is not taken over, and why."""

Convert: TypeAlias = Callable[[Cell], object]
"""A function that makes the value of a field from a cell.

Raises:
    InvalidValueError: when that is not possible; the message completes "… is not taken over: ".
"""

ValueReader: TypeAlias = Callable[[Sequence[Cell], Refuse], object]
"""A function that makes the value of a field from the cells of a row; None where there is none."""

_PERSONAL = "it is a mail address or account id; personal = true in the map copies it"
_MOST_PARTS = 500


@attrs.frozen(kw_only=True)
class Context:
    """What values of all columns are read with.

    Attributes:
        header: the names of the columns.
        months: the numbers of months by their names.
        lookups: for each list of the file and its key and value, the names by their keys.
        removed: is told how many addresses were taken out of a text.
    """

    header: Sequence[str]
    months: Mapping[str, int]
    lookup: Callable[[str, str, str], Mapping[str, str]]
    removed: Callable[[int], None]


def value_reader(
    column: Column, shape: shapes.Scalar, places: Sequence[int], context: Context, *, is_list: bool = False
) -> ValueReader:
    """The function that reads one field.

    Args:
        column: what the map says.
        shape: the shape of the value, or of each value of a list.
        places: the indices of the cells.
        context: what all columns share.
        is_list: whether the field takes a list.
    """
    convert = _conversion(column, shape, context)
    cells_of = _cells(column, places, context.header)
    parts_of = _parts(column)
    chosen = _choice(column)

    def read_one(cells: Sequence[Cell], refuse: Refuse) -> object:
        found = [part for cell in cells_of(cells) for part in parts_of(cell)]
        value = chosen(found, refuse)
        if value is None:
            return None
        if column.join is None and len(found) > 1 and isinstance(found[0], str) and column.split:
            refuse(", ".join(map(str, found)), "several values, and the field takes one")
            return None
        return _converted(convert, value, refuse)

    def read_list(cells: Sequence[Cell], refuse: Refuse) -> object:
        found = []
        for cell in cells_of(cells):
            for part in parts_of(cell):
                value = chosen([part], refuse)
                made = None if value is None else _converted(convert, value, refuse)
                if made is not None and made not in found:
                    found.append(made)
        return found or None

    return read_list if is_list else read_one


def _converted(convert: Convert, value: Cell, refuse: Refuse) -> object:
    try:
        return convert(value)
    except InvalidValueError as error:
        refuse(value, str(error))
        return None


def _cells(column: Column, places: Sequence[int], header: Sequence[str]) -> Callable[[Sequence[Cell]], list[Cell]]:
    """The cells of a row that a column looks at, without those that are empty; lists count as several cells."""
    always = column.always
    if always is not None:
        return lambda _cells: [always]
    if column.crosses:
        return lambda cells: list[Cell](header[at] for at in places if at < len(cells) and not is_blank(cells[at]))[-1:]

    def cells_of(cells: Sequence[Cell]) -> list[Cell]:
        found: list[Cell] = []
        width = len(cells)
        for at in places:
            cell = cells[at] if at < width else None
            if isinstance(cell, (list, tuple)):
                found.extend(each for each in cell if not is_blank(each))
            elif not is_blank(cell):
                found.append(cell)
        return found

    join = column.join
    if join is None:
        return cells_of

    def joined(cells: Sequence[Cell]) -> list[Cell]:
        found = cells_of(cells)
        return [join.join(map(text_of, found))] if found else []

    return joined


def _parts(column: Column) -> Callable[[Cell], Iterator[Cell]]:
    """The texts of a cell, taken apart and cleaned as the column says."""
    part, split = column.part, column.split
    is_plain = part is None and not split and not column.html and not column.parent

    def parts_of(cell: Cell) -> Iterator[Cell]:
        if not isinstance(cell, str):
            yield cell
            return
        texts = [cell]
        for separator in split:
            texts = [piece for text in texts for piece in text.split(separator, _MOST_PARTS)]
        for text in texts:
            whole = text_of(text)
            if not is_plain:
                whole = without_tags(whole) if column.html else whole
                whole = whole.rpartition(".")[0] if column.parent else whole
                whole = end_of_range(whole, part) if part else whole
            if whole:
                yield whole

    return parts_of


def _choice(column: Column) -> Callable[[list[Cell], Refuse], Cell]:
    """The value among several: the first, or the first that the map translates."""
    otherwise = column.otherwise
    if not column.values:
        return lambda found, _refuse: found[0] if found else otherwise
    known = {text.casefold(): value.to for value in reversed(column.values) for text in value.from_}

    def translated(found: list[Cell], refuse: Refuse) -> Cell:
        texts = [text_of(each) for each in found]
        meant = next((known[text.casefold()] for text in texts if text.casefold() in known), None)
        if meant is None and texts and otherwise is None:
            refuse(texts[-1], "the map does not say what it becomes")
        return otherwise if meant is None else meant

    return translated


def _conversion(column: Column, shape: shapes.Scalar, context: Context) -> Convert:
    convert = _base_conversion(column, shape, context)
    if column.lookup is None:
        return convert
    names = context.lookup(column.lookup.in_, column.lookup.key, column.lookup.value)

    def looked_up(cell: Cell) -> object:
        text = text_of(cell)
        if text not in names:
            raise InvalidValueError(f"it is not in the list {column.lookup.in_ if column.lookup else ''}")
        return convert(names[text])

    return looked_up


def _base_conversion(column: Column, shape: shapes.Scalar, context: Context) -> Convert:
    if column.stated is not None:
        return _stated(column.stated)
    match shape:
        case shapes.Date():
            return _day_conversion(column, context)
        case shapes.Number():
            return _number_conversion(column, shape)
        case shapes.Periods():
            return lambda cell: _accepted(shape, period_text(text_of(cell), context.months))
        case shapes.Terms() | shapes.Flag():
            return _term_conversion(shape)
        case _:
            return _text_conversion(column, shape, context)


def _accepted(shape: shapes.Scalar, value: object) -> object:
    if shape.accepts(value):
        return value
    raise InvalidValueError(f"it must be {shape.problem(value).allowed}")


def _day_conversion(column: Column, context: Context) -> Convert:
    forms = column.dates
    read = day_reader(forms, context.months)
    stated = listed([form.value for form in forms], "or")

    def convert(cell: Cell) -> object:
        day = plain_day(cell)
        if day is None and isinstance(cell, (int, float)) and DateForm.SERIAL not in forms:
            raise InvalidValueError(f"it is no day in the form {stated}")
        found: date | None = None if day else read(text_of(cell))
        if day is None and found is None:
            raise InvalidValueError(f"it is no day in the form {stated}")
        return day or str(found)

    return convert


def _number_conversion(column: Column, shape: shapes.Number) -> Convert:
    decimal, percent, times = column.decimal, column.percent, column.times

    def convert(cell: Cell) -> object:
        if isinstance(cell, (int, float)) and not isinstance(cell, bool):
            number: int | float | None = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
        else:
            number = number_of(text_of(cell), decimal, percent=percent)
        if number is None:
            raise InvalidValueError(f"it is no number with a decimal {decimal.value}")
        return _accepted(shape, number if times == 1 else scaled(number, times))

    return convert


def _term_conversion(shape: shapes.Scalar) -> Convert:
    known = {term.casefold(): term for term in shape.values}
    flags = {"true": True, "yes": True, "false": False, "no": False}

    def convert(cell: Cell) -> object:
        text = text_of(cell)
        if isinstance(shape, shapes.Flag):
            return _accepted(shape, flags.get(text.casefold(), text))
        return _accepted(shape, known.get(text.casefold(), text))

    return convert


def _text_conversion(column: Column, shape: shapes.Scalar, context: Context) -> Convert:
    pattern = shape.pattern if isinstance(shape, shapes.Text) else None
    is_id, is_address = pattern is IDENTIFIER, pattern is EMAIL_ADDRESS or pattern is URL
    prefix, limit, keeps = column.prefix or "", column.limit, column.personal

    def convert(cell: Cell) -> object:
        if (is_id or column.slug) and is_cut_number(cell):
            raise InvalidValueError("a spreadsheet program has cut its digits; export it anew, and import that file")
        text = text_of(cell)
        if not keeps:
            if is_personal(text):
                raise InvalidValueError(_PERSONAL)
            if not is_id and not is_address:
                text, count = without_personal(text)
                if count:
                    context.removed(count)
        if column.slug:
            text = slug_of(text)
            if not text:
                raise InvalidValueError("no id can be made of it: ids have the letters a to z and digits")
        text = prefix + text
        return _accepted(shape, text if len(text) <= limit else text[: limit - 1] + "…")

    return convert


_DIRECTIONS = {Comparison.AT_LEAST: "increase", Comparison.AT_MOST: "decrease", Comparison.EXACTLY: "maintain"}


def _stated(part: StatedPart) -> Convert:
    def convert(cell: Cell) -> object:
        try:
            target = parse_target(text_of(cell))
        except InvalidValueError:
            if part is StatedPart.VALUE:
                raise
            return None  # that it cannot be read is said once, for its value
        if part is StatedPart.VALUE:
            return target.value
        if part is StatedPart.UNIT:
            return target.unit
        return _DIRECTIONS.get(target.comparison) if target.comparison else None

    return convert
