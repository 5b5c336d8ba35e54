"""Characters that PyYAML's parsers misread, hidden from them behind private characters and put back afterwards.

PyYAML follows YAML 1.1: U+0085, U+2028 and U+2029 end lines, where YAML 1.2 takes them as any other character.
Libyaml refuses escapes for halves of surrogate pairs, which JSON allows, so that a pair must be put together again.
A replacement is as long as what it replaces: the places of all other characters stay.
"""

import re
from functools import partial

__all__ = ["Placeholders"]

_SEPARATOR = re.compile("[\x85\u2028\u2029]")
_HALF = re.compile(r"(?<!\\)((?:\\\\)*\\u)([dD][89a-fA-F])([0-9a-fA-F]{2})")
_BLOCKS: tuple[tuple[int, str], ...] = ((0xE000, "[eE][0-7]"), (0xE800, "[eE][89a-fA-F]"), (0xF000, "[fF][0-7]"))
"""Blocks of 2,048 private characters: the first of each, and how the escapes of all begin."""


class Placeholders:
    """The replacements in one text.

    Attributes:
        text: the text to parse.
        visible_half: the offset of an escape that could not be replaced, because the text has private characters of
            every kind; None when there is none.
    """

    def __init__(self, text: str) -> None:
        self.text: str = text
        self._source = text
        self._separators: dict[int, str] = {}
        self._first: int | None = None
        self._escape = ""
        self.visible_half: int | None = None
        if _SEPARATOR.search(text):
            self._hide_separators()
        half = _HALF.search(text)
        if half and not self._hide_halves():
            self.visible_half = half.start()

    @property
    def needed(self) -> bool:
        """Whether anything was replaced."""
        return self.text is not self._source

    def restore(self, value: str, start: int) -> str:
        """The value of a scalar that begins at an offset, with everything that was replaced put back."""
        value = value.translate(self._separators)
        if self._first is None or (value.isascii() and "\\u" not in value):
            return value
        # In single quotes and without quotes a backslash is no escape: there the text is put back as it was.
        originals = _HALF.finditer(self._source, start)
        value = re.sub(rf"\\u{self._escape}[0-9a-fA-F]{{2}}", lambda _: next(originals)[0][-6:], value)
        first = self._first
        hidden = f"[{chr(first)}-{chr(first + 0x7FF)}]"
        halves = re.sub(hidden, lambda found: chr(ord(found[0]) - first + 0xD800), value)
        return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")

    def _hide_separators(self) -> None:
        unused = (code for code in range(0xF800, 0xF900) if chr(code) not in self.text)
        hidden = {ord(separator): chr(code) for separator, code in zip("\x85\u2028\u2029", unused, strict=False)}
        self._separators = {ord(placeholder): chr(code) for code, placeholder in hidden.items()}
        self.text = self.text.translate(hidden)

    def _hide_halves(self) -> bool:
        for first, escape in _BLOCKS:
            if not re.search(f"[{chr(first)}-{chr(first + 0x7FF)}]|\\\\u{escape}", self.text):
                shift = (first - 0xD800) >> 8
                self._first, self._escape = first, escape
                self.text = _HALF.sub(partial(_shifted, shift), self.text)
                return True
        return False


def _shifted(shift: int, half: re.Match[str]) -> str:
    return f"{half[1]}{int(half[2], 16) + shift:x}{half[3]}"
