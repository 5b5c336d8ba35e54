"""PG501 to PG607: who looks at it, and whether it hangs together."""

from productgov.catalogue.explanation import Explanation

__all__ = ["GOVERNANCE"]

GOVERNANCE = (
    Explanation(
        code="PG501",
        title="a frequency that no one can schedule",
        meaning="""The frequency of a review is in words that name no rhythm, or two: bimonthly is every two months or
            twice a month. "ad hoc" and "as needed" are rhythms without dates, and no finding.""",
        why="A review that is in nobody's calendar does not take place.",
        bad="""
            reviews:
              strategyReview: {frequency: bimonthly}
            """,
        good="""
            reviews:
              strategyReview: {frequency: every 2 months}
            """,
    ),
    Explanation(
        code="PG502",
        title="a review that nobody decides in",
        meaning="""A review has no participant; or responsibilities are given, and nobody drives or approves; or more
            than one approves.""",
        why="A decision needs one who brings it about and one who makes it (the DACI roles); two approvers are none.",
        bad="""
            reviews:
              productReview:
                participants:
                  - {title: Head of Product, responsibility: approver}
                  - {title: Head of Engineering, responsibility: approver}
            """,
        good="""
            reviews:
              productReview:
                participants:
                  - {title: Head of Product, responsibility: approver}
                  - {title: Head of Engineering, responsibility: contributor}
            """,
    ),
    Explanation(
        code="PG504",
        title="the product review is too rare",
        meaning="The product review takes place less often than prioritization.reviewCadence says.",
        why="Priorities are to be looked at weekly in a meeting that is held monthly: one of the two is not done.",
        bad="""
            reviews:
              productReview: {frequency: quarterly}
            """,
        good="""
            reviews:
              productReview: {frequency: every 2 weeks}
            """,
    ),
    Explanation(
        code="PG601",
        title="a pillar that nothing serves",
        meaning="No initiative, delivered ones included, names a strategic pillar. Silent while the roadmap is empty.",
        why="A strategy is what is done, not what is said (Rumelt, Good Strategy Bad Strategy, 2011).",
        bad="""
            productVision:
              strategicPillars: [Calm, Trust]
            """,
        good="""
            productVision:
              strategicPillars: [Calm, Trust]
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    pillar: Trust
            """,
    ),
    Explanation(
        code="PG603",
        title="a dead bet",
        meaning="An open item in now or next names no metric that it is meant to move.",
        why="When it is done nobody will know whether it worked, and so nobody will learn.",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    metrics: []
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    metrics: [activation]
            """,
    ),
    Explanation(
        code="PG604",
        title="an input that nothing moves",
        meaning="No initiative names an input metric among its metrics. Silent while the roadmap is empty.",
        why="""Inputs are what teams control (Bryar and Carr, Working Backwards, 2021): one that nobody works on is an
            output, or forgotten.""",
        bad="""
            metrics:
              inputMetrics:
                - id: invitations
                  name: Invitations sent
                  direction: increase
                  target: 900
                  source: the events of the planner
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    metrics: [invitations]
            metrics:
              inputMetrics:
                - id: invitations
                  name: Invitations sent
                  direction: increase
                  target: 900
                  source: the events of the planner
            """,
    ),
    Explanation(
        code="PG605",
        title="a bet that nothing watches",
        meaning="""An item in now moves a metric, names no guardrail, and no metric that it moves is, or leads to, an
            output or guardrail metric.""",
        why="It can succeed by its own number while it harms everything else, and nobody would see it.",
        bad="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    metrics: [trials]
                    guardrails: []
            metrics:
              inputMetrics:
                - id: trials
                  name: Trials begun
                  direction: increase
                  target: 300
                  source: the events of the shop
            """,
        good="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    metrics: [trials]
                    guardrails: [crash-rate]
            metrics:
              inputMetrics:
                - id: trials
                  name: Trials begun
                  direction: increase
                  target: 300
                  source: the events of the shop
            """,
    ),
    Explanation(
        code="PG606",
        title="a placeholder",
        meaning="""A text is wholly a placeholder: TBD, TODO, n/a, lorem ipsum and the like. Not where another finding
            speaks of the same text.""",
        why="""It looks filled in, to people and to tools. (Of 229 targets of a public handbook, 24 were placeholders,
            and were counted as targets.)""",
        bad="""
            productVision:
              mission: TBD
            """,
        good="""
            productVision:
              mission: Give small teams their mornings back.
            """,
    ),
    Explanation(
        code="PG607",
        title="a bad ignore",
        meaning="""An entry of `x-productgov: {ignore: [{code, reason}]}` has no reason, names a code that does not
            exist, or ignores nothing (any more).""",
        why="An exception that nobody can explain, or that outlives its cause, hides the next mistake.",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    metrics: []
                    x-productgov:
                      ignore: [{code: PG603}]
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    metrics: []
                    x-productgov:
                      ignore: [{code: PG603, reason: the tax office asks for it}]
            """,
    ),
)
