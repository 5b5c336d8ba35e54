"""PG5xx: who looks at all this, and how often."""

from collections.abc import Iterator

from productgov.errors import InvalidValueError
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.cadence.cadence import Cadence
from productgov.model.people import Responsibility
from productgov.rules.context import Context
from productgov.rules.rule import Rule
from productgov.wording import listed, quoted

__all__ = ["RULES"]

_DECIDES = (Responsibility.DRIVER, Responsibility.APPROVER)


def _unschedulable(context: Context) -> Iterator[Found]:
    """PG501."""
    for path, kind, review in context.reviews:
        try:
            Cadence.parse(review.frequency)
        except InvalidValueError as error:
            yield Found(
                (*path, "frequency"),
                f"the {kind.value} review takes place {quoted(review.frequency)}, which no one can schedule",
                str(error).rpartition("cadence: ")[2],
            )


def _participants(context: Context) -> Iterator[Found]:
    """PG502."""
    for path, kind, review in context.reviews:
        at = (*path, "participants")
        answering = [role.responsibility for role in review.participants if role.responsibility]
        approvers = [
            index for index, role in enumerate(review.participants) if role.responsibility is Responsibility.APPROVER
        ]
        if not review.participants:
            yield Found(at, f"nobody takes part in the {kind.value} review", "name the roles that take part")
        elif answering and not any(responsibility in _DECIDES for responsibility in answering):
            yield Found(
                at,
                f"nobody drives or approves in the {kind.value} review, though responsibilities are given",
                "give one participant the responsibility driver, and one approver",
            )
        elif len(approvers) > 1:
            names = [quoted(review.participants[index].title) for index in approvers]
            yield Found(
                (*at, approvers[1], "responsibility"),
                f"the {kind.value} review has {len(approvers)} approvers: {listed(names)}",
                "keep one approver, who makes the decision, and make the others contributors",
            )


def _too_rare(context: Context) -> Iterator[Found]:
    """PG504."""
    wanted = context.governance.prioritization.review_cadence
    often, product = Cadence.parse(wanted.value).days, context.governance.reviews.product_review
    actual = product.cadence.days if product.cadence else None
    if actual is not None and often is not None and actual > often:
        yield Found(
            ("reviews", "productReview", "frequency"),
            f"priorities are to be looked at {wanted.value}, but the product review takes place {product.frequency}",
            "hold the product review as often, or set prioritization.reviewCadence to what you do",
        )


RULES = (
    Rule(code="PG501", severity=Severity.ERROR, find=_unschedulable),
    Rule(code="PG502", severity=Severity.WARNING, find=_participants),
    Rule(code="PG504", severity=Severity.INFO, find=_too_rare),
)
