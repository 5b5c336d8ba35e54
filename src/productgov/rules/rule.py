"""What a rule is, and what a family of rules is."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

import attrs

from productgov.display import Displayed
from productgov.findings import Severity
from productgov.found import Found
from productgov.rules.context import Context

__all__ = ["Example", "Family", "Rule", "Snippet"]

_WIDTH = 80
_INDENT = "    "


@attrs.frozen(kw_only=True)
class Snippet:
    """A part of a document as text, for what plain data cannot show: a duplicate key, a missing quotation mark.

    Attributes:
        text: the text.
        language: its format.
    """

    text: str
    language: str = "json"


Example: TypeAlias = Mapping[str, object] | Snippet
"""A part of a document: plain data where possible, else text."""


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rule(Displayed):
    """One kind of finding: how it is found, what it means, why it matters, and how it looks.

    The examples are parts of a document. Merged into the example document (`productgov.rules.example`), objects key by
    key and lists of objects by their ids, the bad one gives exactly one finding of this kind and the good one none.

    Attributes:
        code: the stable code, such as `PG203`.
        severity: how bad a finding is, unless the finding says otherwise.
        title: what is wrong, in a few words.
        meaning: when there is a finding, and when not.
        why: why it matters, with the source where there is one.
        bad: an example that gives this finding.
        good: the same without a finding.
        find: the function that finds it in a governance; None for what is found while a document is read, or by the
            engine itself.
        as_written: True for rules about references. They see the document as it is written; all others see it with the
            repairs of these rules made, so that a misspelt name is one finding and not several.
    """

    code: str
    severity: Severity
    title: str
    meaning: str = attrs.field(converter=_on_one_line, repr=False)
    why: str = attrs.field(converter=_on_one_line, repr=False)
    bad: Example = attrs.field(repr=False)
    good: Example = attrs.field(repr=False)
    find: Callable[[Context], Iterable[Found]] | None = attrs.field(default=None, repr=False)
    as_written: bool = attrs.field(default=False, repr=False)

    @property
    def heading(self) -> str:
        """The code, the severity and the title, on one line."""
        return f"{self.code} ({self.severity.value}): {self.title}"

    @property
    def bad_text(self) -> str:
        """The bad example as text: compact YAML, unless it is a `Snippet`."""
        return _text(self.bad)

    @property
    def good_text(self) -> str:
        """The good example as text."""
        return _text(self.good)

    def __str__(self) -> str:
        """The explanation that `productgov explain` prints below its heading, at most 80 columns wide."""
        from textwrap import fill, indent  # noqa: PLC0415 - a check explains nothing

        texts = (self.meaning, f"Why it matters: {self.why}")
        prose = (fill(text, _WIDTH, break_on_hyphens=False) for text in texts)
        examples = (f"Bad:\n{indent(self.bad_text, _INDENT)}", f"Good:\n{indent(self.good_text, _INDENT)}")
        return "\n\n".join((*prose, *examples))


@attrs.frozen(kw_only=True)
class Family:
    """Rules about one subject, which share a file and a section of the documentation.

    Attributes:
        prefix: what their codes start with, such as `PG2`; several families can share it.
        title: the subject.
        about: one sentence about it.
        rules: the rules.
    """

    prefix: str
    title: str
    about: str
    rules: tuple[Rule, ...]


def _text(example: Example) -> str:
    from productgov.formats.yaml.compact import write_compact_yaml  # noqa: PLC0415 - likewise

    return example.text if isinstance(example, Snippet) else write_compact_yaml(example, width=_WIDTH - len(_INDENT))
