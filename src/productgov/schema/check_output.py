"""What `productgov check --format json` prints: each field with its name, its type and its meaning."""

from typing import Annotated, Literal

import attrs
from annotated_types import Ge

from productgov.fields import Pattern
from productgov.findings import Severity

__all__ = ["CheckOutput", "FindingRecord", "Summary"]

_Count = Annotated[int, Ge(0)]


@attrs.frozen(kw_only=True)
class FindingRecord:
    """One mistake, with everything needed to find and correct it."""

    code: Annotated[str, Pattern("^PG[0-9]{3}$", "a code such as PG203"), "The stable code of the kind of mistake."]
    severity: Annotated[Severity, "How bad it is."]
    file: Annotated[str, "The file it was found in, as it was named on the command line."]
    line: Annotated[int | None, "The line, from 1; null when the file could not be read as text."]
    column: Annotated[int | None, "The column in characters, from 1; null with the line."]
    path: Annotated[str, "The JSON Pointer of the value; empty for the whole document."]
    message: Annotated[str, "What is wrong; the wording may change between releases."]
    hint: Annotated[str, "What to do about it."]


@attrs.frozen(kw_only=True)
class Summary:
    """The number of findings of each severity."""

    errors: Annotated[_Count, "Findings that make the check fail."]
    warnings: Annotated[_Count, "Findings that make the check fail with --strict."]
    infos: Annotated[_Count, "Findings that never make the check fail."]


@attrs.frozen(kw_only=True)
class CheckOutput:
    """What check found in all the files."""

    version: Annotated[Literal[1], "The version of this output."]
    findings: Annotated[tuple[FindingRecord, ...], "The findings, file by file, in the order of the text."]
    summary: Summary
