"""Fixes: the text is repaired at the known places, and nothing else changes."""

import json
from collections.abc import Mapping

import attrs
import pytest

from productgov.document import Document
from productgov.editing import repairs
from productgov.editing.edits import applied
from productgov.editing.repairs import PlannedRepair
from productgov.errors import InvalidValueError, NotFixableError
from productgov.fixes.fix import fix
from productgov.formats.limits import DEFAULT_LIMITS
from productgov.formats.registry import FormatName
from productgov.found import Found
from productgov.loading import parse
from tests.support.examples import document_with, example_data, item

EXAMPLE = """\
# The plan of Tempo
productVision: {mission: Calm, targetMarket: [teams], valueProposition: A plan, strategicPillars: [Calm, Trust]}
prioritization: {framework: RICE, reviewCadence: weekly}
roadmap:
  themes: ["Fewer meetings", 'Ana''s list']
  timeHorizon:
    now:
      - id: checkout   # the first
        title: Buy without a call
        theme: %s  # as agreed
        pillar: Trust
  dependencies:%s
metrics: {northStarMetric: Weekly teams}
reviews:
  productReview: {frequency: weekly, participants: [A]}
  strategyReview: {frequency: weekly, participants: [A]}
  portfolioReview: {frequency: weekly, participants: [A]}
"""
NO_DEPENDENCIES = " []"


def yaml(theme: str = "Fewer meetings", dependencies: str = NO_DEPENDENCIES) -> Document:
    return as_document(EXAMPLE % (theme, dependencies))


def as_document(text: str, form: FormatName = "yaml") -> Document:
    return parse(text, format=form, name="plan", limits=DEFAULT_LIMITS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Fewer meetngs", "Fewer meetings"),
        ('"Fewer meetngs"', '"Fewer meetings"'),
        ("'Fewer meetngs'", "'Fewer meetings'"),
        ("'Ana''s lsit'", "'Ana''s list'"),
        ("Ana's lsit", "Ana's list"),
    ],
)
def test_a_text_is_replaced_in_its_own_quotes_and_all_else_stays(before: str, after: str) -> None:
    fixed = fix(yaml(before))
    assert fixed.document.text == EXAMPLE % (after, NO_DEPENDENCIES)
    assert [repair.finding.code for repair in fixed.done] == ["PG104"]


def test_line_ends_stay_as_they_are() -> None:
    text = (EXAMPLE % ("Fewer meetngs", NO_DEPENDENCIES)).replace("\n", "\r\n")
    assert fix(as_document(text)).document.text == text.replace("meetngs", "meetings")


def test_a_name_that_is_plain_no_more_is_put_in_quotes() -> None:
    text = (EXAMPLE % ("Work, anywheer", NO_DEPENDENCIES)).replace(
        '"Fewer meetings"', '"Work, anywhere", Fewer meetings'
    )
    text = text.replace("    now:\n      - id: checkout   # the first\n", "    now:\n      - id: checkout\n")
    assert "theme: Work, anywhere  # as agreed" in fix(as_document(text)).document.text
    assert (
        "theme: 12 hours"
        in fix(
            as_document(text.replace('"Work, anywhere"', "12 hours").replace("Work, anywheer", "12 huors"))
        ).document.text
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|-\n          Fewer meetngs", "|-\n          Fewer meetings"),
        (">-\n          Fewer\n          meetngs", ">-\n          Fewer\n          meetings"),
        ("Fewer\n          meetngs", "Fewer meetings"),
        ('"Fewer\n          meetngs"', '"Fewer meetings"'),
    ],
)
def test_a_text_over_several_lines_is_replaced_in_its_form(before: str, after: str) -> None:
    fixed = fix(as_document((EXAMPLE % (before, NO_DEPENDENCIES)).replace("  # as agreed", "")))
    assert fixed.document.text == (EXAMPLE % (after, NO_DEPENDENCIES)).replace("  # as agreed", "")
    assert fixed.left == ()


