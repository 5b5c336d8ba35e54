"""The decisions that a review can take about an exception, each as a command that records it."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

import attrs

from productgov.display import Displayed
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.metrics import KPI
from productgov.model.roadmap import External, ExternalStatus, Horizon

__all__ = ["Action", "actions_for"]

_FOUR_WEEKS = timedelta(weeks=4)
_LATER = {Horizon.NOW: "next", Horizon.NEXT: "later"}


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


def actions_for(code: str, id: str, governance: ProductGovernance, as_of: date) -> tuple[Action, ...]:
    """What can be decided about a finding.

    Args:
        code: the code of the finding.
        id: the id of what it is about.
        governance: the document.
        as_of: the day of the review.
    """
    item = governance.roadmap.find(id)
    if isinstance(item, Initiative) and code in _ABOUT_ITEMS:
        return tuple(_ABOUT_ITEMS[code](item, governance, as_of))
    if isinstance(item, External):
        return tuple(_late_external(item, as_of))
    kpi = governance.metrics.by_id.get(id)
    return tuple(_breached(kpi, governance)) if kpi is not None and code in _BREACHES else ()


_BREACHES = ("PG403", "PG410", "PG411", "PG412")


def _late(item: Initiative, governance: ProductGovernance, as_of: date) -> Iterator[Action]:
    """Delivered, planned for another day or for later, or given up."""
    if item.status not in (Status.PROPOSED, Status.PLANNED) and (item.start_date is None or item.start_date <= as_of):
        yield Action(decision="it is delivered", arguments=("deliver", item.id, f"--on={as_of}"))
    yield from _replanned(item, governance, as_of)
    yield from _stopped(item, as_of)


def _replanned(item: Initiative, governance: ProductGovernance, as_of: date) -> Iterator[Action]:
    day = max(as_of, item.start_date or as_of)
    if item.target_period is None and date.max - day > _FOUR_WEEKS:
        yield Action(
            decision="it is due four weeks from now", arguments=("set", item.id, "targetDate", str(day + _FOUR_WEEKS))
        )
    later = _LATER.get(governance.roadmap.horizon_of(item.id) or Horizon.FUTURE)
    if later:
        yield Action(decision=f"it has time until {later}", arguments=("move", item.id, later))


def _stopped(item: Initiative, as_of: date) -> Iterator[Action]:
    if item.status is not Status.PAUSED:
        yield Action(decision="it is paused", arguments=("set", item.id, "status", "paused"))
    reason = "Decided in the review."
    yield Action(decision="it is dropped", arguments=("drop", item.id, f"--reason={reason}", f"--on={as_of}"))


def _unhealthy(item: Initiative, governance: ProductGovernance, as_of: date) -> Iterator[Action]:
    """Said as it is, or planned anew."""
    for health in ("at-risk", "off-track"):
        yield Action(
            decision=f"it is {health.replace('-', ' ')}",
            arguments=("check-in", item.id, f"--health={health}", f"--on={as_of}"),
        )
    yield from _replanned(item, governance, as_of)


def _late_external(external: External, as_of: date) -> Iterator[Action]:
    if external.status is ExternalStatus.DELIVERED:
        return
    yield Action(decision="it has arrived", arguments=("deliver", external.id, f"--on={as_of}"))
    if date.max - as_of > _FOUR_WEEKS:
        yield Action(
            decision="it is expected four weeks from now",
            arguments=("set", external.id, "expectedDate", str(as_of + _FOUR_WEEKS)),
        )


def _breached(kpi: KPI, governance: ProductGovernance) -> Iterator[Action]:
    """Work in now that answers it: what is planned to move it, else something new."""
    columns = governance.roadmap.time_horizon
    for item in (*columns.next, *columns.later):
        if kpi.id in item.metrics and not item.status.finished:
            yield Action(decision=f"{item.id} answers it", arguments=("move", item.id, "now"))
    yield Action(
        decision="something new answers it", arguments=("add", f"--title=Bring {kpi.name} back on track", "--to=now")
    )


_ABOUT_ITEMS: Mapping[str, Callable[[Initiative, ProductGovernance, date], Iterator[Action]]] = MappingProxyType(
    {
        **dict.fromkeys(("PG205", "PG213", "PG215", "PG219"), _late),
        **dict.fromkeys(("PG901", "PG902", "PG903"), _unhealthy),
        "PG905": lambda item, _governance, as_of: _stopped(item, as_of),
    }
)
