"""The displays of results and of objects of the model: what `str` gives, and what a notebook shows."""

from productgov.display import Displayed
from productgov.views.chart import Chart
from productgov.views.displays.blocks_of import blocks_of
from productgov.views.displays.texts import text_of
from productgov.views.html.blocks import html_of
from productgov.views.html.page import fragment
from productgov.views.markdown import markdown_of

__all__ = ["bundle_of", "text_of"]


def bundle_of(value: Displayed) -> dict[str, str]:
    """What a notebook shows of a value, by MIME type: text, HTML, Markdown, and its first picture if it has one."""
    blocks = blocks_of(value)
    pictures = [block.svg for block in blocks if isinstance(block, Chart)]
    return {
        "text/plain": repr(value),
        "text/html": fragment(html_of(blocks)),
        "text/markdown": markdown_of(blocks),
        **({"image/svg+xml": pictures[0]} if pictures else {}),
    }
