"""The charts of a report; none where there is nothing to draw."""

from collections.abc import Iterator

from productgov.ranking.simulation import Simulation
from productgov.views.chart import Chart
from productgov.views.pages.data import PageData

__all__ = ["dependencies", "load", "metrics", "objectives", "timeline", "uncertainty"]


def timeline(data: PageData) -> Iterator[Chart]:
    """The roadmap in time."""
    yield from ()


def uncertainty(simulation: Simulation) -> Iterator[Chart]:
    """How sure the order is."""
    yield from ()


def objectives(data: PageData) -> Iterator[Chart]:
    """How far the objectives are."""
    yield from ()


def metrics(data: PageData) -> Iterator[Chart]:
    """How each metric has developed."""
    yield from ()


def load(data: PageData) -> Iterator[Chart]:
    """The load of the teams."""
    yield from ()


def dependencies(data: PageData) -> Iterator[Chart]:
    """What waits for what."""
    yield from ()
