"""The seam to the fast path: taken for JSON when msgspec is installed, and found out at the first load or dump."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from productgov.codec.formats import Format
from productgov.codec.limits import Limits
from productgov.codec.problems import UnreadableError
from productgov.codec.text import checked_text
from productgov.model.governance import ProductGovernance

__all__ = ["load_at_once", "write_at_once"]


class _FastPath(NamedTuple):
    load: Callable[[str, Limits], ProductGovernance | None]
    write: Callable[[ProductGovernance], str | None]


@cache
def fast_path() -> _FastPath | None:
    """The fast path, when msgspec is installed."""
    try:
        from productgov.codec.fast.loading import load_json
        from productgov.codec.fast.writing import write_governance
    except ImportError:
        return None
    return _FastPath(load_json, write_governance)


def load_at_once(source: str | bytes, format: Format, limits: Limits) -> ProductGovernance | None:
    """The governance that a text holds; None when there is no fast path, and in any doubt."""
    fast = fast_path() if format is Format.JSON else None
    if fast is None:
        return None
    try:
        return fast.load(checked_text(source, limits), limits)
    except UnreadableError:
        return None


def write_at_once(governance: ProductGovernance, format: Format) -> str | None:
    """The text of a governance, as the detailed path would write it; None as above."""
    fast = fast_path() if format is Format.JSON else None
    return fast.write(governance) if fast else None
