"""The walk: every mistake of a value at once, each with its place, its message and a hint."""

import pytest

import productgov as pg
from productgov.codec.build import structure
from tests.support.documents import Json, minimal_document

INITIATIVE = "/roadmap/timeHorizon/now/0"


def findings(document: object, cls: type = pg.ProductGovernance) -> list[tuple[str, str, str, str]]:
    try:
        structure(document, cls)
    except pg.InvalidDocumentError as error:
        return [(finding.code, finding.path, finding.message, finding.hint) for finding in error.findings]
    return []


def initiative(**changes: object) -> Json:
    document = minimal_document()
    document["roadmap"] = {"timeHorizon": {"now": [{"id": "a", "title": "A", **changes}]}}
    return document


def codes(document: object) -> list[tuple[str, str]]:
    return [(code, path) for code, path, _, _ in findings(document)]


def test_a_good_document_has_no_findings() -> None:
    assert findings(minimal_document()) == []


@pytest.mark.parametrize("value", [None, [], "text", 5, True, 1.5])
def test_the_whole_document_must_be_an_object(value: object) -> None:
    [(code, path, message, hint)] = findings(value)
    assert (code, path) == ("PG005", "")
    assert message.startswith("the document must be an object, not ")
    assert hint == "productgov init writes an example to start from"


WRONG_TYPES: dict[str, tuple[object, str, str]] = {
    "title": (None, "title must be text, not null", "write a value: title is required"),
    "pillar": (None, "pillar must be text, not null", "write a value, or leave the field out"),
    "tags": ([None], "tags[0] must be text, not null", "write a value, or remove it from the list"),
    "description": (5, "description must be text, not 5", "put it in quotes"),
    "theme": (["a"], "theme must be text, not a list", "write text"),
    "startDate": (20260101, "startDate must be a date as text, not 20260101", "write 2026-01-01"),
    "metrics": ("a", 'metrics must be a list, not the text "a"', "put it in brackets, also when it is the only one"),
    "status": (
        True,
        "status must be one of proposed, planned, in-progress, rolling-out, done, paused, dropped, not true",
        "write one of",
    ),
    "owner": (3, "owner must be text, or an object, not 3", "put it in quotes"),
    "scoring": ("high", 'scoring must be an object, not the text "high"', "write an object"),
    "links": ({}, "links must be a list, not an object", "put it in brackets"),
}


@pytest.mark.parametrize("field", WRONG_TYPES)
def test_a_value_of_the_wrong_type_is_found_and_nothing_is_coerced(field: str) -> None:
    value, message, hint = WRONG_TYPES[field]
    [found] = findings(initiative(**{field: value}))
    place = f"{field}/0" if value == [None] else field
    assert found[:3] == ("PG005", f"{INITIATIVE}/{place}", message)
    assert found[3].startswith(hint)


COERCED_BY_OTHERS: list[tuple[str, object]] = [
    ("title", None),
    ("title", 5),
    ("title", 3.5),
    ("title", True),
    ("tags", "abc"),
    ("tags", {"a": 1}),
    ("owner", ["CPO"]),
    ("status", 1),
    ("startDate", 1.0),
    ("links", [[]]),
]


@pytest.mark.parametrize(("field", "value"), COERCED_BY_OTHERS)
def test_what_cattrs_would_coerce_is_an_error(field: str, value: object) -> None:
    assert [code for code, _ in codes(initiative(**{field: value}))] == ["PG005"]


@pytest.mark.parametrize("number", ["3", "no", True, None, [], {"value": "3"}])
def test_numbers_are_not_made_from_anything_else(number: object) -> None:
    assert {code for code, *_ in findings({"value": number}, pg.Target)} == {"PG005"}


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf"), 1e999, 1e16, -(10**16), 10**400])
def test_numbers_are_finite_and_within_limits(number: float) -> None:
    assert [code for code, *_ in findings({"value": number}, pg.Target)] == ["PG007"]


@pytest.mark.parametrize("empty", [[], None, "", 0])
def test_a_list_or_null_is_no_object_of_all_defaults(empty: object) -> None:
    assert [code for code, *_ in findings(empty, pg.Scoring)] == ["PG005"]


