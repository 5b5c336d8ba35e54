"""What holds for every edit of a document, whatever is changed and however the document is written."""

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import productgov as pg
from productgov import strategies
from productgov.editing.wanted import same
from productgov.formats.registry import FormatName
from tests.support.changed import changed
from tests.support.extras import has
from tests.support.laws import changed_lines, lost_comments, stray_comments
from tests.support.styled import LOOKS, Look, Styled, styled

READABLE = [look for look in LOOKS if look.json is not None or has("yaml")]
LAWS = pytest.mark.parametrize("look", READABLE, ids=lambda look: look.name)


def documents_in(look: Look) -> st.SearchStrategy[tuple[pg.Document, Styled]]:
    """Consistent documents in a style, with `x-` data."""
    pairs = strategies.governances_with_documents(extensions=strategies.extension_values())
    return pairs.map(lambda pair: styled(pair[1], look)).map(lambda text: (parsed(text.text, text.format), text))


def parsed(text: str, format: FormatName) -> pg.Document:
    document = pg.parse(text, format=format)
    assert document.findings == ()
    return document


def says(document: pg.Document, governance: pg.ProductGovernance) -> bool:
    """Whether a document says exactly a governance, number types included."""
    again = pg.parse(document.text, format=document.format or "json")
    return same(pg.to_dict(again.governance), pg.to_dict(governance))


@LAWS
@settings(max_examples=max(2, settings().max_examples // 3))
@given(data=st.data())
def test_an_edit_says_the_new_governance_and_changes_nothing_else(look: Look, data: st.DataObject) -> None:
    before, text = data.draw(documents_in(look))
    wanted = data.draw(changed(before.governance, most=5))
    after = before.edit(wanted)
    assert says(after, wanted)
    assert after.rewritten == () or not look.ends
    assert lost_comments(before, after, text.comments) == []
    assert stray_comments(before, after, text.comments) == []
    assert changed_lines(before, after) == []
    if look.line_break == "\r\n":
        assert after.text.count("\n") == after.text.count("\r\n")


@given(data=st.data())
def test_an_edit_to_an_unrelated_governance_says_it_too(data: st.DataObject) -> None:
    before, _ = data.draw(st.sampled_from(READABLE).flatmap(documents_in))
    wanted = data.draw(strategies.governances())
    assert says(before.edit(wanted), wanted)


@given(data=st.data())
def test_an_edit_of_any_valid_document_says_the_new_governance(data: st.DataObject) -> None:
    governance, document = data.draw(strategies.governances_with_documents(consistent=False))
    text = styled(document, data.draw(st.sampled_from(READABLE)))
    wanted = data.draw(changed(governance))
    after = parsed(text.text, text.format).edit(wanted)
    assert says(after, wanted)
    assert "" not in after.rewritten


@given(data=st.data())
def test_without_a_change_the_document_stays_what_it_is(data: st.DataObject) -> None:
    before, _ = data.draw(st.sampled_from(READABLE).flatmap(documents_in))
    assert before.edit(before.governance) is before
    assert before.edit(lambda governance: governance).text == before.text


@given(data=st.data())
def test_edits_can_follow_each_other(data: st.DataObject) -> None:
    before, text = data.draw(st.sampled_from(READABLE).flatmap(documents_in))
    first = data.draw(changed(before.governance, most=2))
    second = data.draw(changed(first, most=2))
    between = before.edit(first)
    after = between.edit(second)
    assert says(after, second)
    kept = {comment: owner for comment, owner in text.comments.items() if comment in between.text}
    assert Counter(comment for comment in kept if after.text.count(comment) > 1) == Counter()


@given(data=st.data())
def test_an_edit_and_its_opposite_give_back_what_was_said(data: st.DataObject) -> None:
    before, _ = data.draw(st.sampled_from(READABLE).flatmap(documents_in))
    wanted = data.draw(changed(before.governance))
    assume(wanted != before.governance)
    back = before.edit(wanted).edit(before.governance)
    assert says(back, before.governance)
