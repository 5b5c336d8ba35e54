"""The file that a document was read from: it is replaced only while it holds what the document came from."""

import importlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from types import ModuleType

import attrs

from productgov.errors import ConflictError, InvalidValueError, UnknownFormatError
from productgov.formats.files import read_bytes, replace_file
from productgov.formats.limits import Limits
from productgov.formats.registry import FormatName, format_of

__all__ = ["StoredFile", "save_as"]

_fcntl = importlib.import_module("fcntl") if find_spec("fcntl") else None
_WAITS = (0.01, 0.04, 0.1, 0.25, 0.6, 1.0)
"""Seconds between attempts to lock a file; then it is replaced without."""


@attrs.frozen(kw_only=True)
class StoredFile:
    """A file, and what it may hold when it is replaced.

    Attributes:
        path: where it is.
        content: what was read from it.
        limits: how much may be read from it.
        later: the digests of what may have been saved to it since.
    """

    path: Path
    content: bytes = attrs.field(repr=False)
    limits: Limits = attrs.field(repr=False)
    later: frozenset[bytes] = attrs.field(default=frozenset(), repr=False)

    def after(self, text: str) -> "StoredFile":
        """The same file for a document that is made from one with this text, which may be saved first."""
        return attrs.evolve(self, later=self.later | {sha256(text.encode()).digest()})

    def replace(self, text: str) -> None:
        """Replace the file in one step, unless it holds something that is not known.

        It is compared directly before it is replaced. Where the system has locks on files, others that do the same
        wait meanwhile.

        Raises:
            ConflictError: when the file holds something else, or is gone.
            OSError: when it cannot be written; the old one is still whole then.
        """
        known = self.after(text)
        with _locked(self.path):
            replace_file(self.path, text, unless=known.refuse_changed)

    def refuse_changed(self) -> None:
        """Check what the file holds.

        Raises:
            ConflictError: when it is not known.
        """
        try:
            found = read_bytes(self.path, self.limits)
        except FileNotFoundError:
            raise ConflictError(str(self.path), gone=True) from None
        if found != self.content and sha256(found).digest() not in self.later:
            raise ConflictError(str(self.path))


def save_as(path: str | PathLike[str], text: str, format: FormatName | None) -> None:
    """Write a text in a format to a file, whatever it holds.

    Raises:
        InvalidValueError: when the ending of the name says another format.
        OSError: when the file cannot be written; the old one is still whole then.
    """
    with suppress(UnknownFormatError):
        if (other := format_of(path)) != format:
            raise InvalidValueError(f"{path!s:.200}: the text is {format}, not {other}; call dump to convert it")
    replace_file(Path(path), text)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Let one process at a time replace a file, as far as the others ask too; the lock goes with the process."""
    descriptor = _locked_descriptor(_fcntl, path) if _fcntl else None
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _locked_descriptor(fcntl: ModuleType, path: Path) -> int | None:
    """The open file, locked if it can be; None when it cannot be opened, which whoever replaces it will report."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with suppress(OSError):  # not every file system has locks
            _lock(fcntl, descriptor)
        return descriptor
    return None


def _lock(fcntl: ModuleType, descriptor: int) -> None:
    for seconds in _WAITS:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(seconds)
        else:
            return
