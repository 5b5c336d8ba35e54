"""What `productgov history --format json` prints: each field with its name, its type and its meaning."""

from typing import Annotated, Literal

import attrs
from annotated_types import Ge

__all__ = [
    "HistoryOutput",
    "ItemRecord",
    "MoveRecord",
    "PeriodRecord",
    "ProgressRecord",
    "ReplanRecord",
    "SkippedRecord",
    "StayRecord",
    "VersionRecord",
]

_Count = Annotated[int, Ge(0)]
_Day = Annotated[str, "A day, YYYY-MM-DD."]
_Place = Annotated[str | None, "A list of the roadmap: now, next, later, future, backlog or delivered; null for none."]
_Ids = Annotated[tuple[str, ...], "The ids of items, sorted."]


@attrs.frozen(kw_only=True)
class VersionRecord:
    """A version of the document in git."""

    day: _Day
    commit: Annotated[str, "The full id of the commit."]
    path: Annotated[str, "The path of the file in it, from the root of the repository."]


@attrs.frozen(kw_only=True)
class SkippedRecord:
    """A version that cannot be read."""

    day: _Day
    commit: Annotated[str, "The full id of the commit."]
    reason: Annotated[str, "Why; the wording may change between releases."]


@attrs.frozen(kw_only=True)
class MoveRecord:
    """A move of an item to another list; the first of them when it was new."""

    day: _Day
    before: _Place
    after: _Place


@attrs.frozen(kw_only=True)
class ReplanRecord:
    """A change of the day that an open item is due."""

    day: _Day
    before: _Day
    after: Annotated[str | None, "The day that it was then due; null when there was none any more."]


@attrs.frozen(kw_only=True)
class StayRecord:
    """The days that an item was in a list, all stays together."""

    list: Annotated[str, "The list of the roadmap."]
    days: _Count


@attrs.frozen(kw_only=True)
class ItemRecord:
    """What became of an item of the roadmap."""

    id: Annotated[str, "Its id, the last it had."]
    title: Annotated[str, "Its title, likewise."]
    formerIds: Annotated[tuple[str, ...], "The ids that it had before, the oldest first."]  # noqa: N815 - its name in JSON
    since: _Day
    list: _Place
    gone: Annotated[str | None, "The day of the first version without it; null when it is there."]
    status: Annotated[str | None, "Its status, the last it had; null for a vision."]
    firstPromise: Annotated[str | None, "The first committed date in a version, else the first target date."]  # noqa: N815
    promisedOn: Annotated[str | None, "The day of the first version with that promise."]  # noqa: N815
    due: Annotated[str | None, "The day that it is due, the last that was known."]
    delivered: Annotated[str | None, "The day it was delivered."]
    slip: Annotated[int | None, "By how many days it is later than first promised; negative when earlier."]
    withdrawn: Annotated[bool, "Whether it was promised, and then dropped or removed."]
    replans: tuple[ReplanRecord, ...]
    moves: tuple[MoveRecord, ...]
    stays: tuple[StayRecord, ...]


@attrs.frozen(kw_only=True)
class PeriodRecord:
    """What became of the plan for now in a period."""

    period: Annotated[str, "The period of the calendar, such as 2026-Q1 or 2026-03."]
    planned: _Ids
    kept: _Ids
    added: _Ids
    left: _Ids
    delivered: _Ids
    reranked: _Count
    replans: _Count


@attrs.frozen(kw_only=True)
class ProgressRecord:
    """What became of the promises that have come due, each counted by its first promise."""

    due: _Count
    delivered: _Count
    onTime: _Count  # noqa: N815 - its name in JSON
    medianSlip: Annotated[float | None, "The median number of days late; null where none is known."]  # noqa: N815


@attrs.frozen(kw_only=True)
class HistoryOutput:
    """The history of a document in git."""

    version: Annotated[Literal[1], "The version of this output."]
    file: Annotated[str, "The document, as it was named."]
    asOf: Annotated[str, "The day to which days are counted."]  # noqa: N815 - its name in JSON
    shallow: Annotated[bool, "Whether only the latest commits are there, so that the history begins too late."]
    listed: Annotated[_Count, "How many versions there are, read or not."]
    versions: Annotated[tuple[VersionRecord, ...], "The versions that were read, the oldest first."]
    skipped: Annotated[tuple[SkippedRecord, ...], "The versions that cannot be read."]
    progress: ProgressRecord
    items: Annotated[tuple[ItemRecord, ...], "What became of each item."]
    periods: Annotated[tuple[PeriodRecord, ...], "What became of the plan for now, period by period."]
