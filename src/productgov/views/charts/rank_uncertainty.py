"""How sure a ranking is: the range of ranks of every item, the likeliest first."""

from productgov.ranking.simulation import Simulation, SimulationOutcome
from productgov.views.chart import Chart
from productgov.views.charts.frame import MARGIN, WIDTH, Frame, first_of, require
from productgov.views.svg.canvas import SMALL
from productgov.views.svg.scale import NumberScale, number_scale, number_ticks
from productgov.wording import counted, percent_text

__all__ = ["rank_uncertainty_chart"]

_ROW = 24
_CHANCE = 52


def rank_uncertainty_chart(simulation: Simulation, *, width: float = WIDTH, most: int = 30) -> Chart:
    """The ranks that each item has in nine draws of ten, with the chance that it is first; the likeliest first.

    A bar goes from the 5th to the 95th percentile of the rank; the dot on it is the position in the plain ranking.

    Args:
        simulation: what `simulate` found.
        width: the width of the picture in pixels, at least 320.
        most: how many items to draw; the others are only counted, and are in the data.

    Raises:
        InvalidValueError: when it is given something else, or the width or the number of items is out of range.
    """
    require(simulation, Simulation, "a simulation", "rank_uncertainty_chart(simulate(governance))")
    outcomes = sorted(simulation, key=lambda each: -each.p_first)
    shown, more = first_of(outcomes, most)
    sampling = simulation.sampling
    drawn = f"{sampling.draws:,} draws, seed {sampling.seed}" if simulation.uncertain else "no input is uncertain"
    frame = Frame(width, f"How sure the order by {simulation.ranking.method.name} is", f"Bars hold 90 % of {drawn}.")
    _draw(frame, shown)
    if more:
        frame.note(f"and {more} more")
    return frame.chart(said=_said(outcomes), data=simulation.table)


def _draw(frame: Frame, shown: tuple[SimulationOutcome, ...]) -> None:
    canvas, width = frame.canvas, frame.width
    left = MARGIN + min(260, width * 0.36)
    right = width - MARGIN - _CHANCE
    last = max((max(each.worst, each.ranked.position) for each in shown), default=2)
    scale = number_scale(1, max(2, last), left + 12, right - 12)
    frame.y += SMALL
    _axis(frame, scale, frame.y + 6 + _ROW * len(shown))
    canvas.text(width - MARGIN, frame.y, "is first", room=_CHANCE, size=SMALL, anchor="end", muted=True)
    frame.y += 6
    for each in shown:
        middle = frame.y + _ROW / 2
        item = each.ranked
        canvas.text(MARGIN, middle + 4, item.initiative.title, room=left - MARGIN - 6)
        best, worst = scale.at(each.best), scale.at(each.worst)
        hint = f"{item.initiative.title}: rank {each.best} to {each.worst}, position {item.position}"
        canvas.rect((best - 4, middle - 5), (worst - best + 8, 10), "blue-box", radius=5, hint=hint)
        canvas.circle((scale.at(item.position), middle), 4, "blue", hint=hint)
        chance = percent_text(each.p_first)
        canvas.text(width - MARGIN, middle + 4, chance, room=_CHANCE, size=SMALL, anchor="end")
        frame.y += _ROW


def _axis(frame: Frame, scale: NumberScale, bottom: float) -> None:
    """Ranks are whole, and the first is 1."""
    canvas = frame.canvas
    canvas.text(scale.start - 24, frame.y, "rank", room=30, size=SMALL, anchor="end", muted=True)
    last = -100.0
    for tick in number_ticks(scale, int((scale.end - scale.start) / 40)):
        if "." in tick.text or tick.at - last < 30:
            continue
        last = tick.at
        canvas.text(tick.at, frame.y, tick.text, room=30, size=SMALL, anchor="middle", muted=True)
        canvas.line((tick.at, frame.y + 6), (tick.at, bottom), "grid")


def _said(outcomes: list[SimulationOutcome]) -> str:
    if not outcomes:
        return "Nothing is ranked."
    first = outcomes[0]
    name = first.ranked.initiative.title
    return f"{counted(len(outcomes), 'item')}; {name} is first with a probability of {percent_text(first.p_first)}."
