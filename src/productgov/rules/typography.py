"""Texts whose characters are not what they look like."""

from collections.abc import Iterator

from productgov.findings import Severity
from productgov.found import Found
from productgov.lookalikes import typographic_quotes
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.odd_texts import is_quoted, text_fields
from productgov.rules.rule import Family, Rule
from productgov.wording import quoted_value

__all__ = ["TYPOGRAPHY"]


def _typographic_quotes(context: Context) -> Iterator[Found]:
    for path, value in context.with_odd_texts:
        cls: type = type(value)
        for field in text_fields(cls):
            held = getattr(value, field.name)
            if held and field.name != "theme":
                at = (*path, field.wire) if field.wire else path
                texts = [((*at, index), text) for index, text in enumerate(held)] if field.is_list else [(at, held)]
                yield from (_found(place, text) for place, text in texts if is_quoted(text))


def _found(path: Path, text: str) -> Found:
    field = next(token for token in reversed(path) if isinstance(token, str))
    pair = typographic_quotes(text)
    message = f"{field} stands in typographic quotes, which are a part of it: {quoted_value(text)}"
    return Found(path, message, f"remove {pair[0]} and {pair[1]}; quotes around a value are written ' or \"")


TYPOGRAPHY = Family(
    prefix="PG6",
    title="Typography",
    about="Texts whose characters are not what they look like.",
    rules=(
        Rule(
            code="PG608",
            severity=Severity.INFO,
            title="text in typographic quotes",
            meaning="""A text begins and ends with typographic quotes. No format takes them for quotes: they belong to
                the text. Silent for a text that refers to a name, and for quotes around a part.""",
            why="""Word processors and chats replace the quotes that people type. From then on they are printed with the
                text, and the same text without them is another one.""",
            bad={"productVision": {"mission": "“Give small teams their mornings back.”"}},
            good={"productVision": {"mission": "Give small teams their mornings back."}},
            find=_typographic_quotes,
        ),
    ),
)
