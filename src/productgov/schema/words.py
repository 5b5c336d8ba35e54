"""What a shape allows, in words, for readers that are people or language models."""

from productgov.fields.checked import allowed_number
from productgov.fields.shapes import ConstantShape, DateShape, EnumShape, NumberShape, Shape, TextShape
from productgov.fields.types import DATE, TEXT

__all__ = ["in_words"]


def in_words(shape: Shape) -> str:
    """What a single value of this shape may be; nothing for lists, objects and choices, which show it themselves."""
    match shape:
        case TextShape(pattern):
            return "text" if pattern == TEXT else pattern.allows
        case DateShape():
            return DATE.allows
        case ConstantShape(value):
            return f'always "{value}"'
        case NumberShape():
            return allowed_number(shape)
        case EnumShape(terms):
            return "; ".join(f'"{term.value}": {term.description}' for term in terms)
        case _:
            return ""
