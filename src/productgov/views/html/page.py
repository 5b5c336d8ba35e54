"""A page of its own: one file, without script, that a browser reads without asking the network for anything."""

from productgov.views.html.elements import Html, element, escape, joined_html
from productgov.views.html.style import FRAGMENT_STYLE, PAGE_STYLE

__all__ = ["fragment", "page"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def fragment(*body: str) -> Html:
    """A part of somebody else's page, such as the output of a notebook's cell, with the style that it needs."""
    return element("div", element("style", FRAGMENT_STYLE), *body, class_="productgov")


def page(title: str, *body: str, language: str = "en") -> Html:
    """A whole page.

    Args:
        title: its title, for the window.
        body: what it shows; texts that are not `Html` are escaped.
        language: the language of its texts.
    """
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", PAGE_STYLE),
    )
    main = element("body", element("main", *body, class_="productgov"))
    return Html(f'<!doctype html>\n<html lang="{escape(language)}">{joined_html(head, main)}</html>\n')
