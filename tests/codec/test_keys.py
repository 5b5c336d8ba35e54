"""Keys that an object does not have: when one is taken for a field, and when its value is judged as well."""

import pytest

import productgov as pg
from productgov.codec.build import structure
from tests.support.documents import Json

GOOD: Json = {"id": "a", "title": "A"}


def found(**fields: object) -> list[tuple[str, str, str]]:
    """The findings in a small initiative, by code, path and hint."""
    try:
        structure({**GOOD, **fields}, pg.Initiative)
    except pg.InvalidDocumentError as error:
        return [(finding.code, finding.path, finding.hint) for finding in error.findings]
    return []


def hint_of(key: str, value: object, **others: object) -> str:
    [(code, path, hint)] = found(**{key: value, **others})
    assert (code, path) == ("PG003", f"/{key}")
    return hint


def test_a_colon_without_a_space_is_seen_only_in_a_key_without_a_value() -> None:
    assert hint_of("description:new", None) == "put a space after the colon: description: new"
    assert "colon" not in hint_of("description:new", "a")


@pytest.mark.parametrize(("key", "others"), [("zzz:new", {}), ("description:new", {"description": "old"})])
def test_a_colon_without_a_space_is_seen_only_after_a_field_that_is_not_given(key: str, others: Json) -> None:
    assert "colon" not in hint_of(key, None, **others)


def test_a_long_text_with_a_colon_is_no_key_and_value() -> None:
    longest = f"description:{'n' * 48}"
    assert hint_of(longest, None).startswith("put a space after the colon")
    assert "colon" not in hint_of(f"{longest}n", None)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("targetDate:soon", None),
        ("targetDate\u200b", "soon"),
        ("dueDate", "soon"),
        ("target_date", "soon"),
    ],
)
def test_the_value_of_a_key_that_is_certainly_a_field_is_judged_as_that_of_the_field(key: str, value: object) -> None:
    unknown, wrong = found(**{key: value})
    assert unknown[:2] == ("PG003", f"/{key}")
    assert wrong == ("PG007", f"/{key}", "write a date, YYYY-MM-DD")


@pytest.mark.parametrize(("key", "value"), [("x_note", {1}), ("targets", "soon"), ("dependsOn", 5), ("zzz", {1})])
def test_the_value_of_any_other_key_is_not_judged(key: str, value: object) -> None:
    assert [code for code, *_ in found(**{key: value})] == ["PG003"]


def test_an_invisible_character_is_named_only_in_the_key_of_a_field_that_is_not_given() -> None:
    assert hint_of("description\u200b", "a").startswith("write description without")
    assert "without" not in hint_of("description\u200b", "a", description="b")
    assert "without" not in hint_of("zzz\u200b", "a")


def test_a_blank_before_a_key_is_another_spelling() -> None:
    assert hint_of(" description", "a") == "write description instead"


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ({"id": "a"}, "did you mean title, targetDate or targetPeriod?"),
        ({"id": "a", "title": "A"}, "did you mean targetDate, targetPeriod or startDate?"),
    ],
)
def test_of_several_fields_that_a_key_is_like_one_that_is_missing_comes_first(given: Json, hint: str) -> None:
    with pytest.raises(pg.InvalidDocumentError) as refused:
        structure({**given, "targetTitle": "A"}, pg.Initiative)
    assert [(finding.code, finding.hint) for finding in refused.value.findings] == [("PG003", hint)]


@pytest.mark.parametrize("key", ["titel", "titled", "headline", "title\u200b"])
def test_a_field_that_another_key_means_is_not_missing_as_well(key: str) -> None:
    with pytest.raises(pg.InvalidDocumentError) as refused:
        structure({"id": "a", key: "A"}, pg.Initiative)
    assert [finding.code for finding in refused.value.findings] == ["PG003"]


def test_fields_that_a_misspelt_key_may_mean_are_not_compared() -> None:
    assert [code for code, *_ in found(start_date="2026-02-02", targetDate="2026-02-01")] == ["PG003"]


@pytest.mark.parametrize(("key", "value"), [("zzz", 0), ("zzz", ""), ("zzz", [])])
def test_only_an_unknown_key_without_any_value_may_be_the_end_of_a_text(key: str, value: object) -> None:
    assert "quotes" not in hint_of(key, value)
    assert "quotes" in hint_of(key, None)
