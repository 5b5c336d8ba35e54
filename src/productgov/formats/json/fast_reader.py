"""JSON text to plain data through msgspec; this module needs it, and is imported only where it is installed."""

import re

import msgspec

__all__ = ["DOUBTFUL_ESCAPE", "lost_keys", "try_read"]

DOUBTFUL_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?:[bfr]|u00(?:[01]|22|7[fF]))")
"""Escapes for control characters, which few texts may hold, and for quotes, which must be countable."""

_encode = msgspec.json.Encoder().encode


def try_read(text: str) -> object:
    """The data that a JSON text holds, as the standard library reads it; None for null and in any doubt."""
    if "\\" in text and DOUBTFUL_ESCAPE.search(text):
        return None
    try:
        data = msgspec.json.decode(text)
        return None if lost_keys(text, data) else data
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def lost_keys(text: str, data: object) -> bool:
    r"""Whether decoding dropped a duplicate key, in a text where no quote is written as `\u0022`.

    Of a duplicate key the decoder keeps the last. Every key and every text takes two quotes, and a quote within a
    text one, so that nothing was dropped when the text and its re-encoding have the same number of quotes.
    """
    return text.count('"') != _encode(data).count(b'"')
