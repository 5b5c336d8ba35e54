"""What is wrong with a text that is not YAML: where the mistake began, a message and a hint.

A parser says where it gave up, often lines after the mistake, and in words of its grammar. What people do wrong is
recognised from the lines around the two places that it names: where it gave up, and where that construct began.
"""

import re
from typing import NamedTuple

from productgov.formats.lines import Lines
from productgov.formats.yaml.syntax_errors import cannot_begin, explained
from productgov.lookalikes import named

__all__ = ["RECOGNISERS", "Complaint", "Diagnosis", "Edit", "LinesAround", "diagnosis"]


class Complaint(NamedTuple):
    """What a parser says: the construct it was in and where that began, the problem and where it gave up."""

    context: str
    began: int | None
    problem: str
    offset: int


class Edit(NamedTuple):
    """A change of the text: what stands between two offsets is replaced."""

    start: int
    end: int
    text: str


class Diagnosis(NamedTuple):
    """What is wrong, and where; and the change of the text that the hint proposes, where it is one."""

    offset: int
    message: str
    hint: str
    edit: Edit | None = None


_ALIGN = "align it with the lines it belongs to"
_ODD_SPACE = re.compile(
    "(?:^|(?<=[\r\n])|(?<=:)|(?<=-))([ \t]*)([\xa0\xad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff])"
)
_ODD_COLON = re.compile(r"[ \t]*(?:- +)*[A-Za-z$][\w$-]*[ \t]*(?P<colon>[\uff1a\ufe55\u2236\ua789\u02d0])[ \t]*")
_BULLET = re.compile(r"[ \t]*(?P<bullet>--|[–—−•·◦‣*+])[ \t]+(?P<item>[^\s*].*)")
_EQUALS = re.compile(r"[ \t]*(?:- +)*(?P<key>[A-Za-z$][\w$-]*)(?P<sign>[ \t]*=[ \t]*)(?P<value>\S.*)")
_SECTION = re.compile(r"[ \t]*(?:- +)*(?P<key>[A-Za-z$][\w$-]*)[ \t]*")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
_KEY_WITHOUT_SPACE = re.compile(r"[ \t]*(?:- +)*(?P<key>[A-Za-z$][\w$-]*):(?P<value>[^\s:/].*)")
_DASH_WITHOUT_SPACE = re.compile(r"[ \t]*(?P<dash>-)(?=[^\s-])")
_UNCLOSED_QUOTE = re.compile(
    r"""[ \t]*(?:- +)*(?:[^\s#'":][^#'":]*:[ \t]+)?(?P<quote>"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$"""
)
_QUOTED_AND_MORE = re.compile(r"""(?P<quoted>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*$""")
_BRACKETS_AND_MORE = re.compile(r"(?:^|[:-][ \t]+)(?P<bracket>[\[{][^\[\]{}]*[\]}])[ \t]*$")
_LINE_END = re.compile(r"\r?\n|\r")
_LONGEST = 1_000
"""How many characters of a line are looked at."""
_NEARBY = 100
"""How many lines above are searched for a quote that was never closed."""
_FARTHEST = 1_000
"""How many lines above are searched for one that is neither blank nor a comment."""
_START_OF_LINE = re.compile(rf"[^\r\n]{{0,{_LONGEST}}}")


def diagnosis(text: str, complaint: Complaint) -> Diagnosis:
    """What is wrong with a text that a parser refuses."""
    lines = LinesAround(text, complaint)
    for recognise in RECOGNISERS:
        found = recognise(lines)
        if found:
            return found
    offset = complaint.offset
    return Diagnosis(offset, *explained(complaint.problem, complaint.context or None, text[offset : offset + 1]))


