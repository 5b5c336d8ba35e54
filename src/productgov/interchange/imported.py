"""What an import gives: objects of the model, what was lost, and a governance with them."""

from collections.abc import Mapping
from typing import NamedTuple

import attrs

from productgov.interchange.building import PlainObject
from productgov.interchange.losses import Losses, Refused
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI, Observation
from productgov.model.objectives import Objective
from productgov.model.roadmap import Dependency

__all__ = ["Arrival", "Imported", "ImportedObservation", "arrivals_of", "open_dependencies"]


class Arrival(NamedTuple):
    """An object that arrives.

    Attributes:
        row: the number of its row.
        value: the object.
        data: what its row says of it, as plain data: all that an update changes.
        to: the list that a new one is put into.
    """

    row: int
    value: Initiative | KPI | Objective
    data: PlainObject
    to: str


@attrs.frozen(kw_only=True)
class ImportedObservation:
    """A measurement of a KPI, or of a key result.

    Attributes:
        row: the number of its row in the file, counted from 1.
        kpi: the id of what was measured.
        observation: the day, the value and the note.
    """

    row: int
    kpi: str
    observation: Observation


@attrs.frozen(kw_only=True, repr=False)
class Imported:
    """What was read from a table.

    Attributes:
        initiatives: the initiatives, in the order of the rows.
        dependencies: the dependencies between them.
        kpis: the KPIs.
        observations: the measurements of KPIs and key results.
        objectives: the objectives with their key results.
        losses: what could not be taken over.
    """

    initiatives: tuple[Initiative, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    kpis: tuple[KPI, ...] = ()
    observations: tuple[ImportedObservation, ...] = ()
    objectives: tuple[Objective, ...] = ()
    losses: Losses = attrs.field(factory=Losses)
    _arrivals: tuple[Arrival, ...] = attrs.field(alias="arrivals", default=(), repr=False)
    _open: tuple[Dependency, ...] = attrs.field(alias="open", default=(), repr=False)

    def __len__(self) -> int:
        """How many initiatives, KPIs, observations and objectives there are."""
        return len(self.initiatives) + len(self.kpis) + len(self.observations) + len(self.objectives)

    def __repr__(self) -> str:
        return f"<Imported: {self._summary}; {self.losses.rows} rows, {self.losses.read} read>"

    def __str__(self) -> str:
        return f"read {self._summary}\n{self.losses}"

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each kind."""
        return {
            "initiatives": len(self.initiatives),
            "dependencies": len(self.dependencies),
            "kpis": len(self.kpis),
            "observations": len(self.observations),
            "objectives": len(self.objectives),
        }

    @property
    def _summary(self) -> str:
        return ", ".join(_counted(count, name) for name, count in self.counts.items() if count) or "nothing"

    def apply(self, governance: ProductGovernance) -> ProductGovernance:
        """A governance with what was imported: `document.edit(imported.apply)`.

        What has a new id is added: initiatives to the list that the map says, or to delivered where they are done or
        dropped. Of what has an id that the governance knows, only the fields change that the table has a value for;
        lists gain entries and lose none, and items stay in their list unless they are finished or no longer are.
        Nothing is deleted, but for the delivered date of an item that is open again. Themes that are new are added to
        the roadmap. What contradicts the governance is left out: see `conflicts`.
        """
        from productgov.interchange.applying import applied  # noqa: PLC0415 - only when it is wanted

        return applied(governance, self, lambda _refused: None)

    def conflicts(self, governance: ProductGovernance) -> tuple[Refused, ...]:
        """What `apply` leaves out, because it contradicts the governance: the fields keep what they say there.

        An id that something else has, a value that would make an object invalid, a measurement of an unknown KPI.
        """
        from productgov.interchange.applying import applied  # noqa: PLC0415 - only when it is wanted

        found: list[Refused] = []
        applied(governance, self, found.append)
        return tuple(found)


def _counted(count: int, plural: str) -> str:
    """A number of things: "1 dependency", "2 KPIs"."""
    name = plural.replace("kpi", "KPI")
    return f"{count} {name if count != 1 else name.replace('ies', 'y').removesuffix('s')}"


def arrivals_of(imported: Imported) -> tuple[Arrival, ...]:
    """What arrives, for this package and not for its users."""
    return imported._arrivals  # noqa: SLF001


def open_dependencies(imported: Imported) -> tuple[Dependency, ...]:
    """The dependencies on what is in no row; they are added where the governance has it."""
    return imported._open  # noqa: SLF001
