"""Changes of lines: values under keys and after dashes, fields that go, lists that become empty."""

import re
from collections.abc import Iterator, Sequence

from productgov.editing.edits import Change
from productgov.editing.fresh import Written
from productgov.editing.items import ListItems
from productgov.editing.layout import Layout
from productgov.editing.nodes import Mapping, Node, Scalar
from productgov.editing.places import Place
from productgov.editing.scalars import BlockText, block_text, json_scalar, yaml_scalar
from productgov.editing.style import Style
from productgov.formats.yaml.scalars import resolve
from productgov.paths import Path

__all__ = ["blank_before", "emptied", "put", "removed_fields", "replaced_scalar"]

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_BLOCKS = frozenset("|>")


def put(layout: Layout, place: Place, written: Written, path: Path) -> list[Change]:
    """Write a value in the place of another, in block style; comments on the line of its key or its dash stay."""
    node = place.node
    head, rest = written
    if isinstance(node, Scalar) and node.style in _BLOCKS:
        header = _BLOCK_HEADER.match(layout.text, node.start)
        end = header.end() if header else node.end
        line_end = layout.end(node.start)
        return [*_head(layout, place, head, end, path), Change(line_end, max(line_end, node.end), rest, path)]
    if isinstance(node, Scalar) or node.in_brackets:
        line_end = layout.end(node.end)
        changes = _head(layout, place, head, node.end, path)
        return [*changes, Change(line_end, line_end, rest, path)] if rest else changes
    if layout.line(node.start) == layout.line(place.slot):
        return [Change(node.start, node.end, head + rest, path)]
    line_end = layout.end(place.slot)
    before = [Change(place.slot, place.slot, f" {head}", path)] if head else []
    return [*before, Change(line_end, node.end, rest, path)]


def _head(layout: Layout, place: Place, head: str, end: int, path: Path) -> list[Change]:
    """Write what is on the line of a key or a dash in the place of what is there."""
    start = place.node.start
    if not head:
        only_blanks = layout.is_blank(place.slot, start)
        return [Change(place.slot if only_blanks else start, end, "", path)]
    return [Change(start, end, f" {head}" if start == place.slot else head, path)]


def replaced_scalar(
    layout: Layout, style: Style, place: Place, node: Scalar, value: object, path: Path
) -> list[Change]:
    """Write a scalar in the place of another, with the same quotes or as the same kind of block."""
    if style.is_json:
        return [Change(node.start, node.end, json_scalar(value, escaped=style.escapes), path)]
    if node.style in _BLOCKS:
        block = block_text(value, node.style, width=_width(layout, node))
        if block is not None:
            return _replaced_block(layout, place, node, block, path)
        return put(layout, place, Written(yaml_scalar(value)), path)
    quote = node.style if node.style or isinstance(resolve(node.text), str) else style.quote(path)
    text = yaml_scalar(value, quote, in_brackets=place.in_brackets, plain_dates=style.plain_dates)
    return [Change(node.start, node.end, blank_before(layout, node) + text, path)]


def blank_before(layout: Layout, node: Node) -> str:
    """The blank that a value needs where nothing stands after a colon or a dash, not even a blank."""
    return " " if node.start == node.end and not layout.text[node.start - 1].isspace() else ""


def _replaced_block(layout: Layout, place: Place, node: Scalar, block: BlockText, path: Path) -> list[Change]:
    header = _BLOCK_HEADER.match(layout.text, node.start)
    written = header[0] if header else node.style
    line_end = layout.end(node.start)
    digits = "".join(filter(str.isdigit, written))
    lines = layout.text[line_end : node.end].split("\n")
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    indent = " " * (min(indents) if indents and not digits else place.column + int(digits or 2))
    line_break = layout.line_break(node.start)
    body = "".join(line_break + (indent + line if line else "") for line in block.lines)
    return [
        Change(node.start, node.start + len(written), block.header[0] + digits + block.header[1:], path),
        Change(line_end, max(line_end, node.end), body, path),
    ]


def _width(layout: Layout, node: Scalar) -> int:
    """The longest line of a text whose lines are joined; 0 when it has a line for each of its own."""
    if node.style != ">":
        return 0
    lines = [line.strip() for line in layout.text[layout.end(node.start) : node.end].split("\n")]
    paragraphs = sum(map(bool, node.text.split("\n")))
    return max(map(len, lines)) if sum(map(bool, lines)) > paragraphs else 0


def removed_fields(layout: Layout, node: Mapping, gone: Sequence[int], path: Path) -> Iterator[Change]:
    """Remove fields of an object in block style with their lines; at least one stays.

    The comment on the line of a field goes with it, the comment lines above it stay.
    """
    all_gone = set(gone)
    leading = next(index for index in range(len(node.keys)) if index not in all_gone)
    if leading:
        yield from _removed_first(layout, node, leading, path)
    lines = (_lines(layout, node, index) for index in gone if index > leading)
    yield from (Change(*cut, path) for cut in layout.without_lines(lines))


def _lines(layout: Layout, node: Mapping, index: int) -> tuple[int, int]:
    """Where the lines of a field begin and end."""
    return layout.line(node.keys[index].start), layout.end(node.items[index].end)


def _removed_first(layout: Layout, node: Mapping, count: int, path: Path) -> Iterator[Change]:
    """Remove the first fields of an object; what is before them on their line, such as a dash, stays."""
    lines = [_lines(layout, node, index) for index in range(count)]
    first, following = node.keys[0].start, node.keys[count].start
    starts = [*(start for start, _ in lines[1:]), layout.line(following)]
    if all(layout.is_blank(end, start) for (_, end), start in zip(lines, starts, strict=True)):
        yield Change(first, following, "", path)
    elif layout.begins_line(first):
        yield from (Change(start, layout.next_line(end), "", path) for start, end in lines)
    else:
        before = layout.text[lines[0][0] : first].rstrip()
        yield Change(lines[0][0] + len(before), lines[0][1], "", path)
        yield from (Change(*cut, path) for cut in layout.without_lines(lines[1:]))


def emptied(layout: Layout, place: Place, items: ListItems, path: Path) -> list[Change]:
    """Write `[]` after the key of a list with dashes, and remove its items; comments that are no item's stay."""
    indent = " " * items.column
    line_break = layout.line_break(place.slot)
    comments = "".join(f"{line_break}{indent}{line}" for line in items.comments_between())
    return [
        Change(place.slot, place.slot, " []", path),
        Change(layout.previous_end(items.starts[0]), items.ends[-1], comments, path),
    ]
