"""The findings of a reader and of the strict walk, with one finding for each mistake."""

from collections.abc import Iterable, Iterator

import attrs

from productgov.findings import Finding
from productgov.formats.reading import Reading
from productgov.found import Found
from productgov.paths import Path

__all__ = ["merged"]


def merged(reading: Reading, mistakes: Iterable[Found]) -> Iterator[Finding]:
    """The findings of a reader and of the strict walk; a null that a comment stands for is one finding and not two."""
    comments = {finding.path: finding for finding in reading.findings if finding.code == "PG011"}
    explained = set()
    for mistake in mistakes:
        finding = reading.locate(mistake)
        comment = comments.get(finding.path)
        if comment and mistake.code == "PG005" and _is_null(reading.data, mistake.path):
            explained.add(comment)
            hint = f"{comment.message}; {comment.hint}"
            finding = attrs.evolve(finding, hint=hint, location=comment.location, end=comment.end)
        yield finding
    yield from (finding for finding in reading.findings if finding not in explained)


def _is_null(data: object, path: Path) -> bool:
    for token in path:
        data = data[token]  # type: ignore[index]
    return data is None
