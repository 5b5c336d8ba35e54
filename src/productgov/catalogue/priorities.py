"""PG301 to PG307: what comes first."""

from productgov.catalogue.explanation import Explanation

__all__ = ["PRIORITIES"]

PRIORITIES = (
    Explanation(
        code="PG301",
        title="it cannot be ranked",
        meaning="""An open item in now or next lacks the inputs of the chosen framework, and has no override. Later
            items need none.""",
        why="It is worked on, or about to be, and nobody has asked whether it is worth more than what waits.",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: ledger
                    title: A ledger for payments
                    metrics: [activation]
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: ledger
                    title: A ledger for payments
                    metrics: [activation]
                    scoring:
                      override: {score: 100, reason: the law asks for it}
            """,
    ),
    Explanation(
        code="PG302",
        title="it outranks an earlier horizon",
        meaning="""An item in a later horizon has a better rank than one in an earlier: the worst of the nearest
            earlier horizon that is not in progress. Silent where it waits for something unfinished. An item counts
            for as much as the best of what depends on it.""",
        why="""Scores are advice and horizons are decisions (McBride, Intercom, 2016, on dependencies and table
            stakes). Where they differ there is a reason, and it should be written down.""",
        bad="""
            roadmap:
              timeHorizon:
                later:
                  - id: identity
                    scoring:
                      rice: {reach: 800, impact: 1, confidence: 0.8, effort: 2}
            """,
        good="""
            roadmap:
              timeHorizon:
                later:
                  - id: identity
                    scoring:
                      rice: {reach: 800, impact: 1, confidence: 0.8, effort: 2}
              externals:
                - id: directory
                  title: The vendor's directory service
              dependencies:
                - {from: identity, to: directory}
            """,
    ),
    Explanation(
        code="PG303",
        title="off the framework's scale",
        meaning="""A RICE impact is not 3, 2, 1, 0.5 or 0.25, or a RICE confidence is below 0.5. A range (low, likely,
            high) may be anywhere.""",
        why="""The steps keep impacts of different authors comparable, and less than low confidence is "a total
            moonshot" (McBride, Intercom, 2016).""",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    scoring:
                      rice: {reach: 80, impact: 5, confidence: 0.8, effort: 2}
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    scoring:
                      rice: {reach: 80, impact: 3, confidence: 0.8, effort: 2}
            """,
    ),
    Explanation(
        code="PG304",
        title="all weights are 0",
        meaning="The four weights of prioritization.scoringCriteria are all 0.",
        why="The weighted criteria break ties and stand in for a value; with no weight at all they are undefined.",
        bad="""
            prioritization:
              scoringCriteria: {businessValue: 0, userImpact: 0, effort: 0, strategicAlignment: 0}
            """,
        good="""
            prioritization:
              scoringCriteria: {businessValue: 2, userImpact: 1, effort: 1, strategicAlignment: 0}
            """,
    ),
    Explanation(
        code="PG305",
        title="a Kano verdict on thin ice",
        meaning="""A Kano survey whose most frequent category does not lead by enough for its sample (Fong, 1996), or
            which says reverse or questionable. Shares instead of counts are not tested.""",
        why="""A feature built as attractive that was indifferent to half of the customers is the costliest kind of
            mistake; often two segments want different things.""",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    scoring:
                      rice: {reach: 400, impact: 1, confidence: 0.8, effort: 2}
                      kano:
                        counts: {attractive: 14, indifferent: 11, mustBe: 5}
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    scoring:
                      rice: {reach: 400, impact: 1, confidence: 0.8, effort: 2}
                      kano:
                        counts: {attractive: 140, indifferent: 71, mustBe: 85}
            """,
    ),
    Explanation(
        code="PG306",
        title="the top two are a coin toss",
        meaning="""At least one of the two first items holds a range (low, likely, high), and when those are drawn
            from triangular distributions the order is right in less than 60 % of 2,000 draws.""",
        why="An order that the next estimate may turn round should not decide what a team does for a quarter.",
        bad="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    scoring:
                      rice: {reach: {low: 100, likely: 900, high: 1000}, impact: 1, confidence: 0.8, effort: 2}
                  - id: import
                    title: Bring your old plan
                    owner: Head of Growth
                    targetDate: 2026-05-04
                    metrics: [activation]
                    guardrails: [crash-rate]
                    scoring:
                      rice: {reach: 800, impact: 1, confidence: 0.8, effort: 2}
            """,
        good="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    scoring:
                      rice: {reach: {low: 850, likely: 900, high: 1000}, impact: 1, confidence: 0.8, effort: 2}
                  - id: import
                    title: Bring your old plan
                    owner: Head of Growth
                    targetDate: 2026-05-04
                    metrics: [activation]
                    guardrails: [crash-rate]
                    scoring:
                      rice: {reach: 800, impact: 1, confidence: 0.8, effort: 2}
            """,
    ),
    Explanation(
        code="PG307",
        title="a matrix with one side",
        meaning="The framework is Value-Effort, and all items lie on one side of the cut, by value or by effort.",
        why="A matrix that divides nothing ranks by the ratio alone; the scale is not used, or cut in the wrong place.",
        bad="""
            prioritization:
              framework: Value-Effort
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    scoring:
                      valueEffort: {value: 9, effort: 3}
                next:
                  - id: payments
                    scoring:
                      valueEffort: {value: 7, effort: 8}
            """,
        good="""
            prioritization:
              framework: Value-Effort
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    scoring:
                      valueEffort: {value: 9, effort: 3}
                next:
                  - id: payments
                    scoring:
                      valueEffort: {value: 4, effort: 8}
            """,
    ),
)
