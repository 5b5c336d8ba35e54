"""Lines on standard output: coloured by rich when it is installed and a terminal is there, plain otherwise."""

import os
import sys

__all__ = ["show"]

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan", "hint": "dim", "heading": "bold"}


def show(line: str, *, mark: str = "") -> None:
    """Print one line; its mark, if any, decides the colour."""
    style = _STYLES.get(mark)
    if style and sys.stdout.isatty() and "NO_COLOR" not in os.environ and _show_with_rich(line, style):
        return
    print(line)


def _show_with_rich(line: str, style: str) -> bool:
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra, needed only on a terminal
        from rich.text import Text  # noqa: PLC0415
    except ImportError:
        return False
    Console(soft_wrap=True, highlight=False).print(Text(line, style=style))
    return True
