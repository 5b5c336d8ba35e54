"""Files: read up to a limit, created, replaced as a whole, or written into where they are no regular files."""

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.temporary_files import clear_abandoned, has_locks, new_temporary, remove

__all__ = ["create_file", "own_descriptor", "read_bytes", "replace_file", "replace_with"]

_MOST_LINKS = 40
_WAITS = (0.01, 0.02, 0.04, 0.08, 0.16)
"""Seconds between attempts to replace a file that another process, such as a virus scanner, has open on Windows."""


def read_bytes(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a file, at most one more than the limit, so that whoever decodes them sees that there are too many.

    Raises:
        OSError: when the file cannot be read, or its name cannot be that of a file.
    """
    if "\0" in str(path):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    with path.open("rb") as file:
        return file.read(limits.max_bytes + 1)


def create_file(path: Path, text: str) -> None:
    """Write a text to a new file; when it cannot be written whole, there is no file.

    Raises:
        FileExistsError: there is something of this name already.
        OSError: the file cannot be written.
    """
    data = text.encode()
    with _errors_about(path):
        file = path.open("xb")
        try:
            with file:
                file.write(data)
        except BaseException:
            remove(path)
            raise


def replace_file(path: Path, text: str | bytes, *, unless: Callable[[], None] | None = None) -> None:
    """Write a text to a file in one step: a reader sees either the old text or the new one.

    The text is written to a temporary file in the same folder, synced, given the target's mode and, where that is
    permitted, its owner and group, and moved over it. A link is followed to the file that it names. Another hard link
    of the old file keeps the old text. What a killed writer has left is removed by the next one to the same file.

    A device, a FIFO and a descriptor of this process (`/dev/stdout`, `/dev/fd/3`) are written into, never replaced.

    Args:
        path: the file.
        text: what it should hold, in UTF-8 where it is a text.
        unless: called directly before the old file is replaced; when it raises, the old one stays.

    Raises:
        OSError: when the file cannot be written; the old one is still whole then. It names the file as it was given.
    """
    replace_with(path, (text.encode() if isinstance(text, str) else text,), unless=unless)


def replace_with(path: Path, pieces: Iterable[bytes], *, unless: Callable[[], None] | None = None) -> None:
    """Write bytes, given in pieces, to a file, as `replace_file` does; what raises while it makes them changes nothing.

    Raises:
        OSError: when the file cannot be written, as `replace_file`.
    """
    with _errors_about(path):
        descriptor = own_descriptor(path)
        if descriptor is not None:
            _write_into(os.dup(descriptor), pieces)
            return
        status = _status(path)
        if status is None or stat.S_ISREG(status.st_mode):
            _replace(Path(os.path.realpath(path)), pieces, status, unless)
        else:
            _write_into(os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0)), pieces)


def own_descriptor(path: Path) -> int | None:
    """The open file of this process that a path such as `/dev/stdout` or `/dev/fd/3` names; None for other paths.

    Opening such a path anew would start at the beginning of a file that another program goes on writing.
    """
    name = os.fspath(path)
    form = re.compile(f"(?:/dev/fd|/proc/{os.getpid()}(?:/task/[0-9]+)?/fd)/([0-9]+)")
    for _ in range(_MOST_LINKS):
        folder = os.path.realpath(os.path.dirname(name))  # noqa: PTH120 - pathlib raises RuntimeError for loops
        name = os.path.join(folder, os.path.basename(name))  # noqa: PTH118, PTH119 - likewise
        if found := form.fullmatch(name):
            return int(found[1])
        if not os.path.islink(name):  # noqa: PTH114 - likewise
            break
        name = os.path.join(folder, os.readlink(name))  # noqa: PTH115, PTH118 - likewise
    return None


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _write_into(descriptor: int, pieces: Iterable[bytes]) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.writelines(pieces)


def _replace(
    target: Path, pieces: Iterable[bytes], status: os.stat_result | None, unless: Callable[[], None] | None
) -> None:
    temporary, descriptor = new_temporary(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            clear_abandoned(target, {os.fstat(descriptor).st_uid} | ({status.st_uid} if status else set()))
            if status:
                _keep_owner(descriptor, status)
                temporary.chmod(stat.S_IMODE(status.st_mode))
            file.writelines(pieces)
            file.flush()
            os.fsync(descriptor)
            if has_locks():
                _move(temporary, target, unless)
        if not has_locks():
            _move(temporary, target, unless)
    except BaseException:
        remove(temporary)
        raise
    _sync_folder(target.parent)


def _keep_owner(descriptor: int, status: os.stat_result) -> None:
    """Give a file the owner and group of another, or only the group, as far as the system permits it and knows them."""
    for owner in (status.st_uid, -1):
        with contextlib.suppress(OSError, AttributeError):  # Windows has no fchown
            os.fchown(descriptor, owner, status.st_gid)
            return


def _move(temporary: Path, target: Path, unless: Callable[[], None] | None) -> None:
    if unless:
        unless()
    for wait in _WAITS:
        with contextlib.suppress(PermissionError):
            temporary.replace(target)
            return
        time.sleep(wait)
    with _made_writable(target):
        temporary.replace(target)


@contextlib.contextmanager
def _made_writable(target: Path) -> Iterator[None]:
    """Windows does not replace a file that is read-only."""
    status = _status(target)
    if status:
        target.chmod(stat.S_IMODE(status.st_mode) | stat.S_IWUSR)
    try:
        yield
    except OSError:
        if status:
            target.chmod(stat.S_IMODE(status.st_mode))
        raise


@contextlib.contextmanager
def _errors_about(path: Path) -> Iterator[None]:
    """Errors name the file that was asked for, not a temporary file or what a link leads to."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # not every system lets a folder be opened or synced
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
