"""Hints are true: what each one proposes is written into its document, and then nothing is wrong any more."""

import copy
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.codec.migrations import version_mistake
from productgov.codec.strict.consequences import without_consequences
from productgov.codec.strict.keys import KEY_HINTS
from productgov.codec.strict.mistakes import Mistakes
from productgov.codec.strict.objects import walk_of
from productgov.fields import shapes
from productgov.fields.date_hints import DATE_HINTS
from productgov.fields.number_hints import NUMBER_HINTS
from productgov.fields.shapes import fields_of, model_classes, shape_of, terms_of
from productgov.fields.synonyms import KEYS, TERMS, meant, plain
from productgov.fields.term_hints import TERM_HINTS
from productgov.fields.text_hints import FLAG_HINTS, TEXT_HINTS
from productgov.found import Entry, Found, Rename, Write
from productgov.model.governance import ProductGovernance
from productgov.paths import Path, from_pointer
from tests.support.examples import example_data, item, merged, review

Json = dict[str, object]
ITEM = "/roadmap/timeHorizon/now/0"
RICE = f"{ITEM}/scoring/rice"
KPI = "/metrics/inputMetrics/0"
REVIEW = "/reviews/productReview"
KANO = {"responses": [{"functional": "like", "dysfunctional": "dislike", "count": 12}]}
OTHERS = (
    item(
        "now",
        "checkout",
        startDate="2026-01-05",
        links=[{"url": "https://example.com"}],
        tags=["sales"],
        scoring={"kano": KANO},
    ),
    review("product", startTime="09:00", durationMinutes=60, participants=[{"title": "A", "email": "a@example.com"}]),
)
SCALARS = (*NUMBER_HINTS, *DATE_HINTS, *TEXT_HINTS, *TERM_HINTS, *FLAG_HINTS)


class Case(NamedTuple):
    """A value that is wrong, where it is written, and what is proposed; `...` where nothing concrete is."""

    hint: str
    place: str
    written: object
    proposed: object = ...


