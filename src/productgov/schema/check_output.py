"""What `productgov check --format json` prints: each field with its name, its type and its meaning."""

from typing import Annotated, Literal

import attrs
from annotated_types import Ge

from productgov.fields import Pattern
from productgov.findings import Severity

__all__ = ["CheckOutput", "FindingRecord", "OmittedRecord", "RelatedRecord", "Summary", "UnusableRecord"]

_Count = Annotated[int, Ge(0)]
_Code = Annotated[
    str, Pattern("^[A-Z]{2,10}[0-9]{3}$", "a code such as PG203"), "The stable code of the kind of mistake."
]
_File = Annotated[str, "The file, relative to the root of its repository, with forward slashes."]
_Line = Annotated[int | None, "The line, from 1; null when the file could not be read as text."]
_Column = Annotated[int | None, "The column in characters, from 1; null with the line."]
_Path = Annotated[str, "The JSON Pointer of the value; empty for the whole document."]


@attrs.frozen(kw_only=True)
class RelatedRecord:
    """Another place that a finding is about."""

    path: _Path
    line: _Line
    column: _Column


@attrs.frozen(kw_only=True)
class FindingRecord:
    """One mistake, with everything needed to find and correct it."""

    code: _Code
    severity: Annotated[Severity, "How bad it is."]
    file: _File
    line: _Line
    column: _Column
    path: _Path
    message: Annotated[str, "What is wrong; the wording may change between releases."]
    hint: Annotated[str, "What to do about it."]
    related: Annotated[tuple[RelatedRecord, ...], "The other places that it is about; at most 100."]
    relatedOmitted: Annotated[  # noqa: N815 - its name in JSON
        _Count, "How many more such places there are, which are only counted."
    ]


@attrs.frozen(kw_only=True)
class UnusableRecord:
    """A file that could not be checked at all."""

    file: _File
    reason: Annotated[str, "Why it could not be checked; the wording may change between releases."]


@attrs.frozen(kw_only=True)
class OmittedRecord:
    """Findings of one code in one file that are counted in the summary but not listed, because there are so many."""

    file: _File
    code: _Code
    severity: Annotated[Severity, "How bad they are."]
    count: Annotated[_Count, "How many there are, in addition to those that are listed."]


@attrs.frozen(kw_only=True)
class Summary:
    """The number of findings of each severity, listed or not."""

    errors: Annotated[_Count, "Findings that make the check fail."]
    warnings: Annotated[_Count, "Findings that make the check fail with --strict."]
    infos: Annotated[_Count, "Findings that never make the check fail."]
    omitted: Annotated[tuple[OmittedRecord, ...], "What is counted but not listed; empty unless there are very many."]


@attrs.frozen(kw_only=True)
class CheckOutput:
    """What check found in all the files."""

    version: Annotated[Literal[1], "The version of this output."]
    asOf: Annotated[  # noqa: N815 - its name in JSON
        str | None, "The day the documents were judged for; null where it differs, or none could be judged."
    ]
    findings: Annotated[tuple[FindingRecord, ...], "The findings, file by file, in the order of the text."]
    unusable: Annotated[tuple[UnusableRecord, ...], "The files that could not be checked; with any, the status is 2."]
    summary: Summary
