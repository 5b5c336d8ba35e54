"""JSON text to plain data, as the standard library reads it."""

import msgspec

from productgov.codec.fast.again import DOUBTFUL_ESCAPE, has_dropped_keys

__all__ = ["read_json"]


def read_json(text: str) -> object:
    """The data that a JSON text holds; None in any doubt, and for null."""
    if "\\" in text and DOUBTFUL_ESCAPE.search(text):
        return None
    try:
        data = msgspec.json.decode(text)
        return None if has_dropped_keys(text, data) else data
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
