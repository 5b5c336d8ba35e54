"""Ignores: `x-productgov: {ignore: [{code, reason, until}]}` on any object, and what can be wrong with them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.extensions import SETTINGS
from productgov.paths import Path
from productgov.rules.placed import PlacedObject
from productgov.rules.retired import RETIRED
from productgov.rules.rule import Family, Rule
from productgov.wording import described, listed, quoted_value

__all__ = ["IGNORES", "not_ignored"]

_FORM = "{code: PG203, reason: why it is right here}"
_KEYS = ("code", "reason", "until")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


_Target: TypeAlias = tuple[Path, str]
"""The path of an object, and the code that is ignored in it."""


class _Ignore(NamedTuple):
    """One entry of an ignore list.

    Attributes:
        holder: the path of the object that holds it.
        path: its own path.
        code: the code that it ignores.
        reason: why; empty where it does not say.
        until: the last day on which it holds; None for no such day.
        flaw: what is wrong with its form, though it works.
    """

    holder: Path
    path: Path
    code: str
    reason: str
    until: date | None
    flaw: Found | None

    @property
    def target(self) -> _Target:
        """What it ignores."""
        return self.holder, self.code


def not_ignored(
    found: Iterable[Found], held: Iterable[PlacedObject], codes: Collection[str], as_of: date
) -> tuple[Found, ...]:
    """What is found and not ignored, and what is wrong with the ignores.

    An ignore without a reason still works, so that it is one finding and not two. One past its last day does not.

    Args:
        found: what the rules found.
        held: the objects that have settings, and their paths.
        codes: the codes that exist.
        as_of: the day of the check.
    """
    ignores: list[_Ignore] = []
    invalid: list[Found] = []
    for entry in _entries(held):
        if isinstance(entry, _Ignore):
            ignores.append(entry)
        else:
            invalid.append(_invalid(entry))
    others = [entry for entry in ignores if entry.code != _INVALID.code]
    kept, used = _without(found, others, as_of)
    invalid += _problems(others, used, codes, as_of)
    of_ignores = [entry for entry in ignores if entry.code == _INVALID.code]
    invalid, used = _without(invalid, of_ignores, as_of)
    return (*kept, *invalid, *_problems(of_ignores, used, codes, as_of))


def _entries(held: Iterable[PlacedObject]) -> Iterator[_Ignore | Found]:
    for holder, value in held:
        settings, path = value.extensions[SETTINGS], (*holder, SETTINGS)
        if not isinstance(settings, Mapping):
            yield Found(path, f"{SETTINGS} must be an object", f"write {{ignore: [{_FORM}]}}")
            continue
        for key in settings:
            if key != "ignore":
                yield Found((*path, key), f"{SETTINGS} has the unknown key {quoted_value(key)}", "write ignore")
        entries = settings.get("ignore", ())
        if not isinstance(entries, tuple):
            yield Found((*path, "ignore"), "ignore must be a list", f"write ignore: [{_FORM}]")
            continue
        for index, entry in enumerate(entries):
            yield _read(holder, (*path, "ignore", index), entry)


def _read(holder: Path, path: Path, entry: object) -> _Ignore | Found:
    code = entry.get("code") if isinstance(entry, Mapping) else None
    if not isinstance(entry, Mapping) or not isinstance(code, str):
        return Found(path, "an ignore must be an object with a code", f"write {_FORM}")
    reason, until = entry.get("reason"), _day(entry.get("until"))
    flaw = None
    if unknown := [key for key in entry if key not in _KEYS]:
        message = f"the ignore of {code} has the unknown key {quoted_value(unknown[0])}"
        flaw = Found((*path, unknown[0]), message, f"an ignore has the keys {listed(_KEYS)}")
    elif "until" in entry and until is None:
        flaw = Found((*path, "until"), f"until must be a day, not {described(entry['until'])}", "write YYYY-MM-DD")
    return _Ignore(holder, path, code, reason.strip() if isinstance(reason, str) else "", until, flaw)


def _day(value: object) -> date | None:
    """A day that is written YYYY-MM-DD; None for all else."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _without(found: Iterable[Found], ignores: Iterable[_Ignore], as_of: date) -> tuple[list[Found], frozenset[_Target]]:
    """What is not ignored on a day, and the targets of the ignores that matched something, on that day or before."""
    targets = {entry.target: False for entry in ignores}
    for entry in ignores:
        targets[entry.target] |= not _has_ended(entry, as_of)
    kept: list[Found] = []
    used: set[_Target] = set()
    for one in found:
        places = ((one.path[:length], one.code) for length in range(len(one.path) + 1)) if targets else ()
        matching = targets.keys() & places
        used |= matching
        if not any(targets[target] for target in matching):
            kept.append(one)
    return kept, frozenset(used)


def _has_ended(entry: _Ignore, as_of: date) -> bool:
    return entry.until is not None and entry.until < as_of


def _problems(
    ignores: Iterable[_Ignore], used: Collection[_Target], codes: Collection[str], as_of: date
) -> Iterator[Found]:
    """What is wrong with ignores, one finding each."""
    for entry in ignores:
        if problem := _problem(entry, used, codes, as_of):
            yield _invalid(problem)


def _problem(entry: _Ignore, used: Collection[_Target], codes: Collection[str], as_of: date) -> Found | None:
    if entry.code in RETIRED:
        message = f"{entry.code} is retired: {RETIRED[entry.code]}"
        return Found(entry.path, message, "remove it: there is nothing left to ignore")
    if entry.code not in codes:
        hint = "write the code that the finding shows, such as PG203"
        return Found((*entry.path, "code"), f"unknown code {quoted_value(entry.code)}", hint)
    if entry.target not in used:
        message = f"the ignore of {entry.code} matches no finding"
        return Found(entry.path, message, "remove it: there is nothing left to ignore")
    if entry.flaw:
        return entry.flaw
    if _has_ended(entry, as_of):
        message = f"the ignore of {entry.code} ended on {entry.until}"
        return Found((*entry.path, "until"), message, "correct what it ignored, or set a later day with a new reason")
    if not entry.reason:
        hint = "add a reason, so that the next reader can tell whether it still holds"
        return Found(entry.path, f"the ignore of {entry.code} has no reason", hint)
    return None


def _invalid(found: Found) -> Found:
    return found._replace(code=_INVALID.code, severity=_INVALID.severity)


def _payments(**ignore: str) -> dict[str, object]:
    item = {"id": "payments", "metrics": [], SETTINGS: {"ignore": [ignore]}}
    return {"roadmap": {"timeHorizon": {"next": [item]}}}


_INVALID = Rule(
    code="PG607",
    severity=Severity.WARNING,
    title="invalid ignore",
    meaning="""An entry of `x-productgov: {ignore: [{code, reason, until}]}` has no reason, names a code that does not
        exist, has an unknown key, or matches no finding. Or the day of the check is after its `until`, the last day on
        which it holds; what it ignored is then found again.""",
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
