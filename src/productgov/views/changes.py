"""Changes as text, and as Markdown to paste into a review."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from productgov.changes.change import Change, Level
from productgov.changes.result import Changes
from productgov.views.layout import WIDTH, cut, hanging
from productgov.views.markdown import markdown_text
from productgov.wording import one_line

__all__ = ["changes_markdown", "changes_text", "counts_text", "result_text"]

_DOCUMENT = "the document"
_TITLES = {Level.BREAKING: "Breaking", Level.NOTABLE: "Notable", Level.INFO: "For information"}


def changes_text(changes: Iterable[Change]) -> str:
    """Changes by item, the item that matters most first, at most 80 columns wide.

    Args:
        changes: the changes, such as those of `diff`, those that matter most first.
    """
    return "\n".join(line for item, group in _by_item(changes).items() for line in _group_lines(item, group))


def changes_markdown(changes: Iterable[Change], *, title: str = "What changed") -> str:
    """Changes as a changelog in Markdown: what is breaking, what is notable, and the rest.

    Args:
        changes: as for `changes_text`.
        title: the heading.
    """
    levels: dict[Level, list[Change]] = {level: [] for level in Level}
    for change in changes:
        levels[change.level].append(change)
    lines = [f"## {markdown_text(title)}"]
    for level, found in levels.items():
        if found:
            lines += ["", f"### {_TITLES[level]}", "", *(_item_markdown(found))]
    if len(lines) == 1:
        lines += ["", "No changes."]
    return "\n".join(lines)


def counts_text(changes: Iterable[Change], as_of: date) -> str:
    """How many changes there are of each level, and the day of the judgement."""
    levels = [change.level for change in changes]
    counts = [f"{levels.count(level)} {level}" for level in Level if level in levels]
    return f"{', '.join(counts) or 'no changes'} (as of {as_of})"


def result_text(changes: Changes) -> str:
    """The result of a comparison as text, with the derived changes, and the counts as its last line."""
    found = changes.at_least(Level.INFO)
    return "\n".join(filter(None, (changes_text(found), counts_text(found, changes.as_of))))


def _by_item(changes: Iterable[Change]) -> dict[str, list[Change]]:
    groups: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        groups[one_line(change.item)].append(change)
    return groups


def _group_lines(item: str, changes: Iterable[Change]) -> Iterator[str]:
    yield cut(item or _DOCUMENT, WIDTH)
    for change in changes:
        yield from hanging(f"  {change.level:<8}  {change.code}  ", change.message)


def _item_markdown(changes: Sequence[Change]) -> Iterator[str]:
    for item, group in _by_item(changes).items():
        said = [f"{markdown_text(change.message)} ({change.code})" for change in group]
        head = f"- **{markdown_text(item)}**" if item else f"- **{_DOCUMENT}**"
        if len(said) == 1:
            yield f"{head}: {said[0]}"
        else:
            yield head
            yield from (f"  - {one}" for one in said)
