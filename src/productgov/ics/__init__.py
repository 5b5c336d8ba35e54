"""The reviews as a calendar file (iCalendar, RFC 5545).

`productgov.calendar` writes the file; `review_calendar` also says which reviews are not in it, and why.
"""

from typing import TYPE_CHECKING

from productgov.lazy import lazy_names

if TYPE_CHECKING:
    from productgov.ics.events import Attendee, ReviewEvent, SkippedReview
    from productgov.ics.reviews import ReviewCalendar, review_calendar
else:
    __getattr__, __dir__ = lazy_names(
        __name__, {"events": "Attendee ReviewEvent SkippedReview", "reviews": "ReviewCalendar review_calendar"}
    )

__all__ = ["Attendee", "ReviewCalendar", "ReviewEvent", "SkippedReview", "review_calendar"]
