"""A piece of the old text on its way to another place: an item with its lines and its comments."""

import attrs

__all__ = ["Piece", "shifted"]


@attrs.frozen(kw_only=True)
class Piece:
    """An item as it stood in its list, with everything in it that should change already changed.

    Attributes:
        text: its value, from its first character to its last.
        column: the column of its first character.
        above: the comment lines directly above it, without indentation.
        behind: the comment at its end, with the blanks before it.
        lines: all its lines, dash and comments included, without the last line break; None for a part of a bracket.
        dash: the column of its dash.
        is_block: whether its value cannot stand in brackets, because it is written in lines.
    """

    text: str
    column: int
    above: tuple[str, ...] = ()
    behind: str = ""
    lines: str | None = None
    dash: int = 0
    is_block: bool = False

    @property
    def needs_lines(self) -> bool:
        """Whether it stood in lines, and would lose its form or its comments in a bracket."""
        return self.is_block or (self.lines is not None and self.has_comments)

    @property
    def has_comments(self) -> bool:
        """Whether comments belong to it."""
        return bool(self.above or self.behind)

    def as_item(self, column: int, line_break: str, *, gap: str) -> str:
        """Its lines as an item with a dash in a column, and with this gap after the dash where it had none."""
        if self.lines is not None:
            return shifted(self.lines, column - self.dash, first=True)
        text = shifted(self.text, column + 1 + len(gap) - self.column)
        above = [f"{' ' * column}{comment}{line_break}" for comment in self.above]
        return f"{''.join(above)}{' ' * column}-{gap}{text}{self.behind}"

    def as_part(self, column: int, line_break: str, *, comma: str) -> str:
        """Its lines as a part of a bracket that begins in a column."""
        above = [f"{' ' * column}{comment}{line_break}" for comment in self.above]
        return f"{''.join(above)}{' ' * column}{shifted(self.text, column - self.column)}{comma}{self.behind}"


def shifted(text: str, by: int, *, first: bool = False) -> str:
    """A text whose lines are moved to the right, or to the left as far as there are blanks.

    Args:
        text: the text.
        by: by how many columns; negative to the left.
        first: whether the first line is moved too.
    """
    lines = text.split("\n")
    moved = [_shifted_line(line, by) for line in (lines if first else lines[1:])]
    return "\n".join(moved if first else [lines[0], *moved])


def _shifted_line(line: str, by: int) -> str:
    if by > 0:
        return " " * by + line if line.rstrip("\r") else line
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(-by, blanks) :]
