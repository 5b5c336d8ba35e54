"""Which documents `check` is about: files, folders and patterns; where none is named, those of the project."""

import os
import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from glob import glob, has_magic
from pathlib import Path

from productgov.cli.files import STANDARD_INPUT
from productgov.cli.settings import Settings, SettingsFinder
from productgov.errors import InvalidValueError

__all__ = ["documents"]

_DOCUMENT = re.compile(r"(?:.+\.)?(?:governance|productgov)\.(?:json|ya?ml|toml)")
_HERE = ("governance.yaml", "governance.yml", "governance.json", "governance.toml")


def documents(names: Sequence[str], settings_for: SettingsFinder) -> tuple[str, ...]:
    """The names of the documents to check, each once.

    Args:
        names: files, folders, patterns, or `-`; none for the documents of the project.
        settings_for: finds the settings of the project.

    Raises:
        InvalidValueError: there is no document, or the settings of the project are not valid.
        OSError: a folder or the settings cannot be read.
    """
    found = [file for name in names for file in _named(name, settings_for)] if names else _of_project(settings_for)
    return tuple(dict.fromkeys(found))


def _named(name: str, settings_for: SettingsFinder) -> Sequence[str]:
    if name == STANDARD_INPUT or Path(name).is_file():
        return (name,)
    if Path(name).is_dir():
        found = [file for file in _in_folder(name) if not _excluded(file, settings_for(file))]
        if not found:
            raise InvalidValueError(f"{name}: no document in this folder: no name like a.governance.yaml")
        return found
    matching = _matching(name) if has_magic(name) else ()
    return [file for file in matching if not _excluded(file, settings_for(file))] or (name,)


def _of_project(settings_for: SettingsFinder) -> Sequence[str]:
    settings = settings_for(STANDARD_INPUT)
    if settings.files:
        return [file for pattern in settings.files for file in _listed(pattern, settings)]
    found = [name for name in _HERE if Path(name).is_file()]
    if not found:
        raise InvalidValueError("there is no governance.yaml here; name a file, or write one: productgov init")
    return found


def _listed(pattern: str, settings: Settings) -> Sequence[str]:
    """The files that match a pattern of the settings, as paths from the current folder."""
    matching = (os.path.relpath(settings.folder / name) for name in _matching(pattern, settings.folder))
    found = [file for file in matching if not _excluded(file, settings)]
    if not found:
        raise InvalidValueError(f"no file matches {pattern!r:.80} of tool.productgov.files")
    return found


def _matching(pattern: str, folder: Path | None = None) -> Sequence[str]:
    names = glob(pattern, root_dir=folder, recursive=True)  # noqa: PTH207 - takes absolute patterns, and "..", too
    return sorted(name for name in names if Path(folder or "", name).is_file())


def _in_folder(name: str) -> Iterator[str]:
    """The documents in a folder and those below it, but for hidden folders, in the order of their names."""
    for folder, below, files in os.walk(name):
        below[:] = sorted(one for one in below if not one.startswith("."))
        yield from (str(Path(folder, file)) for file in sorted(files) if _DOCUMENT.fullmatch(file))


def _excluded(name: str, settings: Settings) -> bool:
    if not settings.exclude:
        return False
    path = Path(os.path.relpath(name, settings.folder)).as_posix()
    return any(fnmatchcase(path, one) or fnmatchcase(path, f"{one.rstrip('/')}/*") for one in settings.exclude)
