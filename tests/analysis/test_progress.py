"""Roadmap quality: what was promised, and what became of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.analysis.progress import CalendarPeriod, Promise, roadmap_progress
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import Horizon
from tests.support.governances import governance

AS_OF = date(2026, 3, 1)
DUE = date(2026, 2, 10)
DAYS = st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31))


def item(
    status: Status = Status.PLANNED,
    *,
    committed: date | None = None,
    target: date | None = None,
    delivered: date | None = None,
) -> Initiative:
    return Initiative(
        id="i", title="I", status=status, committed_date=committed, target_date=target, delivered_date=delivered
    )


def only(initiative: Initiative, as_of: date = AS_OF) -> Promise | None:
    promises = roadmap_progress(governance(now=(initiative,)), as_of).promises
    assert len(promises) <= 1
    return promises[0] if promises else None


def test_where_nothing_was_promised_there_is_no_quality() -> None:
    progress = roadmap_progress(governance(now=(item(), item(target=date(2026, 4, 1)))))
    assert (progress.due, progress.delivered, progress.on_time) == (0, 0, 0)
    assert progress.quality is None
    assert progress.delivered_share is None
    assert progress.median_slip is None
    assert progress.by_horizon() == {}
    assert progress.by_period() == {}


@pytest.mark.parametrize(
    ("initiative", "delivered", "slip", "on_time"),
    [
        (item(Status.DONE, committed=DUE, delivered=DUE), True, 0, True),
        (item(Status.DONE, committed=DUE, delivered=date(2026, 2, 1)), True, -9, True),
        (item(Status.DONE, committed=DUE, delivered=date(2026, 2, 11)), True, 1, False),
        (item(Status.DONE, target=DUE, delivered=date(2026, 2, 11)), True, 1, False),
        (item(Status.DONE, committed=DUE, target=date(2026, 2, 20), delivered=date(2026, 2, 12)), True, 2, False),
        (item(Status.DONE, committed=date(2026, 9, 1), delivered=date(2026, 2, 1)), True, -212, True),
        (item(Status.DONE, committed=DUE), True, None, False),
        (item(Status.IN_PROGRESS, committed=DUE), False, 19, False),
        (item(Status.PAUSED, target=DUE), False, 19, False),
        (item(Status.DROPPED, committed=DUE), False, None, False),
    ],
)
def test_a_promise_that_has_come_due_is_kept_late_open_or_dropped(
    initiative: Initiative, *, delivered: bool, slip: int | None, on_time: bool
) -> None:
    promise = only(initiative)
    assert promise is not None
    assert (promise.delivered, promise.slip, promise.on_time) == (delivered, slip, on_time)


@pytest.mark.parametrize(
    "initiative",
    [
        item(Status.DONE, delivered=DUE),
        item(committed=AS_OF),
        item(Status.DROPPED, committed=AS_OF),
        item(Status.DONE, committed=AS_OF),
        item(Status.DONE, committed=AS_OF, delivered=date(2026, 3, 2)),
    ],
)
def test_what_was_not_promised_or_is_not_due_yet_does_not_count(initiative: Initiative) -> None:
    assert only(initiative) is None


def test_what_was_delivered_later_was_still_open() -> None:
    promise = only(item(Status.DONE, committed=DUE, delivered=date(2026, 5, 1)))
    assert promise is not None
    assert (promise.delivered, promise.slip) == (False, 19)


def test_quality_is_what_came_on_time_over_all_that_was_due() -> None:
    progress = roadmap_progress(
        governance(
            now=(item(committed=DUE), item(target=date(2026, 1, 31))),
            later=(item(committed=date(2026, 7, 1)),),
            delivered=(
                item(Status.DONE, committed=date(2025, 11, 30), delivered=date(2025, 11, 30)),
                item(Status.DONE, committed=date(2025, 12, 1), delivered=date(2025, 12, 3)),
            ),
        )
    )
    assert (progress.due, progress.delivered, progress.on_time) == (4, 2, 1)
    assert progress.delivered_share == 0.5
    assert progress.quality == 0.25
    assert progress.median_slip == 10.5
    assert {place: group.quality for place, group in progress.by_horizon().items()} == {Horizon.NOW: 0, None: 0.5}
    assert {name: group.due for name, group in progress.by_period().items()} == {"2025-Q4": 2, "2026-Q1": 2}
    months = progress.by_period("month")
    assert list(months) == ["2025-11", "2025-12", "2026-01", "2026-02"]


@given(st.lists(st.builds(item, st.sampled_from(Status), committed=DAYS, target=DAYS)), st.dates())
def test_groups_divide_the_whole(items: list[Initiative], as_of: date) -> None:
    progress = roadmap_progress(governance(now=tuple(items[::2]), later=tuple(items[1::2])), as_of)
    for groups in (progress.by_horizon(), progress.by_period(), progress.by_period("month")):
        assert sum(group.due for group in groups.values()) == progress.due
        assert sum(group.on_time for group in groups.values()) == progress.on_time
    periods: tuple[CalendarPeriod, ...] = ("month", "quarter")
    for period in periods:
        assert list(progress.by_period(period)) == sorted(progress.by_period(period))
    assert progress.quality is None or 0 <= progress.quality <= 1
