"""The decisions in force as text, by what they are about."""

from collections.abc import Iterable, Iterator

from productgov.analysis.decisions import DecidedSubject
from productgov.model.decisions import Decision
from productgov.views.layout import hanging
from productgov.wording import one_line

__all__ = ["decisions_text"]


def decisions_text(decisions: Iterable[DecidedSubject]) -> str:
    """What was decided about each subject and is in force, the latest first, at most 80 columns wide.

    Args:
        decisions: what `open_decisions` found.
    """
    return "\n".join(line for subject in decisions for line in _lines(subject)) or "(nothing)"


def _lines(subject: DecidedSubject) -> Iterator[str]:
    for number, decision in enumerate(reversed(subject.decisions)):
        head = f"{subject.id}: "
        yield from hanging(" " * len(head) if number else head, _decided(decision))


def _decided(decision: Decision) -> str:
    by = decision.decided_by
    who = f", {one_line(by.name or by.title)}" if by else ""
    return f"{decision.verdict} since {decision.date} ({decision.id}{who}): {one_line(decision.reason)}"
