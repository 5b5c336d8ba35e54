"""Extension data: what one way in takes, every way in takes, and every format gives it back as it was written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import productgov as pg
from productgov.formats.registry import FormatName
from tests.support.documents import minimal_document
from tests.support.extras import has, needs

FORMATS: tuple[FormatName, ...] = ("json", "toml", *(("yaml",) if has("yaml") else ()))
LONGEST = 10**1000

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

TEXTS = st.text(max_size=8) | st.text("\n\t '\"#:-\\[]{}&*!%@`|>?,01enoy.~\x85\u2028\x7f\ufeff", max_size=8)
NUMBERS = (
    st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([LONGEST - 1, LONGEST, -LONGEST, 1 - LONGEST, -0.0, 5e-324, 1.7976931348623157e308, 1e16])
)
SCALARS = st.none() | st.booleans() | NUMBERS | TEXTS | st.sampled_from(["\ud800", "a\udfffb"])


@st.composite
def deep(draw: st.DrawFn, values: st.SearchStrategy[Json]) -> Json:
    """A value within many lists and objects."""
    value = draw(values)
    for _ in range(draw(st.integers(76, 82))):
        value = {"a": value} if draw(st.booleans()) else [value]
    return value


VALUES: st.SearchStrategy[Json] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=8
)


def has_null(value: object) -> bool:
    if isinstance(value, (dict, list)):
        return any(map(has_null, value.values() if isinstance(value, dict) else value))
    return value is None


@given(VALUES | deep(SCALARS))
def test_extension_data_is_taken_alike_by_every_way_in_and_read_as_it_was_written(value: Json) -> None:
    document = {**minimal_document(), "x-a": value}
    try:
        governance = pg.from_dict(document)
    except pg.InvalidDocumentError:
        with pytest.raises(pg.InvalidValueError):
            pg.Extensions({"x-a": value})
        with pytest.raises(pg.InvalidDocumentError):
            pg.loads(json.dumps(document))
        return
    assert governance.extensions == pg.Extensions({"x-a": value})
    for form in FORMATS:
        if form == "toml" and has_null(value):
            with pytest.raises(pg.InvalidValueError, match="null"):
                pg.dumps(governance, format=form)
            continue
        written = pg.dumps(governance, format=form)
        again = pg.loads(written, format=form)
        assert again == governance
        assert repr(again.extensions) == repr(governance.extensions)
        assert pg.dumps(again, format=form) == written


@needs("yaml")
@given(
    st.integers(0, 10**40),
    st.sampled_from(["0x{:x}", "0x{:X}", "0o{:o}", "{}", "+{}", "-{}", "0{}", "{}.", "{}e0", "{}.0"]),
)
def test_numbers_in_every_notation_are_read_as_they_were_written(number: int, notation: str) -> None:
    written = pg.dumps(pg.from_dict(minimal_document()), format="yaml")
    governance = pg.loads(f"{written}x-a: {notation.format(number)}\n", format="yaml")
    for form in FORMATS:
        again = pg.loads(pg.dumps(governance, format=form), format=form)
        assert repr(again.extensions) == repr(governance.extensions)
