"""What `productgov diff` prints, in each of its formats."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import attrs

from productgov.changes.change import Change, Level
from productgov.changes.plain_data import plain_data
from productgov.changes.result import Changes
from productgov.document import Document
from productgov.escaping import command_free, escaped
from productgov.findings import Location
from productgov.reports.machine_text import json_text
from productgov.schema.diff_output import ChangeRecord, ChangeSummary, DiffOutput
from productgov.views.changes import changes_markdown, changes_text, counts_text
from productgov.wording import counted

__all__ = ["CHANGE_REPORTERS", "ComparedVersions"]

_COMMANDS = {Level.BREAKING: "error", Level.NOTABLE: "warning", Level.INFO: "notice"}
_MOST_SHOWN = 10
"""How many annotations of each level GitHub shows for a step."""


class ComparedVersions(NamedTuple):
    """Two versions that were compared, and how much of it is to be shown.

    Attributes:
        old_name: what the old version is called.
        new_name: what the new version is called.
        path: where the file of the new version is in its repository.
        document: the new version as a document, for the places in its text.
        changes: the result.
        level: the changes of this level and of those above it are shown.
    """

    old_name: str
    new_name: str
    path: str
    document: Document
    changes: Changes
    level: Level = Level.INFO

    @property
    def every(self) -> tuple[Change, ...]:
        """All changes, the derived ones included."""
        return self.changes.at_least(Level.INFO)

    @property
    def shown(self) -> tuple[Change, ...]:
        """The changes to be shown."""
        return self.changes.at_least(self.level)

    def place(self, change: Change) -> Location | None:
        """Where a change is in the new version; None for what is gone."""
        return None if change.new_path is None else self.document.locate(change.new_path)


def changes_report_text(compared: ComparedVersions) -> str:
    """The changes for people, by item; then the counts, and how many changes are not shown."""
    return "".join(f"{line}\n" for line in (*_texts(compared), *_last_lines(compared)))


def changes_report_markdown(compared: ComparedVersions) -> str:
    """A changelog to paste into a review."""
    title = f"What changed from {compared.old_name} to {compared.new_name}"
    text = changes_markdown(compared.shown, title=title)
    return f"{text}\n\n{counts_text(compared.every, compared.changes.as_of)}\n"


def changes_report_json(compared: ComparedVersions) -> str:
    """The changes for programs; `schema.outputs.diff_schema` describes it."""
    levels = [change.level for change in compared.every]
    output = DiffOutput(
        version=1,
        old=compared.old_name,
        new=compared.new_name,
        asOf=str(compared.changes.as_of),
        changes=tuple(_record(change, compared.place(change)) for change in compared.shown),
        summary=ChangeSummary(**{level.value: levels.count(level) for level in Level}),
    )
    return json_text(attrs.asdict(output))


def changes_report_github(compared: ComparedVersions) -> str:
    """A workflow command for each change, then the counts; where there are more than GitHub shows, a line says so."""
    lines = [_command(compared, change) for change in compared.shown]
    return "".join(f"{line}\n" for line in (*lines, *_not_shown(compared), *_last_lines(compared)))


CHANGE_REPORTERS: Mapping[str, Callable[[ComparedVersions], str]] = MappingProxyType(
    {
        "text": changes_report_text,
        "json": changes_report_json,
        "markdown": changes_report_markdown,
        "github": changes_report_github,
    }
)
"""The reporters by the name of their format."""


def _texts(compared: ComparedVersions) -> Iterator[str]:
    text = changes_text(compared.shown)
    if text:
        yield text


def _last_lines(compared: ComparedVersions) -> Iterator[str]:
    every = compared.every
    yield counts_text(every, compared.changes.as_of)
    hidden = len(every) - len(compared.shown)
    if hidden:
        yield f"{counted(hidden, 'change')} below {compared.level} not shown"


def _record(change: Change, place: Location | None) -> ChangeRecord:
    return ChangeRecord(
        code=change.code,
        level=change.level,
        kind=change.kind,
        item=change.item,
        field=change.field,
        old=plain_data(change.old),
        new=plain_data(change.new),
        oldPath=change.old_path,
        newPath=change.new_path,
        line=place.line if place else None,
        column=place.column if place else None,
        message=change.message,
    )


def _command(compared: ComparedVersions, change: Change) -> str:
    """A change as a workflow command, escaped so that no text can start a second one."""
    properties = {"file": compared.path}
    place = compared.place(change)
    if place:
        properties |= {"line": str(place.line), "col": str(place.column)}
    properties["title"] = change.code
    given = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    said = f"{change.item}: {change.message}" if change.item else change.message
    return f"::{_COMMANDS[change.level]} {given}::{_escaped(said)}"


def _not_shown(compared: ComparedVersions) -> Iterator[str]:
    levels = [change.level for change in compared.shown]
    for level in Level:
        count = levels.count(level)
        if count > _MOST_SHOWN:
            changes = counted(count, f"{level} change")
            yield f"GitHub shows only {_MOST_SHOWN} of the {changes} of this step at their lines; this log has them all"


def _escaped(text: str) -> str:
    return command_free(escaped(text)).replace("%", "%25")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
