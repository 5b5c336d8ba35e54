"""The smallest change of a text that makes it say something else, proven by reading it again."""

from collections.abc import Callable, Iterable

import attrs

from productgov.editing.edits import Change, applied
from productgov.editing.json_nodes import json_nodes
from productgov.editing.layout import Layout
from productgov.editing.nodes import Node
from productgov.editing.patch import Patch
from productgov.editing.style import Style
from productgov.editing.wanted import Wanted, differences, same
from productgov.findings import Severity
from productgov.formats.limits import Limits
from productgov.formats.reading import Reading
from productgov.formats.registry import FormatName, read_text, write_text
from productgov.paths import Path

__all__ = ["Rewritten", "rewritten_text", "written_whole"]

_ATTEMPTS = 12


@attrs.frozen(kw_only=True)
class Rewritten:
    """A text that says what was wanted.

    Attributes:
        text: the text.
        reading: what was read from it.
        changes: what was changed in the old text.
        rewritten: the values that small changes did not do for, and that were written anew with everything in them.
    """

    text: str
    reading: Reading
    changes: tuple[Change, ...] = ()
    rewritten: tuple[Path, ...] = ()


def rewritten_text(
    text: str, format: FormatName, wanted: Wanted, limits: Limits, lender: str | None = None
) -> Rewritten:
    """Change a text so that it says what is wanted, and as little of it as possible.

    Args:
        text: a text that can be read.
        format: json, yaml or toml; TOML is written as a whole.
        wanted: what it should say.
        limits: the limits within which it is read again.
        lender: another text of this format, where items that are new in this one come from one.

    Returns:
        The new text. Its reading has errors only when what is wanted is beyond the limits.
    """
    plain = wanted.plain()
    found = None
    if _is_editable(text, format):
        lending = _lending(lender, format)
        found = _smallest(text, format, wanted, plain, lambda changed: read_text(changed, format, limits)[1], lending)
    if found:
        return found
    whole = written_whole(plain, format, limits)
    return attrs.evolve(whole, changes=(Change(0, len(text), whole.text, ()),))


def written_whole(plain: object, format: FormatName, limits: Limits) -> Rewritten:
    """A text that is written anew, from plain data."""
    text = write_text(plain, format)
    return Rewritten(text=text, reading=read_text(text, format, limits)[1], rewritten=((),))


def _is_editable(text: str, format: FormatName) -> bool:
    """Whether small changes are tried at all: not in TOML, nor where lines of YAML end in CR alone."""
    if format == "yaml":
        return text.count("\r") == text.count("\r\n")
    return format == "json"


def _lending(text: str | None, format: FormatName) -> Patch | None:
    if text is None or not _is_editable(text, format):
        return None
    layout, root = Layout(text), _nodes(text, format)
    return Patch(layout, root, Style(layout, root, is_json=format == "json"))


def _smallest(
    text: str,
    format: FormatName,
    wanted: Wanted,
    plain: object,
    read: Callable[[str], Reading],
    lender: Patch | None,
) -> Rewritten | None:
    """Try small changes; what does not come out right is written anew in the next attempt, then what holds it."""
    layout = Layout(text)
    root = _nodes(text, format)
    style = Style(layout, root, is_json=format == "json")
    distrusted: set[Path] = set()
    for _ in range(_ATTEMPTS):
        patch = Patch(layout, root, style, distrusted, lender)
        changes = patch.changes(wanted)
        changed = applied(text, changes)
        reading = read(changed)
        if not _is_wrong(reading) and same(plain, reading.data):
            rewritten = tuple(sorted(_outermost(distrusted | patch.rewritten), key=str))
            return Rewritten(text=changed, reading=reading, changes=tuple(changes), rewritten=rewritten)
        wrong = [_culprit(text, changes, read)] if _is_wrong(reading) else differences(plain, reading.data)
        distrusted |= {_not_yet(path, distrusted) for path in wrong}
        if () in distrusted:
            return None
    return None


def _is_wrong(reading: Reading) -> bool:
    """Whether a text cannot be read, or not without losing something."""
    return any(finding.severity is Severity.ERROR for finding in reading.findings)


def _nodes(text: str, format: FormatName) -> Node:
    if format == "json":
        return json_nodes(text)
    from productgov.editing.yaml_nodes import yaml_nodes  # noqa: PLC0415 - needs PyYAML, which read the text

    return yaml_nodes(text)


def _culprit(text: str, changes: list[Change], read: Callable[[str], Reading]) -> Path:
    """The value whose change makes a text unreadable: with those before it in the text it can still be read."""
    ordered = sorted(changes, key=lambda each: (each.start, each.end > each.start))
    readable, unreadable = 0, len(ordered)
    while unreadable - readable > 1:
        middle = (readable + unreadable) // 2
        if _is_wrong(read(applied(text, ordered[:middle]))):
            unreadable = middle
        else:
            readable = middle
    return ordered[unreadable - 1].path


def _not_yet(path: Path, distrusted: Iterable[Path]) -> Path:
    """A value, or the one that holds it when it is written anew already."""
    known = set(distrusted)
    while path and path in known:
        path = path[:-1]
    return path


def _outermost(paths: Iterable[Path]) -> set[Path]:
    known = set(paths)
    return {path for path in known if not any(path[:depth] in known for depth in range(len(path)))}
