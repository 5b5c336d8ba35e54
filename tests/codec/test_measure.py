"""The limits, held against plain data."""

import pytest

from productgov.codec.limits import Limits
from productgov.codec.measure import excess
from productgov.codec.places import tokens_of
from productgov.pointer import to_pointer


@pytest.mark.parametrize(
    ("data", "limits", "path"),
    [
        ({"a": [[[1]]]}, Limits(max_depth=3), "/a/0/0"),
        ({"a": [1, 2, 3]}, Limits(max_nodes=4), "/a"),
        ({"a": ["xyz", "xyz"]}, Limits(max_bytes=5), "/a/0"),
        ({"a": {"b": 10**30}}, Limits(max_digits=20), "/a/b"),
        ({"a": -(10**30)}, Limits(max_digits=20), "/a"),
    ],
)
def test_excess_is_found_at_its_place(data: object, limits: Limits, path: str) -> None:
    mistake = excess(data, limits)
    assert mistake is not None
    assert mistake.code == "PG010"
    assert to_pointer(tokens_of(mistake.place)) == path


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        ({"a": [[1]]}, Limits(max_depth=3)),
        ({"a": [1, 2, 3]}, Limits(max_nodes=5)),
        ({"a": ["xyz", "xyz"]}, Limits(max_bytes=6)),
        ({"a": 10**19}, Limits(max_digits=20)),
        ("a", Limits(max_depth=1)),
        ([], Limits(max_depth=1)),
    ],
)
def test_what_reaches_a_limit_is_not_over_it(data: object, limits: Limits) -> None:
    assert excess(data, limits) is None
