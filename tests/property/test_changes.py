"""What holds for the comparison of any two versions."""

from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import productgov as pg
from productgov import strategies
from productgov.changes import CHANGE_CODES, Changes, apply, diff
from tests.support.changed import changed
from tests.support.extras import has
from tests.support.styled import LOOKS, styled
from tests.support.verb_sequences import after_verbs

PAIRS = strategies.governances().flatmap(lambda old: st.tuples(st.just(old), changed(old, most=5) | after_verbs(old)))


@given(strategies.governances(consistent=False))
def test_a_version_does_not_differ_from_itself(governance: pg.ProductGovernance) -> None:
    changes = diff(governance, governance)
    assert (*changes, *changes.derived) == ()
    assert apply(governance, changes) == governance


@given(PAIRS)
def test_the_changes_make_the_new_version_from_the_old_one(pair: tuple[pg.ProductGovernance, ...]) -> None:
    old, new = pair
    changes = diff(old, new)
    assert apply(old, changes) == new
    assert (len(changes) == 0) == (old == new)
    assert all(change.code in CHANGE_CODES and change.message for change in changes)


@given(strategies.governances(), strategies.governances())
def test_so_do_those_between_unrelated_versions(old: pg.ProductGovernance, new: pg.ProductGovernance) -> None:
    assert apply(old, (*diff(old, new), *diff(old, new).ranks)) == new


@settings(max_examples=max(2, settings().max_examples // 3))
@given(strategies.governances(consistent=False), strategies.governances(consistent=False))
def test_so_do_those_between_any_valid_versions(old: pg.ProductGovernance, new: pg.ProductGovernance) -> None:
    assert apply(old, diff(old, new)) == new


@given(PAIRS)
def test_back_and_forth_the_same_places_differ(pair: tuple[pg.ProductGovernance, ...]) -> None:
    """What is added one way is removed the other way; what is renamed or moved is so both ways."""
    old, new = pair
    assume(not any(change.kind == "renamed" for change in diff(old, new)))
    forth, back = diff(old, new), diff(new, old)
    for kind, other in (("added", "removed"), ("removed", "added"), ("changed", "changed")):
        assert places(forth, kind) == places(back, other)


def places(changes: Changes, kind: str) -> Counter[tuple[str, str]]:
    return Counter((change.item, change.field) for change in changes if change.kind == kind)


@settings(max_examples=max(2, settings().max_examples // 3))
@given(st.data())
def test_how_a_text_is_written_makes_no_difference(data: st.DataObject) -> None:
    governance, document = data.draw(strategies.governances_with_documents(extensions=strategies.extension_values()))
    look = data.draw(st.sampled_from([look for look in LOOKS if look.json is not None or has("yaml")]))
    text = styled(document, look)
    again = pg.parse(text.text, format=text.format).governance
    new = data.draw(changed(governance))
    assert diff(governance, again).changes == ()
    assert diff(again, new).changes == diff(governance, new).changes


@given(st.data())
def test_the_order_of_keys_makes_no_difference(data: st.DataObject) -> None:
    governance = data.draw(strategies.governances())
    shuffled = pg.from_dict(reversed_keys(pg.to_dict(governance)))
    assert diff(governance, shuffled).changes == ()


def reversed_keys(data: dict[str, object]) -> dict[str, object]:
    return {key: _reversed(value) for key, value in reversed(data.items())}


def _reversed(value: object) -> object:
    if isinstance(value, dict):
        return reversed_keys(value)
    return [_reversed(item) for item in value] if isinstance(value, list) else value


@given(st.data())
def test_a_rename_is_one_change(data: st.DataObject) -> None:
    governance = data.draw(strategies.governances())
    names = [kpi.id for kpi in governance.metrics.kpis()]
    names += [placed.initiative.id for placed in governance.roadmap.initiatives()]
    assume(names)
    new = governance.rename(data.draw(st.sampled_from(names)), "another-name")
    (change,) = diff(governance, new)
    assert (change.code, change.kind, change.new) == ("PGD204", "renamed", "another-name")


@given(st.data())
def test_a_move_is_one_change(data: st.DataObject) -> None:
    governance = data.draw(strategies.governances())
    columns = governance.roadmap.time_horizon
    assume(columns.now)
    item = data.draw(st.sampled_from(columns.now))
    new = governance.move(item.id, to="later")
    (change,) = diff(governance, new)
    assert (change.code, change.kind, change.old, change.new) == ("PGD101", "moved", "now", "later")


@settings(max_examples=max(2, settings().max_examples // 3))
@given(PAIRS)
def test_what_is_derived_changes_no_version(pair: tuple[pg.ProductGovernance, ...]) -> None:
    changes = diff(*pair)
    assert {change.kind for change in changes.derived} <= {"derived"}
    assert apply(pair[0], (*changes, *changes.derived)) == pair[1]
