"""The limits of a table that is imported, applied before and while it is read."""

import attrs

from productgov.errors import InvalidValueError

__all__ = ["DEFAULT_TABLE_LIMITS", "TableLimits"]


def _is_limit(_instance: object, attribute: "attrs.Attribute[int]", value: object) -> None:
    if type(value) is not int or value < 1:
        raise InvalidValueError(f"TableLimits.{attribute.name} is {value!r:.40}; allowed is a whole number above 0")


@attrs.frozen(kw_only=True)
class TableLimits:
    """The bounds of what is imported; a file that exceeds one is refused as a whole.

    Attributes:
        max_bytes: the size of the file.
        max_unpacked: the size of the parts of an XLSX file together, once they are unpacked.
        max_rows: the rows of a table, its header included.
        max_columns: the columns of a table.
        max_cells: the cells of a table that are not empty.

    Raises:
        InvalidValueError: when a limit is not a whole number above 0.
    """

    max_bytes: int = attrs.field(default=50_000_000, validator=_is_limit)
    max_unpacked: int = attrs.field(default=100_000_000, validator=_is_limit)
    max_rows: int = attrs.field(default=100_000, validator=_is_limit)
    max_columns: int = attrs.field(default=1_000, validator=_is_limit)
    max_cells: int = attrs.field(default=2_000_000, validator=_is_limit)


DEFAULT_TABLE_LIMITS = TableLimits()
