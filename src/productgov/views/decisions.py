"""The decisions in force as text, by what they are about."""

from collections.abc import Iterable, Iterator

from productgov.analysis.decisions import DecidedSubject
from productgov.model.decisions import Decision
from productgov.views.layout import WIDTH, hanging
from productgov.wording import one_line

__all__ = ["decisions_text"]


def decisions_text(decisions: Iterable[DecidedSubject], *, width: int = WIDTH) -> str:
    """What was decided about each subject and is in force, the latest first.

    Args:
        decisions: what `open_decisions` found.
        width: the most columns that a line may take; less than 80 counts as 80.
    """
    columns = max(width, WIDTH)
    return "\n".join(line for subject in decisions for line in _lines(subject, columns)) or "(nothing)"


def _lines(subject: DecidedSubject, columns: int) -> Iterator[str]:
    head = f"{subject.id}: "
    indent = " " * (len(head) if len(head) <= columns // 3 else 2)
    for number, decision in enumerate(reversed(subject.decisions)):
        yield from hanging(indent if number else head, _decided(decision), columns)


def _decided(decision: Decision) -> str:
    by = decision.decided_by
    who = f", {one_line(by.name or by.title)}" if by else ""
    return f"{decision.verdict} since {decision.date} ({decision.id}{who}): {one_line(decision.reason)}"
