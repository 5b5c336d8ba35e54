"""From the events of a YAML text to plain data, one event at a time.

This module needs PyYAML, so it is imported only when YAML is read. Its loop is what reading YAML costs beyond
libyaml's own work: for each scalar it stores a value and a mark, and does nothing else.
"""

import re
import sys
from collections.abc import Callable

import yaml

from productgov.formats.findings import (
    UnreadableError,
    broken,
    lost_text,
    over_limit,
    too_deep,
    too_many_digits,
    too_many_values,
    unreadable,
)
from productgov.formats.limits import Limits
from productgov.formats.reading import Reading
from productgov.formats.tree import TreeBuilder
from productgov.formats.yaml.diagnosis import diagnosis
from productgov.formats.yaml.parsers import TOO_DEEP_FOR_PARSER, Event, EventParser, complaint_of
from productgov.formats.yaml.placeholders import Placeholders
from productgov.formats.yaml.scalars import is_number, resolve
from productgov.formats.yaml.syntax_errors import (
    HALF_OF_A_CHARACTER,
    INCOMPATIBLE,
    cannot_begin,
    explained,
    misplaced_mark,
    tag_directive,
    unprintable,
)

__all__ = ["compose"]

_MAY_BE_SPECIAL = frozenset("0123456789+-.~nNtTfF")
_BLOCK_STYLES = frozenset("|>")
_VERSIONS = (None, (1, 1), (1, 2))
_LOSS = re.compile(r"[ \t]++(?P<lost>#++(?=[^\s#])[^\r\n]*+)")
"""A comment that may have been meant as a part of the text before it: there is no blank after its `#`."""
_COMMENT_ON_BLOCK = re.compile(r"[|>][-+0-9]{0,2}#")
"""A `#` directly after what begins a block text: a comment for libyaml, and an error in YAML 1.2."""
_MAY_LOSE = re.compile(rf"[ \t]#++[^\s#]|{_COMMENT_ON_BLOCK.pattern}")

_Frame = tuple[dict[str, object] | None, list[object], list[int], str]
"""A container and where its reader was: a mapping, or None and the items of a list; its marks; the current key."""


def compose(text: str, limits: Limits, parser: Callable[[str], EventParser]) -> Reading:
    """Read one YAML document from the events of a parser; never raises."""
    composer = _Composer(text, limits)
    try:
        mark = misplaced_mark(text)
        if mark:
            raise composer.not_allowed(mark.start())
        directive = tag_directive(text)
        if directive:
            raise composer.wrong(directive.start(), "tag directives are not read: %TAG", "remove the line")
        if composer.hidden.visible_half is not None:
            raise composer.wrong(composer.hidden.visible_half, *HALF_OF_A_CHARACTER)
        composer.compose(parser)
    except (UnreadableError, yaml.YAMLError, UnicodeEncodeError) as error:
        return composer.broken(error)
    return composer.reading()


