"""Small documents to edit, and what an edit did to them."""

import difflib
import re

import attrs

import productgov as pg
from tests.support.changed import lists_of, with_lists

__all__ = ["HEAD", "TAIL", "changed", "document", "document_with", "item", "moved", "without"]

HEAD = """\
productVision: {mission: Cook, targetMarket: [Families], valueProposition: Dinner, strategicPillars: [Calm]}
prioritization: {framework: RICE, reviewCadence: weekly}
"""
TAIL = """\
metrics: {northStarMetric: Meals}
reviews:
  productReview: {frequency: weekly, participants: [Head of Product]}
  strategyReview: {frequency: weekly, participants: [Head of Product]}
  portfolioReview: {frequency: weekly, participants: [Head of Product]}
"""


def document(roadmap: str, *, head: str = HEAD, tail: str = TAIL) -> pg.Document:
    parsed = pg.parse(f"{head}{roadmap}{tail}", format="yaml", name="plan")
    assert parsed.findings == ()
    return parsed


def document_with(roadmap: str, replaced: dict[str, str]) -> str:
    """The text of a document in which each of these parts is replaced, all at once."""
    pattern = "|".join(map(re.escape, replaced))
    return HEAD + re.sub(pattern, lambda found: replaced[found[0]], roadmap) + TAIL


def changed(before: pg.Document, after: pg.Document) -> list[str]:
    """The lines that went and came."""
    lines = difflib.unified_diff(before.text.split("\n"), after.text.split("\n"), lineterm="", n=0)
    return [line for line in lines if line[:2] not in {"--", "++", "@@"}]


def item(governance: pg.ProductGovernance, named: str, **fields: object) -> pg.ProductGovernance:
    lists = {
        name: tuple(attrs.evolve(each, **fields) if each.id == named else each for each in items)  # type: ignore[arg-type]
        for name, items in lists_of(governance).items()
    }
    return with_lists(governance, lists)


def moved(governance: pg.ProductGovernance, id: str, to: str, at: int = 100) -> pg.ProductGovernance:
    lists = lists_of(governance)
    found = next(each for items in lists.values() for each in items if each.id == id)
    lists = {name: tuple(each for each in items if each.id != id) for name, items in lists.items()}
    lists[to] = (*lists[to][:at], found, *lists[to][at:])
    return with_lists(governance, lists)


def without(governance: pg.ProductGovernance, id: str) -> pg.ProductGovernance:
    lists = lists_of(governance)
    return with_lists(
        governance, {name: tuple(each for each in items if each.id != id) for name, items in lists.items()}
    )
