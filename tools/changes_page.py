"""The reference of changes of the docs, in Markdown, from the codes."""

from collections.abc import Iterator

from productgov.changes.change import ChangeCode, ChangeFamily
from productgov.changes.registry import CHANGE_FAMILIES

__all__ = ["changes_page"]

_INTRODUCTION = """\
# Changes

What `productgov diff` says of two versions. Every change has a code, a level, the item it is about, the old and the new
value, and a sentence. Codes are permanent: never reused, never renumbered. `productgov explain PGD103` prints the text
of this page, which is generated from the codes.

*Breaking*: a promise that somebody relied on no longer holds. *Notable*: worth a word at the next review. *Info*: for
the record. What is in later or in future may change freely, as these horizons promise nothing.

The examples are parts of a document, before and after. Merged into the
[example document](findings.md#the-example-document), objects key by key and lists of objects by their ids, they differ
by one change of their kind. Where there is no "before", the example document is the old version; where there is no
"after", it is the new one."""


def changes_page() -> str:
    """The whole page."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield _INTRODUCTION
    for family in CHANGE_FAMILIES:
        yield from _family(family)


def _family(family: ChangeFamily) -> Iterator[str]:
    yield from (f"\n## {family.title}\n", f"{family.about}\n", "| code | level | change |", "|---|---|---|")
    for code in family.codes:
        yield f"| [{code.code}](#{code.code.lower()}) | {code.level} | {code.title} |"
    for code in family.codes:
        yield from _section(code)


def _section(code: ChangeCode) -> Iterator[str]:
    yield f"\n### {code.code}: {code.title} {{ #{code.code.lower()} }}\n"
    yield f"*{code.level}* · {code.meaning}\n"
    yield f"Why it matters: {code.why}"
    for title, text in code.examples():
        yield from (f"\n{title}:\n", "```yaml", text, "```")
