"""The reviews as a calendar file (iCalendar, RFC 5545) that any calendar application can import."""

import attrs

from productgov.errors import MissingExtraError
from productgov.ics.events import ReviewEvent, SkippedReview, review_events
from productgov.model.governance import ProductGovernance

__all__ = ["ReviewCalendar", "calendar", "calendar_of"]


@attrs.frozen(kw_only=True)
class ReviewCalendar:
    """A calendar file, and what did not get into it.

    Attributes:
        content: the file, as iCalendar.
        events: the reviews in it.
        skipped: the reviews that have no dates, each with the reason.
    """

    content: bytes
    events: tuple[ReviewEvent, ...]
    skipped: tuple[SkippedReview, ...]


def calendar(governance: ProductGovernance) -> bytes:
    """The reviews as an iCalendar file: an event that recurs for each review that has dates.

    The same document gives the same bytes. An event keeps its UID as long as the document keeps its name (or, without
    a name, its mission), so that importing again updates what is there. The participants with an e-mail address are
    attendees, and whoever drives, else the first of them, is the organizer.

    Raises:
        MissingExtraError: the extra `calendar` is not installed.
    """
    return calendar_of(governance).content


def calendar_of(governance: ProductGovernance) -> ReviewCalendar:
    """The same calendar, together with the reviews that are not in it, and why.

    Raises:
        MissingExtraError: the extra `calendar` is not installed.
    """
    try:
        from productgov.ics.icalendar_file import write_icalendar  # noqa: PLC0415 - needs an extra
    except ImportError:
        raise MissingExtraError("writing a calendar", "calendar") from None
    reviews = tuple(review_events(governance))
    events = tuple(review for review in reviews if isinstance(review, ReviewEvent))
    return ReviewCalendar(
        content=write_icalendar(events, name=governance.name, written=governance.as_of),
        events=events,
        skipped=tuple(review for review in reviews if isinstance(review, SkippedReview)),
    )
