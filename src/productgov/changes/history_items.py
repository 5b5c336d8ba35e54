"""What became of each item, from version to version: its promises, its places, its re-plans."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import attrs

from productgov.changes.history_versions import State
from productgov.changes.renames import renames
from productgov.display import Displayed
from productgov.model.alignment import staying
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.vision import Vision

__all__ = ["Event", "ItemHistory", "ItemMove", "ItemReplan", "ItemStay", "Traces"]


@attrs.frozen(kw_only=True, repr=False)
class ItemMove(Displayed):
    """A move of an item to another list of the roadmap.

    Attributes:
        day: the day of the first version with it.
        before: the list that it was in: `now`, `next`, `later`, `future`, `backlog` or `delivered`; None when it was
            new.
        after: the list that it was then in; None when it was gone.
    """

    day: date
    before: str | None
    after: str | None


@attrs.frozen(kw_only=True, repr=False)
class ItemReplan(Displayed):
    """A change of the day that an open item is due.

    Attributes:
        day: the day of the first version with it.
        before: the day that it was due.
        after: the day that it was then due; None when there was none any more.
    """

    day: date
    before: date
    after: date | None


class ItemStay(NamedTuple):
    """How long an item was in a list of the roadmap.

    Attributes:
        place: the list.
        days: the days in it, all stays together.
    """

    place: str
    days: int


@attrs.frozen(kw_only=True, repr=False)
class ItemHistory(Displayed):
    """What became of an item of the roadmap.

    Attributes:
        id: its id, the last it had.
        title: its title, likewise.
        former_ids: the ids that it had before, the oldest first.
        since: the day of the first version with it.
        place: the list that it is in; None when it is gone.
        gone: the day of the first version without it; None when it is there.
        status: its status, the last it had; None for a vision.
        first_promise: the first committed date that a version had for it, else the first target date.
        promised_on: the day of the first version with that promise.
        due: the day that it is due, the last that was known.
        delivered: the day it was delivered, by its delivered date; None where it is not done, or nothing says when.
        replans: the changes of the day that it is due.
        moves: its moves, the first of them when it was new.
        stays: the days in each list.
    """

    id: str
    title: str
    former_ids: tuple[str, ...] = ()
    since: date
    place: str | None
    gone: date | None = None
    status: Status | None = None
    first_promise: date | None = None
    promised_on: date | None = None
    due: date | None = None
    delivered: date | None = None
    replans: tuple[ItemReplan, ...] = ()
    moves: tuple[ItemMove, ...] = ()
    stays: tuple[ItemStay, ...] = ()

    @property
    def slip(self) -> int | None:
        """By how many days it is later than first promised, negative when earlier.

        It is counted to the day it was delivered; while it is open, to the day it is due. None where there was no
        promise, where it was dropped or is gone, or where it is done and nothing says when.
        """
        day = self.delivered if self.status is Status.DONE else self.due
        if self.first_promise is None or day is None or self.gone is not None or self.status is Status.DROPPED:
            return None
        return (day - self.first_promise).days

    def days_in(self, place: str) -> int:
        """The days in a list of the roadmap.

        Args:
            place: now, next, later, future, backlog or delivered.
        """
        return next((stay.days for stay in self.stays if stay.place == place), 0)

    @property
    def withdrawn(self) -> bool:
        """Whether it was promised, and then removed from the document or dropped."""
        is_open = self.status is not Status.DONE
        return self.first_promise is not None and (self.status is Status.DROPPED or (self.gone is not None and is_open))


class Event(NamedTuple):
    """What happened between two versions, counted for the period in which it did.

    Attributes:
        day: the day of the later version.
        now: the ids of the items in now before it.
        added: the ids of those that came to now.
        left: the ids of those that left it, but were not delivered.
        delivered: the ids of the items that were delivered, with the day: the delivered date, else that of the version.
        reranked: how many items were moved within their lists.
        replans: how many items were re-planned.
    """

    day: date
    now: frozenset[str]
    added: frozenset[str]
    left: frozenset[str]
    delivered: Mapping[str, date]
    reranked: int
    replans: int


_Item = Initiative | Vision


class _Trace:
    """An item while its versions are read."""

    def __init__(self, id: str, day: date) -> None:
        self.id = id
        self.former: list[str] = []
        self.since = self.at = day
        self.place: str | None = None
        self.gone: date | None = None
        self.item: _Item | None = None
        self.committed: tuple[date, date] | None = None
        self.targeted: tuple[date, date] | None = None
        self.due: date | None = None
        self.replans: list[ItemReplan] = []
        self.moves: list[ItemMove] = []
        self.days: dict[str, int] = {}

    def see(self, item: _Item | None, place: str | None, day: date, fiscal_year_start: int) -> bool:
        """Take in a version of it; whether it was re-planned."""
        self._count(day)
        if place != self.place:
            self.moves.append(ItemMove(day=day, before=self.place, after=place))
            self.gone = day if place is None else None
            self.place = place
        if item is None:
            return False
        self.item = item
        if isinstance(item, Vision):
            return False
        if item.committed_date and self.committed is None:
            self.committed = item.committed_date, day
        if item.target_date and self.targeted is None:
            self.targeted = item.target_date, day
        before, self.due = self.due, item.due(fiscal_year_start)
        if before is None or before == self.due or item.status.finished:
            return False
        self.replans.append(ItemReplan(day=day, before=before, after=self.due))
        return True

    def _count(self, day: date) -> None:
        if self.place is not None:
            self.days[self.place] = self.days.get(self.place, 0) + max(0, (day - self.at).days)
        self.at = day

    def history(self, as_of: date) -> ItemHistory:
        """What became of it until a day."""
        self._count(as_of)
        assert self.item is not None
        item = self.item if isinstance(self.item, Initiative) else None
        promise = self.committed or self.targeted or (None, None)
        return ItemHistory(
            id=self.id,
            title=self.item.title,
            former_ids=tuple(self.former),
            since=self.since,
            place=self.place,
            gone=self.gone,
            status=item.status if item else None,
            first_promise=promise[0],
            promised_on=promise[1],
            due=self.due,
            delivered=item.delivered_date if item and item.status is Status.DONE else None,
            replans=tuple(self.replans),
            moves=tuple(self.moves),
            stays=tuple(ItemStay(place, days) for place, days in self.days.items()),
        )


class Traces:
    """The items of all versions that were seen, and what happened between them."""

    def __init__(self) -> None:
        self._traces: dict[str, _Trace] = {}
        self._lists: Mapping[str, tuple[str, ...]] = {}
        self._before: ProductGovernance | None = None
        self.events: list[Event] = []

    def see(self, state: State) -> None:
        """Take in the next version."""
        governance, day = state.governance, state.version.day
        lists = _lists(governance)
        placed: dict[str, tuple[_Item, str]] = {}
        for list_name, items in lists.items():
            for each in items:
                placed.setdefault(each.id, (each, list_name))
        self._follow_renames(governance, placed)
        before = frozenset(self._lists.get("now", ()))
        done = {name: item for name, (item, _) in placed.items() if isinstance(item, Initiative) and _is_done(item)}
        was_done = {name for name, trace in self._traces.items() if trace.item and _is_done(trace.item)}
        delivered = {name: item.delivered_date or day for name, item in done.items() if name not in was_done}
        replans = 0
        for name in dict.fromkeys((*self._traces, *placed)):
            item, place = placed.get(name, (None, None))
            trace = self._traces.setdefault(name, _Trace(name, day))
            replans += trace.see(item, place, day, governance.fiscal_year_start)
        ids = {place: tuple(item.id for item in items) for place, items in lists.items()}
        if self._before is not None:
            now = frozenset(ids["now"])
            left = before - now - done.keys() - was_done
            churn = sum(_reranked(self._lists[place], ids[place]) for place in ids)
            self.events.append(Event(day, before, now - before, left, delivered, churn, replans))
        self._lists, self._before = ids, governance

    def histories(self, as_of: date) -> tuple[ItemHistory, ...]:
        """What became of each item until a day: those that are there first, in the order of the last version."""
        names = (name for ids in self._lists.values() for name in ids)
        order = {name: place for place, name in enumerate(names)}
        last = len(order)
        traces = sorted(self._traces.values(), key=lambda trace: order.get(trace.id, last))
        return tuple(trace.history(as_of) for trace in traces)

    def now(self) -> frozenset[str]:
        """The ids of the items in now in the last version."""
        return frozenset(self._lists.get("now", ()))

    def _follow_renames(self, governance: ProductGovernance, placed: Mapping[str, object]) -> None:
        there = {name for ids in self._lists.values() for name in ids}
        if self._before is None or not (there - placed.keys() and placed.keys() - self._traces.keys()):
            return
        for old, new in renames(self._before, governance).get("item", {}).items():
            if new not in self._traces:
                trace = self._traces.pop(old)
                trace.former.append(old)
                trace.id = new
                self._traces[new] = trace
        named = {old: trace.id for trace in self._traces.values() for old in trace.former}
        self._lists = {place: tuple(named.get(name, name) for name in ids) for place, ids in self._lists.items()}


def _lists(governance: ProductGovernance) -> dict[str, tuple[_Item, ...]]:
    roadmap = governance.roadmap
    columns = roadmap.time_horizon
    return {
        "now": columns.now,
        "next": columns.next,
        "later": columns.later,
        "future": columns.future,
        "backlog": roadmap.backlog,
        "delivered": roadmap.delivered,
    }


def _is_done(item: _Item) -> bool:
    return isinstance(item, Initiative) and item.status is Status.DONE


def _reranked(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """How many items have moved within a list."""
    places = {name: place for place, name in enumerate(before)}
    order = list(dict.fromkeys(places[name] for name in after if name in places))
    return len(order) - len(staying(order, [1] * len(order)))
