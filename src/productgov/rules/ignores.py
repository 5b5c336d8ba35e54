"""Ignores: `x-productgov: {ignore: [{code, reason}]}` on any object, and what can be wrong with them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.extensions import SETTINGS
from productgov.paths import Path
from productgov.rules.placed import PlacedObject
from productgov.rules.retired import RETIRED
from productgov.rules.rule import Family, Rule
from productgov.wording import quoted_value

__all__ = ["IGNORES", "not_ignored"]

_FORM = "{code: PG203, reason: why it is right here}"


_Target: TypeAlias = tuple[Path, str]
"""The path of an object, and the code that is ignored in it."""


class _Ignore(NamedTuple):
    """One entry: the path of the object that holds it, its own path, and what it says."""

    holder: Path
    path: Path
    code: str
    reason: str

    @property
    def target(self) -> _Target:
        """What it ignores."""
        return self.holder, self.code


def not_ignored(found: Iterable[Found], held: Iterable[PlacedObject], codes: Collection[str]) -> tuple[Found, ...]:
    """What is found and not ignored, and what is wrong with the ignores.

    An ignore without a reason still works, so that it is one finding and not two.

    Args:
        found: what the rules found.
        held: the objects that have settings, and their paths.
        codes: the codes that exist.
    """
    ignores: list[_Ignore] = []
    invalid: list[Found] = []
    for entry in _entries(held):
        if isinstance(entry, _Ignore):
            ignores.append(entry)
        else:
            invalid.append(_invalid(entry))
    others = [entry for entry in ignores if entry.code != _INVALID.code]
    kept, used = _without(found, others)
    invalid += _problems(others, used, codes)
    of_ignores = [entry for entry in ignores if entry.code == _INVALID.code]
    invalid, used = _without(invalid, of_ignores)
    return (*kept, *invalid, *_problems(of_ignores, used, codes))


def _entries(held: Iterable[PlacedObject]) -> Iterator[_Ignore | Found]:
    for holder, value in held:
        settings = value.extensions[SETTINGS]
        if not isinstance(settings, Mapping):
            yield Found((*holder, SETTINGS), f"{SETTINGS} must be an object", f"write {{ignore: [{_FORM}]}}")
            continue
        entries = settings.get("ignore", ())
        if not isinstance(entries, tuple):
            yield Found((*holder, SETTINGS, "ignore"), "ignore must be a list", f"write ignore: [{_FORM}]")
            continue
        for index, entry in enumerate(entries):
            yield _read(holder, (*holder, SETTINGS, "ignore", index), entry)


def _read(holder: Path, path: Path, entry: object) -> _Ignore | Found:
    code = entry.get("code") if isinstance(entry, Mapping) else None
    if not isinstance(entry, Mapping) or not isinstance(code, str):
        return Found(path, "an ignore must be an object with a code", f"write {_FORM}")
    reason = entry.get("reason")
    return _Ignore(holder, path, code, reason.strip() if isinstance(reason, str) else "")


def _without(found: Iterable[Found], ignores: Iterable[_Ignore]) -> tuple[list[Found], frozenset[_Target]]:
    """What is not ignored, and the targets of the ignores that matched something."""
    targets = frozenset(entry.target for entry in ignores)
    kept: list[Found] = []
    used: set[_Target] = set()
    for one in found:
        places = ((one.path[:length], one.code) for length in range(len(one.path) + 1)) if targets else ()
        matching = targets.intersection(places)
        used |= matching
        if not matching:
            kept.append(one)
    return kept, frozenset(used)


def _problems(ignores: Iterable[_Ignore], used: Collection[_Target], codes: Collection[str]) -> Iterator[Found]:
    for entry in ignores:
        if entry.code in RETIRED:
            message = f"{entry.code} is retired: {RETIRED[entry.code]}"
            yield _invalid(Found(entry.path, message, "remove it: there is nothing left to ignore"))
        elif entry.code not in codes:
            hint = "write the code that the finding shows, such as PG203"
            yield _invalid(Found((*entry.path, "code"), f"unknown code {quoted_value(entry.code)}", hint))
        elif entry.target not in used:
            message = f"the ignore of {entry.code} matches no finding"
            yield _invalid(Found(entry.path, message, "remove it: there is nothing left to ignore"))
        elif not entry.reason:
            hint = "add a reason, so that the next reader can tell whether it still holds"
            yield _invalid(Found(entry.path, f"the ignore of {entry.code} has no reason", hint))


def _invalid(found: Found) -> Found:
    return found._replace(code=_INVALID.code, severity=_INVALID.severity)


def _payments(**ignore: str) -> dict[str, object]:
    item = {"id": "payments", "metrics": [], SETTINGS: {"ignore": [ignore]}}
    return {"roadmap": {"timeHorizon": {"next": [item]}}}


_INVALID = Rule(
    code="PG607",
    severity=Severity.WARNING,
    title="invalid ignore",
    meaning="""An entry of `x-productgov: {ignore: [{code, reason}]}` has no reason, names a code that does not exist,
        or matches no finding.""",
    why="An exception that nobody can explain, or that is no longer needed, hides the next mistake.",
    bad=_payments(code="PG603"),
    good=_payments(code="PG603", reason="the tax office asks for it"),
)

IGNORES = Family(
    prefix="PG6",
    title="Ignores",
    about="Findings that are ignored in the document, and why.",
    rules=(_INVALID,),
)
