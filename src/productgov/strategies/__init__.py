"""Hypothesis strategies for tests of your own: whole governances, and every class they are made of.

With the extra `hypothesis` installed, `st.from_type(ProductGovernance)` works too, without importing this package.
By default, values are small, readable and consistent; `consistent=False` draws any valid value.
"""

import productgov as pg
from productgov.strategies.objects import documents, governances, governances_with_documents, models, models_of
from productgov.strategies.values import extension_values

bounds = models_of(pg.Bounds)
criteria = models_of(pg.Criteria)
dependencies = models_of(pg.Dependency)
estimates = models_of(pg.Estimate)
externals = models_of(pg.External)
fixed_cuts = models_of(pg.FixedCut)
ice_inputs = models_of(pg.Ice)
initiatives = models_of(pg.Initiative)
kano_counts = models_of(pg.KanoCounts)
kano_responses = models_of(pg.KanoResponse)
kano_surveys = models_of(pg.KanoSurvey)
kpis = models_of(pg.KPI)
links = models_of(pg.Link)
metric_sets = models_of(pg.Metrics)
observations = models_of(pg.Observation)
overrides = models_of(pg.Override)
prioritizations = models_of(pg.Prioritization)
product_visions = models_of(pg.ProductVision)
review_sets = models_of(pg.Reviews)
reviews = models_of(pg.Review)
rice_inputs = models_of(pg.Rice)
roadmaps = models_of(pg.Roadmap)
roles = models_of(pg.Role)
scoring_criteria = models_of(pg.ScoringCriteria)
scorings = models_of(pg.Scoring)
targets = models_of(pg.Target)
time_horizons = models_of(pg.TimeHorizon)
value_efforts = models_of(pg.ValueEffort)
visions = models_of(pg.Vision)

__all__ = [
    "bounds",
    "criteria",
    "dependencies",
    "documents",
    "estimates",
    "extension_values",
    "externals",
    "fixed_cuts",
    "governances",
    "governances_with_documents",
    "ice_inputs",
    "initiatives",
    "kano_counts",
    "kano_responses",
    "kano_surveys",
    "kpis",
    "links",
    "metric_sets",
    "models",
    "observations",
    "overrides",
    "prioritizations",
    "product_visions",
    "review_sets",
    "reviews",
    "rice_inputs",
    "roadmaps",
    "roles",
    "scoring_criteria",
    "scorings",
    "targets",
    "time_horizons",
    "value_efforts",
    "visions",
]
