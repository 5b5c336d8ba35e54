"""The reviews on a screen of 80 columns: how often each takes place, and when next."""

from datetime import date
from itertools import islice

from productgov.model.governance import ProductGovernance
from productgov.model.reviews import Review
from productgov.views.layout import cut, pad
from productgov.wording import one_line

__all__ = ["next_dates", "review_lines"]

_KIND, _FREQUENCY, _DATES = 9, 24, 45
_SHOWN = 3


def review_lines(governance: ProductGovernance, as_of: date) -> tuple[str, ...]:
    """Each review on a line of at most 80 columns: its kind, its frequency, and its next three dates.

    Where there are none, the line says why.
    """
    return tuple(
        f"{pad(kind, _KIND)} {pad(cut(one_line(review.frequency), _FREQUENCY), _FREQUENCY)} "
        f"{cut(', '.join(map(str, next_dates(review, as_of))) or _why_none(review), _DATES)}"
        for kind, review in governance.reviews.named()
    )


def next_dates(review: Review, as_of: date, *, count: int = _SHOWN) -> tuple[date, ...]:
    """The next dates of a review, on or after a day; none where it has no readable rhythm or no first day."""
    return tuple(islice(review.dates(as_of, date.max), count))


def _why_none(review: Review) -> str:
    if review.cadence is None:
        return "no dates: its frequency cannot be read"
    if review.cadence.days is None:
        return "no fixed dates"
    return "no further dates" if review.starts_on else "no dates: it has no startsOn"