CASES = (
    Case("_step_of_the_scale", f"{RICE}/impact", "High", 2),
    Case("_step_of_the_scale", f"{RICE}/impact", "minimal", 0.25),
    Case("_step_of_the_scale", f"{RICE}/confidence", "medium", 0.8),
    Case("_unquoted", f"{RICE}/reach", "900", 900),
    Case("_unquoted", f"{KPI}/target", "5000", 5000),
    Case("_percentage", f"{RICE}/confidence", "80%", 0.8),
    Case("_percentage", f"{RICE}/confidence", "8 %", 0.08),
    Case("_percentage", f"{RICE}/confidence", 80, 0.8),
    Case("_percentage", f"{RICE}/confidence", 12.5, 0.125),
    Case("_percentage", f"{RICE}/effort", "50 %", 50),
    Case("_share", f"{RICE}/confidence", "8/10", 0.8),
    Case("_share", f"{RICE}/confidence", "4 out of 5", 0.8),
    Case("_share", f"{RICE}/confidence", 8),
    Case("_share", f"{RICE}/confidence", 1.5),
    Case("_share", f"{RICE}/confidence", 250),
    Case("_grouped", f"{RICE}/reach", "1,200", 1200),
    Case("_grouped", f"{RICE}/reach", "1'200'300.5", 1200300.5),
    Case("_decimal_comma", f"{RICE}/effort", "1,5", 1.5),
    Case("_decimal_comma", f"{RICE}/confidence", "0,800", 0.8),
    Case("_abbreviated", f"{RICE}/reach", "4k", 4000),
    Case("_abbreviated", f"{RICE}/reach", "1.5M", 1500000),
    Case("_with_a_sign", f"{RICE}/reach", "~500", 500),
    Case("_with_a_sign", f"{KPI}/baseline", "$40", 40),
    Case("_with_a_sign", f"{KPI}/baseline", "20+", 20),
    Case("_compared", f"{KPI}/target", "> 90 %"),
    Case("_compared", f"{KPI}/target", "at least 3"),
    Case("_compared", f"{RICE}/reach", "more than 500 customers"),
    Case("_not_finite", f"{RICE}/reach", float("inf")),
    Case("_not_whole", f"{ITEM}/scoring/kano/responses/0/count", 2.5),
    Case("_other_form", f"{ITEM}/targetDate", 20260415, "2026-04-15"),
    Case("_other_form", f"{ITEM}/targetDate", "15/04/2026", "2026-04-15"),
    Case("_other_form", f"{ITEM}/targetDate", "15 April 2026", "2026-04-15"),
    Case("_other_form", f"{ITEM}/targetDate", "Apr. 5th, 2026", "2026-04-05"),
    Case("_other_form", f"{ITEM}/targetDate", "2026-04-15T00:00:00Z", "2026-04-15"),
    Case("_other_form", f"{ITEM}/targetDate", "2026-04-31"),
    Case("_longer_time", f"{ITEM}/targetDate", "Q2 2026", "2026-06-30"),
    Case("_longer_time", f"{ITEM}/targetDate", "2026-Q3", "2026-09-30"),
    Case("_longer_time", f"{ITEM}/targetDate", "H1 2026", "2026-06-30"),
    Case("_longer_time", f"{ITEM}/targetDate", "2028-02", "2028-02-29"),
    Case("_longer_time", f"{ITEM}/targetDate", "May 2026", "2026-05-31"),
    Case("_longer_time", f"{ITEM}/targetDate", 2026, "2026-12-31"),
    Case("_empty", f"{ITEM}/title", ""),
    Case("_blanks_around", f"{ITEM}/id", " checkout\n", "checkout"),
    Case("_number_for_text", f"{ITEM}/title", 5, "5"),
    Case("_number_for_text", f"{ITEM}/title", True, "true"),
    Case("_number_for_text", f"{ITEM}/id", 404, "404"),
    Case("_colon_in_text", f"{ITEM}/title", {"Pay": "now"}, "Pay: now"),
    Case("_control_character", f"{ITEM}/title", "Buy\u0007 now", "Buy now"),
    Case("_control_character", f"{ITEM}/title", "Buy\r\nnow", "Buy\nnow"),
    Case("_id_of_words", f"{ITEM}/id", "week in a tap!", "week-in-a-tap"),
    Case("_address_without_scheme", f"{ITEM}/links/0/url", "www.example.com/a?b", "https://www.example.com/a?b"),
    Case("_address_without_scheme", f"{ITEM}/links/0/url", "ana@example.com", "mailto:ana@example.com"),
    Case("_address_without_scheme", f"{ITEM}/links/0/url", "HTTPS://a.b", "https://a.b"),
    Case("_address_with_name", f"{REVIEW}/participants/0/email", "Ana <ana@example.com>", "ana@example.com"),
    Case("_address_with_name", f"{REVIEW}/participants/0/email", "mailto:ana@example.com", "ana@example.com"),
    Case("_time_of_day", f"{REVIEW}/startTime", "9:30", "09:30"),
    Case("_time_of_day", f"{REVIEW}/startTime", "2 pm", "14:00"),
    Case("_time_of_day", f"{REVIEW}/startTime", "12.15 a.m.", "00:15"),
    Case("_time_of_day", f"{REVIEW}/startTime", "14:30:00", "14:30"),
    Case("_time_of_day", f"{REVIEW}/startTime", 1430, "14:30"),
    Case("_synonym", f"{ITEM}/status", "shipped", "done"),
    Case("_synonym", f"{ITEM}/status", "Won't fix", "dropped"),
    Case("_synonym", f"{ITEM}/status", "on hold", "paused"),
    Case("_synonym", f"{ITEM}/status", "WIP", "in-progress"),
    Case("_synonym", f"{ITEM}/status", "idea", "proposed"),
    Case("_synonym", "/prioritization/reviewCadence", "fortnightly", "biweekly"),
    Case("_synonym", "/prioritization/framework", "value vs. effort", "Value-Effort"),
    Case("_synonym", f"{KPI}/direction", "up", "increase"),
    Case("_other_spelling", f"{ITEM}/status", "In Progress", "in-progress"),
    Case("_other_spelling", f"{ITEM}/status", "plannd", "planned"),
    Case("_other_spelling", "/prioritization/framework", "rice", "RICE"),
    Case("_near", f"{ITEM}/status", "plan"),
    Case("_near", f"{ITEM}/status", 5),
)
INVISIBLE = (
    (f"{RICE}/confidence", "“0.8”", 0.8, "write 0.8 without the quotes “ ”"),
    (f"{RICE}/confidence", "80\u00a0%", 0.8, "write 0.8 without the NO-BREAK SPACE (U+00A0)"),
    (f"{RICE}/reach", "\u200b900", 900, "write 900 without the ZERO WIDTH SPACE (U+200B)"),
    (f"{ITEM}/targetDate", "2026-04-15\u00a0", "2026-04-15", "write 2026-04-15 without the NO-BREAK SPACE (U+00A0)"),
    (f"{ITEM}/status", "»done«", "done", "write done without the quotes » «"),
    (f"{ITEM}/status", "in\u2009progress", "in-progress", "write in-progress without the THIN SPACE (U+2009)"),
    (f"{ITEM}/id", "check\u00adout", "checkout", "write checkout without the SOFT HYPHEN (U+00AD)"),
    (f"{RICE}/reach", "“many”", ..., "write it without the quotes “ ”"),
    (f"{RICE}/confidence", "‘8’", ..., "write it without the quotes ‘ ’"),
)
KEY_CASES = (
    ("_extension", f"{ITEM}/x_note", "a", Rename("x-note")),
    ("_extension", f"{ITEM}/xNote", "a", Rename("x-note")),
    ("_extension", f"{ITEM}/X-Note", "a", Rename("x-note")),
    ("_extension", f"{ITEM}/x_jiraKey", "a", Rename("x-jiraKey")),
    ("_no_space_after_colon", f"{ITEM}/description:new", None, Entry("description", "new")),
    ("_no_space_after_colon", f"{KPI}/baseline:41", None, Entry("baseline", 41)),
    ("_invisible", f"{ITEM}/description\u00a0", "a", Rename("description")),
    ("_invisible", f"{ITEM}/\u200bdescription", "a", Rename("description")),
    ("_invisible", f"{ITEM}/“description”", "a", Rename("description")),
    ("_other_place", f"{ITEM}/dependsOn", ["payments"], None),
    ("_other_place", f"{ITEM}/effort", 3, None),
    ("_other_place", f"{KPI}/current", 3, None),
    ("_synonym", f"{ITEM}/dueDate", "2026-04-15", Rename("targetDate")),
    ("_synonym", f"{ITEM}/assignee", "Ana", Rename("owner")),
    ("_synonym", f"{ITEM}/summary", "a", Rename("description")),
    ("_synonym", f"{KPI}/title", "a", Rename("name")),
    ("_other_spelling", f"{ITEM}/target_date", "2026-04-15", Rename("targetDate")),
    ("_other_spelling", f"{ITEM}/Description", "a", Rename("description")),
    ("_other_spelling", f"{ITEM}/titel", "a", Rename("title")),
    ("_near", f"{ITEM}/describe", "a", None),
)


