"""Results and objects that show themselves: on one line, as text, and in a notebook."""

from collections.abc import Container, Iterator
from datetime import date
from enum import Enum

import attrs

from productgov.escaping import escaped

__all__ = ["Displayed", "brief", "has_own_text"]

_LONGEST = 119
_LONGEST_VALUE = 40


class Displayed:
    """Something that shows itself: `repr` is one short line, `str` what the command line prints, a notebook shows more.

    In a notebook it is HTML without script, or Markdown where that is asked for.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return brief(self)

    def __str__(self) -> str:
        # The views know the results, not the other way round: the late imports here are the one exception.
        from productgov.views.displays import text_of  # noqa: PLC0415

        return text_of(self)

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """What IPython asks for: the text, HTML and Markdown of a display, and a picture where it has one."""
        from productgov.views.displays import bundle_of  # noqa: PLC0415

        return {
            kind: text
            for kind, text in bundle_of(self).items()
            if (not include or kind in include) and (not exclude or kind not in exclude)
        }


def brief(value: object) -> str:
    """An object on one line of less than 120 characters: its class, and the fields that are not as by default."""
    head = f"{type(value).__name__}("
    kept = ""
    for part in _parts(value):
        longer = f"{kept}, {part}" if kept else part
        if len(head) + len(longer) > _LONGEST - len(", …)"):
            return f"{head}{kept}, …)" if kept else f"{head}…)"
        kept = longer
    return f"{head}{kept})"


def _parts(value: object) -> Iterator[str]:
    """The fields of an object that are shown, each with its value."""
    for field in attrs.fields(type(value)):  # type: ignore[arg-type]  # what shows itself is of attrs
        given = getattr(value, field.name)
        if field.repr and given != field.default:
            yield f"{field.alias}={_shown(given)}"


def _shown(value: object) -> str:
    """A value within an object: texts are cut, lists of objects counted, objects named."""
    if has_own_text(value):
        value = str(value)
    if isinstance(value, (tuple, list)) and not hasattr(value, "_fields"):
        inside = ", ".join(_shown(item) for item in value[:_LONGEST_VALUE])
        short = len(inside) <= _LONGEST_VALUE and not any(map(_is_object, value))
        return f"[{inside}]" if short else f"[{len(value)}]"
    if _is_object(value):
        name = getattr(value, "id", None)
        return f"{type(value).__name__}({_shown(name) if isinstance(name, str) else '…'})"
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, date):
        return str(value)
    text = escaped(repr(value[: _LONGEST_VALUE + 1]) if isinstance(value, str) else repr(value))
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


def has_own_text(value: object) -> bool:
    """Whether an object is one text, such as a period or a cadence."""
    return attrs.has(type(value)) and type(value).__str__ not in (object.__str__, Displayed.__str__)


def _is_object(value: object) -> bool:
    """Whether a value has fields: it is of attrs, or a named tuple."""
    return attrs.has(type(value)) or hasattr(value, "_fields")
