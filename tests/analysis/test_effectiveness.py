"""What is computed for the role, by hand-computed vectors."""

from datetime import date

import pytest

import productgov as pg
from tests.support.governances import governance

DAY = date(2026, 3, 1)


def item(name: str, **fields: object) -> pg.Initiative:
    return pg.from_dict({"id": name, "title": name, **fields}, pg.Initiative)


def done(name: str, proposed: str | None, delivered: str | None, **fields: object) -> pg.Initiative:
    dates = {"proposedDate": proposed, "deliveredDate": delivered}
    return item(name, status="done", **{key: day for key, day in dates.items() if day}, **fields)


def delivered(*items: pg.Initiative) -> pg.ProductGovernance:
    return governance(as_of=DAY, delivered=items)


def test_from_idea_to_market_is_the_median_of_days() -> None:
    assert (
        pg.idea_to_market(
            delivered(
                done("a", "2026-01-01", "2026-01-11"),
                done("b", "2026-01-01", "2026-01-31"),
                done("c", "2026-01-01", "2026-02-20"),
                done("without a proposal".replace(" ", "-"), None, "2026-02-20"),
                done("later", "2026-01-01", "2026-03-02"),
                done("undated", "2026-01-01", None),
            )
        )
        == 30
    )
    assert pg.idea_to_market(delivered()) is None


def test_launches_succeed_where_their_outcome_is_achieved() -> None:
    def launched(name: str, verdict: str, day: str = "2026-02-01") -> pg.Initiative:
        return done(name, None, "2026-01-01", outcome={"date": day, "verdict": verdict})

    found = delivered(
        launched("a", "achieved"),
        launched("b", "partly"),
        launched("c", "missed"),
        launched("d", "achieved"),
        launched("e", "achieved", "2026-03-02"),
        done("f", None, "2026-01-01"),
    )
    assert pg.launch_success(found) == 0.5
    assert pg.launch_success(delivered()) is None


def test_objectives_are_adopted_by_the_open_items_that_name_one() -> None:
    found = governance(
        now=(item("a", objectives=["o"]), item("b"), item("c", status="done")),
        later=(item("d", objectives=["r"]), item("e")),
        delivered=(done("f", None, None, objectives=["o"]),),
    )
    assert pg.objective_adoption(found) == 0.5
    assert pg.objective_adoption(governance()) is None


def sure(*confidences: tuple[str, float | None]) -> list[dict[str, object]]:
    return [
        {"date": day, "health": "on-track", **({} if confidence is None else {"confidence": confidence})}
        for day, confidence in confidences
    ]


@pytest.mark.parametrize(
    ("initiative", "squares"),
    [
        (done("a", None, "2026-02-01", targetDate="2026-02-01", checkIns=sure(("2026-01-01", 0.8))), [0.04]),
        (done("a", None, "2026-02-02", targetDate="2026-02-01", checkIns=sure(("2026-01-01", 0.8))), [0.64]),
        (item("a", targetDate="2026-02-28", checkIns=sure(("2026-01-01", 0.8), ("2026-02-28", 0.1))), [0.64, 0.01]),
        (item("a", targetDate="2026-03-01", checkIns=sure(("2026-01-01", 0.8))), []),
        (item("a", targetDate="2026-02-01", checkIns=sure(("2026-02-02", 0.8))), []),
        (item("a", targetDate="2026-02-01", checkIns=sure(("2026-01-02", None))), []),
        (item("a", checkIns=sure(("2026-01-01", 0.8))), []),
        (item("a", status="dropped", targetDate="2026-02-01", checkIns=sure(("2026-01-01", 0.8))), []),
        (done("a", None, None, targetDate="2026-02-01", checkIns=sure(("2026-01-01", 0.8))), []),
        (done("a", None, "2026-03-02", targetDate="2026-02-01", checkIns=sure(("2026-01-01", 0.8))), []),
        (done("a", None, "2026-01-10", targetDate="2026-02-01", checkIns=sure(("2026-01-10", 0.8))), []),
        (item("a", targetPeriod="2026-02", checkIns=sure(("2026-01-01", 0.5))), [0.25]),
    ],
)
def test_confidence_is_compared_with_what_happened(initiative: pg.Initiative, squares: list[float]) -> None:
    found = pg.confidence_calibration(governance(as_of=DAY, delivered=(), now=(initiative,)))
    assert found == (pytest.approx(sum(squares) / len(squares)) if squares else None)


def test_always_half_sure_scores_a_quarter() -> None:
    items = [
        done("a", None, "2026-02-01", targetDate="2026-02-01", checkIns=sure(("2026-01-01", 0.5))),
        done("b", None, "2026-02-02", targetDate="2026-02-01", checkIns=sure(("2026-01-01", 0.5))),
    ]
    assert pg.confidence_calibration(delivered(*items)) == 0.25
