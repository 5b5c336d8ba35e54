"""Product governance as code: load it, check that it is consistent, rank it, measure it, hand it to other tools.

The model, the findings and the errors are imported at once, everything else when it is first used.
"""

from typing import TYPE_CHECKING

from productgov.errors import (
    AmbiguousIdError,
    ConflictError,
    FileExistsAlreadyError,
    FormulaError,
    InvalidDocumentError,
    InvalidValueError,
    MissingExtraError,
    NotFixableError,
    PluginError,
    ProductGovError,
    UnknownFormatError,
    UnknownIdError,
)
from productgov.fields.periods import Period
from productgov.findings import Finding, Location, Omitted, Related, Severity
from productgov.formats.limits import Limits
from productgov.lazy import lazy_names
from productgov.model.cadence.cadence import Cadence
from productgov.model.cadence.months import AnchorDay, DayOfMonth, MonthDay, NthAmongWeekdays, NthWeekday, Weekday
from productgov.model.cadence.rhythms import EveryDays, InMonths, InYears, OnWeekdays, Rhythm
from productgov.model.cadence.undated import PerEvent, TimesPer, Undated
from productgov.model.check_ins import CheckIn, Health
from productgov.model.decisions import Decision, DecisionVerdict
from productgov.model.delivery import Deadline, DeadlineKind, Outcome, OutcomeVerdict
from productgov.model.estimate import Estimate
from productgov.model.extensions import Extensions, HasExtensions
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, InitiativeKind, Link, Status
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.evaluation import BERGER_1993, EvaluationTable, KanoAnswer, KanoCategory, KanoScale
from productgov.model.kano.survey import KanoPosition, KanoResponse, KanoSample, KanoSurvey
from productgov.model.metrics import KPI, Direction, KPIStatus, MetricGroup, Metrics, Observation
from productgov.model.objectives import Grade, KeyResult, Objective, ObjectiveKind
from productgov.model.organization import (
    Headcount,
    Level,
    Organization,
    Phase,
    Plan,
    PlanStep,
    Ritual,
    SuccessArea,
    SuccessMetric,
    TimeAllocation,
    Unit,
    UnitDomain,
)
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
    Allocation,
    Dependency,
    DependencyType,
    External,
    ExternalStatus,
    Horizon,
    PlacedInitiative,
    Roadmap,
    TimeHorizon,
    Windows,
)
from productgov.model.scoring import (
    Criteria,
    FormulaInput,
    Ice,
    MoscowPriority,
    Opportunity,
    Override,
    Quadrant,
    Rice,
    Scoring,
    ValueEffort,
    Wsjf,
)
from productgov.model.stated_target import Comparison, StatedTarget
from productgov.model.targets import Bounds, DatedTarget, Target
from productgov.model.teams import Capacity, Team, TeamEffort
from productgov.model.verbs.placing import Place
from productgov.model.vision import ProductVision, Vision
from productgov.report import CheckFailedError, Report

if TYPE_CHECKING:
    from productgov.analysis.decisions import DecidedSubject, open_decisions
    from productgov.analysis.effectiveness import (
        confidence_calibration,
        idea_to_market,
        launch_success,
        objective_adoption,
    )
    from productgov.analysis.metric_tree import MetricTree, metric_tree
    from productgov.analysis.objectives import (
        MeasuredKeyResult,
        MeasuredObjective,
        ObjectiveProgress,
        objective_progress,
    )
    from productgov.analysis.progress import CalendarPeriod, Promise, RoadmapProgress, roadmap_progress
    from productgov.analysis.traceability import (
        Chain,
        ObjectiveTrace,
        PillarTrace,
        Traceability,
        TracedKeyResult,
        trace,
    )
    from productgov.batches.checking import CheckedFile, check_many
    from productgov.codec.converter import configure_converter, make_converter
    from productgov.document import Document
    from productgov.dumping import drop_nulls, dump, dumps, to_dict
    from productgov.editing.edits import Edit
    from productgov.editing.repairs import PlannedRepair
    from productgov.extension import ExtensionType
    from productgov.formats.registry import FormatName
    from productgov.ics.reviews import calendar
    from productgov.loading import from_dict, load, loads, parse, read
    from productgov.ranking.comparison import FrameworkComparison, compare_frameworks
    from productgov.ranking.draws import ErrorModel
    from productgov.ranking.information import InformationValue, value_of_information
    from productgov.ranking.load import EffortShare, LoadedItem, LoadedPeriod, LoadedTeam, TeamLoad, team_load
    from productgov.ranking.ranking import Ranked, Ranking, Unranked, rank
    from productgov.ranking.simulation import OrderProbability, Simulation, SimulationOutcome, simulate
    from productgov.rules.engine import check
    from productgov.rules.registry import explain
    from productgov.rules.rule import Rule
    from productgov.schema.json_schema import Draft, Mode, json_schema
    from productgov.schema.typescript import typescript
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "analysis.decisions": "DecidedSubject open_decisions",
            "analysis.effectiveness": "confidence_calibration idea_to_market launch_success objective_adoption",
            "analysis.metric_tree": "MetricTree metric_tree",
            "analysis.objectives": "MeasuredKeyResult MeasuredObjective ObjectiveProgress objective_progress",
            "analysis.progress": "CalendarPeriod Promise RoadmapProgress roadmap_progress",
            "analysis.traceability": "Chain ObjectiveTrace PillarTrace Traceability TracedKeyResult trace",
            "batches.checking": "CheckedFile check_many",
            "codec.converter": "configure_converter make_converter",
            "document": "Document",
            "dumping": "drop_nulls dump dumps to_dict",
            "editing.edits": "Edit",
            "editing.repairs": "PlannedRepair",
            "extension": "ExtensionType",
            "formats.registry": "FormatName",
            "ics.reviews": "calendar",
            "loading": "from_dict load loads parse read",
            "ranking.comparison": "FrameworkComparison compare_frameworks",
            "ranking.draws": "ErrorModel",
            "ranking.information": "InformationValue value_of_information",
            "ranking.load": "EffortShare LoadedItem LoadedPeriod LoadedTeam TeamLoad team_load",
            "ranking.ranking": "Ranked Ranking Unranked rank",
            "ranking.simulation": "OrderProbability Simulation SimulationOutcome simulate",
            "rules.engine": "check",
            "rules.registry": "explain",
            "rules.rule": "Rule",
            "schema.json_schema": "Draft Mode json_schema",
            "schema.typescript": "typescript",
        },
    )

