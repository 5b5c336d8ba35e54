"""Fingerprints of findings: the same when lines and items move, so that services recognize a finding they know."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from productgov.paths import from_pointer
from productgov.reports.reporter import CheckedDocument

__all__ = ["fingerprints"]

_NAMES = ("id", "code", "date", "title", "url")
_LONGEST_NAME = 100


def fingerprints(document: CheckedDocument) -> Iterator[str]:
    """The fingerprint of each finding of a document.

    It is made from the path of the file, the code, and the place, in which the items of lists are identified by what
    they contain instead of by their positions. Findings that have all of that in common are numbered.
    """
    seen: Counter[str] = Counter()
    for finding in document.report.findings:
        place = sha256()
        for part in (document.path, finding.code, *_stable_place(document.data, finding.path)):
            place.update(part.encode(errors="backslashreplace"))
            place.update(b"\0")
        digest = place.hexdigest()[:32]
        seen[digest] += 1
        yield f"{digest}:{seen[digest]}"


def _stable_place(data: object, pointer: str) -> Iterator[str]:
    for token in from_pointer(pointer):
        if isinstance(data, dict):
            data = data.get(str(token))
            yield str(token)
        elif isinstance(data, list) and isinstance(token, int) and token < len(data):
            data = data[token]
            yield _name_of(data)
        else:
            yield str(token)


def _name_of(item: object) -> str:
    """What an item is recognized by: a text or number itself, an object by its name; a list by nothing."""
    if not isinstance(item, dict):
        return _short(item)
    if "from" in item and "to" in item:
        return f"{_short(item['from'])} {_short(item.get('type', 'requires'))} {_short(item['to'])}"
    return next((f"{name}={_short(item[name])}" for name in _NAMES if name in item), "")


def _short(value: object) -> str:
    if isinstance(value, str):
        return value[:_LONGEST_NAME]
    return "" if isinstance(value, (dict, list)) else str(value)[:_LONGEST_NAME]
