"""The findings of the readers: syntax errors, duplicate keys, exceeded limits."""

from collections.abc import Iterable

from productgov.collected import Collected
from productgov.findings import Finding, Location, Severity
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.reading import NoPositions, Reading
from productgov.paths import bounded_pointer
from productgov.wording import quoted_value

__all__ = [
    "UnreadableError",
    "broken",
    "duplicate_key",
    "lost_text",
    "over_limit",
    "raise_limit_hint",
    "too_deep",
    "too_deep_hint",
    "too_long",
    "too_many_digits",
    "too_many_values",
    "unreadable",
]


class UnreadableError(Exception):
    """Raised inside a reader to stop it; it never leaves this package."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


def unreadable(message: str, *, hint: str, location: Location | None) -> UnreadableError:
    """PG001: the text does not follow the grammar of its format, or is not UTF-8."""
    return UnreadableError(_finding("PG001", "", message, hint, location))


def over_limit(message: str, *, hint: str, location: Location | None) -> UnreadableError:
    """PG010: the text exceeds a limit of the reader."""
    return UnreadableError(_finding("PG010", "", message, hint, location))


def too_long(limits: Limits) -> UnreadableError:
    """PG010: more bytes than `max_bytes`."""
    return over_limit(
        f"the document is longer than {limits.max_bytes:,} bytes", hint=raise_limit_hint("max_bytes"), location=None
    )


def too_deep(limits: Limits, location: Location | None) -> UnreadableError:
    """PG010: more levels of lists and objects than `max_depth`."""
    message = f"lists and objects are nested deeper than {limits.max_depth:,}"
    return over_limit(message, hint=too_deep_hint(limits), location=location)


def too_many_values(limits: Limits, location: Location | None) -> UnreadableError:
    """PG010: more values than `max_nodes`."""
    message = f"the document holds more than {limits.max_nodes:,} values"
    return over_limit(message, hint=raise_limit_hint("max_nodes"), location=location)


def too_many_digits(limits: Limits, location: Location) -> UnreadableError:
    """PG010: a number longer than `max_digits`."""
    message = f"a number with more than {limits.max_digits:,} digits"
    return over_limit(message, hint="write it with fewer digits, or as a text", location=location)


def duplicate_key(tokens: Iterable[str | int], *, location: Location, hint: str = "") -> Finding:
    """PG002: the last token of the path is a duplicate key; the location is that of the second one."""
    path = tuple(tokens)
    message = f"duplicate key {quoted_value(str(path[-1]))}"
    return _finding(
        "PG002", bounded_pointer(path), message, hint or "keep one of the two; the first was read", location
    )


def lost_text(path: Iterable[str | int], kept: str, lost: str, *, location: Location, end: Location) -> Finding:
    """PG011: a `#` cuts off a text, or stands where one should begin; the place is that of what is lost."""
    what = f"the text {quoted_value(kept)} is cut off" if kept else "there is no value"
    return Finding(
        code="PG011",
        severity=Severity.WARNING,
        path=bounded_pointer(tuple(path)),
        message=f"{what}: {quoted_value(lost)} is read as a comment",
        hint="put the whole text in quotes; a comment has a blank after its #",
        location=location,
        end=end,
    )


def broken(finding: Finding, *, before: Collected[Finding] | None = None) -> Reading:
    """The outcome of a reader that had to stop, with what it had found before."""
    findings, omitted = (before.kept, before.omitted) if before else ((), ())
    return Reading(data=None, positions=NoPositions(), findings=(*findings, finding), omitted=omitted, broken=True)


def raise_limit_hint(limit: str) -> str:
    """The hint of PG010: how to raise the limit, a field of `Limits`."""
    return f"if the document must be like this, raise the limit: limits=Limits({limit}=…)"


def too_deep_hint(limits: Limits) -> str:
    """The hint where data is deeper than `max_depth`: no valid document is deeper than that is by default."""
    if limits.max_depth < DEFAULT_LIMITS.max_depth:
        return raise_limit_hint("max_depth")
    return "flatten the data, or keep it as a text"


def _finding(code: str, path: str, message: str, hint: str, location: Location | None) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, path=path, message=message, hint=hint, location=location)
