"""The display of what changed between two versions."""

from collections.abc import Iterator

from productgov.changes.change import Level
from productgov.changes.result import Changes
from productgov.views.blocks import Block, Grid, Paragraph, bounded
from productgov.views.changes import counts_text

__all__ = ["changes_blocks"]


def changes_blocks(changes: Changes) -> Iterator[Block]:
    """How many changes there are, and the first of them."""
    found = changes.at_least(Level.INFO)
    yield Paragraph(counts_text(found, changes.as_of))
    if found:
        shown, more = bounded(found)
        rows = tuple((change.level.value, change.code, change.item, change.message) for change in shown)
        yield Grid(head=("level", "code", "item", "what has changed"), rows=rows, more=more)
