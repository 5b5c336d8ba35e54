"""PG607, and the ignores it is about: `x-productgov: {ignore: [{code, reason}]}` on any object."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.walk import Held
from productgov.paths import Path, path_of
from productgov.rules.noteworthy import SETTINGS

__all__ = ["BAD_IGNORE", "Diagnosis", "silenced"]

BAD_IGNORE = "PG607"
_FORM = "{code: PG203, reason: why it is right here}"


class Diagnosis(NamedTuple):
    """What a rule found, with the code and the severity of the rule."""

    code: str
    severity: Severity
    found: Found


class _Ignore(NamedTuple):
    """One entry: the object that it speaks for, where it stands, and what it says."""

    holder: Path
    path: Path
    code: str
    reason: str


def silenced(diagnoses: Iterable[Diagnosis], held: Iterable[Held], codes: Collection[str]) -> tuple[Diagnosis, ...]:
    """The diagnoses that no object asks to ignore, and those about the ignores themselves.

    An ignore without a reason still silences, so that one mistake stays one finding.

    Args:
        diagnoses: what the rules found.
        held: the objects that have settings, and their places.
        codes: every code there is.
    """
    ignores: list[_Ignore] = []
    complaints: list[Diagnosis] = []
    for entry in _entries(held):
        if isinstance(entry, _Ignore):
            ignores.append(entry)
        else:
            complaints.append(_complaint(entry))
    kept, used = _without(diagnoses, [entry for entry in ignores if entry.code != BAD_IGNORE])
    complaints += _bad([entry for entry in ignores if entry.code != BAD_IGNORE], used, codes)
    about_ignores = [entry for entry in ignores if entry.code == BAD_IGNORE]
    complaints, used = _without(complaints, about_ignores)
    return (*kept, *complaints, *_bad(about_ignores, used, codes))


def _entries(held: Iterable[Held]) -> Iterator[_Ignore | Found]:
    for trail, value in held:
        holder = path_of(trail)
        settings = value.extensions[SETTINGS]  # type: ignore[attr-defined]
        if not isinstance(settings, Mapping):
            yield Found((*holder, SETTINGS), f"{SETTINGS} is not an object", f"write {{ignore: [{_FORM}]}}")
            continue
        entries = settings.get("ignore", ())
        if not isinstance(entries, tuple):
            yield Found((*holder, SETTINGS, "ignore"), "ignore is not a list", f"write ignore: [{_FORM}]")
            continue
        for index, entry in enumerate(entries):
            yield _read(holder, (*holder, SETTINGS, "ignore", index), entry)


def _read(holder: Path, path: Path, entry: object) -> _Ignore | Found:
    code = entry.get("code") if isinstance(entry, Mapping) else None
    if not isinstance(entry, Mapping) or not isinstance(code, str):
        return Found(path, "an ignore is not an object with a code", f"write {_FORM}")
    reason = entry.get("reason")
    return _Ignore(holder, path, code, reason.strip() if isinstance(reason, str) else "")


def _without(diagnoses: Iterable[Diagnosis], ignores: Iterable[_Ignore]) -> tuple[list[Diagnosis], frozenset[Path]]:
    """The diagnoses that are not ignored, and the places of the ignores that were of use."""
    by_target: dict[tuple[Path, str], list[_Ignore]] = {}
    for entry in ignores:
        by_target.setdefault((entry.holder, entry.code), []).append(entry)
    kept: list[Diagnosis] = []
    used: set[Path] = set()
    for diagnosis in diagnoses:
        path = diagnosis.found.path
        above = (path[:length] for length in range(len(path) + 1)) if by_target else ()
        answering = [entry for holder in above for entry in by_target.get((holder, diagnosis.code), ())]
        used.update(entry.path for entry in answering)
        if not answering:
            kept.append(diagnosis)
    return kept, frozenset(used)


def _bad(ignores: Iterable[_Ignore], used: Collection[Path], codes: Collection[str]) -> Iterator[Diagnosis]:
    for entry in ignores:
        if entry.code not in codes:
            hint = "write the code that the finding shows, such as PG203"
            yield _complaint(Found((*entry.path, "code"), f"the ignored code {entry.code[:20]!r} does not exist", hint))
        elif entry.path not in used:
            message = f"the ignore of {entry.code} ignores nothing"
            yield _complaint(Found(entry.path, message, "remove it: what it was for is mended or gone"))
        elif not entry.reason:
            hint = "say why it is right here, so that the next reader knows whether it still is"
            yield _complaint(Found(entry.path, f"the ignore of {entry.code} gives no reason", hint))


def _complaint(found: Found) -> Diagnosis:
    return Diagnosis(BAD_IGNORE, Severity.WARNING, found)
