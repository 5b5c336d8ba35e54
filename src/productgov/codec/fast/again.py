"""Whether a decoder has dropped a key that stood twice: found by writing again what was read."""

import re

import msgspec

__all__ = ["DOUBTFUL_ESCAPE", "has_dropped_keys"]

DOUBTFUL_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?:[bfr]|u00(?:[01]|22|7[fF]))")
"""Escapes for control characters, which few texts may hold, and for quotes, which must be countable."""

_encode = msgspec.json.Encoder().encode


def has_dropped_keys(text: str, data: object) -> bool:
    r"""Whether less is written again than stood in the text, in which no quote may be written as `\u0022`.

    Of a key that stands twice the decoder keeps the last. Every key and every text takes two quotes, and a quote
    within a text one, so that nothing was dropped when both have the same number.
    """
    return text.count('"') != _encode(data).count(b'"')
