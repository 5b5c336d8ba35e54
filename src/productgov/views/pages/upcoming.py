"""What is next, on a page: the reviews, and the days that are to come."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from productgov.model.initiative import Initiative
from productgov.model.roadmap import ExternalStatus
from productgov.views.blocks import Block, Heading, Paragraph
from productgov.views.board_lists import who
from productgov.views.objectives import key_result_name
from productgov.views.pages.data import PageData, grid
from productgov.views.reviews import next_dates, why_no_dates

__all__ = ["DAYS", "Event", "events_of", "review_blocks", "upcoming_blocks"]

DAYS = 92
"""How many days ahead a page looks: a quarter."""


class Event(NamedTuple):
    """Something that is to happen on a day.

    Attributes:
        date: the day.
        what: what happens, such as "due".
        id: the id of what it happens to.
        title: its title.
    """

    date: date
    what: str
    id: str
    title: str


def review_blocks(data: PageData) -> Iterator[Block]:
    """The reviews, how often each takes place, and when next."""
    rows = [
        (
            kind.value.capitalize(),
            review.frequency,
            ", ".join(map(str, next_dates(review, data.as_of))) or why_no_dates(review),
            ", ".join(map(who, review.participants)),
        )
        for kind, review in data.governance.reviews.named()
    ]
    yield grid(("Review", "How often", "Next", "Who"), rows, data.most)


def upcoming_blocks(data: PageData) -> Iterator[Block]:
    """What happens in the next quarter, by day."""
    yield Heading("The next quarter", 3)
    events = events_of(data)
    if events:
        yield grid(("Day", "What", "Id", "Title"), events, data.most)
    else:
        yield Paragraph("No day is set for anything in the next 92 days.")


def events_of(data: PageData) -> tuple[Event, ...]:
    """What happens from the day on for a quarter, by day: starts, due days, deadlines, targets and the next reviews."""
    last = data.as_of + timedelta(days=min(DAYS, (date.max - data.as_of).days))
    found = (*_of_roadmap(data), *_of_goals(data), *_of_reviews(data))
    return tuple(sorted(event for event in found if data.as_of <= event.date <= last))


def _of_roadmap(data: PageData) -> Iterator[Event]:
    for initiative in (each.item for each in data.open_items if isinstance(each.item, Initiative)):
        days = {
            "starts": initiative.start_date,
            "due": initiative.due(data.governance.fiscal_year_start),
            "deadline": initiative.deadline.date if initiative.deadline else None,
        }
        yield from (Event(day, what, initiative.id, initiative.title) for what, day in days.items() if day)
    for external in data.externals:
        if external.status is ExternalStatus.EXPECTED and external.expected_date:
            yield Event(external.expected_date, "expected", external.id, external.title)


def _of_goals(data: PageData) -> Iterator[Event]:
    for objective in data.objectives:
        for measured in objective.key_results:
            yield Event(measured.by, "key result", measured.key_result.id, key_result_name(measured))
    for kpi in data.kpis:
        target = kpi.target_on(data.as_of)
        if target is not None and target.by is not None:
            yield Event(target.by, "target", kpi.id, kpi.name)


def _of_reviews(data: PageData) -> Iterator[Event]:
    """The next date of each review."""
    for kind, review in data.governance.reviews.named():
        for day in next_dates(review, data.as_of, count=1):
            yield Event(day, "review", kind.value, f"{kind.value.capitalize()} review")
