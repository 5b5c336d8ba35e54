"""The codes of changes to promises: what somebody may have relied on."""

from productgov.changes.change import ChangeCode, ChangeFamily, Level
from productgov.changes.example_parts import NOTHING, item

__all__ = [
    "DATE_COMMITTED",
    "LATER_DATE",
    "LATER_HORIZON",
    "NEW_REQUIREMENT",
    "PROMISES",
    "RECORD_CHANGED",
    "REMOVED",
    "STOPPED",
]

_EXPORT = {"title": "Export a plan"}

LATER_HORIZON = ChangeCode(
    code="PGD101",
    level=Level.BREAKING,
    title="moved to a later horizon",
    meaning="""An item has left now or next for a later horizon or the backlog. What was in later or in the backlog may
        move freely: that is PGD205.""",
    why="""Now and next are what others plan with: sales, support, the teams that wait for it.""",
    before=item("next", "export", **_EXPORT),
    after=item("later", "export", **_EXPORT),
)
REMOVED = ChangeCode(
    code="PGD102",
    level=Level.BREAKING,
    title="gone without a record",
    meaning="""An item, a vision or an external is no longer in the document, not even among what was delivered or
        dropped. Notable where it was neither in now or next nor referred to.""",
    why="""Nobody can tell an item that was dropped on purpose from one that was lost. `productgov drop` keeps it in
        roadmap.delivered, with the reason.""",
    before=item("next", "export", **_EXPORT),
    after=NOTHING,
)
LATER_DATE = ChangeCode(
    code="PGD103",
    level=Level.BREAKING,
    title="due later",
    meaning="""An item is due later than before, or has no due day any more. Notable while it is not later than its
        committedDate. Without a committedDate, breaking in now and next and for information in later and in the
        backlog. For information, too, for an item that is done.""",
    why="""A date is what people remember of a roadmap. Who moves it should be the one who says so.""",
    before=item("now", "checkout", committedDate="2026-04-15"),
    after=item("now", "checkout", committedDate="2026-04-15", targetDate="2026-05-29"),
)
DATE_COMMITTED = ChangeCode(
    code="PGD104",
    level=Level.BREAKING,
    title="first promise rewritten",
    meaning="""The committedDate of an item, the day that was first promised, is another one or gone.""",
    why="""committedDate is there to be compared with: when it moves along with the plan, no slip is ever seen. Move
        targetDate instead.""",
    before=item("now", "checkout", committedDate="2026-04-15"),
    after=item("now", "checkout", committedDate="2026-05-29"),
)
STOPPED = ChangeCode(
    code="PGD105",
    level=Level.BREAKING,
    title="paused or dropped",
    meaning="""An item is paused or dropped. Notable where it was neither in now nor in next.""",
    why="""Somebody waits for it and does not know.""",
    before=NOTHING,
    after=item("now", "checkout", status="paused"),
)
NEW_REQUIREMENT = ChangeCode(
    code="PGD106",
    level=Level.BREAKING,
    title="has to wait for something else",
    meaning="""An item that was in now or next requires something that is not finished and was not required before.
        Notable for other items.""",
    why="""What it waits for can hold it up, however well its own work goes.""",
    before=NOTHING,
    after={"roadmap": {"dependencies": [{"from": "checkout", "to": "payments"}]}},
)
RECORD_CHANGED = ChangeCode(
    code="PGD107",
    level=Level.BREAKING,
    title="record changed",
    meaning="""What is on record was changed or removed: an item in roadmap.delivered, a decision, an outcome or a
        grade; or what was delivered is open again. Notable for check-ins. Observations are PGD402.""",
    why="""A record that can be rewritten proves nothing. Add to it: a new decision can supersede an old one.""",
    before={
        "decisions": [
            _STOP := {
                "id": "keep-search",
                "date": "2026-02-02",
                "subjects": ["payments"],
                "verdict": "keep",
                "reason": "It pays.",
            }
        ]
    },
    after={"decisions": [{**_STOP, "verdict": "stop"}]},
)

PROMISES = ChangeFamily(
    title="Promises",
    about="What somebody who relied on the old roadmap was promised.",
    codes=(LATER_HORIZON, REMOVED, LATER_DATE, DATE_COMMITTED, STOPPED, NEW_REQUIREMENT, RECORD_CHANGED),
)
