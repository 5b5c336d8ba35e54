"""The fast path for JSON through msgspec (extra `fast`), imported at the first load or dump.

Each function gives None where msgspec is not installed, and where the fast path abstains; the other paths then decide.
"""

from productgov.extras import has_msgspec
from productgov.formats.decoding import checked_text
from productgov.formats.findings import UnreadableError
from productgov.formats.limits import Limits
from productgov.model.governance import ProductGovernance

__all__ = ["try_load", "try_write"]


def try_load(source: str | bytes, limits: Limits) -> ProductGovernance | None:
    """The governance that JSON text holds."""
    if not has_msgspec():
        return None
    from productgov.codec.quick.from_json import load_json  # noqa: PLC0415 - needs an extra

    try:
        return load_json(checked_text(source, limits), limits, ProductGovernance)
    except UnreadableError:
        return None


def try_write(governance: ProductGovernance) -> str | None:
    """The JSON text of a governance, character for character as the strict path writes it."""
    if not has_msgspec():
        return None
    from productgov.codec.quick.to_json import encode  # noqa: PLC0415 - needs an extra

    return encode(governance)
