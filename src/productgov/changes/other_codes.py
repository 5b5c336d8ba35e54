"""The codes of changes that matter little, and of what a check says of them."""

from productgov.changes.change import ChangeCode, ChangeFamily, Level
from productgov.changes.example_parts import NOTHING, item

__all__ = ["DETAIL", "EXTENSION", "FINDING_GONE", "NEW_FINDING", "ORDER", "OTHER", "WORDS"]

WORDS = ChangeCode(
    code="PGD601",
    level=Level.INFO,
    title="other words",
    meaning="A title, a name, a description, a note or a reason is worded in another way.",
    why="It is what people read; the plan is the same.",
    before=NOTHING,
    after=item("next", "payments", title="Pay by invoice or by card"),
)
DETAIL = ChangeCode(
    code="PGD602",
    level=Level.INFO,
    title="other detail",
    meaning="Anything else has changed: tags, links, the day of the document, the organization.",
    why="For the record.",
    before=NOTHING,
    after=item("next", "payments", tags=["billing"]),
)
ORDER = ChangeCode(
    code="PGD603",
    level=Level.INFO,
    title="other order",
    meaning="""The items of a list are in another order. Reported for as few of them as could be moved to make the new
        order of the old one.""",
    why="Where nothing else ranks them, the order of a list is read as one.",
    before={"roadmap": {"themes": ["Fewer meetings", "Billing"]}},
    after={"roadmap": {"themes": ["Billing", "Fewer meetings"]}},
)
EXTENSION = ChangeCode(
    code="PGD604",
    level=Level.INFO,
    title="other x- data",
    meaning="Data under a key that begins with x- has changed.",
    why="Another tool uses it.",
    before=NOTHING,
    after=item("next", "payments", **{"x-ticket": "PAY-12"}),
)
NEW_FINDING = ChangeCode(
    code="PGD901",
    level=Level.NOTABLE,
    title="new finding",
    meaning="""Derived: a check of the new version finds what a check of the old version for the same day does not. For
        information where it is no error.""",
    why="The change has broken something, or has not finished it.",
    before=NOTHING,
    after={
        "metrics": {
            "guardrailMetrics": [
                {
                    "id": "crash-rate",
                    "observations": [{"date": "2026-02-23", "value": 1.1}, {"date": "2026-03-02", "value": 2.4}],
                }
            ]
        }
    },
)
FINDING_GONE = ChangeCode(
    code="PGD902",
    level=Level.INFO,
    title="finding gone",
    meaning="Derived: a check of the old version finds what a check of the new version for the same day does not.",
    why="The change has put it right, or has taken away what it was about.",
    before=item("next", "payments", pillar="Clam"),
    after=item("next", "payments", pillar="Calm"),
)

OTHER = ChangeFamily(
    title="Everything else",
    about="Words and details, and what a check says of the new version.",
    codes=(WORDS, DETAIL, ORDER, EXTENSION, NEW_FINDING, FINDING_GONE),
)
