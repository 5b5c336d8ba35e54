"""What commands say: text that is safe to print, coloured by rich on a terminal, and complaints on standard error.

Nothing that is printed here can be more than text, whatever a document or the name of a file holds: unsafe characters
are escaped, and no line is a command to the service that runs a job.
"""

import contextlib
import os
import re
import sys
from collections.abc import Sequence
from typing import TypeAlias

from productgov.escaping import command_free, escaped_in_data

__all__ = ["BOARD", "FINDINGS", "Styles", "columns", "complain", "inert", "show", "show_text"]

Styles: TypeAlias = Sequence[tuple[re.Pattern[str], str]]
"""What is coloured: the first group of a pattern, and its style."""

_LEAST, _MOST = 80, 400
_HEADING = "bold"
_WORDS = r"(?: [^\W_][\w%,-]*)+"
_CODE = r"[A-Z]+[0-9]+(?= )"
_PLACE = rf"\S(?:(?!: (?:error|warning|info) {_CODE}).)*"
FINDINGS: Styles = (
    (re.compile(rf"(?m)^{_PLACE}: (error {_CODE})"), "bold red"),
    (re.compile(rf"(?m)^{_PLACE}: (warning {_CODE})"), "yellow"),
    (re.compile(rf"(?m)^{_PLACE}: (info {_CODE})"), "cyan"),
    (re.compile(r"(?m)^(    hint: .*)$"), "dim"),
)
"""Findings: their severities and codes, and the hints."""
BOARD: Styles = (
    (re.compile(r"(?m)^(.+)(?=\n[═─]{80,}$)"), _HEADING),
    (re.compile(r"(?m)^([═─]{80,})$"), "dim"),
    (re.compile(rf"(✗{_WORDS})"), "red"),
    (re.compile(rf"(!{_WORDS})"), "yellow"),
    (re.compile(rf"(✓{_WORDS})"), "green"),
    (re.compile(r"(★)"), "yellow"),
)
"""Boards and rankings: headings, and marks by their signs."""


def columns() -> int:
    """How wide the lines on standard output may be: what `COLUMNS` says, else the terminal; 80 at least and without."""
    given = os.environ.get("COLUMNS", "")
    if re.fullmatch("[0-9]{1,9}", given):
        wide = int(given)
    else:
        try:
            wide = os.get_terminal_size(sys.stdout.fileno()).columns
        except (AttributeError, OSError, ValueError):  # no terminal, no file descriptor, or closed
            wide = _LEAST
    return min(max(wide, _LEAST), _MOST)


def show(line: str, *, heading: bool = False) -> None:
    """Print one line; a heading is bold on a terminal."""
    line = inert(line)
    if not heading or not _has_colours() or not _print_with_rich(f"{line}\n", [(re.compile("(.+)"), _HEADING)]):
        print(line)


def show_text(text: str, styles: Styles = FINDINGS) -> None:
    """Print lines, each with its line end; on a terminal, some of their words are coloured."""
    text = inert(text)
    if not _has_colours() or not _print_with_rich(text, styles):
        print(text, end="")


def complain(line: str) -> None:
    """Print one line on standard error; where that fails, there is nobody to tell, and the command goes on."""
    with contextlib.suppress(OSError, ValueError):  # a closed stream raises ValueError
        print(inert(line), file=sys.stderr)


def inert(text: str) -> str:
    """A text of one line or more that is safe to print."""
    return command_free(escaped_in_data(text))


def _has_colours() -> bool:
    if sys.stdout is None or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def _print_with_rich(text: str, styles: Styles) -> bool:
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra, needed only on a terminal
        from rich.text import Text  # noqa: PLC0415
    except ImportError:
        return False
    shown = Text(text, end="")
    for pattern, style in styles:
        for found in pattern.finditer(text):
            shown.stylize(style, *found.span(1))
    Console(soft_wrap=True, highlight=False).print(shown, end="")
    return True
