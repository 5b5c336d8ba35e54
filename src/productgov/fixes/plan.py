"""The plan of a fix: which findings can be repaired by which edits, which cannot, and what must remain."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import cast

import attrs

from productgov.document import Document, reading_of
from productgov.findings import Location
from productgov.fixes.edits import Edit, NotEditableError, removed_items, replaced_text
from productgov.fixes.spans import JsonSpans, Spans
from productgov.formats.lines import Lines
from productgov.found import Found, Remove, Replace
from productgov.paths import Path
from productgov.wording import quoted

__all__ = ["PlannedRepair", "planned_repairs", "remaining"]


@attrs.frozen(kw_only=True)
class PlannedRepair:
    """How to repair one finding in the text, or why it is not repaired.

    Attributes:
        found: the finding.
        location: where it is.
        what: what the repair does, in words.
        edits: the edits that do it; the first of several items of one list has the edits of all.
        refusal: why it is not repaired; empty when it is.
    """

    found: Found
    location: Location
    what: str
    edits: tuple[Edit, ...] = ()
    refusal: str = ""


def planned_repairs(document: Document, found: Iterable[Found]) -> tuple[PlannedRepair, ...]:
    """A plan for every finding that has a repair, in the order of the text.

    Findings inside an item that is removed need no repair.
    """
    text = _Text(document)
    repairable = [one for one in found if one.repair]
    planned: dict[Path, PlannedRepair] = {}
    by_list: dict[Path, list[Found]] = {}
    for one in repairable:
        if isinstance(one.repair, Remove):
            by_list.setdefault(one.path[:-1], []).append(one)
    for path, inside in by_list.items():
        planned |= {repair.found.path: repair for repair in text.without(path, inside)}
    removed = _removed_from(planned.values())
    for one in repairable:
        if isinstance(one.repair, Replace) and not _is_removed(one.path, removed):
            planned[one.path] = text.with_text(one, one.repair.text)
    return tuple(sorted(planned.values(), key=lambda repair: repair.location))


def remaining(found: Iterable[Found], done: Collection[PlannedRepair]) -> Counter[tuple[str, Path]]:
    """The codes and paths of the findings that must remain after the repairs, once later items have moved up."""
    repaired = {(repair.found.code, repair.found.path) for repair in done}
    removed = _removed_from(done)
    return Counter(
        (one.code, _moved(one.path, removed))
        for one in found
        if (one.code, one.path) not in repaired and not _is_removed(one.path, removed)
    )


def _removed_from(repairs: Iterable[PlannedRepair]) -> Mapping[Path, tuple[int, ...]]:
    """The indices of the items that are removed, by the paths of their lists."""
    removed: dict[Path, tuple[int, ...]] = {}
    for repair in repairs:
        *above, index = repair.found.path
        if isinstance(repair.found.repair, Remove) and not repair.refusal and isinstance(index, int):
            removed[tuple(above)] = (*removed.get(tuple(above), ()), index)
    return removed


def _is_removed(path: Path, removed: Mapping[Path, tuple[int, ...]]) -> bool:
    return any(path[depth] in removed.get(path[:depth], ()) for depth in range(len(path)))


def _moved(path: Path, removed: Mapping[Path, tuple[int, ...]]) -> Path:
    return tuple(
        token - sum(index < token for index in removed.get(path[:depth], ())) if isinstance(token, int) else token
        for depth, token in enumerate(path)
    )


class _Text:
    """The text of a document, and the edits of its values."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = Lines(document.text)

    def with_text(self, found: Found, new: str) -> PlannedRepair:
        """The repair that replaces the text at a finding."""
        path = found.path
        old = str(self._value(path))
        location, what = self._locate(path), f"{quoted(old)} → {quoted(new)}"
        try:
            edit = replaced_text(self._document.text, self._spans, self._start(path), old=old, new=new)
        except NotEditableError as error:
            return PlannedRepair(found=found, location=location, what=what, refusal=str(error))
        return PlannedRepair(found=found, location=location, what=what, edits=(edit,))

    def without(self, path: Path, found: Sequence[Found]) -> tuple[PlannedRepair, ...]:
        """The repairs that remove items of one list."""
        held = self._value(path)
        removed = [index for one in found if isinstance(index := one.path[-1], int)]
        edits: tuple[Edit, ...] = ()
        refusal = ""
        try:
            edits = removed_items(
                self._document.text,
                self._spans,
                key=self._start(path, key=True),
                start=self._start(path),
                items=[self._start((*path, index)) for index in range(len(held) if isinstance(held, list) else 0)],
                removed=removed,
            )
        except NotEditableError as error:
            refusal = str(error)
        return tuple(
            PlannedRepair(
                found=one,
                location=self._locate(one.path),
                what=f"removed: {one.message}",
                edits=edits if one is found[0] else (),
                refusal=refusal,
            )
            for one in found
        )

    @cached_property
    def _spans(self) -> Spans:
        if self._document.format == "json":
            return JsonSpans(self._document.text)
        from productgov.fixes.yaml_spans import YamlSpans  # noqa: PLC0415 - needs PyYAML, which read the text

        return YamlSpans(self._document.text)

    def _value(self, path: Path) -> object:
        value = self._document.data
        for token in path:
            value = cast(Mapping[str | int, object], value)[token]
        return value

    def _locate(self, path: Path, *, key: bool = False) -> Location:
        location = reading_of(self._document).positions.locate(path, key=key)
        assert location is not None
        return location

    def _start(self, path: Path, *, key: bool = False) -> int:
        return self._lines.offset(self._locate(path, key=key))