def test_the_usual_slips_have_hints() -> None:
    rice = {"reach": "5", "impact": 1, "confidence": "80%", "effort": "50 %"}
    hints = [hint for *_, hint in findings(rice, pg.Rice)]
    assert hints == ["write 5 without quotes", "write 0.8 for 80 %", "write 50 without the %"]
    [(code, path, message, hint)] = findings({"reach": 5, "impact": 1, "confidence": 80, "effort": 1}, pg.Rice)
    assert (code, path, hint) == ("PG007", "/confidence", "write 0.8 for 80 %")
    assert message == "confidence must be a number from 0 to 1, not 80"


@pytest.mark.parametrize("text", ["a lot", "1.2.3", "٥", "1e3", "9" * 40])
def test_no_hint_is_made_up_for_other_texts(text: str) -> None:
    [(_, _, _, hint)] = findings({"value": text}, pg.Target)
    assert hint == "write a number within ±1e15"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "a\n"),
        ("id", "a b"),
        ("id", "é"),
        ("id", "a" * 65),
        ("id", "-a"),
        ("title", ""),
        ("title", "a\u0000"),
        ("title", "a\u0007"),
        ("title", "\u007f"),
        ("title", "\ud800"),
        ("title", "a\r\n"),
        ("startDate", "2026-02-29"),
        ("startDate", "0000-01-01"),
        ("startDate", "20260101"),
        ("startDate", "2026-W01-1"),
        ("startDate", "2026-1-1"),
        ("startDate", "2026-01-01\n"),
        ("startDate", "2026-01-01T00:00:00Z"),
        ("startDate", "２０２６-01-01"),
    ],
)
def test_texts_outside_their_limits_are_found(field: str, value: str) -> None:
    assert codes(initiative(**{field: value})) == [("PG007", f"{INITIATIVE}/{field}")]


@pytest.mark.parametrize("value", ["a\tb\nc", "é 漢字 🎉", " ", "a\n", "\u0085"])
def test_text_may_hold_anything_else(value: str) -> None:
    assert codes(initiative(title=value)) == []


@pytest.mark.parametrize("day", ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30"])
def test_days_of_the_calendar_are_dates(day: str) -> None:
    assert codes(initiative(startDate=day)) == []


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://a",
        "http://",
        "//a",
        "https://a b",
        "https://a\n",
        'https://a"',
        "a@b.c",
        "HTTPS://a",
    ],
)
def test_unsafe_links_are_refused(url: str) -> None:
    assert codes(initiative(links=[{"url": url}])) == [("PG007", f"{INITIATIVE}/links/0/url")]


@pytest.mark.parametrize(
    "url", ["https://example.com/a?b=c&d=%20#e", "http://[::1]:80/", "mailto:ana@example.com", "https://a.b/(c)~d'e"]
)
def test_safe_links_are_taken(url: str) -> None:
    assert codes(initiative(links=[{"url": url}])) == []


def test_a_term_that_is_not_allowed_lists_those_that_are_the_nearest_first() -> None:
    [(code, path, message, hint)] = findings(initiative(status="Don"))
    assert (code, path) == ("PG006", f"{INITIATIVE}/status")
    assert message == 'status must be one of the allowed values, not the text "Don"'
    assert hint == "write done; allowed are proposed, planned, in-progress, rolling-out, done, paused, dropped"


@pytest.mark.parametrize(
    ("word", "first"), [("plan", "planned, proposed, in-progress"), ("zzz", "proposed, planned, in-progress")]
)
def test_a_term_that_is_near_to_several_or_to_none_is_left_open(word: str, first: str) -> None:
    [(_, _, _, hint)] = findings(initiative(status=word))
    assert hint.startswith(f"write one of: {first}")


def test_an_unknown_field_names_the_nearest_known_one() -> None:
    [(code, path, message, hint)] = findings(initiative(target_date="2026-01-01"))
    assert (code, path) == ("PG003", f"{INITIATIVE}/target_date")
    assert message == 'unknown field "target_date" in now[0]'
    assert hint == "write targetDate instead"


