"""Texts that are still to be written."""

from collections.abc import Iterator

from productgov.findings import Severity
from productgov.found import Found
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.odd_texts import is_placeholder, text_fields
from productgov.rules.rule import Family, Rule
from productgov.wording import quoted

__all__ = ["PLACEHOLDERS"]


def _placeholders(context: Context) -> Iterator[Found]:
    for path, value in context.with_odd_texts:
        cls: type = type(value)
        for field in text_fields(cls):
            held = getattr(value, field.name)
            at = (*path, field.wire) if field.wire else path
            if field.is_list:
                yield from (_found((*at, index), text) for index, text in enumerate(held) if is_placeholder(text))
            elif field.name == "theme" and _is_checked_theme(context, path):
                continue
            elif held and is_placeholder(held, nobody=field.nobody):
                yield _found(at, held, required=field.required)


def _is_checked_theme(context: Context, path: Path) -> bool:
    """True where PG104 already finds a theme that is not listed: not without a list, and not in the record."""
    return bool(context.governance.roadmap.themes) and "delivered" not in path


def _found(path: Path, text: str, *, required: bool = False) -> Found:
    field = next(token for token in reversed(path) if isinstance(token, str))
    what = f"an entry of {field}" if isinstance(path[-1], int) else field
    hint = "write the text" if required else "write the text, or leave it out until it is known"
    return Found(path, f"{what} is only a placeholder: {quoted(text)}", hint)


PLACEHOLDERS = Family(
    prefix="PG6",
    title="Placeholders",
    about="Texts that are still to be written.",
    rules=(
        Rule(
            code="PG606",
            severity=Severity.WARNING,
            title="placeholder text",
            meaning="""A text is only a placeholder: TBD, TODO, n/a, lorem ipsum, punctuation alone such as "..." and
                "???", "[insert mission]", "TBD by Q3" and the like; for a role also "unknown" and "none". Silent where
                there is another finding about the same text.""",
            why="""It looks filled in, to people and to tools. Of 229 targets of a public handbook, 24 were placeholders
                and were counted as targets.""",
            bad={"productVision": {"mission": "TBD"}},
            good={"productVision": {"mission": "Give small teams their mornings back."}},
            find=_placeholders,
        ),
    ),
)
