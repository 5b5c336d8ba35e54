"""The decisions that are in force, by what they are about."""

from datetime import date

from productgov.analysis.decisions import open_decisions
from tests.support.examples import document_with
from tests.support.plans import decision


def in_force(*made: dict[str, object], as_of: date | None = None) -> dict[str, list[str]]:
    governance = document_with({"decisions": list(made)}).governance
    return {subject.id: [one.id for one in subject.decisions] for subject in open_decisions(governance, as_of)}


def test_decisions_are_in_force_by_subject_and_day() -> None:
    made = decision(subjects=["b", "a", "b"]), decision("d2", subjects=["a"], date="2026-02-01"), decision("d3")
    assert in_force(*made) == {"b": ["d1"], "a": ["d2", "d1"], "checkout": ["d3"]}


def test_the_last_of_a_day_is_the_latest() -> None:
    governance = document_with({"decisions": [decision(), decision("d0")]}).governance
    (subject,) = open_decisions(governance)
    assert subject.latest.id == "d0"


def test_what_is_superseded_is_not_in_force_from_the_day_of_the_new_decision() -> None:
    made = decision(), decision("d2", date="2026-02-25", supersedes="d1", subjects=["payments"])
    assert in_force(*made) == {"payments": ["d2"]}
    assert in_force(*made, as_of=date(2026, 2, 25)) == {"payments": ["d2"]}
    assert in_force(*made, as_of=date(2026, 2, 24)) == {"checkout": ["d1"]}
    assert in_force(*made, as_of=date(2026, 2, 20)) == {"checkout": ["d1"]}
    assert in_force(*made, as_of=date(2026, 2, 19)) == {}


def test_a_decision_does_not_supersede_itself() -> None:
    assert in_force(decision(supersedes="d1")) == {"checkout": ["d1"]}
