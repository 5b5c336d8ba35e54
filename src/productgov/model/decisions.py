"""Decisions: the record of what reviews decided, and why."""

from datetime import date
from typing import Annotated

import attrs

from productgov.display import Displayed
from productgov.fields import Identifier, Key, Names, Refers, Term, Text, checked
from productgov.model.extensions import Extensions
from productgov.model.people import Role

__all__ = ["Decision", "DecisionVerdict"]


class DecisionVerdict(Term):
    """What was decided about the subjects of a decision."""

    START = "start", "Begin it."
    KEEP = "keep", "Go on as before."
    CHANGE = "change", "Go on in another way."
    PAUSE = "pause", "Stop for now."
    STOP = "stop", "Stop for good."


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Decision(Displayed):
    """What was decided on a day about items, objectives or metrics, and why."""

    id: Annotated[Identifier, Names("decision"), Key(), "Its name in references, unique among decisions."]
    date: Annotated[date, "The day of the decision."]
    subjects: Annotated[
        tuple[Identifier, ...],
        Refers("item", exact=False, also=("objective", "key result", "kpi")),
        "The ids of what it is about: of items and externals, else objectives and key results, else KPIs.",
    ]
    verdict: Annotated[DecisionVerdict, "What was decided."]
    reason: Annotated[Text, "Why."]
    decided_by: Annotated[Role | None, "Who decided."] = None
    supersedes: Annotated[Identifier | None, Refers("decision"), "The id of the earlier decision that it replaces."] = (
        None
    )
    extensions: Extensions = Extensions()
