"""Versions of a governance: what changed between them, how two become one, and what their history in git says.

`diff(old, new)` compares, `apply(old, diff(old, new))` gives the new version again, and `read_version` reads old
versions from git. `merge(base, ours, theirs)` merges what two sides have made of one governance, and `history(path)`
reads the versions of a document in git.
"""

from typing import TYPE_CHECKING

from productgov.lazy import lazy_names

if TYPE_CHECKING:
    from productgov.changes.applying import apply
    from productgov.changes.change import Change, ChangeCode, ChangeFamily, ChangeKind, Level
    from productgov.changes.comparing import diff
    from productgov.changes.history_items import ItemHistory, ItemMove, ItemReplan, ItemStay
    from productgov.changes.history_versions import GitVersion, SkippedVersion
    from productgov.changes.merging import Conflict, ConflictKind, Merged, merge
    from productgov.changes.registry import CHANGE_CODES, CHANGE_FAMILIES
    from productgov.changes.result import Changes
    from productgov.changes.tracing import History, PeriodHistory, history
    from productgov.changes.versions import read_version
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "applying": "apply",
            "change": "Change ChangeCode ChangeFamily ChangeKind Level",
            "comparing": "diff",
            "history_items": "ItemHistory ItemMove ItemReplan ItemStay",
            "history_versions": "GitVersion SkippedVersion",
            "merging": "Conflict ConflictKind Merged merge",
            "registry": "CHANGE_CODES CHANGE_FAMILIES",
            "result": "Changes",
            "tracing": "History PeriodHistory history",
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
    "Conflict",
    "ConflictKind",
    "GitVersion",
    "History",
    "ItemHistory",
    "ItemMove",
    "ItemReplan",
    "ItemStay",
    "Level",
    "Merged",
    "PeriodHistory",
    "SkippedVersion",
    "apply",
    "diff",
    "history",
    "merge",
    "read_version",
]
