"""What serves every pillar, on a page."""

from collections.abc import Iterator

from productgov.analysis.traceability import PillarTrace, trace
from productgov.views.blocks import Block, Heading, Paragraph, Value
from productgov.views.metrics import short_name
from productgov.views.pages.data import PageData, grid
from productgov.wording import percent_text

__all__ = ["trace_blocks"]


def trace_blocks(data: PageData) -> Iterator[Block]:
    """Every pillar with its coverage, and the chain of each of its initiatives."""
    traced = trace(data.governance)
    for pillar in (*traced.pillars, traced.unassigned):
        yield Heading(pillar.pillar or "No pillar", 3)
        covered = "no initiative serves it" if pillar.coverage is None else f"{percent_text(pillar.coverage)} covered"
        yield Paragraph(covered)
        if pillar.chains:
            head = ("Id", "Initiative", "For", "Moves", "Watched by", "Seen in")
            yield grid(head, _rows(pillar), data.most)


def _rows(pillar: PillarTrace) -> Iterator[tuple[Value, ...]]:
    for chain in pillar.chains:
        initiative = chain.placed.initiative
        yield (
            initiative.id,
            initiative.title,
            ", ".join(objective.id for objective in chain.objectives),
            ", ".join(map(short_name, chain.moves)) or "nothing",
            ", ".join(map(short_name, chain.watched_by)) or "nothing",
            ", ".join(review.value for review in chain.reviews) or "nothing",
        )
