"""Comparing two versions: renames, what is derived, the result, and making the new version from the old one."""

import pickle
from datetime import date

import attrs
import pytest

from productgov import InvalidValueError, ProductGovernance, Role, loads
from productgov.changes import Change, Level, apply, diff
from productgov.changes.identified import identified
from tests.support.examples import document_with, item
from tests.support.unsafe import unsafe_in

OLD = document_with({}).governance
MANY = document_with(
    {"roadmap": {"timeHorizon": {"later": [{"id": f"item-{n}", "title": f"Item {n}"} for n in range(30)]}}}
).governance


def lines(old: ProductGovernance, new: ProductGovernance) -> list[str]:
    return [f"{change.code} {change.item} {change.field}: {change.message}" for change in diff(old, new)]


def test_a_rename_takes_its_references_along() -> None:
    new = OLD.rename("activation", "activated")
    assert lines(OLD, new) == ["PGD204 activated id: renamed from activation; 2 references follow"]
    assert apply(OLD, diff(OLD, new)) == new


def test_a_rename_with_other_changes_is_still_one() -> None:
    new = OLD.rename("checkout", "buy").change("buy", title="Buy at once")
    assert lines(OLD, new) == [
        "PGD204 buy id: renamed from checkout",
        'PGD601 buy title: title: "Buy without a sales call" → "Buy at once"',
    ]


def test_items_of_little_content_are_not_taken_for_each_other() -> None:
    new = OLD.remove("identity").add(OLD.roadmap.time_horizon.later[0], to="later")
    other = attrs.evolve(new.roadmap.time_horizon.later[0], id="other", title="Something else")
    replaced = OLD.remove("identity").add(other, to="later")
    assert [line[:6] for line in lines(OLD, replaced)] == ["PGD102", "PGD201"]


def test_two_of_one_title_are_not_guessed() -> None:
    twice = MANY.change("item-1", title="Item 0")
    new = twice.rename("item-0", "a").rename("item-1", "b")
    assert [line[:6] for line in lines(twice, new)] == ["PGD102", "PGD102", "PGD201", "PGD201"]


def test_what_says_the_same_under_another_id_is_followed_however_far_it_goes() -> None:
    results = [{"id": f"r-{number}", "from": 0, "to": number + 1} for number in range(30)]
    goal = {"id": "o", "title": "O", "period": "2026-Q1"}
    moved = [*results[1:], {**results[0], "id": "z"}]
    old = document_with({"objectives": [{**goal, "keyResults": results}]}).governance
    new = document_with({"objectives": [{**goal, "keyResults": moved}]}).governance
    assert lines(old, new) == [
        "PGD204 z id: renamed from r-0",
        "PGD603 z : keyResults: position 1 → 30",
    ]
    sparse = [{"id": f"r-{number}", "to": 1} for number in range(3)]
    old = document_with({"objectives": [{**goal, "keyResults": sparse}]}).governance
    new = document_with({"objectives": [{**goal, "keyResults": [*sparse[1:], {"id": "z", "to": 1}]}]}).governance
    assert [line[:6] for line in lines(old, new)] == ["PGD505", "PGD504"]


def test_ids_can_be_exchanged() -> None:
    columns = MANY.roadmap.time_horizon
    exchanged = tuple(
        attrs.evolve(each, id={"item-0": "item-1", "item-1": "item-0"}.get(each.id, each.id)) for each in columns.later
    )
    new = attrs.evolve(MANY, roadmap=attrs.evolve(MANY.roadmap, time_horizon=attrs.evolve(columns, later=exchanged)))
    assert apply(MANY, diff(MANY, new)) == new
    chain = MANY.rename("item-1", "x").rename("item-0", "item-1")
    assert apply(MANY, diff(MANY, chain)) == chain


@pytest.mark.parametrize("name", ["fewer meetings!", "Less time in calls"])
def test_a_theme_is_followed_by_its_spelling_or_by_its_items(name: str) -> None:
    text = document_with({}).text.replace("Fewer meetings", name)
    new = loads(text)
    assert lines(OLD, new) == [f'PGD204  roadmap.themes: theme "Fewer meetings" renamed "{name}"; 2 references follow']
    assert apply(OLD, diff(OLD, new)) == new


