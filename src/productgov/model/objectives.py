"""Objectives and their key results (Grove, 1983; Doerr, 2018)."""

from datetime import date
from typing import Annotated, ClassVar

import attrs

from productgov.display import Displayed
from productgov.fields import (
    AtLeastOne,
    Constraint,
    Fraction,
    Identifier,
    Key,
    Names,
    NotWith,
    Number,
    OnlyWith,
    Period,
    Positive,
    Refers,
    Term,
    Text,
    checked,
)
from productgov.model.check_ins import CheckIn
from productgov.model.extensions import Extensions
from productgov.model.metrics import Observation
from productgov.model.people import Role
from productgov.model.targets import Bounds

__all__ = ["Grade", "KeyResult", "Objective", "ObjectiveKind"]


class ObjectiveKind(Term):
    """What an objective promises (Doerr, 2018)."""

    ASPIRATIONAL = "aspirational", "A stretch: reaching 70 % of it is a success."
    COMMITTED = "committed", "A promise: it is to be reached in full."


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class KeyResult(Displayed):
    """How one sees that an objective is reached: a number to reach, a range to keep, or a milestone."""

    constraints: ClassVar[tuple[Constraint, ...]] = (
        NotWith("milestone", ("to", "from_", "keep", "kpi", "unit", "observations")),
        NotWith("keep", ("to", "from_")),
        NotWith("kpi", ("observations", "unit")),
        OnlyWith("reached", "milestone"),
        AtLeastOne(("to", "kpi", "keep", "milestone")),
    )

    id: Annotated[
        Identifier, Names("key result"), Key(), "Its name in references, unique among objectives and key results."
    ]
    title: Annotated[Text | None, "What it is, in a few words."] = None
    kpi: Annotated[
        Identifier | None, Refers("kpi"), "The id of the KPI that measures it; it then has no observations of its own."
    ] = None
    from_: Annotated[Number | None, "The value at its start; by default, the baseline of its KPI."] = None
    to: Annotated[
        Number | None, "The value to reach; by default, the target of its KPI on or before the day of the key result."
    ] = None
    keep: Annotated[Bounds | None, "The range in which the value must stay."] = None
    milestone: Annotated[Text | None, "What is to be done, where it is not a number."] = None
    reached: Annotated[date | None, "The day the milestone was reached."] = None
    unit: Annotated[Text | None, "The unit of its values."] = None
    observations: Annotated[tuple[Observation, ...], "Its measurements, where it has no KPI, in any order."] = ()
    by: Annotated[date | None, "The day by which to reach it; by default, the last day of the objective's period."] = (
        None
    )
    weight: Annotated[Positive, "Its share in the progress of the objective; only proportions matter."] = 1
    owner: Annotated[Role | None, "Who is responsible for it."] = None
    check_ins: Annotated[tuple[CheckIn, ...], "How it is going, in any order."] = ()
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Grade(Displayed):
    """The verdict on an objective after its period."""

    value: Annotated[Fraction, "How much of it was reached, from 0 to 1."]
    reason: Annotated[Text | None, "Why."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Objective(Displayed):
    """What is to be achieved in a period, and the key results that show it."""

    id: Annotated[
        Identifier, Names("objective"), Key(), "Its name in references, unique among objectives and key results."
    ]
    title: Annotated[Text, "What is to be achieved, in a few words."]
    period: Annotated[Period, "The period in which to achieve it."]
    kind: Annotated[ObjectiveKind, "What it promises."] = ObjectiveKind.ASPIRATIONAL
    owner: Annotated[Role | None, "Who is responsible for it."] = None
    team: Annotated[Identifier | None, Refers("team"), "The id of the team that works on it."] = None
    pillar: Annotated[Text | None, Refers("pillar"), "The strategic pillar it serves."] = None
    parent: Annotated[Identifier | None, Refers("objective"), "The id of the objective it contributes to."] = None
    key_results: Annotated[tuple[KeyResult, ...], "What shows that it is reached."] = ()
    check_ins: Annotated[tuple[CheckIn, ...], "How it is going, in any order."] = ()
    grade: Annotated[Grade | None, "The verdict after its period."] = None
    extensions: Extensions = Extensions()
