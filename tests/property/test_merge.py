"""What holds for every merge, whatever the sides have changed and however their documents are written."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import productgov as pg
from productgov import strategies
from productgov.changes import merge
from productgov.changes.merge_governances import merged_governances
from productgov.editing.wanted import same
from productgov.model.verbs.finding import holders_of_names
from tests.support.changed import changed
from tests.support.extras import has
from tests.support.git import needs_git
from tests.support.styled import LOOKS, styled

Governance = pg.ProductGovernance
READABLE = [look for look in LOOKS if look.json is not None or has("yaml")]
CONFLICT = re.compile(r"<{7} ours\r?\n(.*?)={7}\r?\n(.*?)>{7} theirs\r?\n", re.DOTALL)
KINDS = {"key result": "objective"}
HORIZONS: st.SearchStrategy[pg.Place] = st.sampled_from(("now", "next", "later", "backlog"))


def repeated(governance: Governance) -> set[tuple[str, str]]:
    """The ids that are there more than once, with their kinds."""
    ids = Counter((KINDS.get(one.kind, one.kind), one.id) for one in holders_of_names(governance))
    return {each for each, times in ids.items() if times > 1}


@st.composite
def sides(draw: st.DrawFn) -> tuple[Governance, Governance, Governance]:
    """A governance, and what two sides have made of it."""
    base = draw(strategies.governances())
    return base, draw(changed(base)), draw(changed(base))


@st.composite
def lived_with(draw: st.DrawFn, base: Governance, mine: int) -> Governance:
    """The governance after some verbs on every other of its initiatives: those of one side."""
    governance = base
    for number, (item, _) in enumerate(base.initiatives()):
        if number % 2 != mine:
            continue
        verb = draw(st.sampled_from(("title", "move", "remove", "add", "nothing")))
        try:
            if verb == "title":
                governance = governance.change(item.id, title=f"Changed {mine}")
            elif verb == "move":
                governance = governance.move(item.id, draw(HORIZONS))
            elif verb == "remove":
                governance = governance.remove(item.id, dangling=True)
            elif verb == "add":
                new = pg.Initiative(id=f"new-{mine}-{number}", title=f"Something of {mine} alone: {number}")
                governance = governance.add(new, draw(HORIZONS))
        except pg.ProductGovError:
            continue
    return governance


@given(sides())
def test_a_side_that_changes_nothing_or_the_same_changes_nothing(versions: tuple[Governance, ...]) -> None:
    base, ours, _ = versions
    for one, two in ((ours, base), (base, ours), (ours, ours)):
        result = merge(base, one, two)
        assert result.conflicts == ()
        assert result.governance == ours


@given(sides())
def test_the_sides_can_change_roles(versions: tuple[Governance, ...]) -> None:
    base, ours, theirs = versions
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert Counter(conflict.kind for conflict in one.conflicts) == Counter(
        conflict.kind for conflict in other.conflicts
    )


@given(sides())
def test_no_id_is_there_twice_unless_a_side_had_it(versions: tuple[Governance, ...]) -> None:
    known = set().union(*map(repeated, versions))
    result = merged_governances(*versions)
    assert repeated(result.ours) <= known
    assert repeated(result.theirs) <= known
    assert (result.ours == result.theirs) or result.conflicts


@given(data=st.data())
def test_for_changes_of_different_items_the_result_does_not_depend_on_the_side(data: st.DataObject) -> None:
    base = data.draw(strategies.governances())
    ours, theirs = data.draw(lived_with(base, 0)), data.draw(lived_with(base, 1))
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert one.conflicts == other.conflicts == ()
    assert one.governance == other.governance


@needs_git
@pytest.mark.parametrize("look", READABLE, ids=lambda look: look.name)
@settings(max_examples=max(2, settings().max_examples // 10))
@given(data=st.data())
def test_the_text_says_what_is_merged_and_keeps_the_comments_of_both(look: object, data: st.DataObject) -> None:
    _, document = data.draw(strategies.governances_with_documents(extensions=strategies.extension_values()))
    text = styled(document, look)  # type: ignore[arg-type]
    base = pg.parse(text.text, format=text.format)
    ours, theirs = (base.edit(data.draw(changed(base.governance, most=4))) for _ in range(2))
    result = merge(base, ours, theirs)
    wanted = merged_governances(base.governance, ours.governance, theirs.governance)
    for side, governance in ((1, wanted.ours), (2, wanted.theirs)):
        decided = CONFLICT.sub(lambda found, side=side: found[side], result.text)  # type: ignore[misc]
        again = pg.parse(decided, format=text.format)
        assert same(pg.to_dict(again.governance), pg.to_dict(governance))
    assert bool(result.conflicts) == (CONFLICT.search(result.text) is not None)
    if not result.conflicts:
        both = [comment for comment in text.comments if comment in ours.text and comment in theirs.text]
        assert [comment for comment in both if result.text.count(comment) != 1] == []
