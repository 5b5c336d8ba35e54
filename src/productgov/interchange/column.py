"""A column of a map: where in a table a value is, and how it becomes the value of a field."""

from typing import Annotated, ClassVar

import attrs
from annotated_types import Ge

from productgov.fields import (
    AtLeastOne,
    Constraint,
    NotWith,
    OnlyWith,
    Positive,
    Term,
    Text,
    WholeNumber,
    checked,
)
from productgov.interchange.orders import OneOrder
from productgov.model.extensions import Extensions

__all__ = ["Column", "Condition", "DateForm", "DecimalMark", "Lookup", "Part", "PeriodLength", "StatedPart", "Value"]


class DateForm(Term):
    """How a table writes days; a time after the day is left out, and years of two digits are those from 2000 on."""

    ISO = "iso", "2026-01-31, or 2026/01/31."
    DMY = "dmy", "Day, month, year as numbers: 31/1/2026, 31.01.26."
    MDY = "mdy", "Month, day, year as numbers: 1/31/2026, 01-31-26."
    D_MON_Y = "d-mon-y", "Day, name of the month, year: 31/Jan/26, 31 January 2026."
    MON_D_Y = "mon-d-y", "Name of the month, day, year: January 31, 2026, or with a weekday before it."
    SERIAL = "serial", "The number of the day, as spreadsheet programs count from 1900 on: 46053."


class DecimalMark(Term):
    """What stands before the decimals of a number; the other one groups thousands."""

    POINT = "point", "1,234.5"
    COMMA = "comma", "1.234,5"


class PeriodLength(Term):
    """How long a period is."""

    MONTH = "month", "A month."
    QUARTER = "quarter", "A quarter of the calendar year."
    HALF = "half", "A half of the calendar year."
    YEAR = "year", "A calendar year."


class Part(Term):
    """Which end of a range of days is meant; of a single day, the end."""

    START = "start", "The first day."
    END = "end", "The last day."


class StatedPart(Term):
    """Which part of a target that is stated in words, such as "at or below 45 days", is meant."""

    VALUE = "value", "The number."
    UNIT = "unit", "The unit."
    DIRECTION = "direction", "The direction that the comparison implies."


@attrs.frozen(kw_only=True, field_transformer=checked)
class Value:
    """What some texts of a table become."""

    from_: Annotated[tuple[Text, ...], "The texts, in any case."]
    to: Annotated[Text, "What is written instead."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, field_transformer=checked)
class Lookup:
    """Another list of the same file, in which the name for a text is looked up."""

    in_: Annotated[Text, "The path of the list, such as members."]
    key: Annotated[Text, "The key of its items that holds the text."]
    value: Annotated[Text, "The key of its items that holds the name."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, field_transformer=checked)
class Condition:
    """What a row must say to be read."""

    constraints: ClassVar[tuple[Constraint, ...]] = (AtLeastOne(("in_", "not_in", "empty")),)

    from_: Annotated[tuple[Text, ...], "The names of the column; the first that the table has is meant."]
    in_: Annotated[tuple[Text, ...], "The texts of which it must hold one, in any case."] = ()
    not_in: Annotated[tuple[Text, ...], "The texts of which it must hold none, in any case."] = ()
    empty: Annotated[bool | None, "Whether it must be empty, or must not."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, field_transformer=checked)
class Column:
    """Where the value of a field is, and how it is read.

    A field with one value takes the first of its columns that is not empty or, with `values`, whose text is among
    them. A field with a list takes all columns with these names, in the order of the table.
    """

    constraints: ClassVar[tuple[Constraint, ...]] = (
        AtLeastOne(("from_", "position", "always")),
        NotWith("always", ("from_", "position")),
        OnlyWith("writes", "from_"),
        NotWith("position", ("from_",)),
        NotWith("filled", ("values",)),
        OneOrder("dates", (DateForm.DMY.value, DateForm.MDY.value)),
    )

    from_: Annotated[
        tuple[Text, ...],
        "The names of its columns, in any case; in JSON, the path: content.title. A {n} stands for a number, a {date} "
        "for a day, a {month} for a month.",
    ] = ()
    writes: Annotated[Text | None, "The name of the column that an export writes; left out, the first of them."] = None
    position: Annotated[int | None, Ge(1), "The column, counted from 1, where it has no name."] = None
    always: Annotated[Text | None, "The value of every row, where no column has it."] = None
    required: Annotated[bool, "Whether a row without it is left out."] = False
    join: Annotated[Text | None, "What stands between the texts of several columns that are put together."] = None
    split: Annotated[tuple[Text, ...], "What separates the texts of one cell."] = ()
    crosses: Annotated[bool, "Whether the value is the name of the last of the columns that has a mark."] = False
    html: Annotated[bool, "Whether the tags of HTML are taken out."] = False
    part: Annotated[Part | None, "Which end of a range such as 1 May → 3 June is meant."] = None
    lookup: Annotated[Lookup | None, "The list in which the text is looked up."] = None
    parent: Annotated[bool, "Whether the value is what the number stands under: 1.2 for 1.2.1."] = False
    values: Annotated[tuple[Value, ...], "What the texts become; what is not among them is reported."] = ()
    filled: Annotated[Text | None, "What a cell becomes that is not empty, whatever it holds."] = None
    otherwise: Annotated[Text | None, "What an empty cell, or a text that is not among the values, becomes."] = None
    dates: Annotated[tuple[DateForm, ...], "How days are written."] = (DateForm.ISO,)
    within: Annotated[PeriodLength | None, "Which period of the calendar a day stands for."] = None
    decimal: Annotated[DecimalMark, "What stands before decimals."] = DecimalMark.POINT
    percent: Annotated[bool, "Whether a number with % is a share: 80% is 0.8."] = False
    times: Annotated[Positive, "What numbers are multiplied by: 0.05 makes months of days."] = 1
    stated: Annotated[StatedPart | None, "Which part of a target in words is meant."] = None
    slug: Annotated[bool, "Whether an id is made of the letters and digits of the text."] = False
    prefix: Annotated[Text | None, "What is put before the text."] = None
    limit: Annotated[WholeNumber, "How many characters are kept."] = 20_000
    personal: Annotated[bool, "Whether mail addresses and account ids are copied."] = False
    extensions: Extensions = Extensions()
