"""Documents as they were: in a git revision, or before a day."""

from datetime import date
from os import PathLike
from pathlib import Path

from productgov.changes.git_files import Repository
from productgov.document import Document
from productgov.errors import GitError
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.registry import format_of
from productgov.loading import parse

__all__ = ["document_in", "read_version"]


def read_version(path: str | PathLike[str], revision: str | date, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file as it was in its git repository, as a document, valid or not.

    Args:
        path: the file; it need not exist any more.
        revision: a branch, a tag, the id of a commit, `HEAD~3`; or a day, for the last version before it began.
        limits: how much to read.

    Raises:
        GitError: when there is no program `git`, no repository around the file, no such revision or no such file in it.
        UnknownFormatError: when its name does not end in .json, .yaml, .yml or .toml.
        MissingExtraError: when it is YAML and PyYAML is not installed.
    """
    file = Path(path)
    repository = Repository.around(file.parent)
    return document_in(repository, revision, repository.path_of(file), limits)


def document_in(repository: Repository, revision: str | date, path: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file of a repository as it was.

    Args:
        repository: the repository.
        revision: as for `read_version`.
        path: the path of the file from the root of the repository.
        limits: how much to read.

    Raises:
        GitError: as `read_version` does, like the other errors.
    """
    form = format_of(path)
    is_day = isinstance(revision, date)
    commit = repository.commit_before(revision) if isinstance(revision, date) else repository.commit(revision)
    data = repository.read(commit, path, limits)
    if data is None:
        when = f"the version of {commit[:10]}, the last before {revision}" if is_day else revision
        raise GitError(f"{path} is not in {when}; where it had another name, write REVISION:PATH")
    return parse(data, format=form, name=f"{commit[:10] if is_day else revision}:{path}", limits=limits)
