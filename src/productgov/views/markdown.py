"""Blocks as Markdown, as GitHub, GitLab, Notion and Confluence read it."""

import re
from collections.abc import Iterable, Iterator

from productgov.views.blocks import Block, CardColumn, CardColumns, Facts, Grid, Heading, Paragraph, value_text
from productgov.views.chart import Chart
from productgov.wording import one_line

__all__ = ["markdown_of", "markdown_text"]

_MOST_LINES = 80
"""How long a diagram may be; a longer one is told in words."""

_SPECIAL = re.compile(
    r"[\\`*_{}\[\]<>#|~!$@&^=]"
    r"|(?<=\bwww)\.|:(?=//)|(?i:(?<=\bmailto)|(?<=\bxmpp)):"  # what becomes a link by itself
    r"|:(?=[\w+-]+:)"  # :tada:
    r"|^[-+](?!\d)|^\d+[.)](?=\s|$)"
)


def markdown_of(blocks: Iterable[Block]) -> str:
    """Blocks as Markdown, without a newline at the end."""
    return "\n\n".join(filter(None, ("\n".join(_lines(block)) for block in blocks)))


def markdown_text(text: str) -> str:
    """A text as Markdown that shows nothing but this text: no link, no mention, no markup, on one line."""
    return _SPECIAL.sub(_escaped, one_line(text))


def _escaped(match: re.Match[str]) -> str:
    special = match[0]
    return "&lt;" if special == "<" else "&amp;" if special == "&" else f"{special[:-1]}\\{special[-1]}"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {markdown_text(block.text)}"
        case Paragraph():
            yield markdown_text(block.text)
        case Facts():
            yield from (f"- {markdown_text(name)}: {markdown_text(value_text(value))}" for name, value in block.pairs)
        case Grid():
            yield from _grid(block)
        case CardColumns():
            yield from _columns(block.columns)
        case Chart():
            yield from _chart(block)


def _grid(grid: Grid) -> Iterator[str]:
    if not grid.rows:
        yield "*nothing*"
        return
    yield _row(grid.head)
    yield _row("---:" if grid.numeric(column) else "---" for column in range(len(grid.head)))
    yield from (_row(markdown_text(value_text(value)) for value in row) for row in grid.rows)
    if grid.more:
        yield ""
        yield f"*and {grid.more} more*"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _columns(columns: Iterable[CardColumn]) -> Iterator[str]:
    for column in columns:
        yield f"**{markdown_text(column.title)}**"
        yield ""
        for card in column.cards:
            yield f"- {' · '.join(map(markdown_text, (card.title, *card.lines)))}"
        if column.more:
            yield f"- *and {column.more} more*"
        if not column.cards:
            yield "- *nothing*"
        yield ""


def _chart(chart: Chart) -> Iterator[str]:
    if chart.mermaid is None or chart.mermaid.count("\n") > _MOST_LINES:
        yield f"*{markdown_text(chart.title)}*: {markdown_text(chart.description)}"
    else:
        yield from ("```mermaid", chart.mermaid, "```")
