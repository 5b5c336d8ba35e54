"""The report as a page of HTML: headings in order, landmarks, contents, and what is printed on A4."""

import re
from collections.abc import Sequence

from productgov.views.html.blocks import html_of
from productgov.views.html.elements import Html, element
from productgov.views.html.page import page
from productgov.views.pages.data import Section

__all__ = ["report_html"]

_COMMAND = re.compile(r"#(?=#(?:vso|teamcity)?\[)")
"""What would be a command to the service that runs a job, should the page be printed there."""


def report_html(title: str, about: str, sections: Sequence[Section]) -> Html:
    """A whole page that needs no script and no network.

    Args:
        title: its title.
        about: what it was made from, and for which day.
        sections: its sections.
    """
    contents = (element("li", element("a", section.title, href=f"#{section.id}")) for section in sections)
    nav = element("nav", element("ul", *contents), aria_label="Contents")
    header = element("header", element("h1", title), element("p", about), nav, class_="productgov")
    return Html(_COMMAND.sub("&#35;", page(title, *map(_section, sections), header=header)))


def _section(section: Section) -> Html:
    name = f"{section.id}-title"
    head = element("h2", section.title, id=name)
    return element("section", head, html_of(section.blocks), id=section.id, aria_labelledby=name)
