"""The seam to the fast path: taken for JSON when msgspec is installed, which is found out at the first load or dump."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from productgov.codec.limits import Limits
from productgov.codec.problems import UnreadableError
from productgov.codec.text import checked_text
from productgov.model.governance import ProductGovernance

__all__ = ["FastPath", "fast_path", "load_at_once", "read_at_once", "write_at_once"]


class FastPath(NamedTuple):
    """What the fast path does; each gives None in any doubt."""

    load: Callable[[str, Limits], ProductGovernance | None]
    read: Callable[[str], object]
    write: Callable[[ProductGovernance], str | None]


@cache
def fast_path() -> FastPath | None:
    """The fast path, when msgspec is installed."""
    try:
        from productgov.codec.fast import loading, reading, writing  # noqa: PLC0415 - needs an extra
    except ImportError:
        return None
    return FastPath(loading.load_json, reading.read_json, writing.write_governance)


def load_at_once(source: str | bytes, limits: Limits) -> ProductGovernance | None:
    """The governance that JSON text holds; None when there is no fast path, and in any doubt."""
    fast = fast_path()
    if fast is None:
        return None
    try:
        return fast.load(checked_text(source, limits), limits)
    except UnreadableError:
        return None


def read_at_once(text: str) -> object:
    """The plain data that JSON text holds; None as above, and for null."""
    fast = fast_path()
    return fast.read(text) if fast else None


def write_at_once(governance: ProductGovernance) -> str | None:
    """The JSON text of a governance, as the detailed path would write it; None as above."""
    fast = fast_path()
    return fast.write(governance) if fast else None
