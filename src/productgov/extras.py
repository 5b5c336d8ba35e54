"""The optional modules of the extras: looked for only when they are needed."""

from functools import cache

__all__ = ["has_msgspec"]


@cache
def has_msgspec() -> bool:
    """Whether the extra `fast` is installed; found out at the first load or dump."""
    try:
        import msgspec  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True
