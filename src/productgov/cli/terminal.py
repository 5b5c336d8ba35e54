"""What commands say: text that is safe to print, coloured by rich on a terminal, and complaints on standard error.

Nothing that is printed here can be more than text, whatever a document or the name of a file holds: unsafe characters
are escaped, and no line is a command to the service that runs a job.
"""

import contextlib
import os
import re
import sys

from productgov.escaping import command_free, escaped_in_data

__all__ = ["complain", "inert", "show", "show_text"]

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan", "hint": "dim", "heading": "bold"}
_MARK = re.compile(r"    (?P<hint>hint): |\S.*?: (?P<severity>error|warning|info) [A-Z]+[0-9]+ ")


def show(line: str, *, mark: str = "") -> None:
    """Print one line; its mark, if any, decides the colour."""
    style = _STYLES.get(mark)
    line = inert(line)
    if not style or not _has_colours() or not _show_with_rich(line, style):
        print(line)


def show_text(text: str) -> None:
    """Print lines, each with its line end; on a terminal, those of findings and hints are coloured."""
    if not _has_colours():
        print(inert(text), end="")
        return
    for line in text.split("\n")[:-1]:
        mark = _MARK.match(line)
        show(line, mark=(mark["hint"] or mark["severity"]) if mark else "")


def complain(line: str) -> None:
    """Print one line on standard error; where that fails, there is nobody to tell, and the command goes on."""
    with contextlib.suppress(OSError, ValueError):  # a closed stream raises ValueError
        print(inert(line), file=sys.stderr)


def inert(text: str) -> str:
    """A text of one line or more that is safe to print."""
    return command_free(escaped_in_data(text))


def _has_colours() -> bool:
    return sys.stdout is not None and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _show_with_rich(line: str, style: str) -> bool:
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra, needed only on a terminal
        from rich.text import Text  # noqa: PLC0415
    except ImportError:
        return False
    Console(soft_wrap=True, highlight=False).print(Text(line, style=style))
    return True
