"""Hypothesis strategies for tests of your own: whole governances, and every class they are made of.

With the extra `hypothesis` installed, `st.from_type(ProductGovernance)` works too, without importing this package.
What is drawn is narrow by default, small, readable and consistent; `consistent=False` goes wild.
"""

from functools import partial

from productgov.model.initiative import Initiative, Link
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.survey import KanoResponse, KanoSurvey
from productgov.model.metrics import KPI, Bounds, Metrics, Observation, Target
from productgov.model.people import Role
from productgov.model.prioritization import FixedCut, Prioritization, ScoringCriteria
from productgov.model.reviews import Review, Reviews
from productgov.model.roadmap import Dependency, External, Roadmap, TimeHorizon
from productgov.model.scoring import Criteria, Estimate, Ice, Override, Rice, Scoring, ValueEffort
from productgov.model.vision import ProductVision, Vision
from productgov.strategies.models import Models, documents, governances, governances_with_documents, models
from productgov.strategies.values import extension_values

bounds: Models[Bounds] = partial(models, Bounds)
criteria: Models[Criteria] = partial(models, Criteria)
dependencies: Models[Dependency] = partial(models, Dependency)
estimates: Models[Estimate] = partial(models, Estimate)
externals: Models[External] = partial(models, External)
fixed_cuts: Models[FixedCut] = partial(models, FixedCut)
ice_inputs: Models[Ice] = partial(models, Ice)
initiatives: Models[Initiative] = partial(models, Initiative)
kano_counts: Models[KanoCounts] = partial(models, KanoCounts)
kano_responses: Models[KanoResponse] = partial(models, KanoResponse)
kano_surveys: Models[KanoSurvey] = partial(models, KanoSurvey)
kpis: Models[KPI] = partial(models, KPI)
links: Models[Link] = partial(models, Link)
metric_sets: Models[Metrics] = partial(models, Metrics)
observations: Models[Observation] = partial(models, Observation)
overrides: Models[Override] = partial(models, Override)
prioritizations: Models[Prioritization] = partial(models, Prioritization)
product_visions: Models[ProductVision] = partial(models, ProductVision)
review_sets: Models[Reviews] = partial(models, Reviews)
reviews: Models[Review] = partial(models, Review)
rice_inputs: Models[Rice] = partial(models, Rice)
roadmaps: Models[Roadmap] = partial(models, Roadmap)
roles: Models[Role] = partial(models, Role)
scoring_criteria: Models[ScoringCriteria] = partial(models, ScoringCriteria)
scorings: Models[Scoring] = partial(models, Scoring)
targets: Models[Target] = partial(models, Target)
time_horizons: Models[TimeHorizon] = partial(models, TimeHorizon)
value_efforts: Models[ValueEffort] = partial(models, ValueEffort)
visions: Models[Vision] = partial(models, Vision)

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
