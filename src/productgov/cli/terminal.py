"""Lines on standard output: coloured by rich when it is a terminal and rich is installed, plain otherwise."""

import os
import re
import sys

__all__ = ["show", "show_report"]

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan", "hint": "dim", "heading": "bold"}
_MARK = re.compile(r"    (?P<hint>hint): |\S.*?: (?P<severity>error|warning|info) [A-Z]+[0-9]+ ")


def show(line: str, *, mark: str = "") -> None:
    """Print one line; its mark, if any, decides the colour."""
    style = _STYLES.get(mark)
    if not style or not _has_colours() or not _show_with_rich(line, style):
        print(line)


def show_report(text: str) -> None:
    """Print the text of a reporter; on a terminal, the lines of findings and hints are coloured."""
    if not _has_colours():
        print(text, end="")
        return
    for line in text.split("\n")[:-1]:
        mark = _MARK.match(line)
        show(line, mark=(mark["hint"] or mark["severity"]) if mark else "")


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
