"""The codes of changes to the roadmap that break no promise."""

from productgov.changes.change import ChangeCode, ChangeFamily, Level
from productgov.changes.example_parts import NOTHING, item

__all__ = [
    "ADDED",
    "DEADLINE",
    "DELIVERED",
    "DEPENDENCY",
    "EARLIER_DATE",
    "EARLIER_HORIZON",
    "EXTERNAL",
    "LATER_ITEM_MOVED",
    "OWNER",
    "PLANNING",
    "PROGRESS",
    "PURPOSE",
    "RENAMED",
    "ROADMAP",
    "THEME",
]

_EXPORT = {"title": "Export a plan"}
_LEGAL = {"id": "legal-opinion", "title": "Legal opinion on invoices"}

ADDED = ChangeCode(
    code="PGD201",
    level=Level.NOTABLE,
    title="new on the roadmap",
    meaning="An item or a vision is new. For information in later, in future, in the backlog and on record.",
    why="What is added to now takes time from what is there.",
    before=NOTHING,
    after=item("now", "export", **_EXPORT),
)
EARLIER_HORIZON = ChangeCode(
    code="PGD202",
    level=Level.NOTABLE,
    title="moved to an earlier horizon",
    meaning="An item has moved to an earlier horizon, or from the backlog into one.",
    why="Others can plan with it now.",
    before=item("later", "export", **_EXPORT),
    after=item("next", "export", **_EXPORT),
)
DELIVERED = ChangeCode(
    code="PGD203",
    level=Level.NOTABLE,
    title="delivered",
    meaning="An item or an external is done, or rolling out to its first customers.",
    why="Who waited for it can start, and its outcome can be measured.",
    before=NOTHING,
    after=item("now", "checkout", status="done"),
)
RENAMED = ChangeCode(
    code="PGD204",
    level=Level.NOTABLE,
    title="renamed",
    meaning="""Something has another id, or a theme or a pillar another name. References in the document that follow are
        no changes of their own.""",
    why="References from outside do not follow: tickets, dashboards, other products' documents.",
    before=item("later", "export", **_EXPORT),
    after=item("later", "plan-export", **_EXPORT),
)
LATER_ITEM_MOVED = ChangeCode(
    code="PGD205",
    level=Level.INFO,
    title="moved among later plans",
    meaning="An item has moved between later, future and the backlog.",
    why="Far plans may change freely; that is what the horizons are for.",
    before=item("later", "export", **_EXPORT),
    after={"roadmap": {"backlog": [{"id": "export", **_EXPORT}]}},
)
PROGRESS = ChangeCode(
    code="PGD206",
    level=Level.NOTABLE,
    title="progress",
    meaning="""The status of an item has changed otherwise, or its start, its delivery or its outcome was recorded. For
        information where it is a start date or accompanies the delivery.""",
    why="It shows what has happened since the last review.",
    before=NOTHING,
    after=item("next", "payments", status="planned"),
)
OWNER = ChangeCode(
    code="PGD207",
    level=Level.NOTABLE,
    title="other owner or team",
    meaning="Somebody else is responsible, or another team works on it.",
    why="Questions go to somebody else now.",
    before=NOTHING,
    after=item("now", "checkout", owner="Head of Sales"),
)
EARLIER_DATE = ChangeCode(
    code="PGD208",
    level=Level.NOTABLE,
    title="due earlier, or a first date",
    meaning="An item is due earlier than before, or has its first due day or committedDate.",
    why="It is a new promise.",
    before=NOTHING,
    after=item("now", "checkout", targetDate="2026-04-01"),
)
DEADLINE = ChangeCode(
    code="PGD209",
    level=Level.NOTABLE,
    title="other deadline",
    meaning="The day after which delivery is too late is new, another one or gone, or somebody else sets it.",
    why="Of all days on a roadmap, it is the one that we do not choose.",
    before=NOTHING,
    after=item("now", "checkout", deadline={"date": "2026-06-30", "kind": "legal"}),
)
PURPOSE = ChangeCode(
    code="PGD210",
    level=Level.NOTABLE,
    title="other purpose",
    meaning="""An item or an objective serves another theme, pillar or objective, should move other metrics, or is of
        another kind.""",
    why="It will be judged by something else.",
    before=NOTHING,
    after=item("later", "identity", metrics=["activation"]),
)
DEPENDENCY = ChangeCode(
    code="PGD211",
    level=Level.NOTABLE,
    title="dependency added or removed",
    meaning="""Items depend on each other, or no longer do, and no promise is touched. For information where they only
        belong together.""",
    why="The order of the work may change.",
    before={"roadmap": {"dependencies": [{"from": "checkout", "to": "payments"}]}},
    after=NOTHING,
)
EXTERNAL = ChangeCode(
    code="PGD212",
    level=Level.NOTABLE,
    title="external changed",
    meaning="What others must deliver is new, or its day or its state is another one.",
    why="What waits for it may have to move.",
    before={"roadmap": {"externals": [{**_LEGAL, "expectedDate": "2026-04-01"}]}},
    after={"roadmap": {"externals": [{**_LEGAL, "expectedDate": "2026-05-01"}]}},
)
THEME = ChangeCode(
    code="PGD213",
    level=Level.NOTABLE,
    title="theme added or removed",
    meaning="A theme of the roadmap is new or gone. Breaking where items named it.",
    why="Themes are the problems that the roadmap promises to solve.",
    before=NOTHING,
    after={"roadmap": {"themes": ["Fewer meetings", "Billing"]}},
)
PLANNING = ChangeCode(
    code="PGD214",
    level=Level.NOTABLE,
    title="other capacity or way of planning",
    meaning="""Teams, their capacity, the allocation of effort, the windows of the horizons or the start of the fiscal
        year have changed. Breaking for the start of the fiscal year: quarters then mean other days.""",
    why="The same plan may fit no longer.",
    before=NOTHING,
    after={"roadmap": {"allocation": [{"pillar": "Calm", "share": 0.7}]}},
)

ROADMAP = ChangeFamily(
    title="The roadmap",
    about="What is planned, by whom, for when and for what, where no promise is broken.",
    codes=(
        ADDED,
        EARLIER_HORIZON,
        DELIVERED,
        RENAMED,
        LATER_ITEM_MOVED,
        PROGRESS,
        OWNER,
        EARLIER_DATE,
        DEADLINE,
        PURPOSE,
        DEPENDENCY,
        EXTERNAL,
        THEME,
        PLANNING,
    ),
)
