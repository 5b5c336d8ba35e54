"""The text of a merge: that of ours, with the lines of theirs, and with markers where the two conflict."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryDirectory
from typing import NamedTuple

from productgov.changes.git_files import Repository
from productgov.changes.merge_governances import MergedGovernances
from productgov.document import Document, edited, has_errors
from productgov.errors import GitError
from productgov.loading import parse

__all__ = ["LABELS", "GitMerge", "MergedText", "merged_by_git", "merged_text"]

LABELS = ("ours", "theirs")
"""What the markers of a conflict call the two sides."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MOST_CONFLICTS = 127
"""The highest exit status of `git merge-file` that counts conflicts; what is above it is an error."""


class GitMerge(NamedTuple):
    """What `git merge-file` made of three texts.

    Attributes:
        text: the merged text.
        conflicts: how many conflicts are marked in it.
    """

    text: bytes
    conflicts: int


class MergedText(NamedTuple):
    """The text of a merge.

    Attributes:
        document: the merged document, with conflicts decided as ours.
        text: the text, with the conflicts marked.
        rewritten: JSON Pointers of what was written anew, as of an edited document.
    """

    document: Document
    text: str
    rewritten: tuple[str, ...]


def merged_by_git(base: bytes, ours: bytes, theirs: bytes, *options: str) -> GitMerge:
    """Merge three texts line by line, as git itself does.

    Args:
        base: the text before.
        ours: the text of one side.
        theirs: the text of the other side.
        *options: options of `git merge-file`: `--ours` decides all conflicts as ours.

    Raises:
        GitError: when there is no program `git`, or it refuses to merge, as it does binary files.
    """
    with TemporaryDirectory() as folder:
        names = (LABELS[0], "base", LABELS[1])
        for name, content in zip(names, (ours, base, theirs), strict=True):
            Path(folder, name).write_bytes(content)
        with Repository(folder=Path(folder)).start("merge-file", "-p", *options, *names, stderr=DEVNULL) as process:
            text, _ = process.communicate()
    if not 0 <= process.returncode <= _MOST_CONFLICTS:
        raise GitError("git cannot merge these files line by line; one of them may be binary")
    return GitMerge(text, process.returncode)


def merged_text(
    base: Document | None, ours: Document, theirs: Document | None, merged: MergedGovernances, marker_size: int
) -> MergedText:
    """The text that says a merged governance.

    What is edited is the merge that git makes of the texts, with its conflicts decided as ours, so that comments and
    layout of both sides are in it; where that cannot be read or loses comments, the text of ours. Items that theirs
    has added come with
    their lines. Where the sides conflict, the text is made twice, decided as ours and as theirs, and the
    lines that differ are between markers.
    """
    other = _alike(theirs, ours) if theirs else None
    before = _alike(base, ours) if base else None
    git = _Git(before, ours, other) if before and other else None
    start = git.decided("--ours") if git else None
    document = edited(start or ours, merged.ours, other)
    if git and start and (lost := git.lost(document.text)):
        plain = edited(ours, merged.ours, other)
        if git.lost(plain.text) < lost:
            start, document = None, plain
    if not merged.conflicts:
        return MergedText(document, document.text, document.rewritten)
    start = git.decided("--theirs") if git and start else None
    document_of_theirs = edited(start, merged.theirs, ours) if start else edited(document, merged.theirs, other)
    rewritten = tuple(dict.fromkeys((*document.rewritten, *document_of_theirs.rewritten)))
    return MergedText(document, marked(document.text, document_of_theirs.text, marker_size), rewritten)


def marked(ours: str, theirs: str, size: int) -> str:
    """The text of ours with markers around the lines that are different in theirs, which follow them."""
    line_end = _line_end(ours)
    start, between, end = (f"{sign * size}{label}{line_end}" for sign, label in _SIGNS)
    parts: list[str] = []
    for equal, mine, others in _blocks(_LINE.findall(ours), _LINE.findall(theirs)):
        parts += equal
        if mine or others:
            parts += [start, *_whole(mine, line_end), between, *_whole(others, line_end), end]
    return "".join(parts)


_SIGNS = (("<", f" {LABELS[0]}"), ("=", ""), (">", f" {LABELS[1]}"))


def _whole(lines: list[str], line_end: str) -> Iterator[str]:
    return (line if line.endswith("\n") else line + line_end for line in lines)


def _blocks(ours: list[str], theirs: list[str]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Lines that are equal on both sides, and those that follow them on each side and differ."""
    most = min(len(ours), len(theirs))
    first = next((index for index in range(most) if ours[index] != theirs[index]), most)
    last = next((index for index in range(most - first) if ours[-1 - index] != theirs[-1 - index]), most - first)
    mine, others = ours[first : len(ours) - last], theirs[first : len(theirs) - last]
    equal = ours[:first]
    at = other_at = 0
    for block in SequenceMatcher(None, mine, others).get_matching_blocks():
        yield equal, mine[at : block.a], others[other_at : block.b]
        at, other_at = block.a + block.size, block.b + block.size
        equal = mine[block.a : at]
    yield [*equal, *ours[len(ours) - last :]], [], []


class _Git(NamedTuple):
    """Three documents of one format for git to merge."""

    base: Document
    ours: Document
    theirs: Document

    def decided(self, decision: str) -> Document | None:
        """What git makes of the documents, conflicts decided as one side; None where that is no valid document."""
        if self.base.text == self.ours.text:
            return self.theirs
        if self.theirs.text in (self.base.text, self.ours.text):
            return self.ours
        try:
            base, ours, theirs = (side.text.encode() for side in self)
            text = merged_by_git(base, ours, theirs, decision).text
        except GitError:
            return None
        document = _with(self.ours, text.decode())
        return None if has_errors(document) else document

    def lost(self, text: str) -> int:
        """How many comments are not in a merged text that should be: those of both sides, and those new on one."""
        base, ours, theirs = (_comments(side.text) for side in self)
        return ((ours & theirs | ours - base | theirs - base) - _comments(text)).total()


def _comments(text: str) -> Counter[str]:
    return Counter(_COMMENT.findall(text))


def _alike(document: Document, other: Document) -> Document | None:
    """A document in the format and with the line ends of another one; None where the formats differ."""
    if document.format != other.format:
        return None
    line_end = _line_end(other.text)
    if _line_end(document.text) == line_end or other.text in ("", document.text):
        return document
    return _with(document, document.text.replace("\r\n", "\n").replace("\n", line_end))


def _with(document: Document, text: str) -> Document:
    assert document.format is not None
    return parse(text, format=document.format, name=document.name)


def _line_end(text: str) -> str:
    return "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"
