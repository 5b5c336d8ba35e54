"""The reviews as text: how often each takes place, and when next."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from productgov.analysis.horizons import resolve_as_of
from productgov.model.governance import ProductGovernance
from productgov.model.reviews import Review
from productgov.views.layout import WIDTH, cut, pad, width
from productgov.wording import one_line

__all__ = ["next_dates", "reviews_text", "why_no_dates"]

_KIND, _FREQUENCY, _DATES = 9, 24, 43


def reviews_text(governance: ProductGovernance, *, as_of: date | None = None, width: int = WIDTH) -> str:
    """The reviews, one line each: kind, frequency, and the next three dates.

    Where there are no dates, the line says why.

    Args:
        governance: whose reviews to show.
        as_of: the first day to show dates from; left out, the document's `asOf`, else today.
        width: the most columns that a line may take; less than 80 counts as 80.
    """
    return "\n".join(_lines(governance, resolve_as_of(governance, as_of), max(width, WIDTH)))


def next_dates(review: Review, as_of: date, *, count: int = 3) -> tuple[date, ...]:
    """The next dates of a review; none where it has no readable frequency or no first day (`starts_on`).

    Args:
        review: the review.
        as_of: the first day that counts.
        count: how many dates to give at most.
    """
    return tuple(islice(review.dates(as_of, date.max), count))


def _lines(governance: ProductGovernance, as_of: date, columns: int) -> Iterator[str]:
    frequencies = columns - _KIND - _DATES - 2
    for kind, review in governance.reviews.named():
        frequency = cut(one_line(review.frequency), frequencies)
        dates = ", ".join(map(str, next_dates(review, as_of))) or why_no_dates(review)
        yield f"{pad(kind, _KIND)} {pad(frequency, max(_FREQUENCY, width(frequency)))} {dates}"


def why_no_dates(review: Review) -> str:
    """Why a review has no next dates."""
    if review.cadence is None:
        return "no dates: its frequency cannot be read"
    if review.cadence.dated is None:
        return "no fixed dates"
    return "no further dates" if review.starts_on else "no dates: it has no startsOn"
