"""Value types: plain Python types with their limits, each declared once.

The constructors, the loader, the JSON Schema, the TypeScript, the strategies and the reference tables all read
these declarations.
"""

from enum import StrEnum
from typing import Annotated, Self

from annotated_types import Ge, Gt, Le

from productgov.fields.marks import Pattern

__all__ = [
    "ClockTime",
    "EmailAddress",
    "Fraction",
    "Identifier",
    "Minutes",
    "MonthNumber",
    "NonNegative",
    "Number",
    "OneToTen",
    "Positive",
    "ProductItem",
    "Term",
    "Text",
    "TimeZoneName",
    "Url",
    "VariableName",
    "WholeNumber",
    "ZeroToTen",
]

MAGNITUDE = 1e15
"""The largest number in a document, positive or negative; not every reader keeps larger whole numbers exact."""


class Term(StrEnum):
    """An enumeration whose members say what they mean: `MEMBER = "wire value", "meaning"`."""

    _value_: str
    description: str

    def __new__(cls, value: str, description: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member


TEXT = Pattern(
    r"^[^\x00-\x08\x0b-\x1f\x7f]+$",
    "text that is not empty and contains no control characters but tab and newline",
)
IDENTIFIER = Pattern(
    r"^[A-Za-z0-9][A-Za-z0-9._\-]{0,63}$",
    "an id: a letter or digit, then letters, digits, '.', '_' or '-', at most 64 in all",
)
VARIABLE_NAME = Pattern(
    r"^[A-Za-z][A-Za-z0-9_]{0,63}$",
    "a name that a formula can use: a letter, then letters, digits or '_', at most 64 in all",
)
PRODUCT_ITEM = Pattern(
    r"^[A-Za-z0-9][A-Za-z0-9._\-]{0,63}\/[A-Za-z0-9][A-Za-z0-9._\-]{0,63}$",
    "the id of a product and that of an item, with a slash between them, such as billing/invoices",
)
URL = Pattern(
    r"^(?:https?:\/\/[A-Za-z0-9\[]|mailto:[A-Za-z0-9])[!#-;=?-\[\]_a-z~]*$",
    "an http://, https:// or mailto: address, without spaces",
)
EMAIL_ADDRESS = Pattern(
    r"^[A-Za-z0-9.!#\x24%&'*+\/=?\^_`\{\|\}~\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){0,9}$",
    "an e-mail address such as ana@example.com",
)
CLOCK_TIME = Pattern(r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", "a time of day, HH:MM, from 00:00 to 23:59")
TIME_ZONE = Pattern(
    r"^[A-Za-z][A-Za-z0-9_+\-]{0,31}(?:\/[A-Za-z0-9_+\-]{1,31}){0,3}$",
    "an IANA time zone name such as Europe/Paris",
)
DATE = Pattern(
    r"^(?:(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    r"|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)$",
    "a date, YYYY-MM-DD",
)

Text = Annotated[str, TEXT]
"""Text for people: not empty; tab and newline are its only control characters."""
Identifier = Annotated[str, IDENTIFIER]
"""A name that other parts of the document refer to."""
VariableName = Annotated[str, VARIABLE_NAME]
"""A name that a formula can use."""
ProductItem = Annotated[str, PRODUCT_ITEM]
"""The id of an item of another product, `product/id`."""
Url = Annotated[str, URL]
"""A link that is safe to follow: http, https or mailto."""
EmailAddress = Annotated[str, EMAIL_ADDRESS]
"""An e-mail address."""
ClockTime = Annotated[str, CLOCK_TIME]
"""A time of day, `HH:MM`."""
TimeZoneName = Annotated[str, TIME_ZONE]
"""The IANA name of a time zone."""

Number = Annotated[float, Ge(-MAGNITUDE), Le(MAGNITUDE)]
"""A finite number."""
NonNegative = Annotated[float, Ge(0), Le(MAGNITUDE)]
"""A number of at least 0."""
Positive = Annotated[float, Gt(0), Le(MAGNITUDE)]
"""A number above 0."""
Fraction = Annotated[float, Ge(0), Le(1)]
"""A share between 0 and 1: 80 % is 0.8."""
OneToTen = Annotated[float, Ge(1), Le(10)]
"""A rating from 1 to 10."""
ZeroToTen = Annotated[float, Ge(0), Le(10)]
"""A rating from 0 to 10."""
WholeNumber = Annotated[int, Ge(0), Le(MAGNITUDE)]
"""A count: 0, 1, 2 and so on."""
MonthNumber = Annotated[int, Ge(1), Le(12)]
"""The number of a month, from 1 for January to 12."""
Minutes = Annotated[int, Ge(1), Le(10_080)]
"""A duration in whole minutes, up to one week."""
