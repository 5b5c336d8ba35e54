"""The value-effort matrix: every item by its effort and its value."""

from productgov.model.governance import ProductGovernance
from productgov.model.scoring import Quadrant
from productgov.ranking.ranking import Ranked, Ranking, rank
from productgov.ranking.value_effort import VALUE_EFFORT, cut_of
from productgov.tables.column import Column
from productgov.tables.table import Table
from productgov.views.chart import Chart
from productgov.views.charts.frame import WIDTH, Frame, require
from productgov.views.charts.plane import Axis, Quadrants, draw_plane
from productgov.views.svg.scatter import Labelled
from productgov.wording import counted

__all__ = ["value_effort_chart"]

_COLUMNS = (
    Column(name="id", type="text", meaning="The id of the initiative."),
    Column(name="title", type="text", meaning="Its title."),
    Column(name="effort", type="number", meaning="Its effort, from 0 or 1 to 10."),
    Column(name="value", type="number", meaning="Its value, from 0 or 1 to 10."),
    Column(name="quadrant", type="text", meaning="Its quadrant of the matrix."),
)


def value_effort_chart(subject: Ranking | ProductGovernance, *, width: float = WIDTH) -> Chart:
    """The items by effort and value, in four quadrants.

    Items at one place share a point. A label that would stand on another is left out; its item is in the data.

    Args:
        subject: a ranking by Value-Effort, or a governance, whose open items are ranked by it.
        width: the width of the picture in pixels, at least 320.

    Raises:
        InvalidValueError: when it is given something else, or the width is out of range.
    """
    require(
        subject, (Ranking, ProductGovernance), takes="a ranking or a governance", write="value_effort_chart(governance)"
    )
    ranking = subject if isinstance(subject, Ranking) else rank(subject, method=VALUE_EFFORT)
    items = [item for item in ranking if _number(item, "value") is not None and _number(item, "effort") is not None]
    cuts = dict.fromkeys(cut_of(item.terms, ranking.settings) for item in items)
    frame = Frame(width, "Value and effort", f"{counted(len(items), 'item')} with value and effort.")
    quadrants = Quadrants(
        upper_left=Quadrant.QUICK_WIN,
        upper_right=Quadrant.BIG_BET,
        lower_left=Quadrant.FILL_IN,
        lower_right=Quadrant.MONEY_PIT,
        cuts=tuple((cut.effort, cut.value) for cut in cuts or [ranking.settings.cut]),
    )
    points = (Labelled(_number(item, "effort") or 0, _number(item, "value") or 0, _name(item)) for item in items)
    unnamed = draw_plane(frame, Axis("effort", 0, 10), Axis("value", 0, 10), quadrants, points)
    if unnamed:
        frame.note(f"{unnamed} without a label, for want of room")
    return frame.chart(said=_said(items), data=Table.of("value_effort", _COLUMNS, map(_row, items)))


def _number(item: Ranked, term: str) -> float | None:
    value = item.terms.get(term)
    return float(value) if isinstance(value, (int, float)) else None


def _name(item: Ranked) -> str:
    return item.initiative.title


def _said(items: list[Ranked]) -> str:
    quadrants = [str(item.terms.get("quadrant")) for item in items]
    counts = ", ".join(f"{quadrants.count(each)} {each}" for each in Quadrant)
    return f"Items by quadrant: {counts}."


def _row(item: Ranked) -> tuple[str | float | None, ...]:
    quadrant = str(item.terms.get("quadrant"))
    return item.initiative.id, item.initiative.title, _number(item, "effort"), _number(item, "value"), quadrant
