"""The people who own, decide and review: roles and their responsibilities."""

from typing import Annotated

import attrs

from productgov.display import Displayed
from productgov.fields import EmailAddress, Key, Shorthand, Term, Text, checked
from productgov.model.extensions import Extensions

__all__ = ["Responsibility", "Role"]


class Responsibility(Term):
    """The part of a role in a decision (DACI)."""

    DRIVER = "driver", "Prepares the decision: gathers what is needed and moves it forward."
    APPROVER = "approver", "Makes the decision; one person at most."
    CONTRIBUTOR = "contributor", "Contributes knowledge and opinion to the decision."
    INFORMED = "informed", "Is informed of the decision."


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Role(Displayed):
    """Someone who owns, decides or takes part, named by their role."""

    title: Annotated[
        Text, Shorthand(), Key(), "The role, such as Head of Product; a plain text is read as a role with this title."
    ]
    name: Annotated[Text | None, Key(), "The person in this role."] = None
    email: Annotated[EmailAddress | None, "Where to reach them; calendars invite this address."] = None
    responsibility: Annotated[Responsibility | None, "The part of the role in decisions."] = None
    extensions: Extensions = Extensions()
