"""What to write for a single value where a list belongs."""

import re
from collections.abc import Callable, Sequence

from productgov.codec.strict.mistakes import Mistakes
from productgov.fields.hints import NO_HINT, Hint
from productgov.found import Write
from productgov.paths import Trail

__all__ = ["bracketed"]


_BRACKETS = "put it in brackets, also when it is the only one"
_LONGEST = 1_000
_DASH = re.compile(r"(?:^|(?<=\s))-(?=\S)")


def bracketed(value: object, walk_item: Callable[[object, Trail, Mistakes], None]) -> Hint:
    """The hint for a value that is not a list: its brackets, and the list where every item of it is good."""
    if value is None:
        return NO_HINT
    text = value.strip() if isinstance(value, str) and len(value) <= _LONGEST else ""
    if _DASH.match(text):
        items = _DASH.sub("- ", f" {text}").split(" - ")
        return Hint("put a space after the dash of each item", _list(items, walk_item))
    inside = text.strip("[]")
    whole = _list([value], walk_item) if inside == text else None
    return Hint(_BRACKETS, whole or _list(inside.split(","), walk_item))


def _list(items: Sequence[object], walk_item: Callable[[object, Trail, Mistakes], None]) -> Write | None:
    """The list of these items, where every one is good; texts without the blanks around them."""
    stripped = [item.strip() if isinstance(item, str) else item for item in items]
    kept = [item for item in stripped if item != ""]
    mistakes = Mistakes()
    for item in kept:
        walk_item(item, None, mistakes)
    return None if mistakes or not kept else Write(kept)
