"""The display of a merge."""

from collections.abc import Iterator

from productgov.changes.merging import Merged
from productgov.views.blocks import Block, Grid, Paragraph, bounded
from productgov.wording import counted

__all__ = ["merged_blocks"]


def merged_blocks(merged: Merged) -> Iterator[Block]:
    """How many conflicts there are, and the first of them."""
    yield Paragraph(f"merged, {counted(len(merged.conflicts), 'conflict')}")
    if merged.conflicts:
        shown, more = bounded(merged.conflicts)
        rows = tuple((one.item, one.path, one.kind, str(one)) for one in shown)
        yield Grid(head=("item", "path", "kind", "conflict"), rows=rows, more=more)
