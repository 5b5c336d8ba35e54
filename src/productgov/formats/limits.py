"""The limits of a reader, and of what it reports."""

import re
import sys

import attrs

from productgov.errors import InvalidValueError

__all__ = ["DEEPEST", "DEFAULT_LIMITS", "Limits"]

DEEPEST = 250
_BASES = ("0x", "0o", "0b")


def _is_limit(_instance: object, attribute: "attrs.Attribute[int]", value: object) -> None:
    if type(value) is not int or value < 1:
        raise _refused(attribute.name, value, "a whole number above 0")


def _is_depth(_instance: object, attribute: "attrs.Attribute[int]", value: object) -> None:
    if type(value) is not int or not 1 <= value <= DEEPEST:
        raise _refused(attribute.name, value, f"a whole number from 1 to {DEEPEST}")


def _refused(name: str, value: object, allowed: str) -> InvalidValueError:
    return InvalidValueError(f"Limits.{name} is {value!r:.40}; allowed is {allowed}")


@attrs.frozen(kw_only=True)
class Limits:
    """The bounds of a reader, applied before and while it works; exceeding one is PG010, save for `max_findings`.

    Attributes:
        max_bytes: the size of the text, in bytes of UTF-8.
        max_depth: how deep lists and objects may nest, 250 at the most, which is as deep as Python itself goes when it
            compares, hashes and writes values; the root object is at depth 1.
        max_nodes: how many values (objects, lists and scalars) the document may hold.
        max_digits: how many digits one number may be written with; of a whole number in base 16, 8 or 2, those that it
            has in base 10. Python's own limit, `sys.set_int_max_str_digits`, holds too.
        max_findings: how many findings of one code are kept for a document; the others are only counted.

    Raises:
        InvalidValueError: when a limit is not a whole number above 0, or `max_depth` is above 250.
    """

    max_bytes: int = attrs.field(default=10_000_000, validator=_is_limit)
    max_depth: int = attrs.field(default=100, validator=_is_depth)
    max_nodes: int = attrs.field(default=2_000_000, validator=_is_limit)
    max_digits: int = attrs.field(default=1_000, validator=_is_limit)
    max_findings: int = attrs.field(default=10_000, validator=_is_limit)

    def allows_number(self, written: str) -> bool:
        """Whether a number, as written, is within `max_digits` and within what Python converts at all."""
        if written[:2] in _BASES:
            return self.allows_whole(int(written, 0))
        return len(written) <= self._most_digits or sum(map(str.isdigit, written)) <= self._most_digits

    def allows_whole(self, number: int) -> bool:
        """Whether a whole number has no more digits, in base 10, than `max_digits` and than Python writes."""
        most = self._most_digits
        bits = number.bit_length()
        return bits <= 3 * most or (bits <= 4 * most and abs(number) < 10**most)

    @property
    def _most_digits(self) -> int:
        return min(self.max_digits, sys.get_int_max_str_digits() or self.max_digits)

    def may_be_exceeded_by_json(self, text: str) -> bool:
        """Whether JSON text may hold more values or longer numbers than is allowed; counted, without reading it."""
        return self._may_be_exceeded_by_values(text) or self.may_be_exceeded_by_a_number(text)

    def _may_be_exceeded_by_values(self, text: str) -> bool:
        """Every value but the first follows a comma or an opening bracket (a colon comes after one of them)."""
        if len(text) < 2 * self.max_nodes:
            return False
        return text.count(",") + text.count("[") + text.count("{") >= self.max_nodes

    def may_be_exceeded_by_a_number(self, text: str) -> bool:
        """Whether any run of characters is so long that it could be a number above `max_digits`.

        Such a run shows as a run of several among every n-th character, which are all that is looked at.
        """
        stride = max(1, self.max_digits // 16)
        return re.search(rf"[-+._0-9a-fA-Fxo]{{{self.max_digits // stride}}}", text[::stride]) is not None


DEFAULT_LIMITS = Limits()
