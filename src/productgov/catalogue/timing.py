"""PG203, PG205, PG206, PG207, PG210, PG212: what stands where, and when."""

from productgov.catalogue.explanation import Explanation

__all__ = ["TIMING"]

TIMING = (
    Explanation(
        code="PG203",
        title="dates outside of the horizon",
        meaning="""The span from startDate to targetDate (or the one that is given) does not meet the item's horizon,
            counted in months from the day of the check: now 0 to 3, next 3 to 6, later 6 to 12. Days that have passed
            count as that day.""",
        why="""Dates and columns drift apart as time passes: of 697 items in development on a large public roadmap,
            324 were past their month. One of the two is out of date.""",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    targetDate: 2026-12-01
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    targetDate: 2026-07-01
            """,
    ),
    Explanation(
        code="PG205",
        title="past its target date",
        meaning="An item that is neither done nor dropped was due before the day of the check.",
        why="""A roadmap with dates that have passed is one that nobody believes. committedDate keeps the first
            promise when targetDate moves.""",
        bad="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    targetDate: 2026-02-15
            """,
        good="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    committedDate: 2026-02-15
                    targetDate: 2026-03-31
            """,
    ),
    Explanation(
        code="PG206",
        title="incomplete for its horizon",
        meaning="An open item in now has no owner or no target date; one in later has no theme.",
        why="""Precision is to grow as work comes closer (Bastow's cone of uncertainty): now is a commitment and needs
            a name and a day, later needs only the problem.""",
        bad="""
            roadmap:
              timeHorizon:
                later:
                  - id: archive
                    title: Keep old plans
            """,
        good="""
            roadmap:
              timeHorizon:
                later:
                  - id: archive
                    title: Keep old plans
                    theme: Fewer meetings
            """,
    ),
    Explanation(
        code="PG207",
        title="a theme without an item",
        meaning="No open item and no vision has a theme that roadmap.themes lists.",
        why="The theme is a promise (McCarthy and Spool, 2017), and nothing on the roadmap keeps it.",
        bad="""
            roadmap:
              themes: [Fewer meetings, Work from anywhere]
            """,
        good="""
            roadmap:
              themes: [Fewer meetings, Work from anywhere]
              timeHorizon:
                future:
                  - id: offline
                    title: A plan without a network
                    theme: Work from anywhere
            """,
    ),
    Explanation(
        code="PG210",
        title="finished, and still planned",
        meaning="An initiative in next or later is done or dropped. (In now it may stay for the quarter.)",
        why="What is over takes the place, and the attention, of what is to come.",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: ledger
                    title: A ledger for payments
                    status: dropped
            """,
        good="""
            roadmap:
              delivered:
                - id: ledger
                  title: A ledger for payments
                  status: dropped
            """,
    ),
    Explanation(
        code="PG212",
        title="out of its time",
        meaning="""Something was delivered, or observed, after the day of the check; or an item is still planned or
            proposed though its start date has passed.""",
        why="The record and the day do not fit: a typing error, or a status that nobody has kept up.",
        bad="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    status: planned
                    startDate: 2026-02-02
            """,
        good="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    status: in-progress
                    startDate: 2026-02-02
            """,
    ),
)
