"""What is worked on is reported, and what was delivered is looked at."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from productgov.findings import Severity
from productgov.found import Common, Found
from productgov.model.initiative import Initiative, Status
from productgov.model.reviews import Review
from productgov.model.roadmap import Horizon
from productgov.rules.context import Context
from productgov.rules.rule import Family, Rule
from productgov.wording import quoted

__all__ = ["FOLLOW_UP"]

_REVIEWS = 2
_DAYS_TO_OUTCOME = 90


def _unreported(context: Context) -> Iterator[Found]:
    if not any(item.initiative.check_ins for item in context.initiatives):
        return
    review = context.governance.reviews.product_review
    working = [
        item for item in context.items if item.horizon is Horizon.NOW and item.initiative.status is Status.IN_PROGRESS
    ]
    for path, initiative, _ in working:
        since = _last_heard_of(initiative, context.as_of)
        if since is not None and _held(review, since, context.as_of) >= _REVIEWS:
            yield Found(
                path,
                f"{initiative.id} is in progress and has had no check-in since {since}, "
                "for two product reviews or more",
                "check in: how it is going, how sure you are, and why",
                common=Common(
                    list="items in progress in now",
                    total=len(working),
                    what="have had no check-in for two product reviews or more",
                    name=initiative.id,
                ),
            )


def _last_heard_of(initiative: Initiative, as_of: date) -> date | None:
    """The later of its last check-in and its start, on or before a day."""
    days = (initiative.start_date, *(check_in.date for check_in in initiative.check_ins))
    return max((day for day in days if day is not None and day <= as_of), default=None)


def _held(review: Review, since: date, as_of: date) -> int:
    """How many reviews there were after one day and before another; counted up to two."""
    cadence = review.cadence
    if cadence is None or cadence.dated is None or since >= as_of:
        return 0
    first = since + timedelta(days=1)
    held = review.dates(first, as_of) if review.starts_on else cadence.between(first, as_of, anchor=since)
    return sum(1 for _ in islice(held, _REVIEWS))


def _not_looked_at(context: Context) -> Iterator[Found]:
    if not any(item.initiative.outcome for item in context.initiatives):
        return
    delivered = [item for item in context.initiatives if _is_long_delivered(item.initiative, context.as_of)]
    for path, initiative, _ in delivered:
        if initiative.outcome is None:
            yield Found(
                path,
                f"{initiative.id} was delivered on {initiative.delivered_date}, and nobody has recorded whether it "
                f"worked: {quoted(initiative.title)}",
                "look at its metrics, and add an outcome: {date: …, verdict: achieved, partly or missed}",
                common=Common(
                    list=f"items that were delivered more than {_DAYS_TO_OUTCOME} days ago to move a metric",
                    total=len(delivered),
                    what="have no outcome",
                    name=initiative.id,
                ),
            )


def _is_long_delivered(initiative: Initiative, as_of: date) -> bool:
    day = initiative.delivered_date
    is_done = initiative.status is Status.DONE and bool(initiative.metrics)
    return is_done and day is not None and (as_of - day).days > _DAYS_TO_OUTCOME


_SEEN = {"date": "2026-02-27", "verdict": "achieved"}


def _reported(day: str) -> dict[str, object]:
    checkout = {"id": "checkout", "checkIns": [{"date": day, "health": "on-track"}]}
    return {"roadmap": {"timeHorizon": {"now": [checkout]}}}


def _delivered(**outcome: object) -> dict[str, object]:
    done = {"status": "done", "deliveredDate": "2025-11-14", "metrics": ["activation"]}
    first = {"id": "trial", "title": "Try it for a month", **done, "outcome": _SEEN}
    second = {"id": "invites", "title": "Invite a colleague", **done, **outcome}
    return {"roadmap": {"delivered": [first, second]}}


FOLLOW_UP = Family(
    prefix="PG9",
    title="Follow-up",
    about="What is worked on is reported, and what was delivered is looked at.",
    rules=(
        Rule(
            code="PG903",
            severity=Severity.INFO,
            title="in progress without a check-in",
            meaning="""An item in now is in progress, and two product reviews took place since its last check-in, or
                since its start where that is later. Silent where no item has a check-in, and where the frequency of the
                product review has no dates. What several items lack is one finding.""",
            why="A review that hears nothing about an item cannot help it.",
            bad=_reported("2026-02-12"),
            good=_reported("2026-02-26"),
            find=_unreported,
        ),
        Rule(
            code="PG904",
            severity=Severity.INFO,
            title="delivered without an outcome",
            meaning="""An item that names metrics was delivered more than 90 days ago and has no outcome. Silent where
                no item has an outcome. What several items lack is one finding.""",
            why="""About a third of the ideas that were tested in large products improved the metric they were built for
                (Kohavi, Crook and Longbotham, 2009). Whoever does not look believes in all of them.""",
            bad=_delivered(),
            good=_delivered(outcome={"date": "2026-02-27", "verdict": "missed"}),
            find=_not_looked_at,
        ),
    ),
)