def test_what_is_near_two_names_or_none_is_left() -> None:
    assert fix(yaml("Something else")).done == ()


FIRST = "\n    - from: checkout\n      to: bank\n"


def with_bank(dependencies: str) -> Document:
    text = EXAMPLE % ("Fewer meetings", dependencies)
    return as_document(text.replace("metrics:", "  externals: [{id: bank, title: The bank}]\nmetrics:", 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{FIRST}    - from: bank\n      to: bank", FIRST.rstrip("\n")),
        (f"{FIRST}    # twice\n    - from: checkout\n      to: bank", FIRST.rstrip("\n")),
        (f"{FIRST}\n    # of the list\n\n    - from: checkout\n      to: bank", f"{FIRST}\n    # of the list"),
        (f"{FIRST}    - from: bank  # itself\n      to: bank  # and itself", FIRST.rstrip("\n")),
        (f"{FIRST}    -\n      from: bank\n      to: bank", FIRST.rstrip("\n")),
        (f"{FIRST}    - {{from: checkout, type: requires, to: bank}}\n    # end", f"{FIRST}    # end"),
        ("\n    - from: bank\n      to: bank", " []"),
        ("  # none\n    - {from: bank, to: bank}", " []  # none"),
        (" [{from: bank, to: bank}]", " []"),
        (
            " [{from: bank, to: bank}, # itself\n    {from: checkout, to: bank}]",
            " [ # itself\n    {from: checkout, to: bank}]",
        ),
        (" [{from: bank, to: bank}, {from: checkout, to: bank}]", " [{from: checkout, to: bank}]"),
        (" [{from: checkout, to: bank}, {from: bank, to: bank}]", " [{from: checkout, to: bank}]"),
        (
            " [{from: bank, to: bank}, {from: checkout, to: bank}, {from: checkout, to: bank}, {from: bank, to: bank}]",
            " [{from: checkout, to: bank}]",
        ),
    ],
)
def test_an_item_is_taken_out_of_its_list_with_its_lines_or_its_comma(before: str, after: str) -> None:
    fixed = fix(with_bank(before))
    assert fixed.document.text == with_bank(after).text
    assert all(finding.code != "PG209" for finding in fixed.document.check())


def test_a_list_under_a_question_mark_is_emptied_too() -> None:
    document = with_bank(" []")
    text = document.text.replace("  dependencies: []\n", "  ? dependencies\n  :\n    - {from: bank, to: bank}\n")
    fixed = fix(as_document(text))
    assert fixed.document.text == document.text.replace("  dependencies: []\n", "  ? dependencies\n  : []\n")


def test_what_holds_a_list_that_cannot_be_edited_is_written_anew_for_its_repair() -> None:
    document = with_bank(" []")
    strange = "  ? dependencies\n  # ours\n  :\n    - {from: bank, to: bank}\n"
    fixed = fix(as_document(document.text.replace("  dependencies: []\n", strange)))
    assert fixed.document.governance == document.governance
    assert [repair.finding.code for repair in fixed.done] == ["PG209"]


def test_json_is_repaired_too() -> None:
    data = example_data()
    data["roadmap"]["dependencies"] = [
        {"from": "payments", "to": "payments"},
        {"from": "payments", "to": "chekout"},
        {"from": "payments", "to": "checkout"},
    ]
    data["roadmap"]["timeHorizon"]["now"][0]["pillar"] = "Clam"
    for indent in (None, 1, 4):
        text = json.dumps(data, indent=indent)
        fixed = fix(as_document(text, "json"))
        wanted = json.loads(text)
        wanted["roadmap"]["dependencies"] = [{"from": "payments", "to": "checkout"}]
        wanted["roadmap"]["timeHorizon"]["now"][0]["pillar"] = "Calm"
        assert fixed.document.text == json.dumps(wanted, indent=indent)
        assert {repair.finding.code for repair in fixed.done} == {"PG102", "PG105", "PG209"}


