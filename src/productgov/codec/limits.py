"""How much a reader is willing to read."""

import re
import sys

import attrs

__all__ = ["DEFAULT_LIMITS", "Limits"]


@attrs.frozen(kw_only=True)
class Limits:
    """The bounds of a reader, applied before and while it works; exceeding one is PG010.

    Attributes:
        max_bytes: the size of the text, in bytes of UTF-8.
        max_depth: how deep lists and objects may nest; the root object is at depth 1.
        max_nodes: how many values (objects, lists and scalars) the document may hold.
        max_digits: how many digits one number may be written with.
    """

    max_bytes: int = 10_000_000
    max_depth: int = 100
    max_nodes: int = 2_000_000
    max_digits: int = 1_000

    def allows_number(self, written: str) -> bool:
        """Whether a number, as written, is within `max_digits` and within what Python converts at all."""
        most = min(self.max_digits, sys.get_int_max_str_digits() or self.max_digits)
        return len(written) <= most or _digits(written) <= most

    def may_be_exceeded_by_a_number(self, text: str) -> bool:
        """Whether any run of characters is so long that it could be a number above `max_digits`.

        A run of more than n characters covers one of every n, so only those are looked at first.
        """
        stride = max(1, self.max_digits)
        long_run = re.compile(rf"[-+._0-9a-fA-Fxo]{{{stride + 1}}}")
        return any(
            character in _IN_NUMBERS
            and long_run.search(text, max(0, (index - 1) * stride), (index + 1) * stride + 1) is not None
            for index, character in enumerate(text[::stride])
        )


def _digits(written: str) -> int:
    if written[1:2] in ("x", "o", "b"):
        return len(written.replace("_", "")) - len("0x")
    return sum(map(str.isdigit, written))


_IN_NUMBERS = frozenset("-+._0123456789abcdefABCDEFxo")

DEFAULT_LIMITS = Limits()
