"""From the cells of a row to the value of one field: a function that is compiled from its column."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import attrs

from productgov.errors import InvalidValueError
from productgov.fields import shapes
from productgov.fields.types import EMAIL_ADDRESS, IDENTIFIER, URL
from productgov.interchange.column import Column, DateForm, Lookup, StatedPart
from productgov.interchange.dates import day_reader, period_of, period_text, plain_day
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
        cut: is told that a text was longer than its limit.
    """

    header: Sequence[str]
    months: Mapping[str, int]
    lookup: Callable[[str, str, str], Mapping[str, str]]
    removed: Callable[[int], None]
    cut: Callable[[], None]


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
    parts_of = _parts(column, context, is_list=is_list)
    chosen = _choice(column)

    def read_one(cells: Sequence[Cell], refuse: Refuse) -> object:
        found = [part for cell in cells_of(cells) for part in parts_of(cell, refuse)]
        value = chosen(found, refuse)
        return None if value is None else _converted(convert, value, refuse)

    def read_list(cells: Sequence[Cell], refuse: Refuse) -> object:
        found = []
        for cell in cells_of(cells):
            for part in parts_of(cell, refuse):
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
    """The cells of a row that a column looks at, without those that are empty."""
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
            if not is_blank(cell):
                found.append(cell)
        return found

    join = column.join
    if join is None:
        return cells_of

    def joined(cells: Sequence[Cell]) -> list[Cell]:
        texts = [text_of(each) for cell in cells_of(cells) for each in _entries(cell)]
        return [join.join(texts)] if texts else []

    return joined


Parts: TypeAlias = Callable[[Cell, Refuse], Sequence[Cell]]
"""A function that takes a cell apart; it tells what a field with one value does not take."""


def _parts(column: Column, context: Context, *, is_list: bool) -> Parts:
    """The texts of a cell, taken apart, cleaned and looked up as the column says."""
    split = column.split
    clean = _cleaning(column)
    names = context.lookup(*_place_of(column.lookup)) if column.lookup else None

    def parts_of(cell: Cell, refuse: Refuse) -> Sequence[Cell]:
        if not split and clean is None and names is None and not isinstance(cell, (list, tuple)):
            return (cell,)
        found: list[Cell] = []
        for entry in _entries(cell):
            pieces = [entry]
            for separator in split:
                pieces = [each for piece in pieces for each in text_of(piece).split(separator, _MOST_PARTS)]
            found.extend(clean(text_of(piece)) if clean else piece for piece in pieces)
        found = [each for each in found if not is_blank(each)]
        if names is not None:
            for each in found:
                if text_of(each) not in names:
                    refuse(each, "the file has no name for it")
            found = [names[text_of(each)] for each in found if text_of(each) in names]
        if not is_list and len(found) > 1:
            refuse(", ".join(map(text_of, found[1:])), "the field takes one value, and the first was taken")
        return found if is_list else found[:1]

    return parts_of


def _entries(cell: Cell) -> Sequence[Cell]:
    return [each for each in cell if not is_blank(each)] if isinstance(cell, (list, tuple)) else (cell,)


def _place_of(lookup: Lookup) -> tuple[str, str, str]:
    return lookup.in_, lookup.key, lookup.value


def _cleaning(column: Column) -> Callable[[str], str] | None:
    part = column.part
    if part is None and not column.html and not column.parent:
        return None

    def clean(text: str) -> str:
        text = without_tags(text) if column.html else text
        text = text.rpartition(".")[0] if column.parent else text
        return end_of_range(text, part) if part else text

    return clean


def _choice(column: Column) -> Callable[[list[Cell], Refuse], Cell]:
    """The value among several: the first, or the first that the map translates."""
    otherwise, filled = column.otherwise, column.filled
    if filled is not None:
        return lambda found, _refuse: filled if found else otherwise
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
    if column.stated is not None:
        return _stated(column.stated)
    match shape:
        case shapes.Date():
            return _day_conversion(column, context)
        case shapes.Number():
            return _number_conversion(column, shape)
        case shapes.Periods():
            return _period_conversion(column, shape, context)
        case shapes.Terms():
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


def _period_conversion(column: Column, shape: shapes.Periods, context: Context) -> Convert:
    length, months = column.within, context.months
    if length is None:
        return lambda cell: _accepted(shape, period_text(text_of(cell), months))
    day_of = _day_conversion(column, context)
    return lambda cell: period_of(date.fromisoformat(str(day_of(cell))), length)


def _number_conversion(column: Column, shape: shapes.Number) -> Convert:
    decimal, percent, times = column.decimal, column.percent, column.times

    def convert(cell: Cell) -> object:
        if isinstance(cell, (int, float)) and not isinstance(cell, bool):
            number: int | float | None = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
        else:
            number = number_of(text_of(cell).removeprefix("'"), decimal, percent=percent)
        if number is None:
            raise InvalidValueError(f"it is no number with a decimal {decimal.value}")
        return _accepted(shape, number if times == 1 else scaled(number, times))

    return convert


def _term_conversion(shape: shapes.Terms) -> Convert:
    known = {term.casefold(): term for term in shape.values}
    return lambda cell: _accepted(shape, known.get(text_of(cell).casefold(), text_of(cell)))


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
        text = slug_of(text, prefix) if column.slug else prefix + text
        if not text:
            raise InvalidValueError("no id can be made of it: ids have the letters a to z and digits")
        if len(text) > limit:
            context.cut()
            text = text[: limit - 1] + "…"
        return _accepted(shape, text)

    return convert


_DIRECTIONS = {Comparison.AT_LEAST: "increase", Comparison.AT_MOST: "decrease", Comparison.EXACTLY: "maintain"}


def _stated(part: StatedPart) -> Convert:
    def convert(cell: Cell) -> object:
        try:
            target = parse_target(text_of(cell))
        except InvalidValueError as error:
            if part is StatedPart.VALUE:
                _, _, reason = str(error).partition(" cannot be read as a target: ")
                raise InvalidValueError(f"no target can be read from it: {reason.partition('; ')[0]}") from None
            return None  # that it cannot be read is said once, for its value
        if part is StatedPart.VALUE:
            return target.value
        if part is StatedPart.UNIT:
            return target.unit
        return _DIRECTIONS.get(target.comparison) if target.comparison else None

    return convert
