"""What a change is, and what a code of changes is."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, TypeAlias

import attrs

from productgov.display import Displayed

__all__ = ["Change", "ChangeCode", "ChangeFamily", "ChangeKind", "Level"]

_WIDTH = 80
_INDENT = "    "


class Level(StrEnum):
    """How much a change matters to somebody who relied on the old version."""

    BREAKING = "breaking"
    """A promise that somebody relied on no longer holds."""
    NOTABLE = "notable"
    """Worth a word at the next review."""
    INFO = "info"
    """For the record."""

    @property
    def rank(self) -> int:
        """0 for what matters most."""
        return tuple(Level).index(self)


ChangeKind: TypeAlias = Literal["added", "removed", "changed", "moved", "renamed", "derived"]
"""What happened: to a value, to its place, or, derived, to what follows from the document, such as a rank."""


@attrs.frozen(kw_only=True, repr=False)
class Change(Displayed):
    """One difference between two versions of a governance.

    Attributes:
        code: the stable code of the kind of change, such as `PGD103`; never reused or renumbered.
        level: how much it matters.
        kind: what happened: added, removed, changed, moved, renamed; derived for ranks and findings.
        item: what it is about: the id of an item, KPI, objective, key result, team or decision in the new version,
            else the name of a section of the document, such as `prioritization`; empty for the whole document.
        field: the field, in the names of documents and joined by dots, such as `scoring.rice.effort`; empty for the
            whole item.
        old: the old value, as an object of the model, with the new ids in its references; None when there was none.
            For an item that moved, the list that it was in or, within one list, its old position, from 1.
        new: the new value, likewise.
        old_path: the JSON Pointer of the value in the old version; None when there was none.
        new_path: the JSON Pointer of the value in the new version; None when there is none.
        message: what has changed, in one sentence without the item.
    """

    code: str
    level: Level
    kind: ChangeKind
    item: str
    field: str
    old: object
    new: object
    old_path: str | None
    new_path: str | None
    message: str


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ChangeCode(Displayed):
    """One kind of change: what it means, why it matters, and how it looks.

    The examples are parts of a document. Merged into the example document of the rules, objects key by key and lists of
    objects by their ids, the second differs from the first by exactly one change of this kind and level.

    Attributes:
        code: the stable code, such as `PGD103`.
        level: how much a change matters, unless the change says otherwise.
        title: what has changed, in a few words.
        meaning: when there is such a change, and when it matters less.
        why: why it matters.
        before: an example of the old version.
        after: the same in the new version.
    """

    code: str
    level: Level
    title: str
    meaning: str = attrs.field(converter=_on_one_line, repr=False)
    why: str = attrs.field(converter=_on_one_line, repr=False)
    before: Mapping[str, object] = attrs.field(repr=False)
    after: Mapping[str, object] = attrs.field(repr=False)

    @property
    def heading(self) -> str:
        """The code, the level and the title, on one line."""
        return f"{self.code} ({self.level.value}): {self.title}"

    @property
    def before_text(self) -> str:
        """The example of the old version as compact YAML; empty where the example document itself is the old one."""
        return _text(self.before)

    @property
    def after_text(self) -> str:
        """The example of the new version as compact YAML."""
        return _text(self.after)

    def __str__(self) -> str:
        """The explanation that `productgov explain` prints below its heading, at most 80 columns wide."""
        from textwrap import fill, indent  # noqa: PLC0415 - a comparison explains nothing

        texts = (self.meaning, f"Why it matters: {self.why}")
        prose = (fill(text, _WIDTH, break_on_hyphens=False) for text in texts)
        examples = (f"{name}:\n{indent(text, _INDENT)}" for name, text in self.examples())
        return "\n\n".join((*prose, *examples))

    def examples(self) -> tuple[tuple[str, str], ...]:
        """The examples with their titles; one that is empty is left out."""
        both = (("Before", self.before_text), ("After", self.after_text))
        return tuple((title, text) for title, text in both if text)


@attrs.frozen(kw_only=True)
class ChangeFamily:
    """Codes of changes about one subject, which share a section of the documentation.

    Attributes:
        title: the subject.
        about: one sentence about it.
        codes: the codes.
    """

    title: str
    about: str
    codes: tuple[ChangeCode, ...]


def _text(example: Mapping[str, object]) -> str:
    from productgov.formats.yaml.compact import write_compact_yaml  # noqa: PLC0415 - likewise

    return write_compact_yaml(example, width=_WIDTH - len(_INDENT)) if example else ""
