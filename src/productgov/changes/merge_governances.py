"""Three governances into one: record by record, field by field, and nothing that is not valid."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, cast

from productgov.changes.merge_records import (
    ROOT,
    Address,
    Identity,
    Record,
    Records,
    repeated_ids,
    shared_kind,
    whole_of,
)
from productgov.changes.merge_renames import Rename, with_one_name
from productgov.changes.renames import with_new_names
from productgov.changes.three_way import ABSENT, Both, Clash, ConflictKind, Spot, Three, ThreeWay
from productgov.changes.three_way_order import merged_order
from productgov.codec.build import build
from productgov.codec.strict.mistakes import Mistakes
from productgov.codec.strict.objects import walk_of
from productgov.codec.to_data import writer_of
from productgov.editing.wanted import same
from productgov.fields.shapes import shape_of
from productgov.model.governance import ProductGovernance
from productgov.paths import Path

__all__ = ["Located", "MergedGovernances", "merged_governances"]


class Located(NamedTuple):
    """A conflict and its path in the merged governance."""

    clash: Clash
    path: Path


class MergedGovernances(NamedTuple):
    """A merged governance.

    Attributes:
        ours: with conflicts decided as ours.
        theirs: with conflicts decided as theirs.
        conflicts: the conflicts, in the order of the document.
    """

    ours: ProductGovernance
    theirs: ProductGovernance
    conflicts: tuple[Located, ...]


class _Side(NamedTuple):
    """A merged governance, with conflicts decided as one side."""

    records: Records
    data: Mapping[str, object]


def merged_governances(
    base: ProductGovernance | None, ours: ProductGovernance, theirs: ProductGovernance
) -> MergedGovernances:
    """Merge what two sides have made of a governance.

    Args:
        base: the governance before; None when there was none.
        ours: what the one side has made of it.
        theirs: what the other side has made of it.
    """
    apart: tuple[Rename, ...] = ()
    together: set[Spot] = set()
    if base is not None:
        base, ours, theirs, removed, apart = with_one_name(base, ours, theirs)
        together = {((shared_kind(kind), name), ()) for kind, name in removed}
    write = writer_of(ProductGovernance)
    versions = [write(side) if side else {} for side in (base, ours, theirs)]
    repeated = repeated_ids(versions)
    sides = tuple(Records.of(version, repeated) for version in versions)
    while True:
        merging = ThreeWay(together)
        merged = tuple(_Side(side, side.data()) for side in _merged(merging, *sides))
        if not merging.clashes:
            merged = merged[:1]
        wrong = {spot for side in merged for spot in _wrong(side)}
        if not wrong:
            break
        together |= {_wider(spot, together) for spot in wrong}
    mine, *decided_otherwise = (build(side.data, ProductGovernance) for side in merged)
    others = decided_otherwise[0] if decided_otherwise else mine
    clashes = list(merging.clashes)
    for rename in apart:
        others = with_new_names(others, {rename.kind: {rename.old: rename.new}})
        clashes.append(Clash("changed", _spot_of_name(rename), Three(ABSENT, rename.old, rename.new)))
    located = (Located(clash, _path(clash, merged[0].records, merged[-1].records)) for clash in clashes)
    return MergedGovernances(mine, others, tuple(sorted(located, key=lambda one: list(map(str, one.path)))))


def _spot_of_name(rename: Rename) -> Spot:
    """Where a name is given: in the id of a record, or in the list of all themes or pillars."""
    lists = {"theme": ("roadmap", "themes"), "pillar": ("productVision", "strategicPillars")}
    names = lists.get(rename.kind)
    return (ROOT, names) if names else ((shared_kind(rename.kind), rename.old), ("id",))


def _merged(merging: ThreeWay, base: Records, ours: Records, theirs: Records) -> tuple[Records, Records]:
    """The records, with conflicts decided as ours, and as theirs."""
    if not merging.clashes and merging.is_together((ROOT, ())):
        merging.clash("together", (ROOT, ()), Three(base.data(), ours.data(), theirs.data()))
        return ours, theirs
    merged = Records({}, {}), Records({}, {})
    for identity in dict.fromkeys((*ours.records, *theirs.records)):
        for side, record in zip(merged, _record(merging, base, ours, theirs, identity), strict=True):
            if isinstance(record, Record):
                side.records[identity] = record
    for side in merged:
        _drop_orphans(side)
        _order(side, base, ours, theirs)
    return merged


def _record(merging: ThreeWay, base: Records, ours: Records, theirs: Records, identity: Identity) -> Both:
    spot = (identity, ())
    before, mine, others = (side.records.get(identity) for side in (base, ours, theirs))
    if mine is None or others is None:
        left = mine or others
        changed = whole_of(ours if mine else theirs, identity)
        if before is None:
            return Both(left, left)
        if same(whole_of(base, identity), changed) and not merging.is_together(spot):
            return Both(ABSENT, ABSENT)
        merging.clash("removed", spot, _three(before, mine, others))
        return Both(mine or ABSENT, others or ABSENT)
    if same(list(mine), list(others)):
        return Both(mine, mine)
    is_together = merging.is_together(spot)
    if before is None or is_together or not before.cls is mine.cls is others.cls:
        if before is not None and not is_together and same(list(before), list(mine)):
            return Both(others, others)
        if before is not None and not is_together and same(list(before), list(others)):
            return Both(mine, mine)
        kind: ConflictKind = "together" if is_together else "added" if before is None else "changed"
        merging.clash(kind, spot, _three(before, mine, others))
        return Both(mine, others)
    fields = merging.fields(shape_of(mine.cls), _three(before, mine, others), spot)
    places = _places(merging, spot, before, mine, others)
    both = zip(places, cast(tuple[dict[str, object], dict[str, object]], fields), strict=True)
    return Both(*(mine._replace(place=place, fields=values) for place, values in both))


def _places(merging: ThreeWay, spot: Spot, before: Record, mine: Record, others: Record) -> tuple[Address, Address]:
    if before.place == mine.place:
        return others.place, others.place
    if others.place not in (before.place, mine.place):
        merging.clash("moved", spot, Three(*(_words(record.place) for record in (before, mine, others))))
        return mine.place, others.place
    return mine.place, mine.place


def _three(*versions: Record | None) -> Three:
    return Three(*(ABSENT if record is None else record.fields for record in versions))


def _drop_orphans(side: Records) -> None:
    """Leave out what is in something that is not there."""
    while orphans := [
        each for each, record in side.records.items() if each != ROOT and record.place[0] not in side.records
    ]:
        for each in orphans:
            del side.records[each]


def _order(side: Records, base: Records, ours: Records, theirs: Records) -> None:
    members: dict[object, list[Identity]] = {}
    for identity, record in side.records.items():
        members.setdefault(record.place, []).append(identity)
    for address in dict.fromkeys((*ours.lists, *theirs.lists)):
        if address[0] in side.records:
            before, mine, others = (each.lists.get(address, []) for each in (base, ours, theirs))
            side.lists[address] = merged_order(before, mine, others, members.get(address, ()), ascending=False)


def _wrong(side: _Side) -> Iterator[Spot]:
    """Where a merged governance is not valid."""
    mistakes = Mistakes()
    walk_of(shape_of(ProductGovernance))(side.data, None, mistakes)
    return (side.records.trail(mistake.path) for mistake in mistakes.kept)


def _wider(spot: Spot, known: Collection[Spot]) -> Spot:
    """The object around a spot, or the nearest one around it that is not known yet; else the whole document."""
    record, names = spot
    around = ((record, names[:depth]) for depth in reversed(range(max(1, len(names)))))
    return next((each for each in around if each not in known), (ROOT, ()))


def _path(clash: Clash, ours: Records, theirs: Records) -> Path:
    record, names = clash.spot
    return (ours if record in ours.records else theirs).path(record, names)


def _words(place: tuple[object, ...]) -> str:
    """The list that an item is in, in words, such as `now`."""
    return str(place[-1])
