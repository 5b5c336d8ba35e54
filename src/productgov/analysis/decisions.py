"""The decisions that are in force, by what they are about."""

from collections.abc import Iterable
from datetime import date

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.display import Displayed
from productgov.model.decisions import Decision
from productgov.model.governance import ProductGovernance

__all__ = ["DecidedSubject", "open_decisions"]


@attrs.frozen(kw_only=True, repr=False)
class DecidedSubject(Displayed):
    """What was decided about one thing, and is not superseded.

    Attributes:
        id: the id of the thing.
        decisions: the decisions about it that are in force, by their days; at least one.
    """

    id: str
    decisions: tuple[Decision, ...]

    @property
    def latest(self) -> Decision:
        """The decision that counts: the latest; of several on one day, the last in the document."""
        return self.decisions[-1]


def open_decisions(governance: ProductGovernance, as_of: date | None = None) -> tuple[DecidedSubject, ...]:
    """The decisions in force on a day by their subjects, in the order in which the document names these first.

    A decision is in force from its day on, until the day of a decision that supersedes it.

    Args:
        governance: whose decisions to look at.
        as_of: the day; left out, the document's `asOf`, else today.
    """
    day = resolve_as_of(governance, as_of)
    made = tuple(decision for decision in governance.decisions if decision.date <= day)
    superseded = {decision.supersedes for decision in made if decision.supersedes != decision.id}
    found: dict[str, list[Decision]] = {}
    for decision in made:
        if decision.id not in superseded:
            for subject in dict.fromkeys(decision.subjects):
                found.setdefault(subject, []).append(decision)
    return tuple(DecidedSubject(id=subject, decisions=_by_day(each)) for subject, each in found.items())


def _by_day(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=lambda decision: decision.date))
