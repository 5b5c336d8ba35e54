"""Recording what happened: deliveries, decisions to drop, observations and check-ins."""

from datetime import date
from itertools import chain, count
from typing import TYPE_CHECKING, TypeVar

from productgov.errors import InvalidValueError
from productgov.model.check_ins import CheckIn, Health
from productgov.model.decisions import Decision, DecisionVerdict
from productgov.model.initiative import Initiative, Status
from productgov.model.metrics import KPI, Observation
from productgov.model.objectives import KeyResult, Objective
from productgov.model.people import Role
from productgov.model.roadmap import External, ExternalStatus
from productgov.model.verbs.changing import evolved
from productgov.model.verbs.finding import find_object, replaced
from productgov.model.verbs.placing import move
from productgov.wording import number_text

if TYPE_CHECKING:
    from productgov.model.governance import ProductGovernance

__all__ = ["check_in", "deliver", "drop", "observe"]

Dated = TypeVar("Dated", bound=Observation | CheckIn)

_LONGEST_ID = 64


def deliver(governance: "ProductGovernance", id: str, *, on: date) -> "ProductGovernance":
    """Record that an initiative was delivered, or an external; see `ProductGovernance.deliver`."""
    found = find_object(governance, id, ("item",))
    if isinstance(found.value, External):
        arrived = evolved(found.value, status=ExternalStatus.DELIVERED, delivered_date=on)
        return replaced(governance, found.steps, lambda _value: arrived)
    return _finished(governance, id, status=Status.DONE, delivered_date=on)


def drop(governance: "ProductGovernance", id: str, reason: str, *, on: date) -> "ProductGovernance":
    """Record that an initiative was given up, and why; see `ProductGovernance.drop`."""
    dropped = _finished(governance, id, status=Status.DROPPED, delivered_date=None, outcome=None)
    name = find_object(governance, id, ("item",)).id
    taken = {decision.id for decision in governance.decisions}
    numbered = (f"drop-{name}"[: _LONGEST_ID - 6] + f"-{number}" for number in count(2))
    candidates = chain((f"drop-{name}"[:_LONGEST_ID],), numbered)
    decision = Decision(
        id=next(candidate for candidate in candidates if candidate not in taken),
        date=on,
        subjects=(name,),
        verdict=DecisionVerdict.STOP,
        reason=reason,
    )
    return replaced(dropped, ("decisions",), lambda _held: (*governance.decisions, decision))


def observe(
    governance: "ProductGovernance",
    id: str,
    value: float,
    *,
    on: date,
    note: str | None = None,
    replace: bool = False,
) -> "ProductGovernance":
    """Record a measurement; see `ProductGovernance.observe`."""
    found = find_object(governance, id, ("kpi", "key result"))
    observation = Observation(date=on, value=value, note=note)

    def observed(_holder: object) -> object:
        holder = found.value
        assert isinstance(holder, (KPI, KeyResult))
        if isinstance(holder, KeyResult) and holder.kpi is not None:
            raise InvalidValueError(f"{holder.id} is measured by the KPI {holder.kpi}; observe that instead")
        same = [seen for seen in holder.observations if seen.date == observation.date]
        if same and same[-1].value == observation.value and (note is None or same[-1].note == note):
            return holder
        if same and not replace:
            raise InvalidValueError(
                f"{holder.id} was {number_text(same[-1].value)} on {observation.date} already, not "
                f"{number_text(observation.value)}; pass replace=True to correct it"
            )
        kept = [seen for seen in holder.observations if seen.date != observation.date]
        if same:
            place = holder.observations.index(same[0])
            return evolved(holder, observations=(*kept[:place], observation, *kept[place:]))
        return evolved(holder, observations=_inserted(holder.observations, observation))

    return replaced(governance, found.steps, observed)


def check_in(
    governance: "ProductGovernance",
    id: str,
    *,
    on: date,
    health: Health | None = None,
    confidence: float | None = None,
    note: str | None = None,
    author: Role | None = None,
) -> "ProductGovernance":
    """Record how something is going; see `ProductGovernance.check_in`."""
    found = find_object(governance, id, ("item", "objective", "key result"))
    made = CheckIn(date=on, health=health, confidence=confidence, note=note, author=author)

    def checked_in(_holder: object) -> object:
        holder = found.value
        if not isinstance(holder, (Initiative, External, Objective, KeyResult)):
            raise InvalidValueError(f"{id} is a vision, which has no check-ins")
        return holder if made in holder.check_ins else evolved(holder, check_ins=_inserted(holder.check_ins, made))

    return replaced(governance, found.steps, checked_in)


def _finished(governance: "ProductGovernance", id: str, **fields: object) -> "ProductGovernance":
    found = find_object(governance, id, ("item",))
    if not isinstance(found.value, Initiative):
        raise InvalidValueError(f"{id} is not an initiative; only initiatives are delivered or dropped")
    finished = replaced(governance, found.steps, lambda _value: evolved(found.value, **fields))
    return finished if found.steps[:2] == ("roadmap", "delivered") else move(finished, id, "delivered")


def _inserted(held: tuple[Dated, ...], new: Dated) -> tuple[Dated, ...]:
    """The list with one more: in its place by date where the list is in that order, else at its end."""
    days = [each.date for each in held]
    place = len(days)
    if days == sorted(days):
        place = sum(day <= new.date for day in days)
    elif days == sorted(days, reverse=True):
        place = sum(day > new.date for day in days)
    return (*held[:place], new, *held[place:])
