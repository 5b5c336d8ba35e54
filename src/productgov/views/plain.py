"""Blocks as plain text, at most 80 columns wide."""

from collections.abc import Iterable, Iterator

from productgov.views.blocks import Block, CardColumns, Facts, Grid, Heading, Paragraph, value_text
from productgov.views.chart import Chart
from productgov.views.layout import WIDTH, cut, hanging, heading, joined, pad, width, wrap
from productgov.wording import one_line

__all__ = ["plain_text"]

_BETWEEN = "  "
_NARROWEST = 6


def plain_text(blocks: Iterable[Block]) -> str:
    """Blocks as text, with an empty line between them and no newline at the end."""
    return "\n\n".join(filter(None, ("\n".join(_lines(block)) for block in blocks)))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from heading(cut(one_line(block.text), WIDTH))
        case Paragraph():
            yield from wrap(block.text, WIDTH)
        case Facts():
            for name, value in block.pairs:
                yield from hanging(f"{one_line(name)}: ", value_text(value))
        case Grid():
            yield from _grid(block)
        case CardColumns():
            for column in block.columns:
                yield one_line(column.title)
                yield from (cut(f"  {one_line(joined((card.title, *card.lines)))}", WIDTH) for card in column.cards)
                yield from _more(column.more)
        case Chart():
            yield one_line(block.title)
            yield from wrap(block.description, WIDTH)


def _grid(grid: Grid) -> Iterator[str]:
    if not grid.rows:
        yield "(nothing)"
        return
    texts = [tuple(map(one_line, grid.head)), *(tuple(map(value_text, row)) for row in grid.rows)]
    widths = _fitting([max(map(width, column)) for column in zip(*texts, strict=True)])
    right = [grid.numeric(column) for column in range(len(grid.head))]
    for row in texts:
        cells = (
            " " * (columns - width(shown)) + shown if number else pad(shown, columns)
            for cell, columns, number in zip(row, widths, right, strict=True)
            if columns
            for shown in (cut(cell, columns),)
        )
        yield _BETWEEN.join(cells).rstrip()
    yield from _more(grid.more)


def _fitting(widths: list[int]) -> list[int]:
    """Widths of columns that fit on a line: the widest become narrower, and what has no room at all is left out."""
    fitting = list(widths)
    while sum(fitting) + len(_BETWEEN) * (sum(map(bool, fitting)) - 1) > WIDTH:
        widest = max(fitting)
        if widest > _NARROWEST:
            fitting[fitting.index(widest)] -= 1
        else:
            fitting[max(index for index, columns in enumerate(fitting) if columns)] = 0
    return fitting


def _more(count: int) -> Iterator[str]:
    if count:
        yield f"and {count} more"
