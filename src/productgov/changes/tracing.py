"""The history of a document in git: what was promised first, and what became of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from os import PathLike
from pathlib import Path

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.analysis.progress import CalendarPeriod, RoadmapProgress, name_of_period, roadmap_progress
from productgov.changes.git_files import Repository
from productgov.changes.history_items import Event, ItemHistory, Traces
from productgov.changes.history_versions import (
    GitVersion,
    Listed,
    SkippedVersion,
    State,
    listed_versions,
    read_versions,
)
from productgov.display import Displayed
from productgov.errors import GitError
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.tabular import Tabular
from productgov.wording import counted

__all__ = ["History", "PeriodHistory", "history", "history_of"]


@attrs.frozen(kw_only=True, repr=False)
class PeriodHistory(Displayed):
    """What became of the plan for now in a period.

    Attributes:
        period: the period of the calendar, such as 2026-Q1 or 2026-03.
        planned: the ids of the items that were in now when it began, or in the first version.
        kept: those of them that were delivered in it.
        added: the ids of the items that came to now in it.
        left: the ids of the items that left now in it, and were not delivered: moved, dropped or removed.
        delivered: the ids of all items that were delivered in it.
        reranked: how often an item was moved within its list; of the moves between two versions, the fewest.
        replans: how often the day that an item is due was changed.
    """

    period: str
    planned: tuple[str, ...]
    kept: tuple[str, ...]
    added: tuple[str, ...]
    left: tuple[str, ...]
    delivered: tuple[str, ...]
    reranked: int
    replans: int


@attrs.frozen(kw_only=True, repr=False)
class History(Displayed, Tabular):
    """The history of a document.

    Attributes:
        name: the name of the file, as it was given.
        versions: the versions that were read, the oldest first.
        listed: how many versions there are, read or not.
        skipped: the versions that cannot be read.
        is_shallow: whether the repository has only the latest commits, so that the history begins too late.
        items: what became of each item; those that are in the last version first, in its order.
        periods: what became of the plan for now, period by period.
        progress: what became of the promises that have come due, each counted by its first promise.
        as_of: the day until which it was counted.
    """

    name: str
    versions: tuple[GitVersion, ...]
    listed: int
    skipped: tuple[SkippedVersion, ...]
    is_shallow: bool
    items: tuple[ItemHistory, ...]
    periods: tuple[PeriodHistory, ...]
    progress: RoadmapProgress
    as_of: date

    def __repr__(self) -> str:
        return f"<History: {counted(len(self.versions), 'version')}, {counted(len(self.items), 'item')}>"

    @property
    def first_promises(self) -> Mapping[str, date]:
        """The first promise of each item by its id, as `roadmap_progress` takes them."""
        return {item.id: item.first_promise for item in self.items if item.first_promise is not None}

    @property
    def withdrawn(self) -> tuple[ItemHistory, ...]:
        """The items that were promised, and then dropped or removed."""
        return tuple(item for item in self.items if item.withdrawn)

    def find(self, id: str) -> ItemHistory | None:
        """What became of an item, by its id or one that it had before."""
        return next((item for item in self.items if id == item.id or id in item.former_ids), None)


def history(
    path: str | PathLike[str],
    *,
    since: date | None = None,
    as_of: date | None = None,
    period: CalendarPeriod = "quarter",
    every_version: bool = False,
    limits: Limits = DEFAULT_LIMITS,
) -> History:
    """What the versions of a document in git say: first promises, slips, moves, and what was delivered.

    The versions are those that landed on the current branch, of each day the last, under earlier names of the file too.
    What is not committed is not looked at. Versions that cannot be read are skipped, and listed. Items whose id was
    changed are followed.

    Args:
        path: the file.
        since: leave out what was before this day; its last version before that is the first. Promises of before are
            not known then.
        as_of: the day until which days are counted; left out, the `asOf` of the last version, else today.
        period: the length of the periods.
        every_version: read every version, not only the last of each day.
        limits: how much to read of each version.

    Raises:
        GitError: when the file is in no git repository, no commit has it, none of its versions can be read, or there
            is no program `git`.
    """
    file = Path(path)
    repository = Repository.around(file.absolute().parent)
    listed = listed_versions(repository, repository.path_of(file))
    wanted = listed if since is None else _since(listed, since)
    read = tuple(read_versions(repository, wanted, limits, every=every_version))
    states = tuple(one for one in read if isinstance(one, State))
    skipped = tuple(one for one in read if isinstance(one, SkippedVersion))
    if not states:
        versions = counted(len(listed), "version")
        raise GitError(f"{path!s:.200}: of {versions} in git, none can be read; {skipped[-1].reason}")
    found = history_of(states, as_of=as_of, period=period, name=str(path))
    return attrs.evolve(found, listed=len(listed), skipped=skipped, is_shallow=repository.is_shallow)


def history_of(
    states: tuple[State, ...], *, as_of: date | None = None, period: CalendarPeriod = "quarter", name: str = ""
) -> History:
    """What versions say that come from anywhere, the oldest first.

    Args:
        states: the versions and the governances in them; at least one.
        as_of: as for `history`.
        period: as for `history`.
        name: what the document is called.
    """
    traces = Traces()
    for state in states:
        traces.see(state)
    last = states[-1]
    day = max(resolve_as_of(last.governance, as_of), last.version.day)
    items = traces.histories(day)
    promises = {item.id: item.first_promise for item in items if item.first_promise is not None}
    return History(
        name=name,
        versions=tuple(state.version for state in states),
        listed=len(states),
        skipped=(),
        is_shallow=False,
        items=items,
        periods=tuple(_periods(traces, states[0].version.day, period)),
        progress=roadmap_progress(last.governance, as_of, first_promises=promises),
        as_of=day,
    )


def _since(listed: tuple[Listed, ...], day: date) -> tuple[Listed, ...]:
    """The versions from a day on, and the last one before it."""
    before = sum(one.version.day < day for one in listed)
    return listed[max(0, before - 1) :]


def _periods(traces: Traces, first: date, period: CalendarPeriod) -> Iterator[PeriodHistory]:
    """The periods in which something could have happened, in order."""
    groups: dict[str, list[Event]] = {name_of_period(period, first): []}
    delivered: dict[str, set[str]] = {}
    for event in traces.events:
        groups.setdefault(name_of_period(period, event.day), []).append(event)
        for name, day in event.delivered.items():
            delivered.setdefault(name_of_period(period, day), set()).add(name)
    at_first = traces.events[0].now if traces.events else traces.now()
    for name, events in groups.items():
        planned = events[0].now if events else at_first
        done = delivered.get(name, set())
        yield PeriodHistory(
            period=name,
            planned=tuple(sorted(planned)),
            kept=tuple(sorted(planned & done)),
            added=tuple(sorted(set().union(*(event.added for event in events)))),
            left=tuple(sorted(set().union(*(event.left for event in events)))),
            delivered=tuple(sorted(done)),
            reranked=sum(event.reranked for event in events),
            replans=sum(event.replans for event in events),
        )
