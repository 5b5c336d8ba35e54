"""Who reviews the governance, and how often."""

from collections.abc import Iterator
from datetime import date

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.cadence.cadence import Cadence
from productgov.model.people import Responsibility
from productgov.model.reviews import Review
from productgov.nearest import nearest
from productgov.paths import Path
from productgov.rules.cadence_texts import unreadable_cadence
from productgov.rules.context import Context
from productgov.rules.rule import Family, Rule
from productgov.wording import listed, quoted

__all__ = ["REVIEWS"]

_TOLERANCE = 1.1
"""How much rarer than asked for is still as often: a month of 31 days is one, and two Mondays a month are biweekly."""
_DECIDES = (Responsibility.DRIVER, Responsibility.APPROVER)


def _unreadable(context: Context) -> Iterator[Found]:
    for path, name, frequency in _frequencies(context):
        problem = unreadable_cadence(frequency)
        if problem:
            message = f"{name} takes place {quoted(frequency)}, which cannot be read as a frequency"
            yield Found((*path, "frequency"), message, problem)


def _frequencies(context: Context) -> Iterator[tuple[Path, str, str]]:
    """What takes place again and again: where it is, its name in messages, and its frequency."""
    for path, kind, review in context.reviews:
        yield path, f"the {kind.value} review", review.frequency
    organization = context.governance.organization
    for index, ritual in enumerate(organization.rituals if organization else ()):
        yield ("organization", "rituals", index), f"the ritual {quoted(ritual.name)}", ritual.frequency


def _participants(context: Context) -> Iterator[Found]:
    for path, kind, review in context.reviews:
        at = (*path, "participants")
        answering = [role.responsibility for role in review.participants if role.responsibility]
        approvers = [
            index for index, role in enumerate(review.participants) if role.responsibility is Responsibility.APPROVER
        ]
        if not review.participants:
            yield Found(at, f"the {kind.value} review has no participants", "name the roles that take part")
        elif answering and not any(responsibility in _DECIDES for responsibility in answering):
            yield Found(
                at,
                f"no participant of the {kind.value} review is driver or approver, but responsibilities are given",
                "make one participant the driver, and one the approver",
            )
        elif len(approvers) > 1:
            names = [quoted(review.participants[index].title) for index in approvers]
            yield Found(
                (*at, approvers[1], "responsibility"),
                f"the {kind.value} review has {len(approvers)} approvers: {listed(names)}",
                "keep one approver, who decides, and make the others contributors",
            )


def _too_rare(context: Context) -> Iterator[Found]:
    wanted = context.governance.prioritization.review_cadence
    often, product = Cadence.parse(wanted.value).days, context.governance.reviews.product_review
    actual = product.cadence.days if product.cadence else None
    if actual is not None and often is not None and actual > often * _TOLERANCE:
        yield Found(
            ("reviews", "productReview", "frequency"),
            f"prioritization.reviewCadence is {wanted.value}, but the product review takes place {product.frequency}",
            "hold the product review as often, or correct prioritization.reviewCadence",
        )


def _unheld(context: Context) -> Iterator[Found]:
    for path, kind, review in context.reviews:
        hint = _unknown_zone(review.time_zone) if review.time_zone else None
        if hint:
            message = f"the time zone of the {kind.value} review, {quoted(review.time_zone or '')}, is not known"
            yield Found((*path, "timeZone"), message, hint)
        if _is_over(review, context.as_of):
            yield Found(
                (*path, "frequency"),
                f"the {kind.value} review does not take place any more: {quoted(review.frequency)} has no date "
                f"from {context.as_of} on",
                "take UNTIL or COUNT out of the rule, or write the rhythm that it has now",
            )


def _unknown_zone(name: str) -> str | None:
    """What to write instead of a time zone that is not known; None for one that is, or where no time zone is."""
    from zoneinfo import ZoneInfo, available_timezones  # noqa: PLC0415 - few reviews have a time zone

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        known = available_timezones()
    else:
        return None
    near = nearest(name, sorted(known))
    return (
        f"did you mean {listed(near, 'or')}?" if near else "write an IANA name such as Europe/Paris" if known else None
    )


def _is_over(review: Review, day: date) -> bool:
    """True when the rule of a review has an end, and no date on or after the day."""
    cadence = review.cadence
    if cadence is None or (cadence.until is None and cadence.count is None):
        return False
    if review.starts_on is None:
        return cadence.until is not None and cadence.until < day
    return next(cadence.between(day, date.max, anchor=review.starts_on), None) is None


def _approvers(second: str) -> dict[str, object]:
    participants = [
        {"title": "Head of Product", "responsibility": "approver"},
        {"title": "Head of Engineering", "responsibility": second},
    ]
    return {"reviews": {"productReview": {"participants": participants}}}


REVIEWS = Family(
    prefix="PG5",
    title="Reviews",
    about="Who reviews the governance, and how often.",
    rules=(
        Rule(
            code="PG501",
            severity=Severity.WARNING,
            title="frequency that cannot be read",
            meaning="""The frequency of a review or a ritual names no rhythm that is known, or could be one of two:
                bimonthly is every two months or twice a month. "ad hoc", "per release" and "twice a month" are rhythms
                without dates, and fine.""",
            why="A review that is in nobody's calendar does not take place.",
            bad={"reviews": {"strategyReview": {"frequency": "bimonthly"}}},
            good={"reviews": {"strategyReview": {"frequency": "every 2 months"}}},
            find=_unreadable,
        ),
        Rule(
            code="PG502",
            severity=Severity.WARNING,
            title="review without a clear decision maker",
            meaning="""A review has no participants; or responsibilities are given, but nobody is driver or approver; or
                there is more than one approver.""",
            why="""A decision needs one person who drives it and one who makes it (the DACI roles); two approvers are
                none.""",
            bad=_approvers("approver"),
            good=_approvers("contributor"),
            find=_participants,
        ),
        Rule(
            code="PG504",
            severity=Severity.INFO,
            title="product review too rare",
            meaning="""The product review takes place less often than prioritization.reviewCadence says, by more than
                10 %.""",
            why="""Priorities that are to be reviewed weekly, in a meeting that is held monthly: one of the two does not
                happen.""",
            bad={"reviews": {"productReview": {"frequency": "quarterly"}}},
            good={"reviews": {"productReview": {"frequency": "every 2 weeks"}}},
            find=_too_rare,
        ),
        Rule(
            code="PG505",
            severity=Severity.WARNING,
            title="review that cannot take place",
            meaning="""The time zone of a review is not known; or its frequency is a rule with an end, and no date of it
                is left on the day of the check. Time zones are not judged where none is installed.""",
            why="It looks planned, and is in nobody's calendar.",
            bad={"reviews": {"portfolioReview": {"frequency": "FREQ=MONTHLY;UNTIL=20251231"}}},
            good={"reviews": {"portfolioReview": {"frequency": "FREQ=MONTHLY;UNTIL=20261231"}}},
            find=_unheld,
        ),
    ),
)
