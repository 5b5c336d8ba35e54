"""The board as Markdown, for a wiki or a pull request."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from productgov.analysis.horizons import resolve_as_of
from productgov.model.governance import ProductGovernance
from productgov.views.blocks import Block, Heading, Paragraph
from productgov.views.markdown import markdown_of
from productgov.views.pages.data import PageData
from productgov.views.pages.plan import decision_blocks, roadmap_blocks, vision_blocks, waiting_blocks
from productgov.views.pages.progress import metric_blocks, objective_blocks, team_blocks
from productgov.views.pages.traced import trace_blocks
from productgov.views.pages.upcoming import review_blocks
from productgov.views.selection import SECTIONS, SectionName, Selection

__all__ = ["board_markdown"]

_MOST = 10_000
"""How many rows a table shows: the board leaves nothing out that a person could read."""
_BLOCKS: Mapping[SectionName, tuple[str, Callable[[PageData], Iterator[Block]]]] = MappingProxyType(
    {
        "vision": ("Vision", vision_blocks),
        "roadmap": ("Roadmap", roadmap_blocks),
        "dependencies": ("Dependencies", waiting_blocks),
        "objectives": ("Objectives", objective_blocks),
        "metrics": ("Metrics", metric_blocks),
        "teams": ("Teams", team_blocks),
        "decisions": ("Decisions", decision_blocks),
        "reviews": ("Reviews", review_blocks),
        "trace": ("From pillar to review", trace_blocks),
    }
)


def board_markdown(
    governance: ProductGovernance,
    *,
    as_of: date | None = None,
    sections: Collection[SectionName] | None = None,
    owner: str | None = None,
    pillar: str | None = None,
    with_trace: bool = False,
) -> str:
    """What `board_text` shows, as Markdown for Confluence, Notion, GitHub and GitLab, without a newline at the end.

    Args:
        governance: what to show.
        as_of: the day to show; left out, the document's `asOf`, else today.
        sections: the sections to show; left out, all but the trace.
        owner: show only what this person or role owns, as for `board_text`.
        pillar: show only what serves this pillar, as for `board_text`.
        with_trace: whether to show, too, what serves each strategic pillar.

    Raises:
        InvalidValueError: there is no such section, owner or pillar.
    """
    selection = Selection.of(governance, sections, owner, pillar).with_trace(wanted=with_trace)
    day = resolve_as_of(governance, as_of)
    data = PageData(governance=governance, as_of=day, selection=selection, most=_MOST, most_cards=_MOST)
    blocks: list[Block] = [Heading(governance.name or "Product governance", 1), Paragraph(f"As of {day}")]
    for section in SECTIONS:
        title, blocks_of = _BLOCKS[section]
        found = list(blocks_of(data)) if selection.shows(section) else []
        blocks += [Heading(title), *found] if found else []
    return markdown_of(blocks)
