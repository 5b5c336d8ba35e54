"""The codes of changes to metrics."""

from productgov.changes.change import ChangeCode, ChangeFamily, Level
from productgov.changes.example_parts import NOTHING, metric

__all__ = [
    "EASIER_TARGET",
    "HARDER_TARGET",
    "KPI_ADDED",
    "KPI_MOVED",
    "KPI_REMOVED",
    "MEASUREMENT",
    "METRICS",
    "NARROWER_BOUNDS",
    "NORTH_STAR",
    "OBSERVED",
    "PAST_CHANGED",
    "SERIES_BROKEN",
    "WIDER_BOUNDS",
]

_NPS = {"id": "trial-starts", "name": "Trials started in a week", "source": "the events of the planner"}

OBSERVED = ChangeCode(
    code="PGD401",
    level=Level.INFO,
    title="observed",
    meaning="There is a new observation of a KPI or a key result.",
    why="It is how progress is seen.",
    before=NOTHING,
    after=metric(
        "input", "activation", observations=[{"date": "2026-02-23", "value": 33}, {"date": "2026-03-02", "value": 34}]
    ),
)
PAST_CHANGED = ChangeCode(
    code="PGD402",
    level=Level.BREAKING,
    title="observation changed or removed",
    meaning="A value that was recorded is another one or gone. For information where only its note has changed.",
    why="Progress is judged by the past; who has quoted the old number should know.",
    before=NOTHING,
    after=metric("input", "activation", observations=[{"date": "2026-02-23", "value": 36}]),
)
KPI_REMOVED = ChangeCode(
    code="PGD403",
    level=Level.BREAKING,
    title="KPI removed",
    meaning="A KPI is no longer in the document.",
    why="Goals, items and dashboards that use it lead nowhere, and its history is lost.",
    before={"metrics": {"inputMetrics": [_NPS]}},
    after=NOTHING,
)
SERIES_BROKEN = ChangeCode(
    code="PGD404",
    level=Level.BREAKING,
    title="old and new values do not compare",
    meaning="""The unit, the direction or the baseline of a KPI, or its day, has changed. Notable where it is given for
        the first time.""",
    why="The same number means something else now.",
    before=NOTHING,
    after=metric("input", "activation", baseline=20),
)
EASIER_TARGET = ChangeCode(
    code="PGD405",
    level=Level.BREAKING,
    title="target easier, later or gone",
    meaning="""A target of a KPI is easier to reach than before, has to be reached later, or is gone. Targets whose day
        had passed do not count. Where nothing says which way is better, every other value counts as easier.""",
    why="A goal that is moved towards the result cannot be missed.",
    before=NOTHING,
    after=metric("input", "activation", target=36),
)
HARDER_TARGET = ChangeCode(
    code="PGD406",
    level=Level.NOTABLE,
    title="target new, harder or earlier",
    meaning="A KPI has its first target, or one that is at least as hard as every one before.",
    why="It is a new promise.",
    before=NOTHING,
    after=metric("input", "activation", target=45),
)
WIDER_BOUNDS = ChangeCode(
    code="PGD407",
    level=Level.BREAKING,
    title="bounds wider or gone",
    meaning="The range in which a KPI must stay allows more than before. Notable for a KPI that is no guardrail.",
    why="A guardrail protects only while it stays where it is.",
    before=NOTHING,
    after=metric("guardrail", "crash-rate", bounds={"max": 3}),
)
NARROWER_BOUNDS = ChangeCode(
    code="PGD408",
    level=Level.NOTABLE,
    title="bounds new or narrower",
    meaning="The range in which a KPI must stay is new or allows less than before.",
    why="What was within bounds may be a breach now.",
    before=NOTHING,
    after=metric("guardrail", "crash-rate", bounds={"max": 1.5}),
)
KPI_ADDED = ChangeCode(
    code="PGD409",
    level=Level.NOTABLE,
    title="new KPI",
    meaning="A KPI is new.",
    why="It will be looked at from now on.",
    before=NOTHING,
    after={"metrics": {"inputMetrics": [_NPS]}},
)
KPI_MOVED = ChangeCode(
    code="PGD410",
    level=Level.NOTABLE,
    title="KPI in another group",
    meaning="A KPI plays another part: input, output or guardrail. Breaking where it was a guardrail.",
    why="Other rules and other reviews apply to it.",
    before={"metrics": {"inputMetrics": [_NPS]}},
    after={"metrics": {"outputMetrics": [_NPS]}},
)
NORTH_STAR = ChangeCode(
    code="PGD411",
    level=Level.BREAKING,
    title="other north star",
    meaning="The north-star metric is another one. For information where the same KPI is named in another way.",
    why="The whole strategy is judged by it.",
    before=NOTHING,
    after={"metrics": {"northStarMetric": "activation"}},
)
MEASUREMENT = ChangeCode(
    code="PGD412",
    level=Level.NOTABLE,
    title="measured in another way",
    meaning="The source of a KPI, how often it is measured, or what it is assumed to influence has changed.",
    why="Its values may differ for that reason alone.",
    before=NOTHING,
    after=metric("input", "activation", refresh="daily"),
)

METRICS = ChangeFamily(
    title="Metrics",
    about="What is measured, what it should reach, and what was measured.",
    codes=(
        OBSERVED,
        PAST_CHANGED,
        KPI_REMOVED,
        SERIES_BROKEN,
        EASIER_TARGET,
        HARDER_TARGET,
        WIDER_BOUNDS,
        NARROWER_BOUNDS,
        KPI_ADDED,
        KPI_MOVED,
        NORTH_STAR,
        MEASUREMENT,
    ),
)
