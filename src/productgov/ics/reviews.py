"""The reviews as a calendar file (iCalendar, RFC 5545) that calendar applications can import."""

import attrs

from productgov.display import Displayed
from productgov.errors import MissingExtraError
from productgov.ics.events import ReviewEvent, SkippedReview, review_events
from productgov.model.governance import ProductGovernance

__all__ = ["ReviewCalendar", "calendar", "review_calendar"]


@attrs.frozen(kw_only=True, repr=False)
class ReviewCalendar(Displayed):
    """A calendar file, with the reviews that are in it and those that are not.

    Attributes:
        content: the file, as iCalendar in UTF-8.
        events: the reviews in it.
        skipped: the reviews that have no dates, each with the reason.
    """

    content: bytes
    events: tuple[ReviewEvent, ...]
    skipped: tuple[SkippedReview, ...]


def calendar(governance: ProductGovernance) -> bytes:
    """The reviews as an iCalendar file: a recurring event for each review that has dates.

    The same document gives the same bytes. An event keeps its UID as long as the document keeps its name (or its
    mission, where it has no name), so that importing the file again updates the event. Participants with an e-mail
    address are attendees; the driver, or else the first of them, is the organizer.

    Raises:
        MissingExtraError: the extra `calendar` is not installed.
    """
    return review_calendar(governance).content


def review_calendar(governance: ProductGovernance) -> ReviewCalendar:
    """The calendar file of `productgov.calendar`, with the reviews that are not in it and the reasons.

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
