"""The two versions that `diff` compares: files, and files in git revisions."""

import os
import re
from datetime import date
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

from productgov.changes.git_files import Repository
from productgov.changes.versions import document_in
from productgov.cli.files import STANDARD_INPUT, open_document
from productgov.cli.settings import settings_finder
from productgov.cli.targets import documents
from productgov.document import Document
from productgov.errors import GitError, InvalidValueError
from productgov.reports.repository import repository_path
from productgov.wording import listed, quoted_value

__all__ = ["Version", "two_versions"]

_REVISION_AND_PATH = re.compile(r"((?:[^:{]|\{[^}]*\})+):(.+)", re.DOTALL)
"""As git reads it: the colon is the first one that is not in braces."""


_DOCUMENT = re.compile(r"(?i)\.(?:json|ya?ml|toml)$")
"""A name with the ending of a document is no revision, but a file that is not there."""


class Version(NamedTuple):
    """A version of a document.

    Attributes:
        name: what it is called: a file, or REVISION:PATH.
        path: where its file is in the repository.
        document: the document.
    """

    name: str
    path: str
    document: Document


class _Operand(NamedTuple):
    """What the command line says about a version.

    Attributes:
        file: a file, or `-`; None for a version in git.
        revision: a revision or, for `--since`, a day; None for a file.
        path: the path in that revision; None for that of the other version.
    """

    file: str | None = None
    revision: str | date | None = None
    path: str | None = None


def two_versions(operands: list[str], since: date | None) -> tuple[Version, Version]:
    """The old and the new version.

    Args:
        operands: up to two of: a file, `-`, REVISION, REVISION:PATH. Without a second one, the new version is the file
            on disk; without any, the old one is that of HEAD.
        since: the old version is the last one before this day; then at most one operand, the file.

    Raises:
        InvalidValueError: the operands do not go together, or no document is named.
        GitError: there is no such revision, or no such file in it.
        OSError: a file cannot be read.
    """
    given = [_operand(operand) for operand in operands]
    if since is not None:
        if len(given) > 1 or (given and given[0].file is None):
            raise InvalidValueError("--since takes the place of OLD; name at most one file beside it")
        given = [_Operand(revision=since), *given]
    elif not given or (len(given) == 1 and given[0].file is not None):
        given = [_Operand(revision="HEAD"), *given]
    old, new = given if len(given) == 2 else (given[0], _on_disk(given[0]))
    if old.file == new.file == STANDARD_INPUT:
        raise InvalidValueError("only one of the two versions can be standard input")
    old, new = _with_path(old, new), _with_path(new, old)
    opened = _opened(new)  # first, so that a file that is not there is the first to be missed
    return _opened(old), opened


def _operand(text: str) -> _Operand:
    if text == STANDARD_INPUT or Path(text).exists() or (os.name == "nt" and PureWindowsPath(text).drive):
        return _Operand(file=text)
    match = _REVISION_AND_PATH.fullmatch(text)
    if match is None:
        return _Operand(file=text) if _DOCUMENT.search(text) else _Operand(revision=text)
    return _Operand(revision=match[1], path=_from_root(match[2]))


def _from_root(path: str) -> str:
    """A path of a revision from the root of the repository; with `./` or `../`, it is from this folder."""
    if not path.startswith(("./", "../")):
        return path
    return _here().path_of(Path(path))


def _here() -> Repository:
    return Repository.around(Path.cwd())


def _on_disk(old: _Operand) -> _Operand:
    """The file on disk with which a version in git is compared."""
    if old.path is None:
        return _Operand(file=_default())
    return _Operand(file=os.path.normpath(_here().up + old.path))


def _default() -> str:
    found = documents((), settings_finder())
    first, *others = found
    if others:
        raise InvalidValueError(f"there are several documents: {listed(found)}; name one of them")
    return first


def _with_path(operand: _Operand, other: _Operand) -> _Operand:
    """A revision without a path is about the file of the other version, else that of the project."""
    if operand.file is not None or operand.path is not None:
        return operand
    if other.path is not None:
        return operand._replace(path=other.path)
    if other.file == STANDARD_INPUT:
        raise InvalidValueError(f"{quoted_value(str(operand.revision))}: no file is named; write REVISION:PATH")
    file = other.file or _default()
    return operand._replace(file=file, path=None)


def _opened(operand: _Operand) -> Version:
    if operand.revision is None:
        assert operand.file is not None
        path = operand.file if operand.file == STANDARD_INPUT else repository_path(operand.file)
        return Version(operand.file, path, open_document(operand.file))
    if operand.file is None:
        repository, path = _here(), operand.path or ""
    else:
        file = Path(operand.file)
        repository = _repository_of(file, operand.revision)
        path = repository.path_of(file)
    document = document_in(repository, operand.revision, path)
    return Version(document.name, path, document)


def _repository_of(file: Path, revision: str | date) -> Repository:
    try:
        return Repository.around(file.parent)
    except GitError as error:
        what = f"{quoted_value(revision)} is no file, and " if isinstance(revision, str) and revision != "HEAD" else ""
        raise GitError(f"{what}{file} cannot be compared with its past: {error}") from None
