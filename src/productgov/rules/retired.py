"""The codes that no finding has any more. They are never used for anything else."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["RETIRED"]

RETIRED: Mapping[str, str] = MappingProxyType(
    {
        "PG204": "it compared the start of an item with the end of what it requires, but an item can start before that "
        "is finished; PG213 compares the days on which the two are due",
    }
)
"""Why each code was retired, and what takes its place."""
