"""What follows from changes: other ranks and other findings."""

from collections.abc import Iterable, Iterator
from datetime import date

from productgov.changes.change import Change, ChangeCode, Level
from productgov.changes.identified import identified
from productgov.changes.other_codes import FINDING_GONE, NEW_FINDING
from productgov.changes.ranking_codes import RANK
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.alignment import staying
from productgov.model.governance import ProductGovernance
from productgov.model.references import definitions
from productgov.paths import bounded_pointer, to_pointer
from productgov.ranking.ranking import rank
from productgov.rules.engine import diagnose

__all__ = ["finding_changes", "rank_changes"]


def rank_changes(old: ProductGovernance, new: ProductGovernance) -> tuple[Change, ...]:
    """The items that rank before or after others in another way than before: as few as explain the new order.

    Of two items that have changed places, it is the one that has changed otherwise, too.
    """
    ranking, ranking_now = rank(old), rank(new)
    before, after = ranking.positions(), ranking_now.positions()
    was = {ranked.initiative.id: ranked.initiative for ranked in reversed(ranking.ranked)}
    items = {ranked.initiative.id: ranked.initiative for ranked in reversed(ranking_now.ranked)}
    common = [name for name in after if name in before]
    places = {name: place for place, name in enumerate(name for name in before if name in after)}
    order = [places[name] for name in common]
    stays = staying(order, [2 if was[name] == items[name] else 1 for name in common])
    moved = [name for name in common if places[name] not in stays and before[name] != after[name]]
    if not moved:
        return ()
    old_paths, new_paths = _item_paths(old), _item_paths(new)
    return tuple(
        Change(
            code=RANK.code,
            level=RANK.level,
            kind="derived",
            item=name,
            field="rank",
            old=before[name],
            new=after[name],
            old_path=old_paths[name],
            new_path=new_paths[name],
            message=f"rank {before[name]} → {after[name]}",
        )
        for name in moved
    )


def finding_changes(old: ProductGovernance, new: ProductGovernance, day: date) -> tuple[Change, ...]:
    """The findings of one version that the other does not have, both checked for the same day."""
    before = [_Known(found, old) for found in diagnose(old, as_of=day)]
    after = [_Known(found, new) for found in diagnose(new, as_of=day)]
    return (*_missing(after, before, NEW_FINDING), *_missing(before, after, FINDING_GONE))


class _Known:
    """A finding with what tells it from others in any version: its code, and where it is by ids and keys.

    Attributes:
        found: the finding.
        place: its place.
        others: the places of the findings that it stands for.
        item: the id of what it is about; empty where that has none.
        field: the rest of its path.
    """

    __slots__ = ("field", "found", "item", "others", "place")

    def __init__(self, found: Found, governance: ProductGovernance) -> None:
        self.found = found
        self.item, self.field, self.place = identified(found.path, governance)
        self.others = frozenset(identified(path, governance).place for path in found.related)


def _missing(these: Iterable[_Known], those: Iterable[_Known], code: ChangeCode) -> Iterator[Change]:
    """A change for each finding that the other version does not have."""
    known = {(one.found.code, place) for one in those for place in (one.place, *one.others)}
    for one in these:
        if (one.found.code, one.place) in known:
            continue
        path = bounded_pointer(one.found.path)
        is_new = code is NEW_FINDING
        serious = is_new and one.found.severity is Severity.ERROR
        yield Change(
            code=code.code,
            level=Level.NOTABLE if serious else Level.INFO,
            kind="derived",
            item=one.item,
            field=one.field,
            old=None if is_new else one.found.code,
            new=one.found.code if is_new else None,
            old_path=None if is_new else path,
            new_path=path if is_new else None,
            message=f"{'new' if is_new else 'gone'}: {one.found.code} {one.found.message}",
        )


def _item_paths(governance: ProductGovernance) -> dict[str, str]:
    """The JSON Pointers of the items by their ids; of several with one id, the first."""
    found: dict[str, str] = {}
    for mention in definitions(governance):
        if mention.kind == "item":
            found.setdefault(mention.name, to_pointer(mention.path[:-1]))
    return found
