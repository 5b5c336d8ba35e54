"""The result of a merge as text."""

from collections.abc import Iterator

from productgov.changes.merging import Merged
from productgov.views.layout import hanging
from productgov.wording import counted

__all__ = ["merged_text"]


def merged_text(merged: Merged) -> str:
    """The conflicts, one paragraph each, and how many there are, at most 80 columns wide.

    Args:
        merged: what `merge` returned.
    """
    return "\n".join(_lines(merged))


def _lines(merged: Merged) -> Iterator[str]:
    for conflict in merged.conflicts:
        yield from hanging("conflict: ", str(conflict))
    if merged.rewritten:
        places = ", ".join(pointer or "the whole document" for pointer in merged.rewritten)
        yield from hanging("", f"written anew, without the comments in it: {places}")
    yield f"merged, {counted(len(merged.conflicts), 'conflict')}"
