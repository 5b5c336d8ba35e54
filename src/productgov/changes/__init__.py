"""Two versions of a governance: what changed between them, in the words of product people.

`diff(old, new)` compares, `apply(old, diff(old, new))` gives the new version again, and `read_version` reads old
versions from git.
"""

from typing import TYPE_CHECKING

from productgov.lazy import lazy_names

if TYPE_CHECKING:
    from productgov.changes.applying import apply
    from productgov.changes.change import Change, ChangeCode, ChangeFamily, ChangeKind, Level
    from productgov.changes.comparing import diff
    from productgov.changes.registry import CHANGE_CODES, CHANGE_FAMILIES
    from productgov.changes.result import Changes
    from productgov.changes.versions import read_version
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "applying": "apply",
            "change": "Change ChangeCode ChangeFamily ChangeKind Level",
            "comparing": "diff",
            "registry": "CHANGE_CODES CHANGE_FAMILIES",
            "result": "Changes",
            "versions": "read_version",
        },
    )

__all__ = [
    "CHANGE_CODES",
    "CHANGE_FAMILIES",
    "Change",
    "ChangeCode",
    "ChangeFamily",
    "ChangeKind",
    "Changes",
    "Level",
    "apply",
    "diff",
    "read_version",
]
