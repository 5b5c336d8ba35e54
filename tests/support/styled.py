"""Documents as people write them: one governance, in many styles, with comments that can be told apart."""

import json
from collections.abc import Iterator, Sequence

import attrs

from productgov.formats.registry import FormatName
from productgov.formats.yaml.writer import is_literal, scalar_in_brackets, scalar_text

__all__ = ["LOOKS", "Look", "Styled", "styled"]

Path = tuple[str | int, ...]
_DATE_LENGTH = len("2026-01-01")


@attrs.frozen(kw_only=True)
class Look:
    """How a document is written.

    Attributes:
        name: what it is called in tests.
        indent: the step of the indentation.
        dash: by how much dashes are further right than the key of their list.
        gap: the blanks after a dash.
        brackets: which values are in brackets: none, those that hold only scalars, all, or all with lines of their own.
        quote: the quotes around texts.
        comments: whether there are comments everywhere.
        spaced: whether there are blank lines between the items of lists of objects.
        blocks: whether texts of several words are written over several lines.
        line_break: the line break.
        ends: whether the last line has a line break.
        json: the indentation of JSON; None for YAML, 0 for JSON on one line.
    """

    name: str
    indent: int = 2
    dash: int = 2
    gap: int = 1
    brackets: str = "none"
    quote: str = ""
    comments: bool = False
    spaced: bool = False
    blocks: bool = False
    line_break: str = "\n"
    ends: bool = True
    json: int | None = None


LOOKS = (
    Look(name="block"),
    Look(name="dashes in line with keys", dash=0, spaced=True, blocks=True),
    Look(name="four blanks", indent=4, dash=4, gap=3, comments=True, quote='"'),
    Look(name="comments everywhere", comments=True, brackets="flat", spaced=True),
    Look(name="comments and blocks", comments=True, blocks=True, indent=3, dash=1, quote="'"),
    Look(name="flat in brackets", brackets="flat"),
    Look(name="all in brackets", brackets="all"),
    Look(name="brackets over lines", brackets="lines", comments=True),
    Look(name="CRLF", line_break="\r\n", comments=True, brackets="flat"),
    Look(name="no final newline", ends=False, blocks=True, brackets="flat"),
    Look(name="JSON", json=2),
    Look(name="wide JSON", json=4, line_break="\r\n"),
    Look(name="JSON on one line", json=0),
)


@attrs.frozen(kw_only=True)
class Styled:
    """A document in a style.

    Attributes:
        text: the text.
        format: yaml or json.
        comments: for each comment the value that it belongs to, and goes with.
    """

    text: str
    format: FormatName
    comments: dict[str, Path]


def styled(data: dict[str, object], look: Look) -> Styled:
    """Write a document in a style."""
    if look.json is not None:
        text = json.dumps(data, indent=look.json or None, ensure_ascii=False)
        text = text.replace("\n", look.line_break) + (look.line_break if look.json else "")
        return Styled(text=text, format="json", comments={})
    writer = _Writer(look)
    if look.brackets in {"all", "lines"}:
        lines = [f"{scalar_text(key)}: {writer.brackets(value, (key,), 0)}" for key, value in data.items()]
        lines = "\n".join(lines).split("\n")
    else:
        lines = list(writer.mapping(data, (), 0))
    text = look.line_break.join(lines) + (look.line_break if look.ends else "")
    return Styled(text=text, format="yaml", comments=writer.owners)


