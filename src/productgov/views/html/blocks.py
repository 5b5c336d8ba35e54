"""Blocks as HTML."""

import re
from collections.abc import Iterable, Iterator

from productgov.views.blocks import Block, CardColumn, CardColumns, Facts, Grid, Heading, Paragraph, Value, value_text
from productgov.views.chart import Chart
from productgov.views.html.elements import Html, element, escape, joined_html

__all__ = ["html_of"]

_BETWEEN = " · "
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LEVELS = {"✓ ": "good", "! ": "caution", "✗ ": "bad"}


def html_of(blocks: Iterable[Block]) -> Html:
    """Blocks as HTML, one after the other."""
    return joined_html(*(_block(block) for block in blocks))


def _block(block: Block) -> Html:
    match block:
        case Heading():
            return element(f"h{block.level}", block.text)
        case Paragraph():
            return element("p", _marked(block.text, days=False))
        case Facts():
            rows = (element("tr", element("th", name, scope="row"), _cell(value)) for name, value in block.pairs)
            return element("table", element("tbody", *rows))
        case Grid():
            return joined_html(*_grid(block))
        case CardColumns():
            return element("div", *map(_column, block.columns), class_="columns")
        case Chart():
            return element("figure", Html(block.svg))


def _grid(grid: Grid) -> Iterator[Html]:
    if grid.rows:
        right = [grid.numeric(column) for column in range(len(grid.head))]
        heads = (
            element("th", name, scope="col", class_="number" if number else None)
            for name, number in zip(grid.head, right, strict=True)
        )
        rows = (
            element("tr", *(_cell(value, number=number) for value, number in zip(row, right, strict=True)))
            for row in grid.rows
        )
        yield element("table", element("thead", element("tr", *heads)), element("tbody", *rows))
    if not grid.rows:
        yield element("p", "nothing", class_="more")
    if grid.more:
        yield _more(grid.more)


def _cell(value: Value, *, number: bool = False) -> Html:
    text = value_text(value)
    return element("td", _marked(text), class_="number" if number else None)


def _marked(text: str, *, days: bool = True) -> Html:
    """A text of parts; one that begins with a sign, as "✗ late by 3 days" does, has its colour; days are not broken."""
    return Html(_BETWEEN.join(_part(part, days=days) for part in text.split(_BETWEEN)))


def _part(text: str, *, days: bool) -> Html:
    level = _LEVELS.get(text[:2])
    shown = escape(text)
    whole = Html(_DATE.sub(r'<span class="day">\g<0></span>', shown)) if days else shown
    return element("span", Html(whole.replace(" ", "&nbsp;", 1)), class_=level) if level else whole


def _column(column: CardColumn) -> Html:
    cards = (
        element(
            "div",
            element("strong", card.title),
            *(element("small", _marked(line)) for line in card.lines),
            class_="card",
        )
        for card in column.cards
    )
    rest = _more(column.more) if column.more else None
    nothing = None if column.cards else element("p", "nothing", class_="more")
    return element("div", element("h3", _marked(column.title)), *cards, nothing, rest, class_="column")


def _more(count: int) -> Html:
    return element("p", f"and {count} more", class_="more")
