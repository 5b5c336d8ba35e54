"""Who reviews the governance, and how often."""

from collections.abc import Iterator

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.cadence.cadence import Cadence
from productgov.model.people import Responsibility
from productgov.rules.context import Context
from productgov.rules.rule import Family, Rule
from productgov.wording import listed, quoted

__all__ = ["REVIEWS"]

_DECIDES = (Responsibility.DRIVER, Responsibility.APPROVER)


def _unschedulable(context: Context) -> Iterator[Found]:
    for path, kind, review in context.reviews:
        problem = Cadence.problem(review.frequency)
        if problem:
            yield Found(
                (*path, "frequency"),
                f"the {kind.value} review takes place {quoted(review.frequency)}, which cannot be scheduled",
                problem,
            )


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
    if actual is not None and often is not None and actual > often:
        yield Found(
            ("reviews", "productReview", "frequency"),
            f"prioritization.reviewCadence is {wanted.value}, but the product review takes place {product.frequency}",
            "hold the product review as often, or correct prioritization.reviewCadence",
        )


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
            severity=Severity.ERROR,
            title="frequency that cannot be scheduled",
            meaning="""The frequency of a review names no rhythm, or could be one of two: bimonthly is every two months
                or twice a month. "ad hoc", "per release" and "twice a month" are rhythms without dates, and fine.""",
            why="A review that is in nobody's calendar does not take place.",
            bad={"reviews": {"strategyReview": {"frequency": "bimonthly"}}},
            good={"reviews": {"strategyReview": {"frequency": "every 2 months"}}},
            find=_unschedulable,
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
            meaning="The product review takes place less often than prioritization.reviewCadence says.",
            why="""Priorities that are to be reviewed weekly, in a meeting that is held monthly: one of the two does not
                happen.""",
            bad={"reviews": {"productReview": {"frequency": "quarterly"}}},
            good={"reviews": {"productReview": {"frequency": "every 2 weeks"}}},
            find=_too_rare,
        ),
    ),
)
