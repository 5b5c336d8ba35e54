"""Check-ins: how someone who works on a thing says it is going."""

from datetime import date
from typing import Annotated, ClassVar

import attrs

from productgov.display import Displayed
from productgov.fields import AtLeastOne, Constraint, Fraction, Key, Term, Text, checked
from productgov.model.extensions import Extensions
from productgov.model.people import Role

__all__ = ["CheckIn", "Health"]


class Health(Term):
    """How a thing is going, in the judgement of those who work on it."""

    ON_TRACK = "on-track", "It will reach its goal as planned."
    AT_RISK = "at-risk", "It may miss its goal; something must change."
    OFF_TRACK = "off-track", "It will miss its goal as planned."


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class CheckIn(Displayed):
    """A judgement on a day: how it is going, how sure one is, and why."""

    constraints: ClassVar[tuple[Constraint, ...]] = (AtLeastOne(("health", "confidence")),)

    date: Annotated[date, Key(), "The day of the check-in."]
    health: Annotated[Health | None, "How it is going."] = None
    confidence: Annotated[Fraction | None, "The probability that the goal is reached in time, from 0 to 1."] = None
    note: Annotated[Text | None, "Why, and what is needed."] = None
    author: Annotated[Role | None, "Who says so."] = None
    extensions: Extensions = Extensions()