__all__ = [
    "BERGER_1993",
    "KPI",
    "Allocation",
    "AmbiguousIdError",
    "AnchorDay",
    "Bounds",
    "Cadence",
    "CalendarPeriod",
    "Capacity",
    "Chain",
    "CheckFailedError",
    "CheckIn",
    "CheckedFile",
    "Comparison",
    "ConflictError",
    "Criteria",
    "DatedTarget",
    "DayOfMonth",
    "Deadline",
    "DeadlineKind",
    "DecidedSubject",
    "Decision",
    "DecisionVerdict",
    "Dependency",
    "DependencyType",
    "Direction",
    "Document",
    "Draft",
    "Edit",
    "EffortShare",
    "ErrorModel",
    "Estimate",
    "EvaluationTable",
    "EveryDays",
    "ExtensionType",
    "Extensions",
    "External",
    "ExternalStatus",
    "FileExistsAlreadyError",
    "Finding",
    "FixedCut",
    "FormatName",
    "FormulaError",
    "FormulaInput",
    "Framework",
    "FrameworkComparison",
    "Grade",
    "HasExtensions",
    "Headcount",
    "Health",
    "Horizon",
    "Ice",
    "IceVariant",
    "InMonths",
    "InYears",
    "InformationValue",
    "Initiative",
    "InitiativeKind",
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
    "KeyResult",
    "Level",
    "Limits",
    "Link",
    "LoadedItem",
    "LoadedPeriod",
    "LoadedTeam",
    "Location",
    "MeasuredKeyResult",
    "MeasuredObjective",
    "MetricGroup",
    "MetricTree",
    "Metrics",
    "MissingExtraError",
    "Mode",
    "MonthDay",
    "MoscowPriority",
    "NotFixableError",
    "NthAmongWeekdays",
    "NthWeekday",
    "Objective",
    "ObjectiveKind",
    "ObjectiveProgress",
    "ObjectiveTrace",
    "Observation",
    "Omitted",
    "OnWeekdays",
    "Opportunity",
    "OrderProbability",
    "Organization",
    "Outcome",
    "OutcomeVerdict",
    "Override",
    "PerEvent",
    "Period",
    "Phase",
    "PillarTrace",
    "Place",
    "PlacedInitiative",
    "Plan",
    "PlanStep",
    "PlannedRepair",
    "PluginError",
    "Prioritization",
    "ProductGovError",
    "ProductGovernance",
    "ProductVision",
    "Promise",
    "Quadrant",
    "Ranked",
    "Ranking",
    "ReachPeriod",
    "Related",
    "Report",
    "Responsibility",
    "Review",
    "ReviewCadence",
    "ReviewKind",
    "Reviews",
    "Rhythm",
    "Rice",
    "Ritual",
    "Roadmap",
    "RoadmapProgress",
    "Role",
    "Rule",
    "Scoring",
    "ScoringCriteria",
    "Severity",
    "Simulation",
    "SimulationOutcome",
    "StatedTarget",
    "Status",
    "SuccessArea",
    "SuccessMetric",
    "Target",
    "Team",
    "TeamEffort",
    "TeamLoad",
    "TimeAllocation",
    "TimeHorizon",
    "TimesPer",
    "Traceability",
    "TracedKeyResult",
    "Undated",
    "Unit",
    "UnitDomain",
    "UnknownFormatError",
    "UnknownIdError",
    "Unranked",
    "ValueEffort",
    "ValueEffortCut",
    "Vision",
    "Weekday",
    "Windows",
    "Wsjf",
    "calendar",
    "check",
    "check_many",
    "compare_frameworks",
    "confidence_calibration",
    "configure_converter",
    "drop_nulls",
    "dump",
    "dumps",
    "explain",
    "from_dict",
    "idea_to_market",
    "json_schema",
    "launch_success",
    "load",
    "loads",
    "make_converter",
    "metric_tree",
    "objective_adoption",
    "objective_progress",
    "open_decisions",
    "parse",
    "rank",
    "read",
    "roadmap_progress",
    "simulate",
    "team_load",
    "to_dict",
    "trace",
    "typescript",
    "value_of_information",
]

__version__ = "0.1.0"
