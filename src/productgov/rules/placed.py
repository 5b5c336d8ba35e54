"""What rules look at, each with its place in the document: items, KPIs, reviews, and what follows from them."""

from typing import NamedTuple

from productgov.model.extensions import HasExtensions
from productgov.model.initiative import Initiative, Status
from productgov.model.metrics import KPI, MetricGroup, Observation
from productgov.model.objectives import KeyResult, Objective
from productgov.model.reviews import Review, ReviewKind
from productgov.model.roadmap import External, Horizon
from productgov.model.vision import Vision
from productgov.paths import Path

__all__ = [
    "Breach",
    "Edge",
    "Mover",
    "PlacedEntry",
    "PlacedItem",
    "PlacedKeyResult",
    "PlacedKpi",
    "PlacedObject",
    "PlacedObjective",
    "PlacedReview",
    "Requirement",
    "UnknownName",
    "is_later",
]

_ORDER = tuple(Horizon)


class PlacedItem(NamedTuple):
    """An initiative, and where it is.

    Attributes:
        path: its path.
        initiative: the initiative.
        horizon: its horizon; None in `roadmap.backlog` and `roadmap.delivered`.
    """

    path: Path
    initiative: Initiative
    horizon: Horizon | None

    @property
    def is_open(self) -> bool:
        """True in now, next and later, unless done or dropped."""
        return self.horizon is not None and not self.initiative.status.finished


class Mover(NamedTuple):
    """Where an initiative is that is meant to move a KPI, and how it stands.

    Attributes:
        horizon: its horizon; None in `roadmap.backlog` and `roadmap.delivered`.
        status: its status.
    """

    horizon: Horizon | None
    status: Status


class PlacedEntry(NamedTuple):
    """Whatever a dependency can name, and where it is.

    Attributes:
        path: its path.
        value: the initiative, the vision or the external.
        horizon: its horizon; None for externals, and in `roadmap.backlog` and `roadmap.delivered`.
    """

    path: Path
    value: Initiative | Vision | External
    horizon: Horizon | None

    @property
    def in_backlog(self) -> bool:
        """True in `roadmap.backlog`."""
        return self.path[1] == "backlog"


class PlacedKpi(NamedTuple):
    """A KPI, and where it is.

    Attributes:
        path: its path.
        kpi: the KPI.
        group: its group.
    """

    path: Path
    kpi: KPI
    group: MetricGroup


class PlacedKeyResult(NamedTuple):
    """A key result, and where it is.

    Attributes:
        path: its path.
        key_result: the key result.
    """

    path: Path
    key_result: KeyResult


class PlacedObjective(NamedTuple):
    """An objective, and where it is.

    Attributes:
        path: its path.
        objective: the objective.
    """

    path: Path
    objective: Objective

    @property
    def key_results(self) -> tuple[PlacedKeyResult, ...]:
        """Its key results."""
        return tuple(
            PlacedKeyResult((*self.path, "keyResults", index), each)
            for index, each in enumerate(self.objective.key_results)
        )


class PlacedReview(NamedTuple):
    """A review, and where it is.

    Attributes:
        path: its path.
        kind: its kind.
        review: the review.
    """

    path: Path
    kind: ReviewKind
    review: Review


class PlacedObject(NamedTuple):
    """Any object of the document, and its path.

    Attributes:
        path: its path.
        value: the object.
    """

    path: Path
    value: HasExtensions


class Breach(NamedTuple):
    """A KPI outside its bounds.

    Attributes:
        placed: the KPI.
        observation: the observation that shows it.
        limit: the bound that the observation is outside of.
    """

    placed: PlacedKpi
    observation: Observation
    limit: float

    @property
    def is_above(self) -> bool:
        """True when the observation is above the maximum, False when it is below the minimum."""
        return self.observation.value > self.limit


class Edge(NamedTuple):
    """One item requires another; "a blocks b" is read as "b requires a".

    Attributes:
        path: where the document names the prerequisite.
        dependent: the id of the item that requires the other.
        prerequisite: the id of the item that is required.
    """

    path: Path
    dependent: str
    prerequisite: str


class Requirement(NamedTuple):
    """What one open item requires.

    Attributes:
        item: the item.
        edge: how the document says so.
        prerequisite: what is required.
    """

    item: PlacedItem
    edge: Edge
    prerequisite: PlacedEntry


class UnknownName(NamedTuple):
    """A text that must name something in the document, but does not.

    Attributes:
        path: where it is.
        kind: the kind of thing it should name: "item", "kpi", "theme", "pillar", "objective", "team" or "decision"; of
            several kinds, the first.
        name: the text.
        holder: the object whose field it is in.
        field: the name of this field in documents.
    """

    path: Path
    kind: str
    name: str
    holder: object
    field: str

    @property
    def holder_path(self) -> Path:
        """The path of the holder."""
        return self.path[: -2 if isinstance(self.path[-1], int) else -1]


def is_later(horizon: Horizon, than: Horizon) -> bool:
    """True when one horizon comes after another."""
    return _ORDER.index(horizon) > _ORDER.index(than)
