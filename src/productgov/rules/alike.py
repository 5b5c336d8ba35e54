"""Names that are taken for the same: they differ in case, blanks and punctuation only."""

import re

__all__ = ["folded"]

_BLANK = r"[\s_\-.,:;!?()\[\]{}'\"/\\|\u00a1\u00ab\u00b7\u00bb\u00bf\u2000-\u206f\u2212\u3001\u3002\ufeff]"
_NOISE = re.compile(f"{_BLANK}(?:(?![0-9])|(?<![0-9].))", re.DOTALL)
"""Blanks and punctuation, but not between two digits. Signs such as # and % tell names apart: C and C#."""


def folded(name: str) -> str:
    """A name without case, blanks and punctuation; what stands between two digits counts, as in 1.5 and 15.

    The repairs of a wrong name have a stricter criterion: `productgov.slips`.
    """
    lower = name.casefold()
    return _NOISE.sub("", lower) or lower