class LinesAround:
    """The text, and the lines around the place where the parser gave up."""

    def __init__(self, text: str, complaint: Complaint) -> None:
        self.text = text
        self._lines = Lines(text)
        self.complaint = complaint
        self.said: str = f"{complaint.context}: {complaint.problem}"
        self.start: int = self.line_start(complaint.offset)
        self.line: str = self.line_at(self.start)
        column = complaint.offset - self.start
        self.before: str = self.line[:column] if column <= _LONGEST else ""

    def line_start(self, offset: int) -> int:
        return self._lines.start(offset)

    def line_at(self, start: int) -> str:
        """The line that begins at an offset, without its end, or as much of it as is looked at."""
        found = _START_OF_LINE.match(self.text, start)
        return found[0] if found else ""

    def above(self, start: int) -> int | None:
        """Where the nearest line above begins that is neither blank nor a comment."""
        for _ in range(_FARTHEST):
            if not start:
                break
            start = self.line_start(start - 1)
            if self.line_at(start).strip(" \t") and not self.line_at(start).lstrip(" \t").startswith("#"):
                return start
        return None

    def below(self, start: int) -> str:
        """The line that follows the one that begins at an offset."""
        found = _LINE_END.search(self.text, start)
        return self.line_at(found.end()) if found else ""

    def suspects(self) -> tuple[int, ...]:
        """Where the lines begin that may hold the mistake: that of the construct, the last one, the one above it."""
        began = self.complaint.began
        found = (None if began is None else self.line_start(began), self.start, self.above(self.start))
        return tuple(dict.fromkeys(start for start in found if start is not None))


def _conflict_marker(lines: LinesAround) -> Diagnosis | None:
    for start in lines.suspects():
        if _CONFLICT.match(lines.line_at(start)):
            return Diagnosis(start, "a conflict marker of a merge", "resolve the conflict, and remove the marker")
    return None


def _odd_space(lines: LinesAround) -> Diagnosis | None:
    for start in lines.suspects():
        found = _ODD_SPACE.search(lines.line_at(start))
        if found:
            at = start + found.start(2)
            message = f"{named(found[2])} where a space is expected"
            return Diagnosis(at, message, "write a plain space", Edit(at, at + 1, " "))
    return None


def _odd_colon(lines: LinesAround) -> Diagnosis | None:
    for start in lines.suspects():
        found = _ODD_COLON.match(lines.line_at(start))
        if found:
            at = start + found.start("colon")
            message = f"{named(found['colon'])} where a colon is expected"
            return Diagnosis(at, message, "write a plain colon and a space", Edit(at, start + found.end(), ": "))
    return None


def _other_bullet(lines: LinesAround) -> Diagnosis | None:
    found = _BULLET.fullmatch(lines.line)
    if found is None:
        return None
    at = lines.start + found.start("bullet")
    message = f"a list item begins with a dash, not with {found['bullet']!r}"
    return Diagnosis(at, message, f"write - {found['item'][:40]}", Edit(at, at + len(found["bullet"]), "-"))


def _escape(lines: LinesAround) -> Diagnosis | None:
    if "escape" not in lines.said and "hexdecimal" not in lines.said:
        return None
    offset = lines.text.rfind("\\", lines.start, lines.complaint.offset + 1)
    return Diagnosis(offset, *explained("escape"), Edit(offset, offset, "\\"))


def _unclosed_quote(lines: LinesAround) -> Diagnosis | None:
    began = lines.complaint.began
    if "unexpected end of stream" in lines.said or "unexpected document" in lines.said:
        return _unclosed(lines.text, began or 0)
    quotes = lines.before.count('"') % 2 or lines.before.replace("''", "").count("'") % 2
    if "block" not in lines.complaint.context or not quotes:
        return None
    start = lines.above(lines.start)
    for _ in range(_NEARBY):
        if start is None:
            break
        found = _UNCLOSED_QUOTE.match(lines.line_at(start))
        if found:
            return _unclosed(lines.text, start + found.start("quote"))
        start = lines.above(start)
    return None


def _unclosed(text: str, offset: int) -> Diagnosis:
    quote = text[offset : offset + 1]
    kind = "single" if quote == "'" else "double"
    end = offset + len(_line_from(text, offset).rstrip())
    message = f"a text in {kind} quotes is never closed"
    return Diagnosis(offset, message, f"close it with {quote}", Edit(end, end, quote))


