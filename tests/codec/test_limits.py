"""The limits, held against plain data."""

import json
import pickle
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

import productgov as pg
from productgov.codec.build import structure
from productgov.codec.strict.limits import limit_exceeded
from productgov.errors import InvalidValueError
from productgov.formats.limits import Limits
from productgov.formats.registry import FormatName, read_text
from productgov.paths import to_pointer
from tests.support.documents import minimal_document
from tests.support.extras import has, needs

FORMATS: tuple[FormatName, ...] = ("json", "toml", *(("yaml",) if has("yaml") else ()))


@pytest.mark.parametrize(
    ("data", "limits", "path"),
    [
        ({"a": [[[1]]]}, Limits(max_depth=3), "/a/0/0"),
        ({"a": [1, 2, 3]}, Limits(max_nodes=4), "/a"),
        ({"a": 1, "b": [1, 2, 3]}, Limits(max_nodes=5), "/b"),
        ({"a": ["xyz", "xyz"]}, Limits(max_bytes=5), "/a/0"),
        ({"a": {"b": 10**30}}, Limits(max_digits=20), "/a/b"),
        ({"a": -(10**30)}, Limits(max_digits=20), "/a"),
        ({"a": [1.5, 0.125]}, Limits(max_digits=3), "/a/1"),
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
        ({"a": 1, "b": [1, 2, 3]}, Limits(max_nodes=6)),
        ({"a": ["xyz", "xyz"]}, Limits(max_bytes=6)),
        ({"a": 10**19}, Limits(max_digits=20)),
        ({"a": [1.5, 2.25]}, Limits(max_digits=3)),
        ({"a": [1.5, 0.1 + 0.2]}, Limits()),
        ({"a": [None, True]}, Limits(max_digits=1)),
        ("a", Limits(max_depth=1)),
        ([], Limits(max_depth=1)),
    ],
)
def test_what_reaches_a_limit_is_not_over_it(data: object, limits: Limits) -> None:
    assert limit_exceeded(data, limits) is None


def test_excess_in_a_list_is_named_by_its_index() -> None:
    mistake = limit_exceeded({"a": [1, [[2]]]}, Limits(max_depth=3))
    assert mistake is not None
    assert (mistake.path, mistake.message) == (("a", 1, 0), "a[1][0] nests deeper than 3 levels")


@pytest.mark.parametrize("wrong", [{"max_bytes": 0}, {"max_depth": 251}, {"max_nodes": 1.5}, {"max_digits": True}])
def test_limits_are_whole_numbers_within_reason(wrong: dict[str, int]) -> None:
    with pytest.raises(InvalidValueError, match=rf"Limits\.{next(iter(wrong))} is"):
        Limits(**wrong)


def nested(levels: int) -> object:
    """A list in a list in a list, so many of them."""
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


def test_as_deep_as_extension_data_may_be_nothing_recurses_too_far() -> None:
    governance = pg.from_dict({**minimal_document(), "x-a": nested(80)})
    assert pg.loads(pg.dumps(governance)) == governance
    assert pickle.loads(pickle.dumps(governance)) == governance
    assert hash(governance) == hash(pg.from_dict(pg.to_dict(governance)))
    assert "[[[" in repr(governance.extensions).replace("(", "[")
    for form in ("yaml", "toml"):
        assert pg.dumps(governance, format=form)


def test_objects_and_lists_count_alike_as_levels_of_extension_data() -> None:
    deepest: object = 1
    for level in range(80):
        deepest = {"a": deepest} if level % 2 else [deepest]
    assert pg.from_dict({"title": "A", "x-a": deepest}, pg.Role).title == "A"
    for deeper in ({"a": deepest}, [deepest]):
        with pytest.raises(pg.InvalidDocumentError, match="x-a nests deeper than 80 levels"):
            structure({"title": "A", "x-a": deeper}, pg.Role)


def test_extension_data_of_any_depth_is_refused_alike_everywhere() -> None:
    for levels in (81, 98, 150, 2_000):
        document = {**minimal_document(), "x-a": nested(levels)}
        for call in (
            partial(pg.from_dict, document),
            partial(pg.from_dict, document, limits=Limits(max_depth=250)),
            partial(pg.from_dict, {"title": "A", "x-a": document["x-a"]}, pg.Role),
        ):
            with pytest.raises(pg.InvalidDocumentError) as caught:
                call()
            assert [finding.code for finding in caught.value.findings] == ["PG010"]
        with pytest.raises(InvalidValueError, match="nests deeper than 80 levels"):
            pg.Extensions({"x-a": document["x-a"]})
    with pytest.raises(pg.InvalidDocumentError, match=r"x-a nests deeper than 80 levels, which is the most in x- data"):
        pg.loads(json.dumps({**minimal_document(), "x-a": nested(81)}))