def test_an_unknown_field_like_no_other_lists_the_known_ones() -> None:
    [(_, _, _, hint)] = findings({**minimal_document(), "zzz": 1})
    assert hint.startswith("known fields are $schema, schemaVersion, id, name,")
    assert hint.endswith("custom data goes under a key that starts with x-")


def test_an_unknown_field_without_a_value_may_be_the_end_of_a_text() -> None:
    [(_, path, _, hint)] = findings({"title": "Product Manager", "Shopping": None}, pg.Role)
    assert path == "/Shopping"
    assert hint.endswith("; if it is the end of a text with a comma, put that text in quotes")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("30/11/2026", "write 2026-11-30"),
        ("11/30/2026", "write 2026-11-30"),
        ("30.11.2026", "write 2026-11-30"),
        ("2026/1/5", "write 2026-01-05"),
        ("20260105", "write 2026-01-05"),
        ("2026-01-05T09:30:00Z", "write 2026-01-05"),
        ("2026-01-05\n", "write 2026-01-05"),
        ("2026-02-30", "there is no such day"),
        ("03/04/2026", "write a date, YYYY-MM-DD"),
        ("next week", "write a date, YYYY-MM-DD"),
    ],
)
def test_a_date_written_in_another_way_is_told_as_it_should_be(written: str, hint: str) -> None:
    assert findings({"value": 1, "by": written}, pg.Target)[0][3] == hint


def test_a_key_that_is_no_text_is_found() -> None:
    document: dict[object, object] = {1: 1}
    document.update(minimal_document())
    assert [found[:3] for found in findings(document)] == [
        ("PG005", "", "the document has the key 1; keys must be text")
    ]


def test_a_missing_field_is_found_at_its_object() -> None:
    document = minimal_document()
    del document["productVision"]
    [(code, path, message, hint)] = findings(document)
    assert (code, path) == ("PG004", "")
    assert message == "the document has no productVision, which is required"
    assert hint == "add productVision: Why the product exists, and who it is for."


def test_unions_branch_on_the_type_alone() -> None:
    def rice(reach: object) -> list[tuple[str, str]]:
        document = {"reach": reach, "impact": 1, "confidence": 1, "effort": 1}
        return [(code, path) for code, path, _, _ in findings(document, pg.Rice)]

    assert rice({"low": 1, "likely": 2}) == [("PG004", "/reach")]
    assert rice({"low": -1, "likely": 2, "high": 3}) == [("PG007", "/reach/low")]
    assert rice({"low": 3, "likely": 2, "high": 1}) == [("PG008", "/reach")]
    assert rice(-1) == [("PG007", "/reach")]
    assert rice("much") == [("PG005", "/reach")]
    cut: Json = {"framework": "RICE", "reviewCadence": "weekly", "valueEffortCut": "mean"}
    assert [(code, path) for code, path, _, _ in findings(cut, pg.Prioritization)] == [("PG006", "/valueEffortCut")]
    cut["valueEffortCut"] = 5
    assert (
        findings(cut, pg.Prioritization)[0][2] == "valueEffortCut must be one of midpoint, median, or an object, not 5"
    )


def test_shorthands_are_checked_like_what_they_stand_for() -> None:
    assert codes(initiative(owner="")) == [("PG007", f"{INITIATIVE}/owner")]
    assert findings({"id": "a", "name": "A", "target": 1e16}, pg.KPI)[0][0] == "PG007"
    assert findings({"id": "a", "name": "A", "target": True}, pg.KPI)[0][0] == "PG005"
    assert findings({"id": "a", "name": "A", "target": "5000"}, pg.KPI)[0][3] == "write 5000 without quotes"


CONTRADICTIONS: list[tuple[Json, str]] = [
    ({"startDate": "2026-02-02", "targetDate": "2026-02-01"}, "/targetDate"),
    ({"startDate": "2026-02-02", "committedDate": "2026-02-01"}, "/committedDate"),
    ({"startDate": "2026-02-02", "deliveredDate": "2026-02-01", "status": "done"}, "/deliveredDate"),
    ({"deliveredDate": "2026-02-01"}, "/deliveredDate"),
    ({"deliveredDate": "2026-02-01", "status": "dropped"}, "/deliveredDate"),
]


