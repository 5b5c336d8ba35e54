"""The decisions that a review can take about an exception, each as a command that records it."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

import attrs

from productgov.display import Displayed
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Status
from productgov.model.metrics import KPI
from productgov.model.roadmap import External, ExternalStatus, Horizon, PlacedInitiative

__all__ = ["Action", "Subjects", "actions_for"]

_FOUR_WEEKS = timedelta(weeks=4)
_LATER: Mapping[Horizon | None, str] = MappingProxyType({Horizon.NOW: "next", Horizon.NEXT: "later"})
_MOST_ANSWERS = 5


@attrs.frozen(kw_only=True, repr=False)
class Action(Displayed):
    """A decision that can be recorded.

    Attributes:
        decision: what is decided, such as "it is delivered".
        arguments: the arguments of the command `productgov` that records it, without the file.
    """

    decision: str
    arguments: tuple[str, ...]

    def command(self, file: str | None = None) -> str:
        """The command as it is typed into a shell.

        Args:
            file: the document; left out, the command takes the one that it finds.
        """
        # "=" keeps a file whose name begins with "-" from being taken for an option
        return shlex.join(("productgov", *self.arguments, *([f"--file={file}"] if file else [])))


class Subjects:
    """What the findings of a document can be about, by ids; of several with one id, the first.

    Attributes:
        items: the initiatives with their horizons, but for the backlog.
        externals: the externals.
        kpis: the KPIs.
        answers: for each KPI, the ids of the open items in next and later that are meant to move it.
    """

    def __init__(self, governance: ProductGovernance) -> None:
        placed = tuple(governance.roadmap.initiatives())
        self.items: dict[str, PlacedInitiative] = {each.initiative.id: each for each in reversed(placed)}
        externals = reversed(governance.roadmap.externals)
        self.externals: dict[str, External] = {external.id: external for external in externals}
        self.kpis: Mapping[str, KPI] = governance.metrics.by_id
        self.answers: dict[str, list[str]] = {}
        for item, horizon in placed:
            if horizon in (Horizon.NEXT, Horizon.LATER) and not item.status.finished:
                for metric in item.metrics:
                    self.answers.setdefault(metric, []).append(item.id)


def actions_for(code: str, id: str, subjects: Subjects, as_of: date) -> tuple[Action, ...]:
    """What can be decided about a finding.

    Args:
        code: the code of the finding.
        id: the id of what it is about.
        subjects: the subjects of the document.
        as_of: the day of the review.
    """
    placed, external, kpi = subjects.items.get(id), subjects.externals.get(id), subjects.kpis.get(id)
    if placed is not None and code in _ABOUT_ITEMS:
        return tuple(_ABOUT_ITEMS[code](placed, as_of))
    if external is not None:
        return tuple(_late_external(external, as_of))
    return tuple(_breached(kpi, subjects)) if kpi is not None and code in _BREACHES else ()


_BREACHES = ("PG403", "PG410", "PG411", "PG412")


def _late(placed: PlacedInitiative, as_of: date) -> Iterator[Action]:
    """Delivered, planned for another day or for later, or given up."""
    item = placed.initiative
    if item.status not in (Status.PROPOSED, Status.PLANNED) and (item.start_date is None or item.start_date <= as_of):
        yield Action(decision="it is delivered", arguments=("deliver", item.id, f"--on={as_of}"))
    yield from _replanned(placed, as_of)
    yield from _stopped(placed, as_of)


def _replanned(placed: PlacedInitiative, as_of: date) -> Iterator[Action]:
    item = placed.initiative
    day = max(as_of, item.start_date or as_of)
    if item.target_period is None and date.max - day > _FOUR_WEEKS:
        yield Action(
            decision="it is due four weeks from now", arguments=("set", item.id, "targetDate", str(day + _FOUR_WEEKS))
        )
    later = _LATER.get(placed.horizon)
    if later:
        yield Action(decision=f"it has time until {later}", arguments=("move", item.id, later))


def _stopped(placed: PlacedInitiative, as_of: date) -> Iterator[Action]:
    item = placed.initiative
    if item.status is not Status.PAUSED:
        yield Action(decision="it is paused", arguments=("set", item.id, "status", "paused"))
    reason = "Decided in the review."
    yield Action(decision="it is dropped", arguments=("drop", item.id, f"--reason={reason}", f"--on={as_of}"))


def _unhealthy(placed: PlacedInitiative, as_of: date) -> Iterator[Action]:
    """Said as it is, or planned anew."""
    item = placed.initiative
    for health in ("at-risk", "off-track"):
        yield Action(
            decision=f"it is {health.replace('-', ' ')}",
            arguments=("check-in", item.id, f"--health={health}", f"--on={as_of}"),
        )
    yield from _replanned(placed, as_of)


def _late_external(external: External, as_of: date) -> Iterator[Action]:
    if external.status is ExternalStatus.DELIVERED:
        return
    yield Action(decision="it has arrived", arguments=("deliver", external.id, f"--on={as_of}"))
    if date.max - as_of > _FOUR_WEEKS:
        yield Action(
            decision="it is expected four weeks from now",
            arguments=("set", external.id, "expectedDate", str(as_of + _FOUR_WEEKS)),
        )


def _breached(kpi: KPI, subjects: Subjects) -> Iterator[Action]:
    """Work in now that answers it: what is planned to move it, else something new."""
    for name in subjects.answers.get(kpi.id, ())[:_MOST_ANSWERS]:
        yield Action(decision=f"{name} answers it", arguments=("move", name, "now"))
    yield Action(
        decision="something new answers it", arguments=("add", f"--title=Bring {kpi.name} back on track", "--to=now")
    )


_ABOUT_ITEMS: Mapping[str, Callable[[PlacedInitiative, date], Iterator[Action]]] = MappingProxyType(
    {
        **dict.fromkeys(("PG205", "PG213", "PG215", "PG219"), _late),
        **dict.fromkeys(("PG901", "PG902", "PG903"), _unhealthy),
        "PG905": _stopped,
    }
)
