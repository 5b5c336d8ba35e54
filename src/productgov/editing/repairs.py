"""Which findings can be repaired by which edits of a text, which cannot, and what must remain afterwards."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import cast

import attrs

from productgov.editing.edits import Edit, NotEditableError, removed_items, replaced_text
from productgov.editing.spans import JsonSpans, Spans
from productgov.findings import Finding, Location
from productgov.formats.lines import Lines
from productgov.formats.reading import Reading
from productgov.formats.registry import FormatName
from productgov.found import Found, Remove, Replace
from productgov.paths import Path
from productgov.wording import quoted

__all__ = ["PlannedRepair", "planned_repairs", "remaining"]


@attrs.frozen(kw_only=True)
class PlannedRepair:
    """How to repair one finding in the text, or why it cannot be repaired there.

    Attributes:
        finding: the finding, with its place.
        what: what the repair does, in words.
        edits: the edits that do it; when several items of one list are removed, the first finding has the edits of all.
        refusal: why the text cannot be edited, such as a comment that would be lost; empty when it can.
    """

    finding: Finding
    what: str
    edits: tuple[Edit, ...] = ()
    refusal: str = ""


def planned_repairs(
    text: str, form: FormatName, reading: Reading, found: Iterable[Found]
) -> Mapping[Found, PlannedRepair]:
    """A plan for every finding that has a repair, in the order of the text.

    Findings inside an item that is removed need no repair.

    Args:
        text: the text of a document, JSON or YAML.
        form: json or yaml.
        reading: what was read of the text.
        found: the findings.
    """
    editor = _Editor(text, form, reading)
    repairable = [one for one in found if one.repair]
    planned: dict[Found, PlannedRepair] = {}
    by_list: dict[Path, list[Found]] = {}
    for one in repairable:
        if isinstance(one.repair, Remove):
            by_list.setdefault(one.path[:-1], []).append(one)
    for path, inside in by_list.items():
        planned |= editor.without(path, inside)
    removed = _Removed(one for one, repair in planned.items() if not repair.refusal)
    for one in repairable:
        if isinstance(one.repair, Replace) and not removed.holds(one.path):
            planned[one] = editor.with_text(one, one.repair.text)
    return dict(sorted(planned.items(), key=lambda item: editor.start(item[0].path)))


def remaining(found: Iterable[Found], repaired: Collection[Found]) -> Counter[tuple[str, Path]]:
    """The codes and paths of the findings that must remain after repairs, once later items have moved up."""
    done = {(one.code, one.path) for one in repaired}
    removed = _Removed(repaired)
    return Counter(
        (one.code, removed.moved(one.path))
        for one in found
        if (one.code, one.path) not in done and not removed.holds(one.path)
    )


class _Removed:
    """The items that are removed: their indices, by the paths of their lists."""

    def __init__(self, found: Iterable[Found]) -> None:
        removed: dict[Path, set[int]] = {}
        for one in found:
            *above, index = one.path
            if isinstance(one.repair, Remove) and isinstance(index, int):
                removed.setdefault(tuple(above), set()).add(index)
        self._indices = {path: sorted(indices) for path, indices in removed.items()}

    def holds(self, path: Path) -> bool:
        """Whether a path is that of a removed item, or inside one."""
        return any(self._before(path, depth) < self._before(path, depth, past=1) for depth in range(len(path)))

    def moved(self, path: Path) -> Path:
        """The path of a value once later items have moved up."""
        return tuple(
            token - self._before(path, depth) if isinstance(token, int) else token for depth, token in enumerate(path)
        )

    def _before(self, path: Path, depth: int, *, past: int = 0) -> int:
        """How many items are removed before the one that a path leads through."""
        token = path[depth]
        return bisect_left(self._indices.get(path[:depth], ()), token + past) if isinstance(token, int) else 0


class _Editor:
    """The edits of the values of one text."""

    def __init__(self, text: str, form: FormatName, reading: Reading) -> None:
        self._text = text
        self._form = form
        self._reading = reading
        self._lines = Lines(text)

    def with_text(self, found: Found, new: str) -> PlannedRepair:
        """The repair that replaces the text at a finding."""
        old = str(self._value(found.path))
        finding, what = self._reading.locate(found), f"{quoted(old)} → {quoted(new)}"
        try:
            edit = replaced_text(self._text, self._spans, self.start(found.path), old=old, new=new)
        except NotEditableError as error:
            return PlannedRepair(finding=finding, what=what, refusal=str(error))
        return PlannedRepair(finding=finding, what=what, edits=(edit,))

    def without(self, path: Path, found: Sequence[Found]) -> Mapping[Found, PlannedRepair]:
        """The repairs that remove items of one list."""
        held = self._value(path)
        removed = {index for one in found if isinstance(index := one.path[-1], int)}
        edits: tuple[Edit, ...] = ()
        refusal = ""
        try:
            edits = removed_items(
                self._text,
                self._spans,
                key=self.start(path, key=True),
                start=self.start(path),
                items=[self.start((*path, index)) for index in range(len(held) if isinstance(held, list) else 0)],
                removed=removed,
            )
        except NotEditableError as error:
            refusal = str(error)
        return {
            one: PlannedRepair(
                finding=self._reading.locate(one),
                what=f"removed: {one.message}",
                edits=edits if one is found[0] else (),
                refusal=refusal,
            )
            for one in found
        }

    def start(self, path: Path, *, key: bool = False) -> int:
        """The offset at which a value begins, or its key."""
        return self._lines.offset(cast(Location, self._reading.positions.locate(path, key=key)))

    @cached_property
    def _spans(self) -> Spans:
        if self._form == "json":
            return JsonSpans(self._text)
        from productgov.editing.yaml_spans import YamlSpans  # noqa: PLC0415 - needs PyYAML, which read the text

        return YamlSpans(self._text)

    def _value(self, path: Path) -> object:
        value = self._reading.data
        for token in path:
            value = cast(Mapping[str | int, object], value)[token]
        return value
