"""The codes of changes to priorities: the inputs of items, how they are ranked, and the order that follows."""

from productgov.changes.change import ChangeCode, ChangeFamily, Level
from productgov.changes.example_parts import NOTHING, item

__all__ = ["METHOD", "OVERRIDE", "PRIORITIES", "RANK", "SCORE"]

_RICE = {"reach": 400, "impact": 1, "confidence": 0.8, "effort": 2}

SCORE = ChangeCode(
    code="PGD301",
    level=Level.NOTABLE,
    title="other inputs of the ranking",
    meaning="What an item is ranked by has changed: its scoring, or its efforts.",
    why="Ranks are as good as their inputs. A number that moves should have a reason that can be told.",
    before=NOTHING,
    after=item("next", "payments", scoring={"rice": {**_RICE, "confidence": 0.5}}),
)
METHOD = ChangeCode(
    code="PGD302",
    level=Level.BREAKING,
    title="other way of ranking",
    meaning="The framework has changed, or its weights, variants or periods.",
    why="Old and new ranks no longer compare.",
    before=NOTHING,
    after={"prioritization": {"framework": "ICE"}},
)
OVERRIDE = ChangeCode(
    code="PGD303",
    level=Level.NOTABLE,
    title="score set by hand",
    meaning="A score that replaces the computed one is new, another one or gone.",
    why="It is a decision that the numbers do not explain.",
    before=NOTHING,
    after=item("next", "payments", scoring={"rice": _RICE, "override": {"score": 900, "reason": "Promised."}}),
)
RANK = ChangeCode(
    code="PGD304",
    level=Level.INFO,
    title="other rank",
    meaning="""Derived: an item ranks before or after others that it ranked after or before, by the framework of each
        version. Items that only make room are left out.""",
    why="It is what a change of inputs comes to.",
    before=NOTHING,
    after=item("next", "payments", scoring={"rice": {**_RICE, "reach": 4000}}),
)

PRIORITIES = ChangeFamily(
    title="Priorities",
    about="What items are ranked by, and the order that follows.",
    codes=(SCORE, METHOD, OVERRIDE, RANK),
)
