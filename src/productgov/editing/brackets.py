"""Changes of what is in a bracket: parts come and go, and the commas follow."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from productgov.editing.edits import Change
from productgov.editing.items import BracketParts
from productgov.editing.layout import Layout
from productgov.editing.pieces import Piece
from productgov.editing.style import Style
from productgov.paths import Path

__all__ = ["Part", "bracket_changes"]


_NOTHING = Piece(text="", column=0)


class Part(NamedTuple):
    """A part of a bracket as it should be.

    Attributes:
        path: its path in the new document.
        stays: the index of the part that stays in its place for it; None for one that is added.
        new: what is added.
    """

    path: Path
    stays: int | None
    new: Piece = _NOTHING


def bracket_changes(
    layout: Layout, style: Style, parts: BracketParts, wanted: Sequence[Part], path: Path
) -> Iterator[Change]:
    """The changes that add parts to a bracket and remove others.

    Args:
        layout: the text.
        style: its style.
        parts: the parts of the bracket now.
        wanted: its parts as they should be; those that stay are in their old order.
        path: the path of the bracket in the new document.
    """
    stays = [part.stays for part in wanted if part.stays is not None]
    gone = sorted(set(range(len(parts.starts))).difference(stays))
    if parts.in_lines:
        yield from _commas(parts, wanted, path)
        yield from _added_lines(layout, parts, wanted)
        lines = ((parts.first_line(index), parts.last_line(index)) for index in gone)
        yield from (Change(*cut, path) for cut in layout.without_lines(lines))
    elif not stays:
        text = style.comma.join(part.new.text for part in wanted)
        yield Change(parts.starts[0], parts.ends[-1], text, path)
    else:
        yield from _added_in_line(layout, style, parts, wanted, stays)
        yield from _removed_in_line(layout, parts, gone, path)


def _added_lines(layout: Layout, parts: BracketParts, wanted: Sequence[Part]) -> Iterator[Change]:
    at = layout.previous_end(parts.first_line(0))
    for part in wanted:
        if part.stays is not None:
            at = parts.last_line(part.stays)
        else:
            comma = "," if parts.ends_with_comma or part is not wanted[-1] else ""
            line_break = layout.line_break(at)
            text = part.new.as_part(parts.column, line_break, comma=comma)
            yield Change(at, at, line_break + text, part.path)


def _commas(parts: BracketParts, wanted: Sequence[Part], path: Path) -> Iterator[Change]:
    """Every part needs a comma but the last, which has one where the last part had one before."""
    for part in wanted:
        if part.stays is None:
            continue
        comma = parts.commas[part.stays]
        needs = parts.ends_with_comma or part is not wanted[-1]
        if needs and comma is None:
            yield Change(parts.ends[part.stays], parts.ends[part.stays], ",", path)
        elif comma is not None and not needs:
            yield Change(comma, comma + 1, "", path)


def _added_in_line(
    layout: Layout, style: Style, parts: BracketParts, wanted: Sequence[Part], stays: list[int]
) -> Iterator[Change]:
    between = (layout.text[end:start] for end, start in zip(parts.ends, parts.starts[1:], strict=False))
    separator = next((each for each in between if each.strip() == "," and "\n" not in each), style.comma)
    last: int | None = None
    for part in wanted:
        if part.stays is not None:
            last = part.stays
        elif last is None:
            at = parts.starts[stays[0]]
            yield Change(at, at, part.new.text + separator, part.path)
        else:
            yield Change(parts.ends[last], parts.ends[last], separator + part.new.text, part.path)


def _removed_in_line(layout: Layout, parts: BracketParts, gone: list[int], path: Path) -> Iterator[Change]:
    """Remove each part with the comma after it; those at the end with the comma before them; comments stay."""
    for first, last in _runs(gone):
        follows = last + 1 < len(parts.starts)
        start = parts.starts[first] if follows else parts.ends[first - 1]
        end = parts.starts[last + 1] if follows else parts.ends[last]
        gaps = pairwise([start, *(edge for index in range(first, last + 1) for edge in _edges(parts, index)), end])
        if any("#" in layout.text[one:other] for index, (one, other) in enumerate(gaps) if index % 2 == 0):
            for index in range(first, last + 1):
                yield Change(parts.starts[index], parts.after(index), "", path)
        else:
            yield Change(start, end, "", path)


def _edges(parts: BracketParts, index: int) -> tuple[int, int]:
    return parts.starts[index], parts.ends[index]


def _runs(indices: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of neighbours."""
    known = set(indices)
    ends = (index for index in indices if index + 1 not in known)
    return zip((index for index in indices if index - 1 not in known), ends, strict=True)
