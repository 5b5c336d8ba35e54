"""Hypothesis strategies for your tests: whole governances, and every class of the model.

With the extra `hypothesis` installed, `st.from_type(ProductGovernance)` works too, without importing this package.
By default, values are small, readable and consistent; `consistent=False` draws any valid value.
"""

from functools import partial

import productgov as pg
from productgov.strategies.objects import Models, documents, governances, governances_with_documents, models
from productgov.strategies.values import extension_values

bounds: Models[pg.Bounds] = partial(models, pg.Bounds)
criteria: Models[pg.Criteria] = partial(models, pg.Criteria)
dependencies: Models[pg.Dependency] = partial(models, pg.Dependency)
estimates: Models[pg.Estimate] = partial(models, pg.Estimate)
externals: Models[pg.External] = partial(models, pg.External)
fixed_cuts: Models[pg.FixedCut] = partial(models, pg.FixedCut)
ice_inputs: Models[pg.Ice] = partial(models, pg.Ice)
initiatives: Models[pg.Initiative] = partial(models, pg.Initiative)
kano_counts: Models[pg.KanoCounts] = partial(models, pg.KanoCounts)
kano_responses: Models[pg.KanoResponse] = partial(models, pg.KanoResponse)
kano_surveys: Models[pg.KanoSurvey] = partial(models, pg.KanoSurvey)
kpis: Models[pg.KPI] = partial(models, pg.KPI)
links: Models[pg.Link] = partial(models, pg.Link)
metric_sets: Models[pg.Metrics] = partial(models, pg.Metrics)
observations: Models[pg.Observation] = partial(models, pg.Observation)
overrides: Models[pg.Override] = partial(models, pg.Override)
prioritizations: Models[pg.Prioritization] = partial(models, pg.Prioritization)
product_visions: Models[pg.ProductVision] = partial(models, pg.ProductVision)
review_sets: Models[pg.Reviews] = partial(models, pg.Reviews)
reviews: Models[pg.Review] = partial(models, pg.Review)
rice_inputs: Models[pg.Rice] = partial(models, pg.Rice)
roadmaps: Models[pg.Roadmap] = partial(models, pg.Roadmap)
roles: Models[pg.Role] = partial(models, pg.Role)
scoring_criteria: Models[pg.ScoringCriteria] = partial(models, pg.ScoringCriteria)
scorings: Models[pg.Scoring] = partial(models, pg.Scoring)
targets: Models[pg.Target] = partial(models, pg.Target)
time_horizons: Models[pg.TimeHorizon] = partial(models, pg.TimeHorizon)
value_efforts: Models[pg.ValueEffort] = partial(models, pg.ValueEffort)
visions: Models[pg.Vision] = partial(models, pg.Vision)

__all__ = [
    "Models",
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
