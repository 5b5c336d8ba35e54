"""Values of the model in a sentence: short, on one line, as people say them."""

from datetime import date

from productgov.fields.shapes import EXTENSIONS, Field, fields_of, is_model
from productgov.fields.types import Term
from productgov.model.estimate import Estimate
from productgov.model.extensions import Extensions
from productgov.model.people import Role
from productgov.model.targets import DatedTarget, Target
from productgov.wording import counted, number_text, one_line, quoted, shortened

__all__ = ["days_apart", "value_text"]

_LONGEST = 90
_LOOKED_AT = 1_000


def value_text(value: object) -> str:
    """A value in a sentence; texts that are no names are in quotes."""
    if value is None:
        return "nothing"
    if isinstance(value, Term):
        return value.value
    if isinstance(value, str):
        return one_line(value) if _is_word(value) else quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number_text(value) if abs(value) >= 1e15 else f"{value:.15g}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Extensions):
        return f"an object of {counted(len(value), 'key')}"
    if isinstance(value, tuple):
        return shortened(", ".join(map(value_text, value[:20])), _LONGEST) if value else "nothing"
    return _object_text(value)


def days_apart(old: date, new: date) -> str:
    """How far a day has moved: `42 days later`."""
    days = (new - old).days
    return f"{counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def _is_word(text: str) -> bool:
    return len(text) <= 64 and not any(character.isspace() or character in "\"'" for character in text)


def _object_text(value: object) -> str:
    match value:
        case Role():
            return quoted(f"{value.title} ({value.name})" if value.name else value.title)
        case Estimate():
            return f"{value.low:g} to {value.high:g}, likely {value.likely:g}"
        case Target() | DatedTarget():
            number = value_text(value.value)
            return f"{number} by {value.by}" if value.by else number
        case _ if is_model(type(value)):
            return _fields_text(value)
        case _:
            return str(value)


def _fields_text(value: object) -> str:
    """An object by its fields without defaults; by its title where it has one."""
    title = getattr(value, "title", None) or getattr(value, "name", None)
    if isinstance(title, str):
        return quoted(title)
    cls: type = type(value)
    said = [f"{field.wire} {value_text(held)}" for field in fields_of(cls) if (held := _held(value, field)) is not None]
    text = ", ".join(said)
    if not text and getattr(value, EXTENSIONS):
        text = "extension data"
    return shortened(text or "an empty object", _LONGEST)


def _held(value: object, field: Field) -> object:
    held: object = getattr(value, field.name)
    return None if held == field.default else held
