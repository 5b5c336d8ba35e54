"""What `productgov diff --format json` prints: each field with its name, its type and its meaning."""

from typing import Annotated, Literal

import attrs
from annotated_types import Ge

from productgov.changes.change import Level
from productgov.fields import Pattern

__all__ = ["ChangeRecord", "ChangeSummary", "DiffOutput"]

_Count = Annotated[int, Ge(0)]
_Code = Annotated[str, Pattern("^PGD[0-9]{3}$", "a code such as PGD103"), "The stable code of the kind of change."]
_Kind = Annotated[
    str,
    Pattern("^(?:added|removed|changed|moved|renamed|derived)$", "what happened"),
    "What happened: added, removed, changed, moved or renamed; derived for ranks and findings.",
]
_File = Annotated[str, "The document; one of a git revision is REVISION:PATH."]


@attrs.frozen(kw_only=True)
class ChangeRecord:
    """One difference between the two versions."""

    code: _Code
    level: Annotated[Level, "How much it matters to somebody who relied on the old version."]
    kind: _Kind
    item: Annotated[str, "The id of what it is about, else the name of a section; empty for the whole document."]
    field: Annotated[str, "The field, joined by dots; empty for the whole item."]
    old: Annotated[object, "The old value, or the old list or position of what moved; null when there was none."]
    new: Annotated[object, "The new value, likewise; null when there is none."]
    oldPath: Annotated[str | None, "The JSON Pointer of the value in the old version; null when there was none."]  # noqa: N815 - its name in JSON
    newPath: Annotated[str | None, "The JSON Pointer of the value in the new version; null when there is none."]  # noqa: N815 - its name in JSON
    line: Annotated[int | None, "The line of the value in the new version, from 1; null when there is none."]
    column: Annotated[int | None, "The column in characters, from 1; null with the line."]
    message: Annotated[str, "What has changed; the wording may change between releases."]


@attrs.frozen(kw_only=True)
class ChangeSummary:
    """The number of changes of each level, whatever --level leaves out."""

    breaking: Annotated[_Count, "Promises that no longer hold."]
    notable: Annotated[_Count, "What is worth a word at the next review."]
    info: Annotated[_Count, "What is for the record."]


@attrs.frozen(kw_only=True)
class DiffOutput:
    """What changed between two versions of a document."""

    version: Annotated[Literal[1], "The version of this output."]
    old: _File
    new: _File
    asOf: Annotated[str, "The day for which targets, ranks and findings are judged."]  # noqa: N815 - its name in JSON
    changes: Annotated[tuple[ChangeRecord, ...], "The changes, those that matter most first; derived ones at the end."]
    summary: ChangeSummary
