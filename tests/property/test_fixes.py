"""What holds for the repairs of any document."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from productgov.document import Document
from productgov.dumping import to_dict
from productgov.fixes.fix import fix
from productgov.formats.limits import DEFAULT_LIMITS
from productgov.formats.registry import write_text
from productgov.loading import parse
from productgov.model.governance import ProductGovernance
from productgov.slips import folded, slipped_word
from productgov.strategies import governances
from tests.support.extras import has

FORMATS = ("json", *(("yaml",) if has("yaml") else ()))


MORE: st.SearchStrategy[dict[str, object]] = st.sampled_from(({}, {}, {"reason": "one basket"}, {"x-ticket": [5]}))
"""What a dependency on itself can have besides."""


def _slips(text: str) -> Iterator[str]:
    """A text in other letters, with two letters swapped, and with a letter twice."""
    yield text.upper()
    for at in range(len(text) - 1):
        yield text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        yield text[: at + 1] + text[at:]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[ProductGovernance, Document]:
    """A consistent governance, and a document of it in which slips were made."""
    subject = draw(governances())
    data = to_dict(subject)
    ids = [entry.initiative.id for entry in subject.initiatives()]
    assume(ids)
    roadmap = data["roadmap"]
    assert isinstance(roadmap, dict)
    slips: list[object] = [
        *({"from": name, "to": name} | draw(MORE) for name in draw(st.lists(st.sampled_from(ids), max_size=2))),
        *draw(st.lists(st.sampled_from(roadmap["dependencies"] or [{"from": ids[0], "to": ids[0]}]), max_size=2)),
    ]
    roadmap["dependencies"] = draw(st.permutations([*roadmap["dependencies"], *slips]))
    for items in roadmap["timeHorizon"].values():
        for item in items:
            if item.get("pillar") and draw(st.booleans()):
                item["pillar"] = draw(st.sampled_from((item["pillar"][:-1], *_slips(item["pillar"]))))
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


def told(document: Document) -> Counter[str]:
    """The reasons and the x- data of the dependencies."""
    dependencies = document.governance.roadmap.dependencies
    return Counter(
        repr(said) for one in dependencies for said in ({one.reason} if one.reason else set(), one.extensions) if said
    )


@given(damaged())
def test_no_reason_and_no_extension_is_lost(case: tuple[ProductGovernance, Document]) -> None:
    fixed = fix(case[1])
    assert set(told(fixed.document)) == set(told(case[1]))


@given(damaged())
def test_a_name_is_replaced_only_by_one_that_differs_in_what_cannot_be_another_word(
    case: tuple[ProductGovernance, Document],
) -> None:
    before, after = (to_dict(document.governance) for document in (case[1], fix(case[1]).document))
    for written, known in zip(_pillars(before), _pillars(after), strict=True):
        assert written == known or folded(written) == folded(known) or slipped_word(written, known)


def _pillars(data: Any) -> list[str]:
    horizons = data["roadmap"]["timeHorizon"].values()
    return [item["pillar"] for items in horizons for item in items if "pillar" in item]


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
