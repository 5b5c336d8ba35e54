"""Temporary files next to the file they will replace, and what becomes of them after a writer that was killed.

Their names say which file they are for, and their writer holds a lock on them, which the system drops with the process:
so the next writer to the same file can tell what is abandoned, on whatever day, from what is still being written.
"""

import contextlib
import importlib
import os
import re
import secrets
import stat
import time
from collections.abc import Container, Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

__all__ = ["clear_abandoned", "has_locks", "new_temporary", "remove"]

_fcntl = importlib.import_module("fcntl") if find_spec("fcntl") else None
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_LOOK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_OLD = 3600.0
"""Seconds after which a file that cannot be locked is abandoned; writing takes no longer than some seconds."""


def has_locks() -> bool:
    """Whether files can be locked here, and moved while they are open; not so on Windows."""
    return _fcntl is not None


def new_temporary(target: Path) -> tuple[Path, int]:
    """A new, empty file in the folder of the target, and its open, locked descriptor.

    Raises:
        OSError: when it cannot be made.
    """
    while True:
        file = target.with_name(f"{_prefix(target)}{secrets.token_hex(8)}.tmp")
        descriptor = os.open(file, _FLAGS, 0o666)
        if _lock(descriptor) is not False and file.exists():
            return file, descriptor
        os.close(descriptor)  # another writer took it for abandoned in the moment before it was locked


def clear_abandoned(target: Path, owners: Container[int]) -> None:
    """Remove the temporary files for a target that belong to one of the owners and that nobody writes any more."""
    wanted = re.compile(re.escape(_prefix(target)) + "[0-9a-f]{16}[.]tmp")
    with contextlib.suppress(OSError):  # a folder may be writable and not readable
        for name in filter(wanted.fullmatch, os.listdir(target.parent)):  # noqa: PTH208 - names, not paths, are many
            _clear(target.with_name(name), owners)


def remove(file: Path) -> None:
    """Remove a temporary file if that can be done; Windows does not remove what is read-only."""
    with contextlib.suppress(OSError):
        file.chmod(stat.S_IRUSR | stat.S_IWUSR)
    with contextlib.suppress(OSError):
        file.unlink()


def _prefix(target: Path) -> str:
    return f".productgov-{sha256(os.fsencode(target.name)).hexdigest()[:16]}-"


def _clear(file: Path, owners: Container[int]) -> None:
    with contextlib.suppress(OSError), _locked(file) as locked:  # it may be gone meanwhile, or not ours to open
        status = file.lstat()
        abandoned = locked or (locked is None and time.time() - status.st_mtime > _OLD)
        if abandoned and stat.S_ISREG(status.st_mode) and status.st_uid in owners:
            remove(file)


@contextlib.contextmanager
def _locked(file: Path) -> Iterator[bool | None]:
    """Hold the lock of a file for a while, if nobody else holds it."""
    if not has_locks():  # Windows, which does not remove what is open
        yield None
        return
    descriptor = os.open(file, _LOOK)
    try:
        yield _lock(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool | None:
    """Lock an open file: whether that worked, or None where the system cannot lock it."""
    if _fcntl is None:
        return None
    try:
        _fcntl.flock(descriptor, _fcntl.LOCK_EX | _fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # some network file systems
        return None
    return True
