"""Teams, what they can do in a period, and the effort that work takes of them."""

from typing import Annotated

import attrs
from annotated_types import Gt

from productgov.display import Displayed
from productgov.fields import Identifier, Key, Names, NonNegative, Period, Refers, Text, checked
from productgov.model.estimate import Estimate
from productgov.model.extensions import Extensions
from productgov.model.people import Role

__all__ = ["Capacity", "Team", "TeamEffort"]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Capacity(Displayed):
    """How much work a team can do in a period."""

    period: Annotated[Period, Key(), "The period."]
    effort: Annotated[NonNegative, "The effort it has for the roadmap, in person-months."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Team(Displayed):
    """A team, who leads it, and its capacity by period."""

    id: Annotated[Identifier, Names("team"), Key(), "Its name in references."]
    name: Annotated[Text, "What it is called."]
    lead: Annotated[Role | None, "Who leads it."] = None
    capacity: Annotated[tuple[Capacity, ...], "What it can do, by period."] = ()
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class TeamEffort(Displayed):
    """The effort that an initiative takes of one team."""

    team: Annotated[Identifier, Refers("team"), Key(), "The id of the team."]
    effort: Annotated[float | Estimate, Gt(0), "Its effort, in person-months."]
    extensions: Extensions = Extensions()