def base(*without: str) -> Json:
    """A good document with something of every kind, but for these fields."""
    document: object = example_data()
    for fragment in copy.deepcopy(OTHERS):
        document = merged(document, fragment)
    for pointer in without:
        change(document, pointer, lambda holder, key: holder.pop(key, None))
    assert isinstance(document, dict)
    return document


def change(document: object, pointer: str, act: Callable[[Json, str], object]) -> None:
    """Act on the object that holds a value, and the key of the value."""
    *path, key = from_pointer(pointer)
    holder = at(document, tuple(path))
    act(holder, key)  # type: ignore[arg-type]


def at(document: object, path: Path) -> object:
    for token in path:
        document = document[token]  # type: ignore[index]
    return document


def written(document: Json, pointer: str, value: object) -> Json:
    change(document, pointer, lambda holder, key: holder.__setitem__(key, value))
    return document


def found(document: Json) -> list[Found]:
    """What the walk finds in a document."""
    outdated = version_mistake(document)
    if outdated:
        return [outdated]
    mistakes = Mistakes()
    walk_of(shape_of(ProductGovernance))(document, None, mistakes)
    return list(without_consequences(mistakes.kept))


def applied(document: Json, mistake: Found) -> Json:
    """The document with what a hint proposes."""
    *path, key = mistake.path
    holder = at(document, tuple(path))
    proposal = mistake.proposal
    value = proposal.value if isinstance(proposal, (Write, Entry)) else holder[key]  # type: ignore[index]
    if isinstance(proposal, (Rename, Entry)):
        del holder[key]  # type: ignore[attr-defined]
        key = proposal.key
    holder[key] = value  # type: ignore[index]
    return document


