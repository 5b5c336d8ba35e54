"""PG607, and the ignores it is about: `x-productgov: {ignore: [{code, reason}]}` on any object."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.extended import SETTINGS
from productgov.model.walk import Held
from productgov.paths import Path, path_of

__all__ = ["BAD_IGNORE", "silenced"]

BAD_IGNORE = "PG607"
_FORM = "{code: PG203, reason: why it is right here}"


class _Ignore(NamedTuple):
    """One entry: the object that it speaks for, where it stands, and what it says."""

    holder: Path
    path: Path
    code: str
    reason: str


def silenced(found: Iterable[Found], held: Iterable[Held], codes: Collection[str]) -> tuple[Found, ...]:
    """What was found and no object asks to ignore, and what is wrong with the ignores themselves.

    An ignore without a reason still silences, so that one mistake stays one finding.

    Args:
        found: what the rules found.
        held: the objects that have settings, and their places.
        codes: every code there is.
    """
    ignores: list[_Ignore] = []
    complaints: list[Found] = []
    for entry in _entries(held):
        if isinstance(entry, _Ignore):
            ignores.append(entry)
        else:
            complaints.append(_complaint(entry))
    kept, used = _without(found, [entry for entry in ignores if entry.code != BAD_IGNORE])
    complaints += _bad([entry for entry in ignores if entry.code != BAD_IGNORE], used, codes)
    about_ignores = [entry for entry in ignores if entry.code == BAD_IGNORE]
    complaints, used = _without(complaints, about_ignores)
    return (*kept, *complaints, *_bad(about_ignores, used, codes))


def _entries(held: Iterable[Held]) -> Iterator[_Ignore | Found]:
    for trail, value in held:
        holder = path_of(trail)
        settings = value.extensions[SETTINGS]
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


def _without(found: Iterable[Found], ignores: Iterable[_Ignore]) -> tuple[list[Found], frozenset[Path]]:
    """What is not ignored, and the paths of the ignores that were of use."""
    by_target: dict[tuple[Path, str], list[_Ignore]] = {}
    for entry in ignores:
        by_target.setdefault((entry.holder, entry.code), []).append(entry)
    kept: list[Found] = []
    used: set[Path] = set()
    for one in found:
        path = one.path
        above = (path[:length] for length in range(len(path) + 1)) if by_target else ()
        answering = [entry for holder in above for entry in by_target.get((holder, one.code), ())]
        used.update(entry.path for entry in answering)
        if not answering:
            kept.append(one)
    return kept, frozenset(used)


def _bad(ignores: Iterable[_Ignore], used: Collection[Path], codes: Collection[str]) -> Iterator[Found]:
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


def _complaint(found: Found) -> Found:
    return found._replace(code=BAD_IGNORE, severity=Severity.WARNING)
