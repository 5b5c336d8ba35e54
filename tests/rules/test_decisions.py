"""What was decided must be done, and decisions must follow each other."""

import pytest

from tests.support.examples import Fragment, codes_and_places, item, messages
from tests.support.plans import decision, goal, goals

STOP = {"verdict": "stop"}
NOW = "/roadmap/timeHorizon/now/0"


def decisions(*made: dict[str, object]) -> Fragment:
    return {"decisions": list(made)}


def test_what_is_to_stop_is_not_open() -> None:
    assert codes_and_places(decisions(decision(**STOP))) == [("PG905", NOW)]
    (message,) = messages(decisions(decision(**STOP)))
    assert "checkout is still in-progress, though d1 decided on 2026-02-20 to stop it" in message


def test_the_latest_decision_counts() -> None:
    go_on = decision("d0", date="2026-02-01", verdict="start")
    assert codes_and_places(decisions(decision(**STOP), go_on)) == [("PG905", NOW)]
    assert codes_and_places(decisions(decision(**STOP), decision("d2", date="2026-02-21"))) == []
    assert codes_and_places(decisions(decision(**STOP), decision("d2"))) == []


@pytest.mark.parametrize(
    "fragments",
    [
        (decisions(decision(verdict="pause")),),
        (decisions(decision(**STOP), decision("d2", supersedes="d1", subjects=["payments"])),),
        (decisions(decision(date="2026-03-03", **STOP)),),
        (decisions(decision(**STOP)), item("now", "checkout", status="done")),
        (decisions(decision(subjects=["activation"], **STOP)),),
        (decisions(decision(subjects=["calm"], **STOP)), goals(goal())),
        (
            decisions(decision(subjects=["old"], **STOP)),
            {"roadmap": {"delivered": [{"id": "old", "title": "Old", "status": "dropped"}]}},
        ),
    ],
)
def test_what_goes_on_rightly_is_no_finding(fragments: tuple[Fragment, ...]) -> None:
    assert [code for code, _ in codes_and_places(*fragments) if code == "PG905"] == []


@pytest.mark.parametrize(
    ("second", "third", "found"),
    [
        ({"supersedes": "d1"}, {"supersedes": "d1"}, ["/decisions/2/supersedes"]),
        ({"supersedes": "d1"}, {"supersedes": "d2"}, []),
        ({"supersedes": "d1", "date": "2026-02-19"}, {}, ["/decisions/1/supersedes"]),
        ({"supersedes": "d2"}, {}, ["/decisions/1/supersedes"]),
        ({"supersedes": "d1", "date": "2026-02-20"}, {}, []),
        ({"supersedes": "d3", "date": "2026-02-25"}, {}, []),
        ({}, {}, []),
    ],
)
def test_a_decision_is_superseded_once_and_by_a_later_one(
    second: dict[str, object], third: dict[str, object], found: list[str]
) -> None:
    made = decisions(decision(), decision("d2", **second), decision("d3", **third))
    assert codes_and_places(made) == [("PG905", place) for place in found]


def test_an_unknown_decision_is_one_finding() -> None:
    assert codes_and_places(decisions(decision(supersedes="before", **STOP))) == [("PG701", "/decisions/0/supersedes")]
