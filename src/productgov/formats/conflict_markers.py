"""The markers that git leaves in a text where two sides of a merge conflict."""

import re

from productgov.formats.findings import UnreadableError, unreadable
from productgov.formats.lines import Lines

__all__ = ["conflict_markers"]

_START, _BETWEEN, _END = (re.compile(rf"^{sign}{{7,}}(?= |\r?$)", re.MULTILINE) for sign in "<=>")


def conflict_markers(text: str) -> UnreadableError | None:
    """PG001 at the first conflict of a merge in a text; None where there is none."""
    start = _START.search(text)
    between = _BETWEEN.search(text, start.end()) if start else None
    if start is None or between is None or not _END.search(text, between.end()):
        return None
    count = len(_START.findall(text))
    also = f", the first of {count:,}" if count > 1 else ""
    return unreadable(
        f"a conflict of a merge is not decided yet{also}",
        hint="keep the lines of one side, or what both mean, and remove the lines <<<<<<<, ======= and >>>>>>>",
        location=Lines(text).at(start.start()),
    )