def scalar_at(pointer: str) -> shapes.Scalar:
    """The kind of single value that a place of a document expects."""
    shape: shapes.Shape = shape_of(ProductGovernance)
    for token in from_pointer(pointer):
        if isinstance(shape, shapes.List):
            shape = shape.item
        else:
            holder = shape.object if isinstance(shape, shapes.Either) else shape
            assert isinstance(holder, shapes.Object)
            shape = next(field.shape for field in holder.fields if field.wire == token)
    if isinstance(shape, shapes.Either):
        return shape.scalar
    if isinstance(shape, shapes.Object):
        assert shape.shorthand is not None
        shape = shape.shorthand.shape
    assert isinstance(shape, shapes.Scalar)
    return shape


def test_the_document_of_these_tests_is_good() -> None:
    assert found(base()) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.hint} {case.written!r}")
def test_what_a_hint_proposes_for_a_value_is_good(case: Case) -> None:
    recognise = next(each for each in SCALARS if each.__name__ == case.hint)
    (mistake,) = found(written(base(), case.place, case.written))
    hint = recognise(case.written, scalar_at(case.place))
    assert hint is not None
    assert mistake.hint.startswith(hint.text)
    assert mistake.proposal == hint.proposal
    if case.proposed is ...:
        assert mistake.proposal is None
        return
    assert mistake.proposal == Write(case.proposed)
    assert type(hint.proposal.value) is type(case.proposed)  # type: ignore[union-attr]
    assert found(applied(written(base(), case.place, case.written), mistake)) == []


@pytest.mark.parametrize(("place", "value", "proposed", "hint"), INVISIBLE)
def test_what_cannot_be_seen_is_named(place: str, value: str, proposed: object, hint: str) -> None:
    (mistake,) = found(written(base(), place, value))
    assert (mistake.hint.startswith(hint), mistake.proposal) == (True, None if proposed is ... else Write(proposed))
    if mistake.proposal:
        assert found(applied(written(base(), place, value), mistake)) == []


@pytest.mark.parametrize(("hint", "place", "value", "proposal"), KEY_CASES)
def test_what_a_hint_proposes_for_a_key_is_good(
    hint: str, place: str, value: object, proposal: Rename | Entry | None
) -> None:
    holder, _, key = place.rpartition("/")
    missing = getattr(proposal, "key", key)
    (mistake,) = found(written(base(f"{holder}/{missing}"), place, value))
    assert (mistake.code, mistake.path, mistake.proposal) == ("PG003", from_pointer(place), proposal)
    if proposal:
        assert proposal.key in mistake.hint
        assert found(applied(written(base(f"{holder}/{missing}"), place, value), mistake)) == []


