"""TOML text to plain data: the values from `tomllib`, the places from a scanner of ours."""

import datetime as dt
import re
import tomllib
from typing import Any

from productgov.findings import Finding
from productgov.formats.findings import UnreadableError, broken, duplicate_key, too_deep, too_many_values, unreadable
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.lines import Lines
from productgov.formats.positions import LazyPositions
from productgov.formats.reading import Positions, Reading
from productgov.formats.toml.scanner import CHEAP_PARTS, TomlScanner
from productgov.formats.toml.syntax_errors import explained, is_duplicate
from productgov.paths import Trail, path_of

__all__ = ["read_toml"]

_MOST_DUPLICATES = 10
_READ_AGAIN = 4_000_000
"""How many characters are read again, at the most, to find duplicate keys after the first."""

_LONG_KEY = re.compile(rf"^(?:[^\n.]*+\.){{{CHEAP_PARTS}}}", re.MULTILINE)
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$| \(at end of document\)$")
_DATES = (dt.date, dt.time)


def read_toml(text: str, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read TOML; never raises. Dates and times become ISO text; every location is that of a key."""
    text = text.replace("\r\n", "\n")
    findings: list[Finding] = []
    if "\r\n" in text:
        return broken(_stray_carriage_return(text).finding)
    try:
        data = _read_at_once(text, limits)
        positions: Positions = LazyPositions(lambda: TomlScanner(text, limits).positions)
        if data is None:
            scanner = TomlScanner(text, limits)
            data = _read_with_care(text, scanner, limits, findings)
            positions = scanner.positions
        _simplify(data, positions, limits)
    except UnreadableError as error:
        return broken(error.finding, before=findings)
    return Reading(data=data, positions=positions, findings=tuple(findings))


def _read_at_once(text: str, limits: Limits) -> dict[str, Any] | None:
    """The values, or None in any doubt."""
    if _may_hold_long_key(text) or limits.may_be_exceeded_by_a_number(text):
        return None
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _may_hold_long_key(text: str) -> bool:
    """Whether a line may begin with a key that costs more than its length."""
    return _LONG_KEY.search(text) is not None


def _read_with_care(text: str, scanner: TomlScanner, limits: Limits, findings: list[Finding]) -> dict[str, Any]:
    """The values. `tomllib` stops at a duplicate key: it is noted and blanked out, and the rest is read again."""
    if scanner.stopped is not None and _may_hold_long_key(text[scanner.stopped :]):
        raise _wrong("Invalid statement", text, scanner, scanner.stopped)
    attempts = min(_MOST_DUPLICATES, 2 + _READ_AGAIN // (len(text) + 1))
    for _ in range(attempts):
        try:
            return tomllib.loads(text)
        except RecursionError:
            raise too_deep(limits, scanner.positions.at(0)) from None
        except ValueError as error:
            problem, offset = _problem(error, text)
        twice = TomlScanner(text, limits, wanted=offset).found if is_duplicate(problem) else None
        if twice is None:
            raise _wrong(problem, text, scanner, offset)
        findings.append(duplicate_key(twice.path, location=scanner.positions.at(twice.start)))
        start, end = twice.span
        text = text[:start] + " " * (end - start) + text[end:]
    raise unreadable(
        f"{attempts} duplicate keys, and there may be more",
        hint="mend those reported, then read again",
        location=findings[-1].location,
    )


def _stray_carriage_return(text: str) -> UnreadableError:
    """`tomllib` would take it for a part of the line end."""
    location = Lines(text).at(text.index("\r\n"))
    return unreadable("a carriage return that is not part of a line end", hint="remove it", location=location)


def _wrong(problem: str, text: str, scanner: TomlScanner, offset: int) -> UnreadableError:
    message, hint = explained(problem, text, offset)
    return unreadable(message, hint=hint, location=scanner.positions.at(offset))


def _problem(error: ValueError, text: str) -> tuple[str, int]:
    """What `tomllib` said, and the offset at which it said it: up to Python 3.13 both are in one text."""
    said = str(error)
    place = _PLACE.search(said)
    if place is None:
        return said, 0
    offset = len(text)
    if place[1]:
        offset = -1
        for _ in range(int(place[1]) - 1):
            offset = text.index("\n", offset + 1)
        offset += int(place[2])
    return said[: place.start()], offset


def _simplify(data: dict[str, Any], positions: Positions, limits: Limits) -> None:
    """Make dates and times text, and measure what `tomllib` read without measure."""
    nodes = 1
    waiting: list[tuple[Any, Trail, int]] = [(data, None, 1)]
    while waiting:
        container, place, depth = waiting.pop()
        nodes += len(container)
        if nodes > limits.max_nodes:
            raise too_many_values(limits, positions.locate(path_of(place)))
        if depth > limits.max_depth:
            raise too_deep(limits, positions.locate(path_of(place)))
        for token, value in container.items() if type(container) is dict else enumerate(container):
            if type(value) is dict or type(value) is list:
                waiting.append((value, (place, token), depth + 1))
            elif isinstance(value, _DATES):
                container[token] = value.isoformat()