def test_a_theme_that_nobody_names_is_followed_by_its_spelling_only() -> None:
    def themes(*names: str) -> ProductGovernance:
        return document_with({"roadmap": {"themes": ["Fewer meetings", *names]}}).governance

    assert len(lines(themes("Billing"), themes("Billings"))) == 1
    assert len(lines(themes("Billing"), themes("Search"))) == 2
    assert lines(themes("Billing"), themes("Billing", "Search")) == ["PGD213 roadmap themes: themes: Search added"]


def test_an_item_that_becomes_a_vision_and_back_is_one_item() -> None:
    plain = document_with(item("later", "export", title="Export")).governance
    vision = plain.move("export", to="future")
    for old, new in ((plain, vision), (vision, plain)):
        (change,) = diff(old, new)
        assert change.kind == "moved"
        assert apply(old, diff(old, new)) == new
    scored = document_with(item("later", "export", title="Export", tags=["a"], **{"x-b": 1})).governance
    assert apply(scored, diff(scored, vision)) == vision
    assert apply(vision, diff(vision, scored)) == scored


def test_ranks_name_the_item_that_changed() -> None:
    def reach(people: int) -> ProductGovernance:
        rice = {"reach": people, "impact": 1, "confidence": 0.8, "effort": 2}
        return document_with(item("next", "payments", scoring={"rice": rice})).governance

    assert diff(OLD, reach(500)).ranks == ()
    (rank,) = diff(OLD, reach(9000)).ranks
    assert (rank.item, rank.old, rank.new, rank.message) == ("payments", 2, 1, "rank 2 → 1")
    assert (rank.old_path, rank.new_path) == ("/roadmap/timeHorizon/next/0", "/roadmap/timeHorizon/next/0")


def test_findings_follow_items_and_renames() -> None:
    old = document_with(item("next", "payments", pillar="Clam"), {"x-a": {"b": 1}}).governance
    new = old.move("payments", to="now").rename("payments", "invoices").remove("identity")
    found = diff(old, new).findings
    assert {(change.code, change.item) for change in found} == {("PGD901", "invoices")}
    assert all("PG105" not in change.message for change in found)


def test_a_finding_about_several_is_not_new_when_one_of_them_goes() -> None:
    extra = [{"id": name, "title": name, "status": "planned", "targetDate": "2026-04-10"} for name in ("a", "b")]
    old = document_with({"roadmap": {"timeHorizon": {"now": extra}}}).governance
    changes = diff(old, old.remove("a"))
    assert [change.message[:9] for change in changes.findings if change.code == "PGD901"] == []


def test_a_finding_of_x_data_has_its_place() -> None:
    ignoring = {"x-productgov": {"ignore": [{"code": "PG999", "reason": "a"}]}}
    new = document_with(ignoring).governance
    (change,) = diff(OLD, new).findings
    assert (change.item, change.field) == ("", "x-productgov.ignore.code")
    assert change.new_path == "/x-productgov/ignore/0/code"


def test_the_result_is_short_iterable_and_a_table() -> None:
    changes = diff(OLD, OLD.move("payments", to="later"))
    assert repr(changes) == "<Changes: 1 breaking, 0 notable, 0 info>"
    assert len(changes) == len(list(changes)) == 1
    assert changes.counts == {Level.BREAKING: 1, Level.NOTABLE: 0, Level.INFO: 0}
    assert changes.at_least(Level.BREAKING) == changes.changes
    assert changes.table.to_records()[0] == {
        "code": "PGD101",
        "level": "breaking",
        "kind": "moved",
        "item": "payments",
        "field": "",
        "old_value": '"next"',
        "new_value": '"later"',
        "message": "next → later",
        "as_of": date(2026, 3, 2),
    }
    assert str(changes).startswith("payments\n  breaking  PGD101  next → later\n")
    assert str(diff(OLD, OLD)) == "no changes (as of 2026-03-02)"
    assert pickle.loads(pickle.dumps(changes.changes)) == changes.changes


def test_the_day_of_the_judgement_can_be_given() -> None:
    assert diff(OLD, OLD, as_of=date(2027, 1, 1)).as_of == date(2027, 1, 1)
    assert diff(OLD, OLD, as_of=date(2027, 1, 1)).findings == ()


@pytest.mark.parametrize("wrong", ["a.yaml", {}, None])
def test_only_governances_are_compared(wrong: object) -> None:
    with pytest.raises(InvalidValueError, match="diff compares two governances, not"):
        diff(OLD, wrong)  # type: ignore[arg-type]


def test_texts_of_users_are_safe_to_print() -> None:
    new = OLD.change("payments", title="Pay \u202ex", description="two\nlines")
    assert unsafe_in(str(diff(OLD, new))) == set()