class _Writer:
    def __init__(self, look: Look) -> None:
        self.look = look
        self.owners: dict[str, Path] = {}

    def comment(self, owner: Path) -> str:
        text = f"# comment {len(self.owners)}."
        self.owners[text] = owner
        return text

    def behind(self, owner: Path) -> str:
        return f"  {self.comment(owner)}" if self.look.comments and hash_of(owner) % 3 else ""

    def mapping(self, data: dict[str, object], path: Path, column: int) -> Iterator[str]:
        for index, (key, value) in enumerate(data.items()):
            inner = (*path, key)
            if self.look.comments and index and hash_of(inner) % 5 == 0:
                yield " " * column + self.comment(path)
            yield from self.after(f"{' ' * column}{self.key(key)}:", value, inner, column)

    def key(self, key: str) -> str:
        return scalar_text(key)

    def after(self, start: str, value: object, path: Path, column: int) -> Iterator[str]:
        if not isinstance(value, (dict, list)):
            block = self.block(value, column + self.look.indent)
            if block:
                yield f"{start} {block[0]}{self.behind(path)}"
                yield from block[1:]
            else:
                yield f"{start} {self.scalar(value)}{self.behind(path)}"
        elif not value or (self.look.brackets == "flat" and is_flat(value)):
            yield f"{start} {self.brackets(value, path, column)}{self.behind(path)}"
        else:
            yield f"{start}{self.behind(path)}"
            if isinstance(value, dict):
                yield from self.mapping(value, path, column + self.look.indent)
            else:
                yield from self.sequence(value, path, column + self.look.dash)

    def sequence(self, data: list[object], path: Path, column: int) -> Iterator[str]:
        start = " " * column + "-" + " " * self.look.gap
        for index, value in enumerate(data):
            inner = (*path, index)
            if index and self.look.spaced and isinstance(value, dict):
                yield ""
                if self.look.comments and hash_of(inner) % 4 == 0:
                    yield " " * column + self.comment(path)
                    yield ""
            if self.look.comments and hash_of(inner) % 2:
                yield " " * column + self.comment(inner)
            if isinstance(value, dict) and value and not (self.look.brackets == "flat" and is_flat(value)):
                first, *others = self.mapping(value, inner, len(start))
                yield start + first.lstrip(" ")
                yield from others
            elif isinstance(value, list) and value and not (self.look.brackets == "flat" and is_flat(value)):
                first, *others = self.sequence(value, inner, len(start))
                yield start + first.lstrip(" ") if not first.lstrip(" ").startswith("#") else start.rstrip(" ")
                yield from (others if not first.lstrip(" ").startswith("#") else [first, *others])
            else:
                yield from self.after(start.rstrip(" "), value, inner, column)

    def block(self, value: object, column: int) -> list[str]:
        if not self.look.blocks or not isinstance(value, str) or not is_literal(value) or value[0] in " \n":
            return []
        if "\n" in value and value.strip():
            header = "|" if value.endswith("\n") else "|-"
            return [header, *(" " * column + line if line else "" for line in value.removesuffix("\n").split("\n"))]
        if (
            value.count(" ")
            and "  " not in value
            and "\n" not in value
            and value == value.strip()
            and "\t" not in value
        ):
            return [">-", *(" " * column + word for word in value.split(" "))]
        return []

    def scalar(self, value: object, *, in_brackets: bool = False) -> str:
        if isinstance(value, str):
            if len(value) == _DATE_LENGTH and value[:4].isdigit() and value[4] == value[7] == "-":
                return value if value.replace("-", "").isdigit() else json.dumps(value)
            if self.look.quote == "'" and value.isprintable():
                return "'" + value.replace("'", "''") + "'"
            if self.look.quote == '"' and value.isprintable():
                return json.dumps(value, ensure_ascii=False)
        return scalar_in_brackets(value) if in_brackets else scalar_text(value)

    def brackets(self, value: object, path: Path, column: int) -> str:
        if not isinstance(value, (dict, list)) or not value:
            return self.scalar(value, in_brackets=True)
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        lines = self.look.brackets == "lines" and not is_flat(value)
        inner = column + self.look.indent
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        parts = []
        for key, item in pairs:
            written = self.brackets(item, (*path, key), inner)
            parts.append(f"{scalar_in_brackets(key)}: {written}" if isinstance(value, dict) else written)
        if not lines:
            return f"{opening}{', '.join(parts)}{closing}"
        names: Sequence[str | int] = list(value) if isinstance(value, dict) else range(len(value))
        text = opening
        for index, (name, part) in enumerate(zip(names, parts, strict=True)):
            if self.look.comments and isinstance(name, int) and hash_of((*path, name)) % 2:
                text += f"\n{' ' * inner}{self.comment((*path, name))}"
            comma = "," if index + 1 < len(parts) else ""
            text += f"\n{' ' * inner}{part}{comma}{self.behind((*path, name))}"
        return f"{text}\n{' ' * column}{closing}"


def is_flat(value: dict[str, object] | list[object]) -> bool:
    parts = value.values() if isinstance(value, dict) else value
    return not any(isinstance(part, (dict, list)) for part in parts)


def hash_of(path: Path) -> int:
    return sum(map(ord, "/".join(map(str, path))))
