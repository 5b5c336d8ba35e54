"""What all charts share: the head above the picture, rows with labels, the note below, and the finished chart."""

from collections.abc import Iterable
from typing import TypeVar

from productgov.errors import InvalidValueError
from productgov.tables.table import Table
from productgov.views.chart import Chart
from productgov.views.svg.canvas import SMALL, Canvas
from productgov.views.svg.network import LEAST_COLUMN
from productgov.views.svg.text import wrapped
from productgov.wording import described

__all__ = ["LEAST_WIDTH", "MARGIN", "WIDTH", "Frame", "columns_in", "first_of", "require", "require_width"]

WIDTH = 720
"""How wide a chart is by default, in pixels."""
LEAST_WIDTH, _MOST_WIDTH = 320, 10_000
MARGIN = 12

_TITLE = 15
_LINE = 17

Item = TypeVar("Item")


class Frame:
    """A chart that is being drawn: its canvas, and how far down it is drawn already."""

    def __init__(self, width: float, title: str, subtitle: str = "") -> None:
        require_width(width)
        self.canvas: Canvas = Canvas(width)
        self.width: float = width
        self.title: str = title
        self._subtitle = subtitle
        room = width - 2 * MARGIN
        self.y: float = MARGIN + _TITLE
        self.canvas.text(MARGIN, self.y, title, room=room, size=_TITLE, bold=True)
        for line in wrapped(subtitle, room, SMALL, 3):
            self.y += _LINE
            self.canvas.text(MARGIN, self.y, line, room=room, size=SMALL, muted=True)
        self.y += MARGIN

    def note(self, text: str) -> None:
        """A line below what is drawn so far."""
        self.y += _LINE
        self.canvas.text(MARGIN, self.y, text, room=self.width - 2 * MARGIN, size=SMALL, muted=True)

    def chart(self, *, said: str, data: Table, mermaid: str | None = None) -> Chart:
        """The finished chart.

        Args:
            said: what is to be seen, in words.
            data: the data behind it.
            mermaid: the same as a Mermaid diagram.
        """
        description = " ".join(part for part in (said, self._subtitle) if part)
        return Chart(
            title=self.title,
            description=description,
            svg=self.canvas.svg(self.y + MARGIN, self.title, description),
            data=data,
            mermaid=mermaid,
        )


def require(subject: object, kind: type | tuple[type, ...], takes: str, write: str) -> None:
    """Refuse what a chart cannot be drawn of.

    Args:
        subject: what was given.
        kind: what it must be.
        takes: the same in words.
        write: what to write instead.

    Raises:
        InvalidValueError: when it is something else.
    """
    if not isinstance(subject, kind):
        given = "None" if subject is None else described(subject)
        raise InvalidValueError(f"this chart is drawn of {takes}, not of {given}; write {write}")


def require_width(width: float) -> None:
    """Refuse what is no width of a picture.

    Raises:
        InvalidValueError: when it is out of range.
    """
    if not LEAST_WIDTH <= width <= _MOST_WIDTH:
        raise InvalidValueError(f"width must be a number from {LEAST_WIDTH} to {_MOST_WIDTH}, not {width}")


def columns_in(width: float) -> int:
    """How many columns of boxes a picture has room for.

    Raises:
        InvalidValueError: when the width is out of range.
    """
    require_width(width)
    return int((width - 2 * MARGIN) // LEAST_COLUMN)


def first_of(items: Iterable[Item], most: int) -> tuple[tuple[Item, ...], int]:
    """The first items, and how many more there are.

    Raises:
        InvalidValueError: when none are to be shown.
    """
    if most < 1:
        raise InvalidValueError(f"most must be a whole number of at least 1, not {most}")
    found = tuple(items)
    return found[:most], max(0, len(found) - most)
