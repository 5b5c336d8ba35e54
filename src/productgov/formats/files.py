"""Files: read up to a limit, and replaced as a whole."""

import contextlib
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

from productgov.formats.limits import DEFAULT_LIMITS, Limits

__all__ = ["read_bytes", "replace_file"]


def read_bytes(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a file, at most one more than the limit, so that whoever decodes them sees that there are too many.

    Raises:
        OSError: when the file cannot be read.
    """
    with path.open("rb") as file:
        return file.read(limits.max_bytes + 1)


def replace_file(path: Path, text: str, *, unless: Callable[[], None] | None = None) -> None:
    """Write a text to a file in one step: a reader sees either the old text or the new one.

    The text is written to a temporary file in the same folder, synced, given the target's mode and moved over it.
    A link is followed to the file that it names.

    Args:
        path: the file.
        text: what it should hold.
        unless: called directly before the old file is replaced; when it raises, the old one stays.

    Raises:
        OSError: when the file cannot be written; the old one is still whole then.
    """
    target = path.resolve()
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("x", encoding="utf-8", newline="") as file:
            with contextlib.suppress(FileNotFoundError):
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if unless:
            unless()
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # not every system lets a folder be opened or synced
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
