"""JSON text to plain data: by the standard library for valid text, by the positioned reader for everything else."""

import json

from productgov.extras import has_msgspec
from productgov.formats.json.locator import JsonLocator
from productgov.formats.json.positioned_reader import read_positioned_json
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.reading import Reading

__all__ = ["read_json"]


def read_json(text: str, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read JSON; never raises. The positions are found only when someone asks for one."""
    if limits.may_be_exceeded_by_json(text):
        return read_positioned_json(text, limits)
    try:
        data = _try_read(text) if has_msgspec() else None
        if data is None:
            data = json.loads(text, object_pairs_hook=_unique, parse_constant=_refused)
    except (ValueError, RecursionError):
        return read_positioned_json(text, limits)
    if _is_deeper(data, limits.max_depth):
        return read_positioned_json(text, limits)
    return Reading(data=data, positions=JsonLocator(text))


def _try_read(text: str) -> object:
    from productgov.formats.json.fast_reader import try_read  # noqa: PLC0415 - needs an extra

    return try_read(text)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        raise ValueError("duplicate key")
    return mapping


def _refused(constant: str) -> object:
    raise ValueError(f"{constant} is not JSON")


def _is_deeper(data: object, max_depth: int) -> bool:
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(max_depth):
        if not level:
            return False
        level = [
            item
            for container in level
            for item in (container.values() if type(container) is dict else container)
            if type(item) is dict or type(item) is list
        ]
    return bool(level)
