"""The versions of one document in git: two processes, however many versions there are."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import PurePosixPath
from subprocess import PIPE
from typing import IO, NamedTuple

import attrs

from productgov.changes.git_files import Repository
from productgov.display import Displayed
from productgov.document import has_errors
from productgov.errors import GitError, ProductGovError
from productgov.formats.limits import Limits
from productgov.formats.registry import format_of
from productgov.loading import parse
from productgov.model.governance import ProductGovernance

__all__ = ["GitVersion", "SkippedVersion", "State", "listed_versions", "read_versions"]

_REGULAR_FILES = (b"100644", b"100755")
_COMMIT = b"\x01"
"""What the line of a commit begins with, which no line about a file does."""


@attrs.frozen(kw_only=True, repr=False)
class GitVersion(Displayed):
    """A version of a document in git.

    Attributes:
        day: the day on which it was committed, in the time zone of its author; never before that of the one before it.
        commit: the full id of the commit.
        path: the path of the file in it, from the root of the repository.
    """

    day: date
    commit: str
    path: str


@attrs.frozen(kw_only=True, repr=False)
class SkippedVersion(Displayed):
    """A version that cannot be read.

    Attributes:
        version: the version.
        reason: why, in one sentence.
    """

    version: GitVersion
    reason: str


class State(NamedTuple):
    """A version and the governance in it."""

    version: GitVersion
    governance: ProductGovernance


class Listed(NamedTuple):
    """A version and the id of its content in git; None where it is no regular file."""

    version: GitVersion
    content: str | None


def listed_versions(repository: Repository, path: str) -> tuple[Listed, ...]:
    """The versions of a file as they landed on the current branch, the oldest first, under its earlier names too.

    Raises:
        GitError: when no commit has the file.
    """
    output = repository.run(
        *("log", "--first-parent", "--diff-merges=first-parent", "--follow", "--raw", "--no-abbrev", "-z"),
        *("--format=%x01%H %cs", "HEAD", "--", path),
    )
    newest_first = tuple(_listed(iter(output.split(b"\0"))))
    found: list[Listed] = []
    for version, content in reversed(newest_first):
        day = max(version.day, found[-1].version.day) if found else version.day
        found.append(Listed(attrs.evolve(version, day=day), content))
    if not found:
        raise GitError(f"no commit on this branch has the file {path}")
    return tuple(found)


def _listed(tokens: Iterator[bytes]) -> Iterator[Listed]:
    commit, day = "", date.min
    for token in tokens:
        if token.startswith(_COMMIT):
            name, _, committed = token[1:].decode("ascii").partition(" ")
            commit, day = name, date.fromisoformat(committed)
            continue
        about = token.strip().split(b" ")
        if len(about) == 5:
            _, mode, _, content, status = about
            path = next(tokens)
            is_copy = status.startswith(b"C")
            if is_copy or status.startswith(b"R"):
                path = next(tokens)
            version = GitVersion(day=day, commit=commit, path=path.decode(errors="replace"))
            if status != b"D":
                yield Listed(version, content.decode("ascii") if mode in _REGULAR_FILES else None)
            if is_copy:  # what was before it is the history of another document
                return


def read_versions(
    repository: Repository, listed: Iterable[Listed], limits: Limits, *, every: bool
) -> Iterator[State | SkippedVersion]:
    """Read versions, the oldest first: of each day the last that can be read, and those after it that cannot.

    Args:
        repository: where they are.
        listed: the versions, the oldest first.
        limits: how much to read of each.
        every: whether to read all versions of each day.
    """
    with repository.start("cat-file", "--batch", stdin=PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        read = _Reader(process.stdin, process.stdout, limits)
        if every:
            yield from map(read, listed)
            return
        for _, versions in groupby(listed, key=lambda one: one.version.day):
            yield from _last(read, tuple(versions))


def _last(read: "_Reader", versions: tuple[Listed, ...]) -> Iterator[State | SkippedVersion]:
    skipped: list[SkippedVersion] = []
    for one in reversed(versions):
        found = read(one)
        if isinstance(found, State):
            yield found
            break
        skipped.append(found)
    yield from reversed(skipped)


class _Reader:
    """Reads versions from a running `git cat-file --batch`."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes], limits: Limits) -> None:
        self._questions = questions
        self._answers = answers
        self._limits = limits
        self._known: dict[tuple[str, str], ProductGovernance | str] = {}

    def __call__(self, listed: Listed) -> State | SkippedVersion:
        version, content = listed
        key = content or "", PurePosixPath(version.path).suffix
        if key not in self._known:
            self._known = {key: self._governance(version.path, content)}  # a version that only renames has the same
        found = self._known[key]
        return SkippedVersion(version=version, reason=found) if isinstance(found, str) else State(version, found)

    def _governance(self, path: str, content: str | None) -> ProductGovernance | str:
        """The governance in a file of some content; a text that says why there is none."""
        source = self._content(content) if content else "it is not a regular file"
        if isinstance(source, str):
            return source
        try:
            document = parse(source, format=format_of(path), name=path, limits=self._limits)
        except ProductGovError as error:
            return str(error)
        if has_errors(document):
            first = document.findings[0]
            return f"{first.code} {first.message}"
        return document.governance

    def _content(self, id: str) -> bytes | str:
        self._questions.write(id.encode("ascii") + b"\n")
        self._questions.flush()
        header = self._answers.readline().split()
        if len(header) != 3:
            return "its content was not fetched"
        size = int(header[2])
        source = self._answers.read(size + 1)[:-1]
        return source if size <= self._limits.max_bytes else f"it is longer than {self._limits.max_bytes:,} bytes"