def _unclosed_bracket(lines: LinesAround) -> Diagnosis | None:
    began = lines.complaint.began
    if began is None or not re.fullmatch("while parsing a flow (?:sequence|mapping)", lines.complaint.context):
        return None
    opener = lines.text[began]
    closer = "]" if opener == "[" else "}"
    first = lines.line_at(lines.line_start(began))
    at_end = not lines.text[lines.complaint.offset :].strip()
    if at_end or (lines.line_start(began) != lines.start and _indent(lines.line) <= _indent(first)):
        what = "a list" if opener == "[" else "an object"
        end = began + len(_line_from(lines.text, began).rstrip())
        edit = Edit(end, end, closer) if lines.line_start(began) == lines.above(lines.start) else None
        return Diagnosis(began, f"{what} in brackets is never closed", f"close it with {closer}", edit)
    hint = "separate items by commas; put a text that holds , [ ] { } or ': ' in quotes"
    return Diagnosis(lines.complaint.offset, f"expected ',' or '{closer}'", hint)


def _text_after_quotes(lines: LinesAround) -> Diagnosis | None:
    found = _QUOTED_AND_MORE.search(lines.before)
    if "block" not in lines.complaint.context or not found:
        return None
    offset, edit = lines.complaint.offset, None
    if found["quoted"][0] == "'" and not lines.before.endswith((" ", "\t")):
        hint, edit = "an apostrophe within single quotes is written twice: ''", Edit(offset, offset, "'")
    else:
        hint = "put the whole text in quotes, or remove what follows"
    return Diagnosis(offset, "text after the closing quote", hint, edit)


def _text_after_brackets(lines: LinesAround) -> Diagnosis | None:
    found = _BRACKETS_AND_MORE.search(lines.before)
    if "block" not in lines.complaint.context or not found:
        return None
    return _cannot_begin(lines.text, lines.start + found.start("bracket"))


def _text_begins_wrong(lines: LinesAround) -> Diagnosis | None:
    began = lines.complaint.began
    begins = lines.complaint.context.endswith(("an alias", "an anchor", "a tag", "a block scalar"))
    if began is not None and begins and "tab character" not in lines.said:
        return _cannot_begin(lines.text, began)
    if not lines.text[lines.complaint.offset :].strip():
        hint = "complete the last line, and close every quote and bracket"
        return Diagnosis(lines.complaint.offset, "the document ends where a value is expected", hint)
    if "mapping keys are not allowed" in lines.said or "node content" in lines.said:
        return _cannot_begin(lines.text, lines.complaint.offset)
    if "sequence entries are not allowed" in lines.said:
        hint = "begin the list on the next line, or put the text in quotes"
        return Diagnosis(lines.complaint.offset, "a list item on the line of its key", hint)
    return None


def _cannot_begin(text: str, offset: int) -> Diagnosis:
    return Diagnosis(offset, *cannot_begin(text[offset : offset + 1]), _quoting(text, offset))


def _quoting(text: str, offset: int) -> Edit | None:
    """The rest of a line in quotes; none where it may not be the whole text."""
    rest = _line_from(text, offset).rstrip()
    return None if " #" in rest or not rest else Edit(offset, offset + len(rest), _in_quotes(rest))