class _Composer(TreeBuilder):
    """A loop over the events of a text; `outer` are the containers around the one that is being filled."""

    new_item_hint = "if another item begins here, write - before it; else keep one of the two"

    def __init__(self, text: str, limits: Limits) -> None:
        super().__init__(text, limits)
        self.hidden = Placeholders(text)
        self.short = min(limits.max_digits, sys.int_info.str_digits_check_threshold) * 4 // 5
        self.outer: list[_Frame] = []

    def compose(self, parser: Callable[[str], EventParser]) -> None:  # noqa: C901, PLR0912, PLR0915  # a call costs
        """Take events until the stream ends: in a mapping two at a time, a key and what follows it.

        Raises:
            UnreadableError: something that is YAML, and still refused.
            yaml.YAMLError: the text is not YAML.
        """
        scalar, mapping_start, sequence_start = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        get_event, outer, all_marks = parser(self.hidden.text).get_event, self.outer, self.marks
        restore = self.hidden.restore if self.hidden.needed else None
        may_have_anchors = "&" in self.text
        may_lose_text = _MAY_LOSE.search(self.text) is not None
        max_nodes, max_depth = self.limits.max_nodes, self.limits.max_depth
        mapping: dict[str, object] | None = None
        inner_mapping: dict[str, object]
        inner_items: list[object]
        items, marks = self.root, self.root_marks
        resolved: dict[str, object] = {}
        key = ""
        key_mark = nodes = 0
        while True:
            event = get_event()
            kind: type[object] = type(event)
            if mapping is not None:
                if kind is scalar:
                    key, key_mark = event.value, event.start_mark.index
                    if event.tag is not None or (key == "<<" and event.implicit[0]):
                        raise self.refused_key(event)
                    if may_have_anchors and event.anchor is not None:
                        raise self.anchored(event)
                    if restore is not None:
                        key = restore(key, key_mark)
                    event = get_event()
                    kind = type(event)
                elif kind is not mapping_end:
                    raise self.refused_key(event)
            value: object
            if kind is scalar:
                value = written = event.value
                mark = event.start_mark.index
                if event.implicit[0] and (not written or written[0] in _MAY_BE_SPECIAL):
                    if written not in resolved:
                        resolved[written] = self.resolve(written, mark)
                    value = resolved[written]
                if restore is not None and type(value) is str:
                    value = restore(value, mark)
                if may_lose_text:
                    self.note_loss(event, value, key if mapping is not None else len(items))
            elif kind is mapping_end or kind is sequence_end:
                mapping, items, marks, _ = outer.pop()
                continue
            elif kind is mapping_start:
                value = inner_mapping = {}
                mark = event.start_mark.index
            elif kind is sequence_start:
                value = inner_items = []
                mark = event.start_mark.index
            elif kind is yaml.StreamEndEvent:
                return
            else:
                self.refuse_others(event)
                continue
            if event.tag is not None:
                raise self.tagged(event)
            if may_have_anchors and event.anchor is not None:
                raise self.anchored(event)
            nodes += 1
            if nodes > max_nodes:
                raise too_many_values(self.limits, self.at(mark))
            if mapping is None:
                items.append(value)
                marks.append(mark)
            elif key in mapping:
                self.note_duplicate(mapping, self.path(key), key_mark)
            else:
                mapping[key] = value
                marks.append(key_mark)
                marks.append(mark)
            if kind is not scalar:
                outer.append((mapping, items, marks, key))
                if len(outer) > max_depth:
                    raise too_deep(self.limits, self.at(mark))
                marks = all_marks[id(value)] = []
                if kind is mapping_start:
                    mapping = inner_mapping
                else:
                    mapping, items = None, inner_items

    def resolve(self, written: str, offset: int) -> object:
        """What a text without quotes means; unless it is short, its digits are counted before they are converted."""
        if len(written) > self.short and is_number(written) and not self.limits.allows_number(written):
            raise too_many_digits(self.limits, self.at(offset))
        return resolve(written)

    def note_loss(self, event: Event, value: object, token: str | int) -> None:
        """PG011 where a text without quotes, or nothing, is followed by what may be a part of it.

        What is written for null, such as ~, is a value like any other.

        Raises:
            UnreadableError: the first line of a block text is lost, which is an error.
        """
        begins = event.start_mark.index
        if event.style in _BLOCK_STYLES and _COMMENT_ON_BLOCK.match(self.text, begins):
            raise self.wrong(begins, *cannot_begin(event.style))
        found = _LOSS.match(self.text, event.end_mark.index)
        kept = value if isinstance(value, str) and event.implicit[0] else ""
        if found and (kept or not (event.value or event.style)):
            path = self.path(token) if self.outer else ()
            lost = found["lost"].rstrip()
            start = found.start("lost")
            places = {"location": self.at(start), "end": self.at(start + len(lost))}
            self.findings.append(lost_text(path, kept, lost, **places))

    def path(self, token: str | int) -> list[str | int]:
        """The tokens of a key, or of an index, of the current container."""
        outer = [len(items) - 1 if mapping is None else key for mapping, items, _, key in self.outer[1:]]
        return [*outer, token]

    def broken(self, error: Exception) -> Reading:
        """What stopped the reader. Libyaml meets a bad character when it gets there, PyYAML before it begins."""
        not_allowed = unprintable(self.text)
        if not_allowed is not None:
            return broken(self.not_allowed(not_allowed).finding)
        if isinstance(error, UnreadableError):
            return self.stopped(error)
        complaint = complaint_of(error)
        if TOO_DEEP_FOR_PARSER in complaint.problem:
            return self.stopped(too_deep(self.limits, self.at(complaint.offset)))
        return self.stopped(self.wrong(*diagnosis(self.text, complaint)[:3]))

    def not_allowed(self, offset: int) -> UnreadableError:
        message = f"the text holds the character U+{ord(self.text[offset]):04X}, which YAML does not allow here"
        return unreadable(message, hint="remove the character", location=self.at(offset))

    def refused_key(self, event: Event) -> UnreadableError:
        """Why an event cannot begin a key."""
        self.refuse_others(event)
        if event.tag is not None:
            return self.tagged(event)
        message, hint = "a list or mapping where a key is expected", "a key is a text; put { and [ in quotes"
        kind: type[object] = type(event)
        if kind is yaml.ScalarEvent:
            message = "merge keys are not read: <<"
            hint = "write the keys out; a key that is really named << is put in quotes"
        return unreadable(message, hint=hint, location=self.at(event.start_mark.index))

    def refuse_others(self, event: Event) -> None:
        """Aliases, second documents and unknown versions are refused; what else frames a document is nothing."""
        kind: type[object] = type(event)
        offset = event.start_mark.index
        if kind is yaml.AliasEvent:
            hint = "write the value out where it is needed; a text that begins with * is put in quotes"
            raise over_limit(f"aliases are not read: *{str(event.anchor)[:80]}", hint=hint, location=self.at(offset))
        if kind is yaml.DocumentStartEvent:
            if self.root:
                hint = "keep one document in a file: everything from this '---' on belongs into another"
                raise unreadable("a second document begins here", hint=hint, location=self.at(offset))
            if event.version not in _VERSIONS:
                message, hint = explained(INCOMPATIBLE)
                raise unreadable(message, hint=hint, location=self.at(offset))

    def anchored(self, event: Event) -> UnreadableError:
        hint = "remove the anchor; a text that begins with & is put in quotes"
        return over_limit(
            f"anchors are not read: &{str(event.anchor)[:80]}", hint=hint, location=self.at(event.start_mark.index)
        )

    def tagged(self, event: Event) -> UnreadableError:
        written = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        hint = "remove the tag; a text that looks like something else is put in quotes"
        return unreadable(f"tags are not read: {written[:80]}", hint=hint, location=self.at(event.start_mark.index))
