"""How the strict walk reports a mistake: its path, the subject of its message, and near names for its hint."""

from collections.abc import Iterable
from difflib import get_close_matches

from productgov.found import Found
from productgov.paths import Trail, path_of
from productgov.wording import escaped

__all__ = ["mistake", "nearest", "subject"]


def mistake(code: str, trail: Trail, message: str, hint: str, *, on_key: bool = False) -> Found:
    """A mistake in the value at a trail, or in its key."""
    return Found(path_of(trail), message, hint, code=code, on_key=on_key)


def subject(trail: Trail) -> str:
    """What a message calls the value at a trail: `confidence`, `participants[2]`, or the document."""
    indices = ""
    while trail is not None:
        trail, token = trail
        if isinstance(token, str):
            return escaped(token)[:64] + indices
        indices = f"[{token}]{indices}"
    return f"the document{indices}"


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """The known name that is most like another, if any is; case, hyphens and underscores make no difference."""
    plain = {_plain(each): each for each in known}
    return [plain[match] for match in get_close_matches(_plain(name), plain, n=1, cutoff=0.6)]


def _plain(name: str) -> str:
    return name[:64].replace("_", "").replace("-", "").lower()
