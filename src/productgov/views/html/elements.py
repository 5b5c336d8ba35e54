"""HTML elements whose texts are escaped: a text of a user is never markup."""

from html import escape as html_escape

from productgov.wording import one_line

__all__ = ["Html", "element", "escape", "joined_html"]

_EMPTY = frozenset({"br", "col", "hr", "img", "link", "meta"})


class Html(str):
    """A piece of HTML that is safe to put into a page as it is."""

    __slots__ = ()


def escape(text: str) -> Html:
    """A text as HTML, on one line, without characters that could hide or reorder what follows them."""
    return Html(html_escape(one_line(text)))


def element(tag: str, /, *children: str | None, **attributes: str | float | None) -> Html:
    """An element; children that are not `Html` are texts and escaped, None is left out.

    Args:
        tag: the name of the element.
        children: what it holds.
        **attributes: its attributes by name; a `_` at the end is cut off, as in `class_`, others become `-`. Those that
            are None are left out.
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in _EMPTY:
        return Html(f"<{tag}{given}>")
    return Html(f"<{tag}{given}>{joined_html(*children)}</{tag}>")


def joined_html(*children: str | None) -> Html:
    """Pieces of HTML one after the other; those that are not `Html` are texts and escaped, None is left out."""
    return Html("".join(child if isinstance(child, Html) else escape(child) for child in children if child is not None))