@pytest.mark.parametrize(
    ("place", "value", "proposed"),
    [
        (f"{ITEM}/tags", "sales", ["sales"]),
        (f"{ITEM}/metrics", "activation, weekly-teams", ["activation", "weekly-teams"]),
        (f"{ITEM}/tags", "a, b]", ["a", "b"]),
        (f"{ITEM}/tags", "-a - b -c", ["a", "b", "c"]),
        (f"{ITEM}/links", {"url": "https://example.com"}, [{"url": "https://example.com"}]),
        ("/schemaVersion", 1.0, "1.0"),
        ("/schemaVersion", 1.1, "1.0"),
        ("/schemaVersion", "0.9", "1.0"),
    ],
)
def test_what_a_hint_proposes_for_a_list_or_a_version_is_good(place: str, value: object, proposed: object) -> None:
    (mistake,) = found(written(base(), place, value))
    assert mistake.proposal == Write(proposed)
    assert found(applied(written(base(), place, value), mistake)) == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (f"{ITEM}/links", "a"),
        (f"{ITEM}/links", "-a"),
        ("/schemaVersion", "9.0"),
        (f"{ITEM}/tags", None),
        (f"{ITEM}/title", {"a": 1}),
    ],
)
def test_nothing_is_proposed_where_it_would_not_be_good(place: str, value: object) -> None:
    assert [mistake.proposal for mistake in found(written(base(), place, value))] == [None]


@pytest.mark.parametrize(("value", "proposed"), [("yes", True), ("Off", False), (1, True), (0, False), ("true", True)])
def test_what_a_hint_proposes_for_a_flag_is_good(value: object, proposed: bool) -> None:
    """No field of a document is one so far; classes of one's own have some."""
    assert shapes.Flag().problem(value).proposal == Write(proposed)
    assert shapes.Flag().accepts(proposed)
    assert shapes.Flag().problem("perhaps").proposal is None


def test_a_vision_that_has_a_plan_is_told_to_move_and_its_description_is_its_statement() -> None:
    vision: Json = {"id": "a", "title": "A", "owner": "Ana", "description": "All of it."}
    document = written(base(), "/roadmap/timeHorizon/future", [vision])
    hints = {str(mistake.path[-1]): mistake.hint for mistake in found(document)}
    assert hints["description"] == "write statement instead"
    assert hints["owner"].startswith("a vision of the future horizon is no plan yet")


def test_every_hint_has_a_case() -> None:
    """A new recogniser without a case fails here; `_truth` has the test above."""
    assert {case.hint for case in CASES} == {each.__name__ for each in SCALARS} - {"_truth"}
    assert {name for name, *_ in KEY_CASES} == {each.__name__ for each in KEY_HINTS}


SLIPS = ("80%", "4k", "1,200", "Q2 2026", "20260415", "“0.8”", "high", "shipped", "9:30", "www.a.com", "a b", "yes", "")
PLACES = sorted({case.place for case in CASES})


@given(place=st.sampled_from(PLACES), value=st.sampled_from(SLIPS) | st.text(max_size=6) | st.integers() | st.floats())
def test_a_proposal_is_good_whatever_was_written(place: str, value: object) -> None:
    """Other findings come only where the date that is proposed contradicts another one."""
    mistakes = found(written(base(), place, value))
    for mistake in mistakes:
        if mistake.proposal:
            left = found(applied(written(base(), place, value), mistake))
            assert [one.code for one in left] in ([], ["PG008"])
            assert not any(one.path == mistake.path and one.code != "PG008" for one in left)


CLASSES = model_classes(ProductGovernance)


@pytest.mark.parametrize("word", sorted(KEYS))
def test_every_synonym_of_a_key_means_a_field_and_is_none_itself(word: str) -> None:
    for key in KEYS[word]:
        holders = [cls for cls in CLASSES if key in {field.wire for field in fields_of(cls)}]
        assert holders, key
        free = [cls for cls in holders if word not in {plain(field.wire) for field in fields_of(cls)}]
        assert free, key


@pytest.mark.parametrize("word", sorted(TERMS))
def test_every_synonym_of_a_term_means_one_in_each_enumeration(word: str) -> None:
    values = [tuple(term.value for term in terms) for terms in terms_of(ProductGovernance)]
    meanings = [[known for known in TERMS[word] if known in each] for each in values]
    assert all(len(each) < 2 for each in meanings)
    assert {known for each in meanings for known in each} == set(TERMS[word])
    assert all(
        meant(word, TERMS, each) == (known[0] if known else None) for each, known in zip(values, meanings, strict=True)
    )
