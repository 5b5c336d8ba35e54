"""What to write for a single value where a list belongs."""

from collections.abc import Callable

from productgov.fields.hints import NO_HINT, Hint
from productgov.found import Found, Write
from productgov.paths import Trail

__all__ = ["bracketed"]


def bracketed(value: object, walk_item: Callable[[object, Trail, list[Found]], None]) -> Hint:
    """The hint for a value that is not a list: its brackets, and the list where every item of it is good."""
    if value is None:
        return NO_HINT
    parts = [part.strip() for part in value.split(",")] if isinstance(value, str) else []
    for items in ([value], parts):
        mistakes: list[Found] = []
        for item in items:
            walk_item(item, (None, 0), mistakes)
        if items and not mistakes:
            return Hint("put it in brackets, also when it is the only one", Write(items))
    return Hint("put it in brackets, also when it is the only one")
