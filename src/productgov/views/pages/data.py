"""What pages are made from: a governance, the day, and what is computed of them once."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TypeVar

import attrs

from productgov.analysis.objectives import MeasuredObjective, ObjectiveProgress, objective_progress
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI
from productgov.model.roadmap import External
from productgov.ranking.load import TeamLoad, team_load
from productgov.ranking.own import own_ranking
from productgov.ranking.ranking import Ranking
from productgov.views.blocks import Block, Grid, Heading, Value
from productgov.views.board_lists import BoardItem, BoardList, board_lists
from productgov.views.selection import Selection

__all__ = ["PageData", "Section", "grid"]

Item = TypeVar("Item")


@attrs.frozen(kw_only=True)
class Section:
    """A part of a page with a title.

    Attributes:
        id: its name in links within the page.
        title: its title.
        blocks: what it holds.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]

    def with_heading(self) -> tuple[Block, ...]:
        """Its blocks with its title as a heading above them."""
        return (Heading(self.title), *self.blocks)


@attrs.frozen(kw_only=True)
class PageData:
    """A governance on a day, as pages show it.

    Attributes:
        governance: the governance.
        as_of: the day.
        selection: what to show of it.
        most: how many rows a table shows; the others are counted.
        most_cards: how many items a column of the board shows; the others are counted.
    """

    governance: ProductGovernance
    as_of: date
    selection: Selection
    most: int
    most_cards: int

    @cached_property
    def ranking(self) -> Ranking:
        """The open initiatives by rank."""
        return own_ranking(self.governance)

    @cached_property
    def lists(self) -> tuple[BoardList, ...]:
        """The lists of the roadmap: now, next, later, future, the backlog and what was delivered."""
        return board_lists(self.governance, self.ranking, self.as_of, self.selection)

    @property
    def open_items(self) -> tuple[BoardItem, ...]:
        """The initiatives in now, next and later that are neither done nor dropped."""
        items = (item for each in self.lists[:3] for item in each.items)
        return tuple(each for each in items if isinstance(each.item, Initiative) and not each.item.status.finished)

    @cached_property
    def progress(self) -> ObjectiveProgress:
        """How far all objectives are."""
        return objective_progress(self.governance, self.as_of)

    @property
    def objectives(self) -> tuple[MeasuredObjective, ...]:
        """The objectives that are shown."""
        return tuple(each for each in self.progress.objectives if self.selection.has_objective(each.objective))

    @property
    def externals(self) -> tuple[External, ...]:
        """What others must deliver, as far as it is shown."""
        return tuple(filter(self.selection.has_external, self.governance.roadmap.externals))

    @property
    def kpis(self) -> tuple[KPI, ...]:
        """The metrics that are shown."""
        return tuple(kpi for kpi in self.governance.kpis() if self.selection.has_subject(kpi.id))

    @cached_property
    def load(self) -> TeamLoad:
        """The load of the teams."""
        return team_load(self.governance, self.as_of)


def grid(head: tuple[str, ...], rows: Iterable[tuple[Value, ...]], most: int) -> Grid:
    """A table of at most so many rows; columns that are empty in all rows are left out."""
    found = tuple(rows)
    kept = [at for at in range(len(head)) if any(row[at] not in (None, "") for row in found)]
    shown = found if len(found) <= most + 1 else found[:most]
    return Grid(
        head=tuple(head[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in shown),
        more=len(found) - len(shown),
    )
