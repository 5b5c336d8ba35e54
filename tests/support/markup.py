"""What a page of HTML is made of: its elements with their attributes, and the texts within them."""

from html.parser import HTMLParser
from typing import NamedTuple

__all__ = ["Markup", "Tag", "parsed"]

_EMPTY = frozenset({"br", "col", "hr", "img", "link", "meta"})


class Tag(NamedTuple):
    """An element: its name, its attributes, and the names of the elements around it."""

    name: str
    attributes: dict[str, str]
    around: tuple[str, ...]


class Markup(HTMLParser):
    """Reads a page, and fails where elements are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.texts: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}, tuple(self._open)))
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def close(self) -> None:
        super().close()
        assert self._open == []

    def named(self, *names: str) -> list[Tag]:
        """The elements with one of these names, in their order."""
        return [tag for tag in self.tags if tag.name in names]


def parsed(page: str) -> Markup:
    """A page of HTML, read."""
    markup = Markup()
    markup.feed(page)
    markup.close()
    return markup