def _in_quotes(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _line_from(text: str, offset: int) -> str:
    """A text from an offset to the end of its line, or the start of a long one."""
    return text[offset : offset + _LONGEST].splitlines()[0] if offset < len(text) else ""


def _key_without_space(lines: LinesAround) -> Diagnosis | None:
    if "expected ':'" not in lines.said and "mapping values are not allowed" not in lines.said:
        return None
    for start in lines.suspects():
        found = _KEY_WITHOUT_SPACE.fullmatch(lines.line_at(start))
        if found and ": " not in found["value"]:
            at, hint = start + found.start("value"), f"write {found['key']}: {found['value'][:40]}"
            return Diagnosis(start + found.start("key"), "no space after the colon of a key", hint, Edit(at, at, " "))
    return None


def _dash_without_space(lines: LinesAround) -> Diagnosis | None:
    if not any(
        words in lines.said
        for words in ("mapping values are not allowed", "'-' indicator", "block collection", "expected ':'")
    ):
        return None
    for start in reversed(lines.suspects()):
        found = _DASH_WITHOUT_SPACE.match(lines.line_at(start))
        if found and lines.line_at(start).strip(" -"):
            hint = f"write - {lines.line_at(start).strip()[1:41]}"
            at = start + found.start("dash")
            return Diagnosis(at, "no space after the dash of an item", hint, Edit(at + 1, at + 1, " "))
    return None


def _no_colon(lines: LinesAround) -> Diagnosis | None:
    began = lines.complaint.began
    if "expected ':'" not in lines.said or began is None:
        return None
    hint = "write key: value; a text over several lines is put in quotes or after '|'"
    message = "a line that is neither a key with its colon nor part of a text"
    start = lines.line_start(began)
    line, edit = lines.line_at(start), None
    section = _SECTION.fullmatch(line)
    if line.lstrip(" \t").startswith(("//", "/*")):
        hint = "a comment begins with #"
    elif found := _EQUALS.fullmatch(line):
        hint = f"write {found['key']}: {found['value'][:40]}"
        edit = Edit(start + found.start("sign"), start + found.end("sign"), ": ")
    elif section and _is_below(lines.below(start), line):
        hint, end = f"write {section['key']}:", start + section.end("key")
        edit = Edit(end, end, ":")
    return Diagnosis(began, message, hint, edit)


def _colon_in_text(lines: LinesAround) -> Diagnosis | None:
    offset = lines.complaint.offset
    before = re.fullmatch(r"[ \t]*(?:- +)*(?:[A-Za-z$][\w$-]*:[ \t]+|- +)(?P<text>[^\s'\"#\[{].*)", lines.before)
    if "mapping values are not allowed" not in lines.said or before is None:
        return None
    at = lines.start + before.start("text")
    hint = "put a text that holds ': ' in quotes"
    return Diagnosis(offset, "': ' where a key is not allowed", hint, _quoting(lines.text, at))


def _indentation(lines: LinesAround) -> Diagnosis | None:
    began, offset = lines.complaint.began, lines.complaint.offset
    here = lines.start + _indent(lines.line)
    if "mapping values are not allowed" in lines.said:
        above = lines.above(lines.start)
        if ": " not in lines.before and above is not None and _indent(lines.line) > _indent(lines.line_at(above)):
            return Diagnosis(here, "indented more than the line above, whose value is complete", _ALIGN)
        return None
    if began is None or "while parsing a block" not in lines.complaint.context or offset != here:
        return None
    in_list = "block collection" in lines.complaint.context or "block sequence" in lines.complaint.context
    if lines.text[offset : offset + 2] == "- ":
        return Diagnosis(offset, "a list item among keys", "indent the list below its key")
    if in_list and _column(lines, began) == _indent(lines.line):
        hint = f"write - {lines.line.strip()[:40]}"
        return Diagnosis(offset, "an item of the list without its dash", hint, Edit(offset, offset, "- "))
    return Diagnosis(offset, "indented differently from the lines above", _ALIGN)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _is_below(line: str, key: str) -> bool:
    """Whether a line can begin the value of a key on the line before it."""
    return _indent(line) > _indent(key) or line.lstrip(" \t").startswith("- ")


def _column(lines: LinesAround, offset: int) -> int:
    return offset - lines.line_start(offset)


RECOGNISERS = (
    _conflict_marker,
    _odd_space,
    _odd_colon,
    _other_bullet,
    _escape,
    _unclosed_quote,
    _unclosed_bracket,
    _text_after_quotes,
    _text_after_brackets,
    _text_begins_wrong,
    _key_without_space,
    _dash_without_space,
    _no_colon,
    _colon_in_text,
    _indentation,
)
"""What is recognised in a text, in this order."""
