"""Product governance as code: load it, prove it consistent, rank it, measure it, hand it to other tools.

The model, the findings and the errors are here at once; everything heavier arrives when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from productgov.errors import (
    InvalidDocumentError,
    InvalidValueError,
    MissingExtraError,
    ProductGovError,
    UnknownFormatError,
    UnknownIdError,
)
from productgov.findings import Finding, Location, Severity
from productgov.formats.limits import Limits
from productgov.model.cadence.cadence import Cadence
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Link, Status
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.evaluation import BERGER_1993, EvaluationTable, KanoAnswer, KanoCategory, KanoScale
from productgov.model.kano.survey import KanoPosition, KanoResponse, KanoSample, KanoSurvey
from productgov.model.metrics import KPI, Bounds, Direction, KPIStatus, MetricGroup, Metrics, Observation, Target
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
from productgov.model.reviews import Review, ReviewKind, Reviews
from productgov.model.roadmap import (
    Dependency,
    DependencyType,
    External,
    Horizon,
    PlacedInitiative,
    Roadmap,
    TimeHorizon,
)
from productgov.model.scoring import Criteria, Estimate, Ice, Override, Quadrant, Rice, Scoring, ValueEffort
from productgov.model.stated_target import Comparison, StatedTarget
from productgov.model.vision import ProductVision, Vision
from productgov.report import CheckFailedError, Report

if TYPE_CHECKING:
    from productgov.analysis.metric_tree import MetricTree, metric_tree
    from productgov.analysis.progress import RoadmapProgress, roadmap_progress
    from productgov.analysis.traceability import Traceability, trace
    from productgov.codec.converter import configure_converter, make_converter
    from productgov.document import Document, from_dict, load, loads, parse, read
    from productgov.dumping import drop_nulls, dump, dumps, to_dict
    from productgov.extension import ExtensionType
    from productgov.ics.reviews import calendar
    from productgov.ranking.comparison import FrameworkComparison, compare_frameworks
    from productgov.ranking.draws import ErrorModel
    from productgov.ranking.information import InformationValue, value_of_information
    from productgov.ranking.ranking import Ranked, Ranking, Unranked, rank
    from productgov.ranking.simulation import OrderProbability, Simulation, SimulationOutcome, simulate
    from productgov.rules.engine import check
    from productgov.schema.json_schema import Draft, Mode, json_schema
    from productgov.schema.typescript import typescript

__all__ = [
    "BERGER_1993",
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
    "Draft",
    "ErrorModel",
    "Estimate",
    "EvaluationTable",
    "ExtensionType",
    "Extensions",
    "External",
    "Finding",
    "FixedCut",
    "Framework",
    "FrameworkComparison",
    "Horizon",
    "Ice",
    "IceVariant",
    "InformationValue",
    "Initiative",
    "InvalidDocumentError",
    "InvalidValueError",
    "KPIStatus",
    "KanoAnswer",
    "KanoCategory",
    "KanoCounts",
    "KanoPosition",
    "KanoResponse",
    "KanoSample",
    "KanoScale",
    "KanoSurvey",
    "Limits",
    "Link",
    "Location",
    "MetricGroup",
    "MetricTree",
    "Metrics",
    "MissingExtraError",
    "Mode",
    "Observation",
    "OrderProbability",
    "Override",
    "PlacedInitiative",
    "Prioritization",
    "ProductGovError",
    "ProductGovernance",
    "ProductVision",
    "Quadrant",
    "Ranked",
    "Ranking",
    "ReachPeriod",
    "Report",
    "Responsibility",
    "Review",
    "ReviewCadence",
    "ReviewKind",
    "Reviews",
    "Rice",
    "Roadmap",
    "RoadmapProgress",
    "Role",
    "Scoring",
    "ScoringCriteria",
    "Severity",
    "Simulation",
    "SimulationOutcome",
    "StatedTarget",
    "Status",
    "Target",
    "TimeHorizon",
    "Traceability",
    "UnknownFormatError",
    "UnknownIdError",
    "Unranked",
    "ValueEffort",
    "ValueEffortCut",
    "Vision",
    "calendar",
    "check",
    "compare_frameworks",
    "configure_converter",
    "drop_nulls",
    "dump",
    "dumps",
    "from_dict",
    "json_schema",
    "load",
    "loads",
    "make_converter",
    "metric_tree",
    "parse",
    "rank",
    "read",
    "roadmap_progress",
    "simulate",
    "to_dict",
    "trace",
    "typescript",
    "value_of_information",
]

__version__ = "0.1.0"

_LAZY = {
    "Document": "productgov.document",
    "Draft": "productgov.schema.json_schema",
    "ErrorModel": "productgov.ranking.draws",
    "ExtensionType": "productgov.extension",
    "FrameworkComparison": "productgov.ranking.comparison",
    "InformationValue": "productgov.ranking.information",
    "MetricTree": "productgov.analysis.metric_tree",
    "Mode": "productgov.schema.json_schema",
    "OrderProbability": "productgov.ranking.simulation",
    "Ranked": "productgov.ranking.ranking",
    "Ranking": "productgov.ranking.ranking",
    "RoadmapProgress": "productgov.analysis.progress",
    "Simulation": "productgov.ranking.simulation",
    "SimulationOutcome": "productgov.ranking.simulation",
    "Traceability": "productgov.analysis.traceability",
    "Unranked": "productgov.ranking.ranking",
    "calendar": "productgov.ics.reviews",
    "check": "productgov.rules.engine",
    "compare_frameworks": "productgov.ranking.comparison",
    "configure_converter": "productgov.codec.converter",
    "drop_nulls": "productgov.dumping",
    "dump": "productgov.dumping",
    "dumps": "productgov.dumping",
    "from_dict": "productgov.document",
    "json_schema": "productgov.schema.json_schema",
    "load": "productgov.document",
    "loads": "productgov.document",
    "make_converter": "productgov.codec.converter",
    "metric_tree": "productgov.analysis.metric_tree",
    "parse": "productgov.document",
    "rank": "productgov.ranking.ranking",
    "read": "productgov.document",
    "roadmap_progress": "productgov.analysis.progress",
    "simulate": "productgov.ranking.simulation",
    "to_dict": "productgov.dumping",
    "trace": "productgov.analysis.traceability",
    "typescript": "productgov.schema.typescript",
    "value_of_information": "productgov.ranking.information",
}


def __getattr__(name: str) -> object:
    if name in _LAZY:
        value: object = getattr(import_module(_LAZY[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_LAZY})
