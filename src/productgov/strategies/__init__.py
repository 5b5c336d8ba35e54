"""Hypothesis strategies for your tests: whole governances, and every class of the model.

With the extra `hypothesis` installed, `st.from_type(ProductGovernance)` works too, without importing this package.
By default, values are small, readable and consistent; `consistent=False` draws any valid value.
"""

from functools import partial

import productgov as pg
from productgov.strategies.objects import Models, documents, governances, governances_with_documents, models
from productgov.strategies.values import extension_values

allocations: Models[pg.Allocation] = partial(models, pg.Allocation)
bounds: Models[pg.Bounds] = partial(models, pg.Bounds)
capacities: Models[pg.Capacity] = partial(models, pg.Capacity)
check_ins: Models[pg.CheckIn] = partial(models, pg.CheckIn)
criteria: Models[pg.Criteria] = partial(models, pg.Criteria)
dated_targets: Models[pg.DatedTarget] = partial(models, pg.DatedTarget)
deadlines: Models[pg.Deadline] = partial(models, pg.Deadline)
decisions: Models[pg.Decision] = partial(models, pg.Decision)
dependencies: Models[pg.Dependency] = partial(models, pg.Dependency)
estimates: Models[pg.Estimate] = partial(models, pg.Estimate)
externals: Models[pg.External] = partial(models, pg.External)
fixed_cuts: Models[pg.FixedCut] = partial(models, pg.FixedCut)
formula_inputs: Models[pg.FormulaInput] = partial(models, pg.FormulaInput)
grades: Models[pg.Grade] = partial(models, pg.Grade)
headcounts: Models[pg.Headcount] = partial(models, pg.Headcount)
ice_inputs: Models[pg.Ice] = partial(models, pg.Ice)
initiatives: Models[pg.Initiative] = partial(models, pg.Initiative)
kano_counts: Models[pg.KanoCounts] = partial(models, pg.KanoCounts)
kano_responses: Models[pg.KanoResponse] = partial(models, pg.KanoResponse)
kano_surveys: Models[pg.KanoSurvey] = partial(models, pg.KanoSurvey)
key_results: Models[pg.KeyResult] = partial(models, pg.KeyResult)
kpis: Models[pg.KPI] = partial(models, pg.KPI)
links: Models[pg.Link] = partial(models, pg.Link)
metric_sets: Models[pg.Metrics] = partial(models, pg.Metrics)
objectives: Models[pg.Objective] = partial(models, pg.Objective)
observations: Models[pg.Observation] = partial(models, pg.Observation)
opportunities: Models[pg.Opportunity] = partial(models, pg.Opportunity)
organizations: Models[pg.Organization] = partial(models, pg.Organization)
outcomes: Models[pg.Outcome] = partial(models, pg.Outcome)
overrides: Models[pg.Override] = partial(models, pg.Override)
plan_steps: Models[pg.PlanStep] = partial(models, pg.PlanStep)
plans: Models[pg.Plan] = partial(models, pg.Plan)
prioritizations: Models[pg.Prioritization] = partial(models, pg.Prioritization)
product_visions: Models[pg.ProductVision] = partial(models, pg.ProductVision)
review_sets: Models[pg.Reviews] = partial(models, pg.Reviews)
reviews: Models[pg.Review] = partial(models, pg.Review)
rice_inputs: Models[pg.Rice] = partial(models, pg.Rice)
rituals: Models[pg.Ritual] = partial(models, pg.Ritual)
roadmaps: Models[pg.Roadmap] = partial(models, pg.Roadmap)
roles: Models[pg.Role] = partial(models, pg.Role)
scoring_criteria: Models[pg.ScoringCriteria] = partial(models, pg.ScoringCriteria)
scorings: Models[pg.Scoring] = partial(models, pg.Scoring)
success_metrics: Models[pg.SuccessMetric] = partial(models, pg.SuccessMetric)
targets: Models[pg.Target] = partial(models, pg.Target)
team_efforts: Models[pg.TeamEffort] = partial(models, pg.TeamEffort)
teams: Models[pg.Team] = partial(models, pg.Team)
time_allocations: Models[pg.TimeAllocation] = partial(models, pg.TimeAllocation)
time_horizons: Models[pg.TimeHorizon] = partial(models, pg.TimeHorizon)
units: Models[pg.Unit] = partial(models, pg.Unit)
value_efforts: Models[pg.ValueEffort] = partial(models, pg.ValueEffort)
visions: Models[pg.Vision] = partial(models, pg.Vision)
wsjf_inputs: Models[pg.Wsjf] = partial(models, pg.Wsjf)

__all__ = [
    "Models",
    "allocations",
    "bounds",
    "capacities",
    "check_ins",
    "criteria",
    "dated_targets",
    "deadlines",
    "decisions",
    "dependencies",
    "documents",
    "estimates",
    "extension_values",
    "externals",
    "fixed_cuts",
    "formula_inputs",
    "governances",
    "governances_with_documents",
    "grades",
    "headcounts",
    "ice_inputs",
    "initiatives",
    "kano_counts",
    "kano_responses",
    "kano_surveys",
    "key_results",
    "kpis",
    "links",
    "metric_sets",
    "models",
    "objectives",
    "observations",
    "opportunities",
    "organizations",
    "outcomes",
    "overrides",
    "plan_steps",
    "plans",
    "prioritizations",
    "product_visions",
    "review_sets",
    "reviews",
    "rice_inputs",
    "rituals",
    "roadmaps",
    "roles",
    "scoring_criteria",
    "scorings",
    "success_metrics",
    "targets",
    "team_efforts",
    "teams",
    "time_allocations",
    "time_horizons",
    "units",
    "value_efforts",
    "visions",
    "wsjf_inputs",
]
