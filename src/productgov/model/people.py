"""The people who own, decide and review: roles, and what they answer for."""

from typing import Annotated

import attrs

from productgov.fields import EmailAddress, Key, Shorthand, Term, Text, checked
from productgov.model.extensions import Extensions

__all__ = ["Responsibility", "Role"]


class Responsibility(Term):
    """What a role answers for in a decision (the DACI roles)."""

    DRIVER = "driver", "Brings the decision about: gathers what is needed and moves it forward."
    APPROVER = "approver", "Makes the decision; one person at the most."
    CONTRIBUTOR = "contributor", "Has a voice, and knowledge that the decision needs."
    INFORMED = "informed", "Is told what was decided."


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Role:
    """Someone who owns, decides or takes part, named by the role that is played."""

    title: Annotated[
        Text, Shorthand(), Key(), "The role, such as Head of Product; a plain text stands for a role with this title."
    ]
    name: Annotated[Text | None, Key(), "The person who holds the role."] = None
    email: Annotated[EmailAddress | None, "Where to reach them; calendars invite this address."] = None
    responsibility: Annotated[Responsibility | None, "What the role answers for."] = None
    extensions: Extensions = Extensions()
