"""The limits, held against plain data."""

import pickle

import pytest

import productgov as pg
from productgov.codec.strict.limits import limit_exceeded
from productgov.errors import InvalidValueError
from productgov.formats.limits import Limits
from productgov.paths import to_pointer
from tests.support.documents import minimal_document


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
    mistake = limit_exceeded(data, limits)
    assert mistake is not None
    assert mistake.code == "PG010"
    assert to_pointer(mistake.path) == path


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
    assert limit_exceeded(data, limits) is None


@pytest.mark.parametrize("wrong", [{"max_bytes": 0}, {"max_depth": 251}, {"max_nodes": 1.5}, {"max_digits": True}])
def test_limits_are_whole_numbers_within_reason(wrong: dict[str, int]) -> None:
    with pytest.raises(InvalidValueError, match=rf"Limits\.{next(iter(wrong))} is"):
        Limits(**wrong)


def test_as_deep_as_the_limits_allow_nothing_recurses_too_far() -> None:
    deep: object = 1
    for _ in range(249):
        deep = [deep]
    limits = Limits(max_depth=250)
    governance = pg.from_dict({**minimal_document(), "x-a": deep}, limits=limits)
    assert pg.loads(pg.dumps(governance), limits=limits) == governance
    assert pickle.loads(pickle.dumps(governance)) == governance
    assert hash(governance) == hash(pg.from_dict(pg.to_dict(governance), limits=limits))
    assert "[[[" in repr(governance.extensions).replace("(", "[")
    for form in ("yaml", "toml"):
        assert pg.dumps(governance, format=form)
