"""PG201, PG202, PG204, PG209, PG211: what waits for what."""

from productgov.catalogue.explanation import Explanation

__all__ = ["DEPENDENCIES"]

DEPENDENCIES = (
    Explanation(
        code="PG201",
        title="dependency cycle",
        meaning="""Items wait for each other in a circle. One finding for all items that are tied together, with a
            shortest way round from the first of them; cycles count whatever the status of the items.""",
        why="None of them can be finished first. Someone will break the circle by surprise instead of by decision.",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: ledger
                    title: A ledger for payments
                    metrics: [activation]
                    scoring:
                      rice: {reach: 100, impact: 1, confidence: 0.8, effort: 2}
              dependencies:
                - {from: payments, to: ledger}
                - {from: ledger, to: payments}
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: ledger
                    title: A ledger for payments
                    metrics: [activation]
                    scoring:
                      rice: {reach: 100, impact: 1, confidence: 0.8, effort: 2}
              dependencies:
                - {from: payments, to: ledger}
            """,
    ),
    Explanation(
        code="PG202",
        title="it requires what comes later",
        meaning="""An open item requires an open one in a later horizon, or a vision. Silent within a cycle, which is
            PG201.""",
        why="The roadmap promises something before what it needs. One of the two stands in the wrong column.",
        bad="""
            roadmap:
              dependencies:
                - {from: payments, to: identity}
            """,
        good="""
            roadmap:
              dependencies:
                - {from: identity, to: payments}
            """,
    ),
    Explanation(
        code="PG204",
        title="it starts before what it requires ends",
        meaning="""An item starts before what it requires ends: on its deliveredDate, else its targetDate, or an
            external's expectedDate. Silent where PG201 or PG202 speaks of the same dependency.""",
        why="The start will slip, or the work begins on sand.",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    startDate: 2026-06-08
              externals:
                - id: bank
                  title: The contract with the bank
                  expectedDate: 2026-07-01
              dependencies:
                - {from: payments, to: bank}
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    startDate: 2026-07-01
              externals:
                - id: bank
                  title: The contract with the bank
                  expectedDate: 2026-07-01
              dependencies:
                - {from: payments, to: bank}
            """,
    ),
    Explanation(
        code="PG209",
        title="a dependency on itself, or stated twice",
        meaning="""A dependency leads from an item to itself, or says what another has said: "a blocks b" is "b
            requires a".""",
        why="When one of the two is removed later, the other still holds, and nobody knows why.",
        bad="""
            roadmap:
              dependencies:
                - {from: payments, to: checkout}
                - {from: checkout, to: payments, type: blocks}
            """,
        good="""
            roadmap:
              dependencies:
                - {from: payments, to: checkout}
            """,
    ),
    Explanation(
        code="PG211",
        title="it requires what was dropped or paused",
        meaning="An open item requires one that was dropped or is paused. Silent when it is paused as well.",
        why="It waits for something that nobody is working on.",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: ledger
                    title: A ledger for payments
                    status: paused
                    metrics: [activation]
                    scoring:
                      rice: {reach: 100, impact: 1, confidence: 0.8, effort: 2}
              dependencies:
                - {from: payments, to: ledger}
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: ledger
                    title: A ledger for payments
                    status: planned
                    metrics: [activation]
                    scoring:
                      rice: {reach: 100, impact: 1, confidence: 0.8, effort: 2}
              dependencies:
                - {from: payments, to: ledger}
            """,
    ),
)
