"""The everyday cases of merging: nine are merged, two are conflicts; no id is there twice, and no comment is lost."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date

import productgov as pg
from productgov.changes.merging import Merged, merge
from tests.support.edited import HEAD, TAIL
from tests.support.extras import needs
from tests.support.git import needs_git

pytestmark = needs("yaml")

ROADMAP = """\
# The plan, kept by hand.
roadmap:
  timeHorizon:
    now:  # until June
      # Asked for by support.
      - id: n1
        title: Now one  # keep it short
        owner: Head of Product
        status: planned
      - id: n2
        title: Now two
        # Promised to sales.
        status: in-progress
      - id: n3
        title: Now three
    next:
      # From the offsite.
      - id: x1
        title: Next one
        # Until the law changes.
        status: proposed
      - id: x2
        title: Next two  # working title
    later:
      - id: l1
        title: Later one
      # Maybe never.
      - id: l2
        title: Later two
    future: []
"""
METRICS = """\
metrics:
  northStarMetric: meals
  outputMetrics:
    - id: meals
      name: Meals cooked
      observations:
        - {date: 2026-01-05, value: 40}  # after the holidays
        - {date: 2026-02-02, value: 42}
"""
BASE = HEAD + ROADMAP + METRICS + TAIL.partition("\n")[2]
Edit = Callable[[str], str]
Change = Callable[[pg.ProductGovernance], pg.ProductGovernance]


def parsed(text: str) -> pg.Document:
    document = pg.parse(text, format="yaml")
    assert document.findings == ()
    return document


def side(*steps: Edit | Change | tuple[str, str]) -> pg.Document:
    """The base after some steps: a pair replaces a text, a function changes the governance."""
    document = parsed(BASE)
    for step in steps:
        if isinstance(step, tuple):
            old, new = step
            assert document.text.count(old) == 1, old
            document = parsed(document.text.replace(old, new))
        else:
            document = document.edit(step)  # type: ignore[arg-type]
    return document


def moved(id: str, to: pg.Place, before: str | None = None) -> Change:
    return lambda governance: governance.move(id, to, before)


def comments(text: str) -> Counter[str]:
    return Counter(re.findall("#.*", text))


def merged(ours: pg.Document, theirs: pg.Document) -> Merged:
    result = merge(parsed(BASE), ours, theirs)
    kept = comments(ours.text) | comments(theirs.text)
    assert set(comments(result.text)) == set(kept)
    if not result.conflicts:
        assert comments(result.text) == kept
        assert parsed(result.text).governance == result.governance
        assert re.findall("^[<=>]{7}", result.text, re.MULTILINE) == []
    ids = [item.id for item, _ in result.governance.initiatives()]
    assert sorted(ids) == sorted(set(ids))
    assert result.rewritten == ()
    return result


def columns(result: Merged) -> dict[str, list[str]]:
    horizon = result.governance.roadmap.time_horizon
    return {name: [item.id for item in getattr(horizon, name)] for name in ("now", "next", "later")}


NEXT_END = "        title: Next two  # working title\n"
MINE = f"{NEXT_END}      # Wanted by finance.\n      - id: mine\n        title: Mine  # by us\n"
OTHERS = f"{NEXT_END}      # Wanted by legal.\n      - id: others\n        title: Theirs  # by them\n"


def test_both_append_an_item_to_next() -> None:
    result = merged(side((NEXT_END, MINE)), side((NEXT_END, OTHERS)))
    assert result.conflicts == ()
    assert columns(result)["next"] == ["x1", "x2", "mine", "others"]
    assert "      # Wanted by legal.\n      - id: others\n        title: Theirs  # by them\n" in result.text


def test_one_moves_what_the_other_gives_another_title() -> None:
    ours = side(moved("x2", "now"))
    result = merged(ours, side(("Next two  # working title", "Next two, better  # working title")))
    assert result.conflicts == ()
    assert columns(result) == {"now": ["n1", "n2", "n3", "x2"], "next": ["x1"], "later": ["l1", "l2"]}
    assert result.text == ours.text.replace("Next two", "Next two, better")


def test_one_gives_another_title_to_what_the_other_moves() -> None:
    theirs = side(moved("l2", "next"))
    result = merged(side(("Later two", "Later two, better")), theirs)
    assert result.conflicts == ()
    assert columns(result)["next"] == ["x1", "x2", "l2"]
    assert result.text == theirs.text.replace("Later two", "Later two, better")


def test_both_rank_the_same_item_anew_and_ours_stands() -> None:
    ours = side(moved("n3", "now", "n1"))
    result = merged(ours, side(moved("n3", "now", "n2")))
    assert result.conflicts == ()
    assert result.text == ours.text


def test_both_move_an_item_to_different_lists_which_is_a_conflict() -> None:
    result = merged(side(moved("x1", "now")), side(moved("x1", "later")))
    assert [str(one) for one in result.conflicts] == ["x1: moved to now by ours, to later by theirs"]
    assert columns(result) == {"now": ["n1", "n2", "n3", "x1"], "next": ["x2"], "later": ["l1", "l2"]}


def test_both_move_an_item_to_the_same_list_at_different_places() -> None:
    ours = side(moved("x1", "now", "n1"))
    result = merged(ours, side(moved("x1", "now")))
    assert result.conflicts == ()
    assert result.text == ours.text


def test_one_ranks_anew_and_the_other_changes_a_status() -> None:
    ours = side(moved("n3", "now", "n1"))
    result = merged(ours, side(("status: in-progress", "status: paused")))
    assert result.conflicts == ()
    assert result.text == ours.text.replace("status: in-progress", "status: paused")


def test_one_removes_an_item_and_the_other_changes_the_next_one() -> None:
    ours = side(lambda governance: governance.remove("x1"))
    theirs = side(("Next two  #", "Next two, better  #"))
    result = merge(parsed(BASE), ours, theirs)
    assert result.conflicts == ()
    assert result.text == ours.text.replace("Next two", "Next two, better")


def test_one_changes_the_title_and_the_other_the_status_of_an_item() -> None:
    result = merged(side(("Now two", "Now two, better")), side(("status: in-progress", "status: paused")))
    assert result.conflicts == ()
    assert result.text == BASE.replace("Now two", "Now two, better").replace("in-progress", "paused")


def observed(value: float, month: int) -> Change:
    return lambda governance: governance.observe("meals", value, on=date(2026, month, 2))


def test_both_add_an_observation_to_one_metric() -> None:
    end = "        - {date: 2026-02-02, value: 42}\n"
    ours = side((end, f"{end}        - {{date: 2026-04-02, value: 45}}  # Easter\n"))
    theirs = side((end, f"{end}        - {{date: 2026-03-02, value: 44}}  # with the new app\n"))
    result = merged(ours, theirs)
    assert result.conflicts == ()
    assert [one.value for one in result.governance.metrics.output_metrics[0].observations] == [40, 42, 44, 45]


@needs_git  # without it, the comment above is that of ours on both sides
def test_both_add_an_item_of_one_id_to_different_lists_which_is_a_conflict() -> None:
    mine = ("    next:\n", "      # Ours.\n      - id: new\n        title: A\n    next:\n")
    others = (NEXT_END, f"{NEXT_END}      # Theirs.\n      - id: new\n        title: B\n")
    result = merged(side(mine), side(others))
    assert [str(one) for one in result.conflicts] == ["new: added by both, and not alike"]
    assert "<<<<<<< ours\n      # Ours.\n      - id: new\n        title: A\n=======\n>>>>>>> theirs\n" in result.text
    assert "<<<<<<< ours\n=======\n      # Theirs.\n      - id: new\n        title: B\n>>>>>>> theirs\n" in result.text
