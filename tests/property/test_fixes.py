"""What holds for the repairs of any document."""

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from productgov.document import Document, parse
from productgov.dumping import to_dict
from productgov.fixes.fix import fix
from productgov.formats.limits import DEFAULT_LIMITS
from productgov.formats.registry import write_text
from productgov.model.governance import ProductGovernance
from productgov.strategies import governances
from tests.support.extras import has

FORMATS = ("json", *(("yaml",) if has("yaml") else ()))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[ProductGovernance, Document]:
    """A consistent governance, and a document of it in which slips were made."""
    subject = draw(governances())
    data = to_dict(subject)
    ids = [entry.initiative.id for entry in subject.initiatives()]
    assume(ids)
    roadmap = data["roadmap"]
    assert isinstance(roadmap, dict)
    slips = [
        *({"from": name, "to": name} for name in draw(st.lists(st.sampled_from(ids), max_size=2))),
        *draw(st.lists(st.sampled_from(roadmap["dependencies"] or [{"from": ids[0], "to": ids[0]}]), max_size=2)),
    ]
    roadmap["dependencies"] = draw(st.permutations([*roadmap["dependencies"], *slips]))
    for items in roadmap["timeHorizon"].values():
        for item in items:
            if item.get("pillar") and draw(st.booleans()):
                item["pillar"] = item["pillar"][:-1]
    form = draw(st.sampled_from(FORMATS))
    text = write_text(data, form)
    return subject, parse(text, format=form, name="plan", limits=DEFAULT_LIMITS)


@given(damaged())
def test_a_fixed_document_has_lost_exactly_what_was_fixed(case: tuple[ProductGovernance, Document]) -> None:
    _, document = case
    fixed = fix(document)
    before, after = document.check().findings, fixed.document.check().findings
    assert len(after) == len(before) - len(fixed.done)
    repairable = [finding for finding in before if "fixable" in finding.hint]
    assert len(fixed.done) + len(fixed.left) == len(repairable)
    assert not [finding for finding in after if "fixable" in finding.hint] or fixed.left


@given(damaged())
def test_to_fix_twice_is_to_fix_once(case: tuple[ProductGovernance, Document]) -> None:
    once = fix(case[1])
    twice = fix(once.document)
    assert twice.document.text == once.document.text
    assert twice.done == ()


@given(governances())
def test_a_consistent_document_is_not_touched(subject: ProductGovernance) -> None:
    document = parse(write_text(to_dict(subject), "json"), format="json", name="plan")
    assert attrs.asdict(fix(document), recurse=False) == {"document": document, "done": (), "left": ()}
