"""How the strict walk goes about it: what it visits, what it only counts, and what it shortens."""

import pytest

import productgov as pg
from productgov.codec.strict.extensions import walk_extension
from productgov.codec.strict.mistakes import Mistakes, subject
from productgov.codec.strict.objects import _ObjectWalk, walk_of
from productgov.fields.shapes import shape_of
from productgov.found import Found, Write
from productgov.paths import Trail
from tests.support.documents import Json, minimal_document


def mistakes_in(document: object) -> list[Found]:
    mistakes = Mistakes()
    walk_of(shape_of(pg.ProductGovernance))(document, None, mistakes)
    return mistakes.kept


def test_a_mistake_in_an_extension_key_is_at_the_key() -> None:
    mistakes = Mistakes()
    walk_extension("x-\ud800", "\ud800", None, mistakes)
    assert [(mistake.path, mistake.on_key) for mistake in mistakes.kept] == [
        (("x-\ud800",), True),
        (("x-\ud800",), False),
    ]


def test_only_the_objects_of_a_list_that_may_be_wrong_are_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    walked: list[int] = []
    walk = _ObjectWalk.__call__

    def counting(self: _ObjectWalk, value: object, trail: Trail, mistakes: Mistakes) -> None:
        if trail and isinstance(trail[1], int):
            walked.append(trail[1])
        walk(self, value, trail, mistakes)

    monkeypatch.setattr(_ObjectWalk, "__call__", counting)
    document = minimal_document()
    items: list[Json] = [{"id": f"item-{number}", "title": "A"} for number in range(50)]
    items[7]["title"] = 5
    document["roadmap"] = {"timeHorizon": {"now": items}}
    assert [mistake.path for mistake in mistakes_in(document)] == [("roadmap", "timeHorizon", "now", 7, "title")]
    assert walked == [7]


def test_empty_values_that_are_only_counted_need_no_hint() -> None:
    mistakes = Mistakes(1)
    walk_of(shape_of(pg.Role))({"title": None, "email": None}, None, mistakes)
    assert (len(mistakes), [mistake.hint for mistake in mistakes.kept]) == (2, ["write a value: title is required"])


@pytest.mark.parametrize(("length", "shown"), [(64, "a" * 64), (65, f"{'a' * 63}…")])
def test_the_name_of_a_value_is_shortened_to_64_characters(length: int, shown: str) -> None:
    assert subject((None, "a" * length)) == shown


@pytest.mark.parametrize(("length", "items"), [(1_000, 2), (1_001, 1)])
def test_a_long_text_is_not_split_into_a_list(length: int, items: int) -> None:
    text = f"a, {'b' * (length - 4)}]"
    (mistake,) = mistakes_in({**minimal_document(), "roadmap": {"themes": text, "timeHorizon": {}}})
    assert isinstance(mistake.proposal, Write)
    assert len(mistake.proposal.value) == items  # type: ignore[arg-type]
