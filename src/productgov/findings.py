"""What a check has to say: a finding, how bad it is, and where it is."""

from enum import StrEnum

import attrs

__all__ = ["Finding", "Location", "Severity"]


class Severity(StrEnum):
    """How bad a finding is; errors fail a check, warnings do under `--strict`, infos never."""

    ERROR = "error"
    """Wrong: a check fails."""
    WARNING = "warning"
    """Most likely a mistake: a check fails with `--strict`."""
    INFO = "info"
    """Worth a look: a check never fails."""


@attrs.frozen(kw_only=True, order=True)
class Location:
    """A place in a text.

    Attributes:
        line: the line, counted from 1.
        column: the column in characters, counted from 1.
    """

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
    """

    code: str
    severity: Severity
    path: str
    message: str
    hint: str
    location: Location | None = None
