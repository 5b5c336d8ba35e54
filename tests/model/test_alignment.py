"""Which items are the same in two lists, and which of them have moved."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import productgov as pg
from productgov.model.alignment import paired, renamed, staying
from productgov.model.keys import content, id_field, key_of


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("", "a", {}),
        ("abc", "abc", {0: 0, 1: 1, 2: 2}),
        ("abc", "cab", {0: 2, 1: 0, 2: 1}),
        ("aba", "ba", {0: 1, 1: 2}),
        ("aab", "axb", {0: 0, 2: 2}),
        ("xaay", "aza", {0: 1, 2: 2}),
    ],
)
def test_items_are_paired_by_their_keys(old: str, new: str, pairs: dict[int, int]) -> None:
    assert paired(old, new) == pairs


@given(st.lists(st.integers(0, 3), max_size=8), st.lists(st.integers(0, 3), max_size=8))
def test_every_item_is_paired_once_and_as_many_as_can_be(old: list[int], new: list[int]) -> None:
    pairs = paired(old, new)
    assert len(set(pairs.values())) == len(pairs)
    assert all(old[before] == new[after] for after, before in pairs.items())
    assert len(pairs) == sum(min(old.count(key), new.count(key)) for key in set(old))


def test_what_is_left_over_is_paired_with_what_is_alike_and_near() -> None:
    assert renamed({0: 0, 2: 2}, [1, 3], [1, 3], lambda old, new: True) == {1: 1, 3: 3}
    assert renamed({0: 0}, [1, 2], [1], lambda old, new: old == 2) == {1: 2}
    assert renamed({0: 0}, [1], [1], lambda old, new: False) == {}
    assert renamed({}, list(range(100)), [0], lambda old, new: old == 50) == {}


@given(st.data())
def test_the_heaviest_part_in_order_stays(data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(data.draw(st.integers(0, 7)))))
    weights = data.draw(st.lists(st.integers(1, 5), min_size=len(order), max_size=len(order)))
    stays = staying(order, weights)
    kept = [place for place in order if place in stays]
    assert kept == sorted(kept)
    weight = dict(zip(order, weights, strict=True))
    parts = (part for size in range(len(order) + 1) for part in combinations(order, size) if list(part) == sorted(part))
    assert sum(map(weight.__getitem__, stays)) == max(sum(map(weight.__getitem__, part)) for part in parts)


def test_the_keys_of_the_model() -> None:
    assert key_of(pg.Observation)({"date": "2026-01-01", "value": 1}) == ("2026-01-01",)
    assert key_of(pg.Dependency)({"from": "a", "to": "b"}) == ("a", "b", None)
    assert key_of(pg.Dependency)("no object") == "no object"
    assert key_of(pg.Bounds) is content
    assert id_field(pg.Dependency) is None
    assert content({"b": 1.0, "a": None}) == '{"a": null, "b": 1.0}'
