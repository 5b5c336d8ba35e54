"""The reviews as a calendar file (iCalendar, RFC 5545)."""
