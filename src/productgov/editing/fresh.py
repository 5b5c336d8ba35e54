"""New text, written as the text around it is; what it holds of the old text is taken from there."""

from typing import NamedTuple, Protocol

from productgov.editing.pieces import Piece
from productgov.editing.scalars import block_text, json_scalar, yaml_scalar
from productgov.editing.style import Form, Style
from productgov.editing.wanted import Wanted
from productgov.paths import Path

__all__ = ["Old", "Writer", "Written"]

_WIDEST = 120
"""The longest line, in characters, that a list or object is written on where it could have lines of its own."""


class Old(Protocol):
    """Where a writer finds what new text holds of the old one."""

    def piece(self, wanted: Wanted, path: Path) -> Piece | None:
        """The item of a list that this one continues."""

    def part(self, wanted: Wanted, path: Path, *, in_brackets: bool) -> str | None:
        """The text of the field that this one continues, where it can be used as it is."""

    def is_distrusted(self, path: Path) -> bool:
        """Whether what stood in a place did not come out right, so that it is written as safely as possible."""
        ...


class Written(NamedTuple):
    """A new value.

    Attributes:
        head: what is on the line of its key or dash.
        rest: the lines that follow, each with the line break before it.
    """

    head: str
    rest: str = ""


class Writer:
    """Writes new text.

    Args:
        style: the style of the text.
        old: what there is of the old text.
        line_break: the line break to use.
    """

    def __init__(self, style: Style, old: Old, line_break: str) -> None:
        self._style = style
        self._old = old
        self._break = line_break

    def value(self, wanted: Wanted, path: Path, column: int, *, inner: int | None = None) -> Written:
        """A value in block style, after a key in a column, or after a dash that is followed by something in `inner`."""
        wanted = wanted.opened()
        if wanted.is_scalar:
            return self._scalar(wanted, path, column + self._style.step)
        if not (wanted.items or wanted.fields):
            return Written("[]" if wanted.fields is None else "{}")
        form = self._style.form(wanted, path, in_brackets=False)
        if form != "block" and not self.needs_lines(wanted, path):
            text = self.brackets(wanted, path, column, form)
            if column + len(text) <= _WIDEST or "\n" in text:
                return Written(text)
        return self.block(wanted, path, column, inner=inner)

    def needs_lines(self, wanted: Wanted, path: Path) -> bool:
        """Whether something comes from another place that would lose its comments or its form in brackets."""
        if wanted.unchanged:
            return False
        if wanted.fields is not None:
            return any(self.needs_lines(field, (*path, name)) for name, field in wanted.fields.items())
        for index, item in enumerate(wanted.items or ()):
            inner = (*path, index)
            old = self._old.piece(item, inner)
            if old.needs_lines if old else self.needs_lines(item, inner):
                return True
        return False

    def block(self, wanted: Wanted, path: Path, column: int, *, inner: int | None = None) -> Written:
        """An object or list in block style, after a key or a dash as for `value`."""
        if wanted.fields is not None:
            start = column + self._style.step if inner is None else inner
            head, rest = self._fields(wanted.fields, path, start)
        else:
            start = column + self._style.dash if inner is None else inner
            items = [self.item(item, (*path, index), start) for index, item in enumerate(wanted.items or ())]
            head, rest = items[0].lstrip(" "), "".join(self._break + item for item in items[1:])
        return Written("", f"{self._break}{' ' * start}{head}{rest}") if inner is None else Written(head, rest)

    def item(self, wanted: Wanted, path: Path, column: int) -> str:
        """The lines of an item of a list with dashes in a column."""
        old = self._old.piece(wanted, path)
        if old:
            return old.as_item(column, self._break, gap=self._style.gap)
        gap = self._style.gap
        head, rest = self.value(wanted, path, column, inner=column + 1 + len(gap))
        return f"{' ' * column}-{gap}{head}{rest}"

    def field(self, name: str, wanted: Wanted, path: Path, column: int) -> str:
        """A field of an object in block style, whose keys are in a column; its first line without indentation."""
        old = None if self.needs_lines(wanted, path) else self._old.part(wanted, path, in_brackets=False)
        head, rest = Written(old) if old else self.value(wanted, path, column)
        key = yaml_scalar(name, self._style.key_quote(name, in_brackets=False))
        return f"{key}:{' ' if head else ''}{head}{rest}"

    def in_brackets(self, wanted: Wanted, path: Path, indent: int) -> str:
        """A value inside of brackets, or in brackets of its own, on a line with an indentation."""
        wanted = wanted.opened()
        if wanted.is_scalar:
            return self._in_line(wanted.value, path, in_brackets=True)
        if not (wanted.items or wanted.fields):
            return "[]" if wanted.fields is None else "{}"
        return self.brackets(wanted, path, indent, self._style.form(wanted, path, in_brackets=True))

    def part(self, name: str | None, wanted: Wanted, path: Path, indent: int) -> Piece:
        """A part of a bracket: an item of a list, or a field with its name."""
        if name is None:
            old = self._old.piece(wanted, path)
            if old and not old.is_block:
                return old
            return Piece(text=self.in_brackets(wanted, path, indent), column=indent)
        part = self._old.part(wanted, path, in_brackets=True)
        text = part or self.in_brackets(wanted, path, indent)
        return Piece(text=self._key(name) + text, column=indent)

    def _key(self, name: str) -> str:
        quote = self._style.key_quote(name, in_brackets=True)
        key = (
            json_scalar(name, escaped=self._style.escapes)
            if self._style.is_json
            else yaml_scalar(name, quote, in_brackets=True)
        )
        colon = self._style.colon
        return f"{key}{colon if key.endswith(quote or ' ') or colon != ':' else ': '}"

    def _fields(self, fields: dict[str, Wanted], path: Path, column: int) -> tuple[str, str]:
        lines = [self.field(name, field, (*path, name), column) for name, field in fields.items()]
        return lines[0], "".join(f"{self._break}{' ' * column}{line}" for line in lines[1:])

    def brackets(self, wanted: Wanted, path: Path, indent: int, form: Form) -> str:
        """An object or list that is not empty, in brackets, on a line with an indentation."""
        opening, closing = "[]" if wanted.fields is None else "{}"
        inner = indent + self._style.step if form == "lines" else indent
        if wanted.fields is None:
            items = enumerate(wanted.items or ())
            pieces = [self.part(None, item, (*path, index), inner) for index, item in items]
        else:
            pieces = [self.part(name, field, (*path, name), inner) for name, field in wanted.fields.items()]
        if form == "inline" and any(piece.has_comments for piece in pieces):
            return self.brackets(wanted, path, indent, "lines")
        if form == "lines":
            commas = [","] * (len(pieces) - 1) + [""]
            parts = [
                piece.as_part(inner, self._break, comma=comma) for piece, comma in zip(pieces, commas, strict=True)
            ]
            lines = "".join(self._break + part for part in parts)
            return f"{opening}{lines}{self._break}{' ' * indent}{closing}"
        padding = self._style.padding if wanted.fields is not None else ""
        return f"{opening}{padding}{self._style.comma.join(piece.text for piece in pieces)}{padding}{closing}"

    def _scalar(self, wanted: Wanted, path: Path, column: int) -> Written:
        value = wanted.value
        block = block_text(value, "|") if isinstance(value, str) and "\n" in value else None
        if block is None or self._old.is_distrusted(path):
            return Written(self._in_line(value, path))
        return Written(
            block.header, "".join(f"{self._break}{' ' * column if line else ''}{line}" for line in block.lines)
        )

    def _in_line(self, value: object, path: Path, *, in_brackets: bool = False) -> str:
        if self._style.is_json:
            return json_scalar(value, escaped=self._style.escapes)
        quote = '"' if self._old.is_distrusted(path) else self._style.quote(path)
        return yaml_scalar(value, quote, in_brackets=in_brackets, plain_dates=self._style.plain_dates)
