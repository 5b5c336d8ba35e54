"""The plan of a fix: which findings can be mended by which edits, which have to be left, and what must remain."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from productgov.document import Document, reading_of
from productgov.findings import Location
from productgov.fixes.edits import Edit, NotEditableError, removed_items, replaced_text
from productgov.fixes.outline import JsonOutline, Outline
from productgov.formats.lines import Lines
from productgov.found import Remove, Replace
from productgov.paths import Path
from productgov.rules.ignores import Diagnosis
from productgov.wording import quoted

__all__ = ["PlannedRepair", "expected_places", "planned_repairs"]


@attrs.frozen(kw_only=True)
class PlannedRepair:
    """One finding with a safe repair: what to do about it in the text, or why it has to be left.

    Attributes:
        diagnosis: the finding.
        location: where it is.
        what: what the repair does, in words.
        edits: the edits that do it; those of items of one list are all with the first of them.
        refusal: why it is left; empty when it is not.
    """

    diagnosis: Diagnosis
    location: Location
    what: str
    edits: tuple[Edit, ...] = ()
    refusal: str = ""


def planned_repairs(document: Document, diagnoses: Iterable[Diagnosis]) -> tuple[PlannedRepair, ...]:
    """What to do about every finding that has a safe repair, in the order of the text.

    What goes away with its object needs no repair of its own.
    """
    text = _Text(document)
    repairable = [diagnosis for diagnosis in diagnoses if diagnosis.found.repair]
    planned: dict[Path, PlannedRepair] = {}
    by_list: dict[Path, list[Diagnosis]] = {}
    for diagnosis in repairable:
        if isinstance(diagnosis.found.repair, Remove):
            by_list.setdefault(diagnosis.found.path[:-1], []).append(diagnosis)
    for path, inside in by_list.items():
        planned |= {repair.diagnosis.found.path: repair for repair in text.without(path, inside)}
    gone = _removed_from(planned.values())
    for diagnosis in repairable:
        repair = diagnosis.found.repair
        if isinstance(repair, Replace) and not _is_gone(diagnosis.found.path, gone):
            planned[diagnosis.found.path] = text.with_text(diagnosis, repair.text)
    return tuple(sorted(planned.values(), key=lambda repair: repair.location))


def expected_places(diagnoses: Iterable[Diagnosis], done: Collection[PlannedRepair]) -> Counter[tuple[str, Path]]:
    """The codes and places that must remain, once the repairs are made and what follows has moved up."""
    mended = {(repair.diagnosis.code, repair.diagnosis.found.path) for repair in done}
    gone = _removed_from(done)
    return Counter(
        (diagnosis.code, _moved(diagnosis.found.path, gone))
        for diagnosis in diagnoses
        if (diagnosis.code, diagnosis.found.path) not in mended and not _is_gone(diagnosis.found.path, gone)
    )


def _removed_from(repairs: Iterable[PlannedRepair]) -> Mapping[Path, tuple[int, ...]]:
    """The indices of the items that are taken away, by their lists."""
    gone: dict[Path, tuple[int, ...]] = {}
    for repair in repairs:
        *above, index = repair.diagnosis.found.path
        if isinstance(repair.diagnosis.found.repair, Remove) and not repair.refusal and isinstance(index, int):
            gone[tuple(above)] = (*gone.get(tuple(above), ()), index)
    return gone


def _is_gone(path: Path, gone: Mapping[Path, tuple[int, ...]]) -> bool:
    return any(path[depth] in gone.get(path[:depth], ()) for depth in range(len(path)))


def _moved(path: Path, gone: Mapping[Path, tuple[int, ...]]) -> Path:
    return tuple(
        token - sum(index < token for index in gone.get(path[:depth], ())) if isinstance(token, int) else token
        for depth, token in enumerate(path)
    )


class _Text:
    """The text of a document, and how its values can be edited."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = Lines(document.text)

    def with_text(self, diagnosis: Diagnosis, new: str) -> PlannedRepair:
        """The repair that writes another text in place of the one that is wrong."""
        path = diagnosis.found.path
        old = str(self._value(path))
        location, what = self._locate(path), f"{quoted(old)} → {quoted(new)}"
        try:
            edit = replaced_text(self._document.text, self._outline, self._start(path), old=old, new=new)
        except NotEditableError as error:
            return PlannedRepair(diagnosis=diagnosis, location=location, what=what, refusal=str(error))
        return PlannedRepair(diagnosis=diagnosis, location=location, what=what, edits=(edit,))

    def without(self, path: Path, diagnoses: Sequence[Diagnosis]) -> tuple[PlannedRepair, ...]:
        """The repairs that take items out of one list."""
        held = self._value(path)
        removed = [index for diagnosis in diagnoses if isinstance(index := diagnosis.found.path[-1], int)]
        edits: tuple[Edit, ...] = ()
        refusal = ""
        try:
            edits = removed_items(
                self._document.text,
                self._outline,
                key=self._start(path, key=True),
                start=self._start(path),
                items=[self._start((*path, index)) for index in range(len(held) if isinstance(held, list) else 0)],
                removed=removed,
            )
        except NotEditableError as error:
            refusal = str(error)
        return tuple(
            PlannedRepair(
                diagnosis=diagnosis,
                location=self._locate(diagnosis.found.path),
                what=f"removed: {diagnosis.found.message}",
                edits=edits if diagnosis is diagnoses[0] else (),
                refusal=refusal,
            )
            for diagnosis in diagnoses
        )

    @cached_property
    def _outline(self) -> Outline:
        if self._document.format == "json":
            return JsonOutline(self._document.text)
        from productgov.fixes.yaml_outline import YamlOutline  # noqa: PLC0415 - needs PyYAML, which read the text

        return YamlOutline(self._document.text)

    def _value(self, path: Path) -> object:
        value = self._document.data
        for token in path:
            value = value[token]  # type: ignore[index]
        return value

    def _locate(self, path: Path, *, key: bool = False) -> Location:
        location = reading_of(self._document).positions.locate(path, key=key)
        assert location is not None
        return location

    def _start(self, path: Path, *, key: bool = False) -> int:
        return self._lines.offset(self._locate(path, key=key))
