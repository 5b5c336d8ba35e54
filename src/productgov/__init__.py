"""Product governance as code: load it, prove it consistent, rank it, measure it, hand it to other tools.

The model, the findings and the errors are here at once; everything heavier arrives when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from productgov.codec.limits import Limits
from productgov.errors import (
    CheckFailedError,
    InvalidDocumentError,
    InvalidValueError,
    MissingExtraError,
    ProductGovError,
    UnknownFormatError,
)
from productgov.findings import Finding, Location, Severity
from productgov.model.cadence import Cadence
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Link, Status
from productgov.model.kano import KanoAnswer, KanoCounts, KanoResponse, KanoSurvey
from productgov.model.metrics import KPI, Bounds, Direction, KPIStatus, Metrics, Observation, Target
from productgov.model.people import Responsibility, Role
from productgov.model.prioritization import (
    FixedCut,
    Framework,
    IceVariant,
    Prioritization,
    ReachPeriod,
    ReviewCadence,
    ScoringCriteria,
    ValueEffortCut,
)
from productgov.model.reviews import KindOfReview, NamedReview, Review, Reviews
from productgov.model.roadmap import (
    Dependency,
    DependencyType,
    External,
    Horizon,
    PlacedInitiative,
    Roadmap,
    TimeHorizon,
)
from productgov.model.scoring import Criteria, Estimate, Ice, Override, Rice, Scoring, ValueEffort
from productgov.model.stated_target import Comparison, StatedTarget
from productgov.model.vision import ProductVision, Vision
from productgov.report import Report

if TYPE_CHECKING:
    from productgov.analysis.ranking import Ranked, Ranking, rank
    from productgov.codec.converter import configure_converter, make_converter
    from productgov.codec.document import Document, from_dict, load, loads, read
    from productgov.codec.output import drop_nulls, dump, dumps, to_dict
    from productgov.views.calendar import calendar

__all__ = [
    "KPI",
    "Bounds",
    "Cadence",
    "CheckFailedError",
    "Comparison",
    "Criteria",
    "Dependency",
    "DependencyType",
    "Direction",
    "Document",
    "Estimate",
    "Extensions",
    "External",
    "Finding",
    "FixedCut",
    "Framework",
    "Horizon",
    "Ice",
    "IceVariant",
    "Initiative",
    "InvalidDocumentError",
    "InvalidValueError",
    "KPIStatus",
    "KanoAnswer",
    "KanoCounts",
    "KanoResponse",
    "KanoSurvey",
    "KindOfReview",
    "Limits",
    "Link",
    "Location",
    "Metrics",
    "MissingExtraError",
    "NamedReview",
    "Observation",
    "Override",
    "PlacedInitiative",
    "Prioritization",
    "ProductGovError",
    "ProductGovernance",
    "ProductVision",
    "Ranked",
    "Ranking",
    "ReachPeriod",
    "Report",
    "Responsibility",
    "Review",
    "ReviewCadence",
    "Reviews",
    "Rice",
    "Roadmap",
    "Role",
    "Scoring",
    "ScoringCriteria",
    "Severity",
    "StatedTarget",
    "Status",
    "Target",
    "TimeHorizon",
    "UnknownFormatError",
    "ValueEffort",
    "ValueEffortCut",
    "Vision",
    "calendar",
    "configure_converter",
    "drop_nulls",
    "dump",
    "dumps",
    "from_dict",
    "load",
    "loads",
    "make_converter",
    "rank",
    "read",
    "to_dict",
]

__version__ = "0.1.0"

_LAZY = {
    "Document": "productgov.codec.document",
    "Ranked": "productgov.analysis.ranking",
    "Ranking": "productgov.analysis.ranking",
    "calendar": "productgov.views.calendar",
    "configure_converter": "productgov.codec.converter",
    "drop_nulls": "productgov.codec.output",
    "dump": "productgov.codec.output",
    "dumps": "productgov.codec.output",
    "from_dict": "productgov.codec.document",
    "load": "productgov.codec.document",
    "loads": "productgov.codec.document",
    "make_converter": "productgov.codec.converter",
    "rank": "productgov.analysis.ranking",
    "read": "productgov.codec.document",
    "to_dict": "productgov.codec.output",
}


def __getattr__(name: str) -> object:
    if name in _LAZY:
        value: object = getattr(import_module(_LAZY[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_LAZY})