@pytest.mark.parametrize(("fields", "path"), CONTRADICTIONS)
def test_fields_that_contradict_each_other_are_found_at_the_later_named(fields: Json, path: str) -> None:
    assert codes(initiative(**fields)) == [("PG008", INITIATIVE + path)]


def test_a_contradiction_is_found_whatever_other_fields_are() -> None:
    document = initiative(startDate="2026-02-02", targetDate="2026-02-01", title=5, status="?")
    assert codes(document) == [
        ("PG005", f"{INITIATIVE}/title"),
        ("PG006", f"{INITIATIVE}/status"),
        ("PG008", f"{INITIATIVE}/targetDate"),
    ]


def test_a_contradiction_waits_until_its_own_fields_are_good() -> None:
    assert codes(initiative(startDate="soon", targetDate="2026-02-01")) == [("PG007", f"{INITIATIVE}/startDate")]


def test_the_record_of_the_delivered_holds_finished_items_only() -> None:
    document = minimal_document()
    document["roadmap"] = {
        "timeHorizon": {},
        "delivered": [
            {"id": "a", "title": "A", "status": "done"},
            {"id": "b", "title": "B", "status": "planned"},
            {"id": "c", "title": "C"},
            {"id": "d", "title": 4, "status": "paused"},
            "e",
        ],
    }
    assert codes(document) == [
        ("PG005", "/roadmap/delivered/3/title"),
        ("PG005", "/roadmap/delivered/4"),
        ("PG008", "/roadmap/delivered/1/status"),
        ("PG008", "/roadmap/delivered/2"),
        ("PG008", "/roadmap/delivered/3/status"),
    ]


def test_extension_data_is_any_json_at_every_level() -> None:
    anything: Json = {"a": [1, 1.5, True, None, "\u0000", {"b": {}}]}
    document = initiative(**{"x-a": anything, "x-": None})
    document["x-b"] = anything
    assert codes(document) == []


def test_extension_data_holds_nothing_that_json_cannot() -> None:
    document = initiative(**{"x-a": {"n": float("nan"), "s": "\udc00", "o": {1}, 5: 1, "\ud800": [2]}, "x-\ud800": 1})
    assert codes(document) == [
        ("PG005", f"{INITIATIVE}/x-a"),
        ("PG007", f"{INITIATIVE}/x-a/\ud800"),
        ("PG007", f"{INITIATIVE}/x-a/n"),
        ("PG007", f"{INITIATIVE}/x-a/s"),
        ("PG005", f"{INITIATIVE}/x-a/o"),
        ("PG007", f"{INITIATIVE}/x-\ud800"),
    ]


def test_below_a_key_that_is_no_text_nothing_more_is_found() -> None:
    assert [found[:2] for found in findings({"title": "A", "x-a": {5: [float("nan")]}}, pg.Role)] == [("PG005", "/x-a")]


def test_half_a_character_is_found_next_to_whole_ones() -> None:
    whole = {"x-a": ["é", "漢", {"🎉": "ü"}]}
    assert findings({"title": "A", **whole}, pg.Role) == []
    [(code, path, _, hint)] = findings({"title": "A", **whole, "x-b": "é\ud800"}, pg.Role)
    assert (code, path, hint) == ("PG007", "/x-b", "write the whole character")


def test_subclasses_of_the_builtin_types_serve_as_well() -> None:
    class Label(str):
        __slots__ = ()

    class Section(dict[str, object]):
        pass

    document = structure(Section(initiative(title=Label("A"))), pg.ProductGovernance)
    assert type(document.roadmap.time_horizon.now[0].title) is str


def test_another_kind_of_document_is_recognized() -> None:
    assert {hint for code, _, _, hint in findings({"title": "Roadmap"}) if code == "PG004"} == {
        "this does not look like a governance document; productgov init writes an example to start from"
    }
    assert findings({}, pg.Role)[0][3].startswith("add title: ")
