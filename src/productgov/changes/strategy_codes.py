"""The codes of changes to the strategy and to how it is governed: vision, goals, decisions, reviews."""

from productgov.changes.change import ChangeCode, ChangeFamily, Level
from productgov.changes.example_parts import NOTHING, item

__all__ = ["CHECKED_IN", "DECIDED", "GOAL", "GOAL_ADDED", "GOAL_LOWERED", "PILLAR", "REVIEW", "STRATEGY", "VISION"]

_RESULT = {"id": "calm-1", "from": 0, "to": 50}
_GOAL = {"id": "calm", "title": "Calm mornings", "period": "2026-H1", "kind": "committed", "keyResults": [_RESULT]}

PILLAR = ChangeCode(
    code="PGD501",
    level=Level.NOTABLE,
    title="pillar added or removed",
    meaning="A strategic pillar is new or gone. Breaking where something named it.",
    why="Pillars are what the strategy stands on.",
    before=NOTHING,
    after={"productVision": {"strategicPillars": ["Calm", "Trust"]}},
)
VISION = ChangeCode(
    code="PGD502",
    level=Level.NOTABLE,
    title="other vision",
    meaning="The mission, the target market or the value proposition has changed.",
    why="Everything else follows from it.",
    before=NOTHING,
    after={"productVision": {"mission": "Give every team its mornings back."}},
)
REVIEW = ChangeCode(
    code="PGD503",
    level=Level.NOTABLE,
    title="review changed",
    meaning="How often a review takes place, when, with whom, or what it looks at has changed.",
    why="Whoever takes part has to know.",
    before=NOTHING,
    after={"reviews": {"productReview": {"frequency": "every 2 weeks"}}},
)
GOAL_ADDED = ChangeCode(
    code="PGD504",
    level=Level.NOTABLE,
    title="new objective or key result",
    meaning="An objective or a key result is new.",
    why="It is a new promise.",
    before=NOTHING,
    after={"objectives": [_GOAL]},
)
GOAL_LOWERED = ChangeCode(
    code="PGD505",
    level=Level.BREAKING,
    title="goal easier, later or gone",
    meaning="""An objective or a key result is gone, easier or later than before, has another milestone, or is no longer
        committed. Notable for an objective that is aspirational.""",
    why="A committed objective is a promise; a goal that is moved towards the result cannot be missed.",
    before={"objectives": [_GOAL]},
    after={"objectives": [{**_GOAL, "keyResults": [{**_RESULT, "to": 40}]}]},
)
GOAL = ChangeCode(
    code="PGD506",
    level=Level.NOTABLE,
    title="goal changed",
    meaning="An objective or a key result has changed in another way: it is harder, earlier, graded or reached.",
    why="It is what the next review will look at.",
    before={"objectives": [_GOAL]},
    after={"objectives": [{**_GOAL, "keyResults": [{**_RESULT, "to": 60}]}]},
)
DECIDED = ChangeCode(
    code="PGD507",
    level=Level.NOTABLE,
    title="decided",
    meaning="A decision was recorded.",
    why="Decisions are what reviews are for.",
    before=NOTHING,
    after={
        "decisions": [
            {"id": "keep-it", "date": "2026-03-02", "subjects": ["payments"], "verdict": "keep", "reason": "It pays."}
        ]
    },
)
CHECKED_IN = ChangeCode(
    code="PGD508",
    level=Level.INFO,
    title="checked in",
    meaning="""Somebody has said how an item, an external, an objective or a key result is going. Notable where it is
        off track.""",
    why="It is how bad news travels before a date is missed.",
    before=NOTHING,
    after=item("now", "checkout", checkIns=[{"date": "2026-03-02", "health": "on-track"}]),
)

STRATEGY = ChangeFamily(
    title="Strategy and governance",
    about="The vision, the goals, what was decided, and who meets when.",
    codes=(PILLAR, VISION, REVIEW, GOAL_ADDED, GOAL_LOWERED, GOAL, DECIDED, CHECKED_IN),
)
