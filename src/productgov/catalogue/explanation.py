"""What is said about one code."""

from inspect import cleandoc

import attrs

__all__ = ["Explanation"]


def _tidy(text: str) -> str:
    return cleandoc(text)


def _paragraph(text: str) -> str:
    return " ".join(text.split())


@attrs.frozen(kw_only=True)
class Explanation:
    """One code, explained to whoever meets it.

    The examples are parts of a document, in YAML: read into the example document of this catalogue, object by
    object, lists of objects by their ids.

    Attributes:
        code: the code.
        title: what is wrong, in a few words.
        meaning: when the code is reported, and when not.
        why: why it matters, with the source where there is one.
        bad: what gives exactly this code.
        good: what gives none.
        appended: True when the bad example stands below the example document, as text that cannot be read into it.
    """

    code: str
    title: str
    meaning: str = attrs.field(converter=_paragraph)
    why: str = attrs.field(converter=_paragraph)
    bad: str = attrs.field(converter=_tidy)
    good: str = attrs.field(converter=_tidy)
    appended: bool = False
