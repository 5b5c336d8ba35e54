"""What an edit must keep: the comments of everything that is still there, and the lines of all that did not change."""

import json
import re
from collections import Counter
from collections.abc import Iterator

from productgov.document import Document
from productgov.paths import to_pointer

__all__ = ["changed_lines", "identity", "lost_comments", "stray_comments"]

Path = tuple[str | int, ...]
Identity = tuple[object, ...]
_COMMA = re.compile(r",(?=\s*(?:#.*)?$)")
_HORIZONS = ("roadmap", "timeHorizon")


def lost_comments(before: Document, after: Document, comments: dict[str, Path]) -> list[str]:
    """The comments that are gone although what they belong to is still there, or that are there twice."""
    still = dict(identities(after.data))
    return [
        comment
        for comment, owner in comments.items()
        if after.text.count(comment) > 1
        or (after.text.count(comment) == 0 and (not owner or identity(before.data, owner) in still))
    ]


def stray_comments(before: Document, after: Document, comments: dict[str, Path]) -> list[str]:
    """The comments that stood directly above an item and do not any more, although the item is still there."""
    still = identities(after.data)
    return [
        comment
        for comment, owner in comments.items()
        if stands_above(before, comment, owner)
        and (path := still.get(identity(before.data, owner)))
        and not stands_above(after, comment, path)
    ]


def stands_above(document: Document, comment: str, path: Path) -> bool:
    """Whether a comment is on a line directly above an item, or above other comments that are."""
    lines = [line.strip() for line in document.text.split("\n")]
    if not path or not isinstance(path[-1], int) or comment not in lines:
        return False
    first = next(number for number in range(lines.index(comment), len(lines)) if not lines[number].startswith("#"))
    location = document.locate(to_pointer(path))
    return location is not None and location.line == first + 1


def changed_lines(before: Document, after: Document) -> list[str]:
    """The lines that are different although everything on them is the same."""
    new: dict[tuple[object, ...], set[str]] = {}
    for line, group in lines_with(after):
        new.setdefault(tuple(group), set()).add(line)
    wrong = []
    for line, group in lines_with(before):
        lines = new.get(tuple(group))
        if lines is not None and line not in lines:
            wrong.append(f"{line!r} became {sorted(lines)}")
    return wrong


def lines_with(document: Document) -> Iterator[tuple[str, list[object]]]:
    """Each line on which values begin, without the comma at its end, with what the values are and where they belong."""
    texts = document.text.split("\n")
    groups: dict[int, list[object]] = {}
    names = {path: name for name, path in identities(document.data).items()}
    for path, value in leaves(document.data):
        location = document.locate(to_pointer(path))
        assert location is not None
        where = tuple(token for token in path if isinstance(token, str))
        groups.setdefault(location.line, []).append((names[path], where, type(value), json.dumps(value)))
    for line, group in groups.items():
        yield _COMMA.sub("", texts[line - 1].rstrip("\r")), group


def leaves(data: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list) and data:
        for index, value in enumerate(data):
            yield from leaves(value, (*path, index))
    else:
        yield path, data


def identity(data: object, path: Path) -> Identity:
    """What a value is, wherever it stands: its path, with the keys of items in the place of their numbers."""
    return next(name for name, each in identities(data).items() if each == path)


def identities(data: object) -> dict[Identity, Path]:
    found: dict[Identity, Path] = {}
    counter: Counter[object] = Counter()
    waiting: list[tuple[Identity, Path, object]] = [((), (), data)]
    while waiting:
        name, path, value = waiting.pop()
        found[name] = path
        if isinstance(value, dict):
            waiting += [((*name, key), (*path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                key = key_of(inner)
                holder = name[:1] if isinstance(inner, dict) and "id" in inner and len(name) < 4 else name
                counter[holder, key] += 1
                waiting.append(((*holder, (key, counter[holder, key])), (*path, index), inner))
    return found


def key_of(item: object) -> str:
    if isinstance(item, dict):
        for names in (("id",), ("from", "to", "type"), ("date",), ("url",), ("functional", "dysfunctional")):
            if names[0] in item:
                return json.dumps([item.get(name) for name in names])
        if "title" in item:
            return json.dumps([item["title"], item.get("name")])
    return json.dumps([item, None])