@pytest.mark.parametrize("width", [1, 2])
def test_data_that_holds_itself_is_refused(width: int) -> None:
    endless: list[object] = []
    endless += [endless] * width
    with pytest.raises(InvalidValueError, match="nests deeper than 80 levels"):
        pg.Extensions({"x-a": endless})
    for cls in (pg.ProductGovernance, pg.Role):
        with pytest.raises(pg.InvalidDocumentError, match="PG010"):
            pg.from_dict({**minimal_document(), "x-a": endless}, cls)
        with pytest.raises(pg.InvalidDocumentError, match="PG010"):
            pg.make_converter().structure({**minimal_document(), "x-a": endless}, cls)


@pytest.mark.parametrize("number", [10**1000 - 1, 1 - 10**1000], ids=["positive", "negative"])
def test_the_longest_whole_number_is_taken_everywhere(number: int) -> None:
    governance = pg.from_dict({**minimal_document(), "x-a": number})
    assert governance.extensions == pg.Extensions({"x-a": number})
    for form in FORMATS:
        assert pg.loads(pg.dumps(governance, format=form), format=form) == governance
    longer = number + (1 if number > 0 else -1)
    for limits in (Limits(), Limits(max_digits=10_000)):
        with pytest.raises(pg.InvalidDocumentError, match="PG010"):
            pg.from_dict({**minimal_document(), "x-a": longer}, limits=limits)
        with pytest.raises(pg.InvalidDocumentError, match="PG010"):
            pg.loads(json.dumps({**minimal_document(), "x-a": longer}), limits=limits)
    with pytest.raises(InvalidValueError, match="more than 1,000 digits"):
        pg.Extensions({"x-a": longer})


@pytest.mark.parametrize("form", ["toml", pytest.param("yaml", marks=needs("yaml"))])
@pytest.mark.parametrize("written", ["0x" + "f" * 830, "0x" + "f" * 831, "0o" + "7" * 1107, "0o" + "7" * 1108], ids=len)
def test_a_number_in_another_base_has_as_many_digits_as_in_base_ten(form: FormatName, written: str) -> None:
    text = f"x-a{' =' if form == 'toml' else ':'} {written}\n" + pg.dumps(pg.from_dict(minimal_document()), format=form)
    if int(written, 0) < 10**1000:
        governance = pg.loads(text, format=form)
        for other in FORMATS:
            assert pg.loads(pg.dumps(governance, format=other), format=other) == governance
    else:
        with pytest.raises(pg.InvalidDocumentError, match="PG010 a number with more than 1,000 digits"):
            pg.loads(text, format=form)


@given(st.integers(1, 30), st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False))
def test_digits_are_counted_alike_in_data_and_in_text(digits: int, number: float) -> None:
    limits = Limits(max_digits=digits)
    try:
        pg.from_dict({"title": "A", "x-a": number}, pg.Role, limits=limits)
        taken = True
    except pg.InvalidDocumentError:
        taken = False
    assert taken == (not read_text(json.dumps({"title": "A", "x-a": number}), "json", limits)[1].findings)


@given(st.integers(1, 60), st.integers(1, 14))
def test_values_and_levels_are_counted_alike_in_data_and_in_text(nodes: int, depth: int) -> None:
    document = minimal_document()
    for limits in (Limits(max_nodes=nodes), Limits(max_depth=depth)):
        assert (limit_exceeded(document, limits) is None) == (
            not read_text(json.dumps(document), "json", limits)[1].broken
        )


@pytest.mark.parametrize(
    "key", [10**5000, (10**5000,), None, 1.5, frozenset({10**5000})], ids=lambda key: type(key).__name__
)
def test_a_key_of_another_type_is_a_finding(key: object) -> None:
    for value in (1, nested(200)):
        with pytest.raises(pg.InvalidDocumentError):
            pg.from_dict({key: value})  # type: ignore[dict-item]
    with pytest.raises(pg.InvalidDocumentError, match="keys must be text"):
        pg.from_dict({**minimal_document(), "x-a": {key: 1}})
