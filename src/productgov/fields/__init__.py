"""How a field is declared: value types, marks, constraints, and `checked`, which turns them into checks.

```python
@attrs.frozen(kw_only=True, field_transformer=checked)
class Ticket:
    key: Annotated[Identifier, "Its name in the tracker."]
    points: Annotated[NonNegative | None, "Its size."] = None
    extensions: Extensions = Extensions()
```
"""

from productgov.fields.checking import checked
from productgov.fields.constraints import (
    AllFinished,
    Ascending,
    AtLeastOne,
    Constraint,
    DatesAscend,
    ExactlyOne,
    NeededUnless,
    NeverOneOf,
    NotBefore,
    NotWith,
    OnlyWhen,
    OnlyWith,
)
from productgov.fields.marks import AlwaysWritten, Key, Names, Pattern, Refers, Scale, Shorthand, WireName
from productgov.fields.periods import Period
from productgov.fields.types import (
    ClockTime,
    EmailAddress,
    Fraction,
    Identifier,
    Minutes,
    MonthNumber,
    NonNegative,
    Number,
    OneToTen,
    Positive,
    ProductItem,
    Term,
    Text,
    TimeZoneName,
    Url,
    VariableName,
    WholeNumber,
    ZeroToTen,
)
from productgov.found import Common, Entry, Found, Proposal, Remove, Rename, Repair, Replace, Write
from productgov.paths import Path

__all__ = [
    "AllFinished",
    "AlwaysWritten",
    "Ascending",
    "AtLeastOne",
    "ClockTime",
    "Common",
    "Constraint",
    "DatesAscend",
    "EmailAddress",
    "Entry",
    "ExactlyOne",
    "Found",
    "Fraction",
    "Identifier",
    "Key",
    "Minutes",
    "MonthNumber",
    "Names",
    "NeededUnless",
    "NeverOneOf",
    "NonNegative",
    "NotBefore",
    "NotWith",
    "Number",
    "OneToTen",
    "OnlyWhen",
    "OnlyWith",
    "Path",
    "Pattern",
    "Period",
    "Positive",
    "ProductItem",
    "Proposal",
    "Refers",
    "Remove",
    "Rename",
    "Repair",
    "Replace",
    "Scale",
    "Shorthand",
    "Term",
    "Text",
    "TimeZoneName",
    "Url",
    "VariableName",
    "WholeNumber",
    "WireName",
    "Write",
    "ZeroToTen",
    "checked",
]