def test_what_goes_with_its_object_needs_no_repair_of_its_own() -> None:
    fixed = fix(with_bank(" [{from: checkout, to: bank}, {from: checkout, to: bnak}]"))
    assert "dependencies: [{from: checkout, to: bank}]\n" in fixed.document.text
    assert [repair.finding.code for repair in fixed.done] == ["PG209"]


def test_findings_after_what_was_taken_away_are_followed_to_their_new_places() -> None:
    fixed = fix(with_bank(" [{from: bank, to: bank}, {from: checkout, to: nowhere}]"))
    codes = [(finding.code, finding.path) for finding in fixed.document.check(select="PG1,PG2")]
    assert ("PG102", "/roadmap/dependencies/0/to") in codes
    assert len(fixed.done) == 1


def test_only_what_is_selected_is_repaired() -> None:
    document = with_bank(" [{from: bank, to: bank}, {from: checkout, to: bnak}]")
    assert [repair.finding.code for repair in fix(document, select="PG102").done] == ["PG102"]
    assert [repair.finding.code for repair in fix(document, ignore=["PG102"]).done] == ["PG209"]


def test_repairs_that_would_change_something_else_are_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    planned = repairs.planned_repairs

    def wrong(*arguments: object) -> Mapping[Found, PlannedRepair]:
        plans: Mapping[Found, PlannedRepair] = planned(*arguments)  # type: ignore[arg-type]
        edits = {one: tuple(edit._replace(text="Nothing of the kind") for edit in plans[one].edits) for one in plans}
        return {one: attrs.evolve(plan, edits=edits[one]) for one, plan in plans.items()}

    monkeypatch.setattr(repairs, "planned_repairs", wrong)
    document = yaml("Fewer meetngs")
    fixed = fix(document)
    assert fixed.document is document
    assert "would have changed other findings" in fixed.left[0].refusal


def test_a_broken_document_is_left_alone() -> None:
    document = as_document("name: 5")
    fixed = fix(document)
    assert (fixed.document, fixed.done, fixed.left) == (document, (), ())


def test_toml_is_not_fixed() -> None:
    with pytest.raises(NotFixableError, match="only JSON and YAML"):
        fix(as_document("name = 5", "toml"))


def test_fixing_twice_is_fixing_once() -> None:
    fragment = {"roadmap": {"dependencies": [{"from": "payments", "to": "payments"}]}}
    once = fix(document_with(fragment, item("now", "checkout", pillar="Clam"))).document
    assert once.check().findings == ()
    twice = fix(once)
    assert (twice.document.text, twice.done) == (once.text, ())


def test_a_document_lists_the_repairs_that_a_fix_would_make() -> None:
    document = yaml("Fewer meetngs", " [{from: checkout, to: checkout}] # why")
    planned = document.repairs()
    fixed = fix(document)
    assert [repair.finding.code for repair in planned] == ["PG104", "PG209"]
    assert planned == (*fixed.done, *fixed.left)
    edits = [edit for repair in planned for edit in repair.edits]
    assert applied(document.text, edits) == fixed.document.text
    assert [str(repair.finding) for repair in planned] == [
        str(finding) for finding in document.check(select=["PG104", "PG209"])
    ]


def test_only_what_is_selected_is_listed_as_a_repair() -> None:
    assert yaml("Fewer meetngs").repairs(ignore="PG104") == ()


def test_a_broken_document_has_no_repairs_and_toml_cannot_be_repaired() -> None:
    assert as_document("name: 5").repairs() == ()
    with pytest.raises(InvalidValueError, match="unknown code"):
        as_document("name: 5").repairs(select="XY1")
    with pytest.raises(NotFixableError, match="plan: only JSON and YAML files can be fixed"):
        as_document("name = 5", "toml").repairs()
