"""What a check reports: a finding, its severity and its place in the text, and what is only counted."""

from enum import StrEnum

import attrs

from productgov.display import Displayed

__all__ = ["MOST_RELATED", "Finding", "Location", "Omitted", "Related", "Severity"]

MOST_RELATED = 100
"""How many related places a finding has; further ones are only counted."""


class Severity(StrEnum):
    """How bad a finding is: errors fail a check, warnings only with `--strict`, infos never."""

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


@attrs.frozen(kw_only=True, repr=False)
class Related(Displayed):
    """Another place that a finding is about: the first use of an id, or an item that lacks the same.

    Attributes:
        path: the JSON Pointer of the value, as in a finding.
        location: where the value starts in the text; None when the document was not read from text.
        end: where the text of the value ends (exclusive), or its first line does; None when that is not known.
    """

    path: str
    location: Location | None = None
    end: Location | None = None


@attrs.frozen(kw_only=True, repr=False)
class Finding(Displayed):
    """One mistake, with everything needed to find and correct it.

    Attributes:
        code: the stable code of the kind of mistake, such as `PG203`; never reused or renumbered.
        severity: error, warning or info.
        path: the JSON Pointer (RFC 6901) of the value, in the names of the document; empty for the whole document. It
            has at most 1,000 characters: below longer keys it is that of the nearest parent, and only the location
            says where the value is.
        message: what is wrong, in one sentence; the wording may change between releases.
        hint: what to do about it.
        location: where the value starts in the text; None when the document was not read from text.
        end: where the text of the value ends (exclusive), or its first line does; None when that is not known.
        related: the other places that it is about; at most 100.
        related_omitted: how many more there are, which are only counted.
    """

    code: str
    severity: Severity
    path: str
    message: str
    hint: str
    location: Location | None = None
    end: Location | None = None
    related: tuple[Related, ...] = ()
    related_omitted: int = 0


@attrs.frozen(kw_only=True, repr=False)
class Omitted(Displayed):
    """Findings of one code that were counted but not kept, because a document has more of them than the limit.

    Attributes:
        code: the code of the findings.
        severity: their severity.
        count: how many there are, in addition to those that were kept.
    """

    code: str
    severity: Severity
    count: int
