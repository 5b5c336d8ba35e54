"""PG101 to PG107: names that name something."""

from productgov.catalogue.explanation import Explanation

__all__ = ["REFERENCES"]

REFERENCES = (
    Explanation(
        code="PG101",
        title="one id twice",
        meaning="""Two roadmap items or externals have one id, or two KPIs of one group. The finding is at the second;
            every reference means the first.""",
        why="A dependency on it, a link to it, an issue that names it: all mean either of the two.",
        bad="""
            roadmap:
              timeHorizon:
                later:
                  - id: payments
                    title: Pay in instalments
                    theme: Fewer meetings
            """,
        good="""
            roadmap:
              timeHorizon:
                later:
                  - id: instalments
                    title: Pay in instalments
                    theme: Fewer meetings
            """,
    ),
    Explanation(
        code="PG102",
        title="a dependency on nothing",
        meaning="A dependency names an id that is no item, vision or external of the roadmap.",
        why="What an item waits for cannot be planned, watched or chased if it is nowhere.",
        bad="""
            roadmap:
              dependencies:
                - {from: payments, to: chekout}
            """,
        good="""
            roadmap:
              dependencies:
                - {from: payments, to: checkout}
            """,
    ),
    Explanation(
        code="PG103",
        title="a metric that does not exist",
        meaning="An initiative, or a review, names a metric or a guardrail that is no KPI of the document.",
        why="A bet on a metric that nobody measures cannot be won or lost.",
        bad="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    metrics: [activaton]
            """,
        good="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    metrics: [activation]
            """,
    ),
    Explanation(
        code="PG104",
        title="an unknown theme",
        meaning="""An item or a vision has a theme that roadmap.themes does not list. Silent while that list is empty,
            and in roadmap.delivered: the record keeps the themes of its day.""",
        why="""Themes are promises to solve problems (McCarthy and Spool, Product Roadmaps Relaunched, 2017): one that
            is spelt in two ways is two promises.""",
        bad="""
            roadmap:
              timeHorizon:
                later:
                  - id: identity
                    theme: Less meetings
            """,
        good="""
            roadmap:
              timeHorizon:
                later:
                  - id: identity
                    theme: Fewer meetings
            """,
    ),
    Explanation(
        code="PG105",
        title="an unknown pillar",
        meaning="An item serves a pillar that productVision.strategicPillars does not list.",
        why="Either the work is outside of the strategy, or the strategy is not the one that is written down.",
        bad="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    pillar: Clam
            """,
        good="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    pillar: Calm
            """,
    ),
    Explanation(
        code="PG106",
        title="a north star that is not measured",
        meaning="The north-star metric is neither the id nor the name of a KPI of the document.",
        why="""A north star is to be measurable, and a leading indicator of revenue (Amplitude, The North Star
            Playbook); as free text it has no value, no target and no owner.""",
        bad="""
            metrics:
              northStarMetric: Happy teams
            """,
        good="""
            metrics:
              northStarMetric: weekly-teams
            """,
    ),
    Explanation(
        code="PG107",
        title="an influence on nothing",
        meaning="A KPI is said to influence a KPI that does not exist.",
        why="The chain from what teams move to what the company wants is broken there.",
        bad="""
            metrics:
              inputMetrics:
                - id: activation
                  influences: [weekly-teams, retention-in-a-year]
            """,
        good="""
            metrics:
              inputMetrics:
                - id: activation
                  influences: [weekly-teams]
            """,
    ),
)
