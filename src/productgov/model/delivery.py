"""What surrounds the delivery of an initiative: the deadline before it, and the outcome after it."""

from datetime import date
from typing import Annotated

import attrs

from productgov.display import Displayed
from productgov.fields import Term, Text, checked
from productgov.model.extensions import Extensions

__all__ = ["Deadline", "DeadlineKind", "Outcome", "OutcomeVerdict"]


class DeadlineKind(Term):
    """What sets a deadline."""

    LEGAL = "legal", "A law or a regulation."
    CONTRACT = "contract", "A contract."
    EVENT = "event", "An event that does not wait, such as a trade fair."
    INTERNAL = "internal", "A decision of the company."


class OutcomeVerdict(Term):
    """Whether an initiative did what it was for."""

    ACHIEVED = "achieved", "It did."
    PARTLY = "partly", "It did in part."
    MISSED = "missed", "It did not."


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Deadline(Displayed):
    """A day after which delivery is too late, whatever was planned."""

    date: Annotated[date, "The last day."]
    kind: Annotated[DeadlineKind, "What sets it."]
    source: Annotated[Text | None, "Where it comes from: the law, the contract, the event."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Outcome(Displayed):
    """What became of a delivered initiative, looked at on a day."""

    date: Annotated[date, "The day it was looked at."]
    verdict: Annotated[OutcomeVerdict, "Whether it did what it was for."]
    note: Annotated[Text | None, "What was seen."] = None
    extensions: Extensions = Extensions()
