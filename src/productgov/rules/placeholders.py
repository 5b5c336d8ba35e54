"""PG606: texts that still wait for someone to write them."""

from collections.abc import Iterator
from functools import cache

from productgov.findings import Severity
from productgov.rules.context import Context, Path
from productgov.rules.objects import objects, path_of
from productgov.rules.rule import Found, Rule
from productgov.rules.wording import quoted
from productgov.shape import ListShape, TextShape, fields_of
from productgov.vocabulary import TEXT

__all__ = ["PLACEHOLDERS"]

_WORDS = frozenset(
    {
        "fixme",
        "lorem ipsum",
        "lorem ipsum dolor sit amet",
        "n/a",
        "placeholder",
        "t.b.d",
        "tba",
        "tbc",
        "tbd",
        "to be announced",
        "to be confirmed",
        "to be decided",
        "to be defined",
        "to be determined",
        "todo",
        "xxx",
    }
)
_LONGEST = 32
_AROUND = " \t\n.…:!?-_*()[]{}<>\"'"
_FOUND_BY_OTHERS = ("frequency", "north_star_metric", "pillar")
"""Fields in which a placeholder is no valid value either, and is found as that."""


def _placeholders(context: Context) -> Iterator[Found]:
    themed = bool(context.governance.roadmap.themes)
    for trail, value in objects(context.governance, _may_wait):
        cls: type = type(value)
        for name, token, is_list in _texts_of(cls):
            held = getattr(value, name)
            if not held or not (is_list or _is_placeholder(held)):
                continue
            path = path_of(trail)
            at = (*path, token) if token else path
            if is_list:
                yield from (_found((*at, index), text) for index, text in enumerate(held) if _is_placeholder(text))
            elif not (themed and name == "theme" and path[1] != "delivered"):
                yield _found(at, held)


def _may_wait(value: object) -> bool:
    """True for an object that holds a list of texts, or a placeholder."""
    cls: type = type(value)
    for name, _, is_list in _texts_of(cls):
        held = getattr(value, name)
        if held and (is_list or _is_placeholder(held)):
            return True
    return False


@cache
def _texts_of(cls: type) -> tuple[tuple[str, str, bool], ...]:
    """The fields that hold texts for people: names, tokens (shorthands have none), whether lists."""
    return tuple(
        (field.name, "" if field.shorthand else field.wire, isinstance(field.shape, ListShape))
        for field in fields_of(cls)
        if field.name not in _FOUND_BY_OTHERS
        and TextShape(TEXT) in (field.shape, field.shape.item if isinstance(field.shape, ListShape) else None)
    )


def _is_placeholder(text: str) -> bool:
    return len(text) <= _LONGEST and text.strip(_AROUND).casefold() in _WORDS


def _found(path: Path, text: str) -> Found:
    hint = "write what it is, or leave the field out until it is known"
    return Found(path, f"{quoted(text)} is a placeholder, not a {_noun(path)}", hint)


def _noun(path: Path) -> str:
    return next((str(token) for token in reversed(path) if isinstance(token, str)), "text")


PLACEHOLDERS = Rule(code="PG606", severity=Severity.WARNING, find=_placeholders)
