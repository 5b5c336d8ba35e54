"""Extension data: frozen, hashable, picklable, and equal to equal JSON only."""

import pickle
from datetime import date

import pytest

from productgov import Extensions, InvalidValueError
from productgov.model.extensions import thaw_object


def test_objects_become_extensions_and_lists_tuples() -> None:
    data = Extensions({"x-a": {"b": [1, {"c": None}]}})
    inner = data["x-a"]
    assert isinstance(inner, Extensions)
    assert inner["b"] == (1, Extensions({"c": None}))
    assert thaw_object(data) == {"x-a": {"b": [1, {"c": None}]}}


def test_it_is_a_mapping_in_the_order_it_was_given() -> None:
    data = Extensions({"x-b": 1, "x-a": 2})
    assert list(data) == ["x-b", "x-a"]
    assert len(data) == 2
    assert dict(data) == {"x-b": 1, "x-a": 2}
    assert repr(data) == "Extensions({'x-b': 1, 'x-a': 2})"


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, True), (0, False), ([True], [1]), ({"a": 1}, {"a": True}), ("1", 1), ([], {}), (None, 0), ([[]], [])],
)
def test_different_json_is_not_equal(one: object, other: object) -> None:
    assert Extensions({"x-a": one}) != Extensions({"x-a": other})


def test_equal_json_is_equal_and_hashes_alike() -> None:
    one = Extensions({"x-a": {"p": 1, "q": [True]}, "x-b": 2})
    other = Extensions({"x-b": 2.0, "x-a": {"q": [True], "p": 1}})
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one


def test_it_is_not_equal_to_other_types() -> None:
    assert Extensions() != {}
    assert Extensions({"x-a": 1}) != {"x-a": 1}


def test_it_cannot_change() -> None:
    with pytest.raises(AttributeError, match="cannot change"):
        Extensions().values_ = {}
    with pytest.raises(TypeError):
        Extensions({"x-a": 1})["x-a"] = 2  # type: ignore[index]


def test_given_again_it_is_the_same_value() -> None:
    inner = Extensions({"b": 1})
    assert Extensions({"x-a": inner})["x-a"] is inner
    assert Extensions.of(Extensions({"x-a": 1})) == Extensions({"x-a": 1})


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (date(2026, 1, 1), "must be JSON, not a date"),
        (float("inf"), "numbers must be finite"),
        ("\ud800", "half of a surrogate pair"),
        ({1: 2}, "keys must be text"),
        ({"\udc00": 2}, "half of a surrogate pair"),
        ({1, 2}, "must be JSON, not a set"),
    ],
)
def test_what_json_cannot_hold_is_refused(value: object, reason: str) -> None:
    with pytest.raises(InvalidValueError, match=reason):
        Extensions({"x-a": value})