CHANGES = tuple(
    diff(OLD, OLD.move("payments", to="later").change("checkout", title="Buy", tags=("a",)).remove("identity"))
)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ({"old_path": "/roadmap/timeHorizon/next/7"}, "there is nothing at /roadmap/timeHorizon/next/7"),
        ({"new_path": "/roadmap/timeHorizon/later/7"}, "do not fit"),
        ({"old_path": "/roadmap/nothing/0"}, "there is nothing at /roadmap/nothing/0"),
        ({"new_path": "/roadmap/timeHorizon/later/0/title/0"}, "do not fit"),
        ({"old_path": "/roadmap/delivered/3"}, "there is nothing at /roadmap/delivered/3"),
        ({"new_path": "/organization/level"}, "there is nothing at /organization"),
    ],
)
def test_changes_that_do_not_fit_are_refused(edit: dict[str, str], message: str) -> None:
    (moved,) = (change for change in CHANGES if change.kind == "moved")
    with pytest.raises(InvalidValueError, match=message):
        apply(OLD, [attrs.evolve(moved, **edit)])  # type: ignore[arg-type]  # only paths


def test_a_change_of_an_item_that_is_not_there_is_refused() -> None:
    (title,) = (change for change in CHANGES if change.field == "title")
    with pytest.raises(InvalidValueError, match="there is nothing at /roadmap/timeHorizon/now/5"):
        apply(OLD, [attrs.evolve(title, new_path="/roadmap/timeHorizon/now/5/title")])


def test_what_a_path_leads_to_is_found_as_far_as_it_goes() -> None:
    assert identified(("roadmap", "timeHorizon", "now", 0, "owner", "x"), OLD).item == "checkout"
    assert identified(("name", "x"), OLD) == ("", "name.x", ("name", "x"))


def test_a_change_is_told_on_one_line() -> None:
    (renamed,) = diff(OLD, OLD.rename("activation", "activated"))
    assert str(renamed) == "PGD204 activated: renamed from activation; 2 references follow"
    (named,) = (change for change in diff(OLD, attrs.evolve(OLD, name="Other\n")) if change.field == "name")
    assert str(named).startswith("PGD")
    assert "\n" not in str(named)


def test_a_display_of_no_changes_is_one_line() -> None:
    assert diff(OLD, OLD)._repr_mimebundle_()["text/markdown"] == "no changes (as of 2026-03-02)"
    moved = diff(OLD, OLD.move("payments", to="later"))._repr_mimebundle_()
    assert "next → later" in moved["text/html"]


def test_what_has_moved_in_its_list_and_changed_is_applied() -> None:
    def reviewed_by(*people: Role) -> ProductGovernance:
        review = attrs.evolve(OLD.reviews.strategy_review, participants=people)
        return attrs.evolve(OLD, reviews=attrs.evolve(OLD.reviews, strategy_review=review))

    old = reviewed_by(Role(title="Designer"), Role(title="Engineer", name="Bo"))
    new = reviewed_by(Role(title="Engineer"), Role(title="Designer"))
    assert apply(old, diff(old, new)) == new
    assert (
        lines(old, new)[0]
        == 'PGD503 strategyReview participants: participants of Engineer: "Engineer (Bo)" → "Engineer"'
    )


def test_changes_of_another_version_are_refused() -> None:
    (title,) = (change for change in CHANGES if change.field == "title")
    with pytest.raises(InvalidValueError, match="PGD601 of /roadmap/timeHorizon/now/0/title starts from another value"):
        apply(OLD.change("checkout", title="Sell"), [title])
    (removed,) = (change for change in CHANGES if change.kind == "removed")
    with pytest.raises(InvalidValueError, match="do not fit"):
        apply(OLD.remove("identity"), [removed])
    role = document_with(
        {"reviews": {"productReview": {"participants": [{"title": "Head of Product", "email": "a@b.co"}]}}}
    )
    (email,) = diff(OLD, role.governance)
    with pytest.raises(InvalidValueError, match="starts from another value"):
        apply(role.governance, [email])


def test_changes_that_leave_no_room_are_refused() -> None:
    lost = Change(
        code="PGD201", level=Level.INFO, kind="added", item="a", field="", old=None, old_path=None, message="",
        new=OLD.roadmap.time_horizon.later[0], new_path="/roadmap/timeHorizon/later/5",
    )  # fmt: skip
    with pytest.raises(InvalidValueError, match="do not fit"):
        apply(OLD, [lost])
