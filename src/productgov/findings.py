"""What a check has to say: a finding, how bad it is, and where it is."""

from enum import StrEnum

import attrs

__all__ = ["Finding", "Location", "Severity"]


class Severity(StrEnum):
    """How bad a finding is; errors fail a check, warnings do under `--strict`, infos never."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@attrs.frozen(kw_only=True, order=True)
class Location:
    """A place in a text: line and column, both counted from 1, the column in characters."""

    line: int
    column: int


@attrs.frozen(kw_only=True)
class Finding:
    """One mistake, with everything needed to find and mend it.

    Attributes:
        code: the stable name of the kind of mistake, such as `PG203`; never reused or renumbered.
        severity: error, warning or info.
        path: the JSON Pointer (RFC 6901) of the offending value, in the names of the document.
        message: what is wrong, in one sentence; the wording may change between releases.
        hint: what to do about it.
        location: line and column, when the document was read from text.
        end: where the text of the value ends, exclusive, on the line where it begins; None where that is not known.
    """

    code: str
    severity: Severity
    path: str
    message: str
    hint: str
    location: Location | None = None
    end: Location | None = None
