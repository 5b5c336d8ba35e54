"""PG401 to PG410: what is measured, and how it stands."""

from productgov.catalogue.explanation import Explanation

__all__ = ["METRICS"]

METRICS = (
    Explanation(
        code="PG401",
        title="a metric that cannot be judged",
        meaning="""An input or output metric has no direction or no target (to be maintained: no bounds), or a
            guardrail has no bounds.""",
        why="""A number is no goal: without a direction nobody can say whether 350 ms is progress from 520. (Of 404
            metrics of a public metric hub, 9 said which way is good.)""",
        bad="""
            metrics:
              guardrailMetrics:
                - id: complaints
                  name: Complaints a week
                  source: the support desk
            """,
        good="""
            metrics:
              guardrailMetrics:
                - id: complaints
                  name: Complaints a week
                  source: the support desk
                  bounds: {max: 20}
            """,
    ),
    Explanation(
        code="PG403",
        title="out of its bounds",
        meaning="""The latest observation of a KPI lies out of its bounds. Silent where the observation is stale
            (PG404), and where a guardrail is breached without an answer (PG410).""",
        why="Bounds are there to be acted upon; a breach that is seen and not spoken of moves them silently.",
        bad="""
            metrics:
              outputMetrics:
                - id: weekly-teams
                  bounds: {min: 3000}
                  observations: [{date: 2026-03-01, value: 2400}]
            """,
        good="""
            metrics:
              outputMetrics:
                - id: weekly-teams
                  bounds: {min: 3000}
                  observations: [{date: 2026-03-01, value: 3400}]
            """,
    ),
    Explanation(
        code="PG404",
        title="unknown or stale",
        meaning="""A KPI has neither an observation nor a source, or its latest observation is older than twice its
            refresh.""",
        why="Decisions are taken on it as if it were known. Unknown and stale are not the same as bad, and not good.",
        bad="""
            metrics:
              inputMetrics:
                - id: activation
                  observations: [{date: 2026-01-12, value: 33}]
            """,
        good="""
            metrics:
              inputMetrics:
                - id: activation
                  observations: [{date: 2026-02-23, value: 33}]
            """,
    ),
    Explanation(
        code="PG405",
        title="influence cycle",
        meaning="KPIs are said to move each other in a circle; reported as PG201 is.",
        why="Every one of them is then cause and effect of every other, and the tree explains nothing.",
        bad="""
            metrics:
              outputMetrics:
                - id: weekly-teams
                  influences: [activation]
            """,
        good="""
            metrics:
              outputMetrics:
                - id: weekly-teams
                  influences: []
            """,
    ),
    Explanation(
        code="PG406",
        title="nothing leads to the north star",
        meaning="No KPI has the north star among its influences. Silent where PG106 speaks.",
        why="""The north star is moved through three to six inputs that teams can act on (Amplitude, The North Star
            Playbook); without them it is a wish.""",
        bad="""
            metrics:
              inputMetrics:
                - id: activation
                  influences: [crash-rate]
            """,
        good="""
            metrics:
              inputMetrics:
                - id: activation
                  influences: [weekly-teams]
            """,
    ),
    Explanation(
        code="PG407",
        title="one KPI in two groups",
        meaning="The same id stands among the input, output or guardrail metrics twice. The finding is at the second.",
        why="It is then read with two directions, two targets or two sets of bounds.",
        bad="""
            metrics:
              guardrailMetrics:
                - id: activation
                  name: Teams with a plan after a day
                  bounds: {min: 25}
                  source: the events of the planner
            """,
        good="""
            metrics:
              inputMetrics:
                - id: activation
                  bounds: {min: 25}
            """,
    ),
    Explanation(
        code="PG408",
        title="a target worse than its baseline",
        meaning="The target of a KPI to be increased is below its baseline, or above it for one to be decreased.",
        why="""Progress would be counted backwards: tools that compare without a direction call a latency of 520 ms an
            achieved target of 350.""",
        bad="""
            metrics:
              inputMetrics:
                - id: activation
                  baseline: 45
                  target: 40
            """,
        good="""
            metrics:
              inputMetrics:
                - id: activation
                  baseline: 30
                  target: 40
            """,
    ),
    Explanation(
        code="PG409",
        title="no guardrail at all",
        meaning="The document has no guardrail metric.",
        why="""What is optimised without a counterweight is paid for elsewhere (Kohavi, Tang and Xu, Trustworthy
            Online Controlled Experiments, 2020, on organisational guardrails).""",
        bad="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    guardrails: []
            metrics:
              guardrailMetrics: null
            """,
        good="""
            metrics:
              guardrailMetrics:
                - id: crash-rate
                  bounds: {max: 2}
            """,
    ),
    Explanation(
        code="PG410",
        title="a breached guardrail that nobody answers",
        meaning="""A guardrail is out of its bounds, and no open item in now names it in its metrics. (An item that
            names it among its guardrails only promises not to make it worse.)""",
        why="""A guardrail that may be breached without consequence is decoration (Airbnb's experiment guardrails stop
            a launch until someone has answered).""",
        bad="""
            metrics:
              guardrailMetrics:
                - id: crash-rate
                  observations: [{date: 2026-03-01, value: 3.4}]
            """,
        good="""
            metrics:
              guardrailMetrics:
                - id: crash-rate
                  observations: [{date: 2026-03-01, value: 1.9}]
            """,
    ),
)
