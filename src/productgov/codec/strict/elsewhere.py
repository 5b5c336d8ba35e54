"""Keys that people write in one object and that documents hold in another."""

from collections.abc import Mapping

from productgov.fields.shapes import fields_of
from productgov.fields.synonyms import plain
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI
from productgov.model.vision import Vision

__all__ = ["elsewhere"]

_DEPENDENCIES = "dependencies are listed in roadmap.dependencies: {from: the id of this item, to: the id of the other}"
_SCORING = "write it in scoring: scoring.rice, scoring.ice, scoring.valueEffort or scoring.kano"
_METHOD = "write it in scoring"
_RICE = "write it in scoring.rice, with the other inputs"
_OBSERVATIONS = "a measured value is an observation: observations: [{date: 2026-01-31, value: 5}]"
_METRICS = "write it in metrics"
_HORIZON = "move the item to roadmap.timeHorizon.now, next, later or future"
_VISION = "a vision of the future horizon is no plan yet: move the item to later to give it one"

_PLACES: Mapping[type, Mapping[str, str]] = {
    Initiative: {
        **dict.fromkeys(("dependson", "dependencies", "requires", "blockedby", "blocks", "needs"), _DEPENDENCIES),
        **dict.fromkeys(("rice", "ice", "valueeffort", "kano", "criteria", "score", "priority"), _SCORING),
        **dict.fromkeys(("wsjf", "moscow", "opportunity", "inputs"), _METHOD),
        **dict.fromkeys(("reach", "impact", "confidence", "effort"), _RICE),
        **dict.fromkeys(("horizon", "timehorizon", "quarter"), _HORIZON),
    },
    Vision: {plain(field.wire): _VISION for field in fields_of(Initiative) if field.wire != "description"},
    KPI: dict.fromkeys(("current", "currentvalue", "value", "actual", "latest"), _OBSERVATIONS),
    ProductGovernance: {
        **dict.fromkeys(("mission", "pillars", "strategicpillars", "targetmarket"), "write it in productVision"),
        **dict.fromkeys(("now", "next", "later", "future"), "write it in roadmap.timeHorizon"),
        **dict.fromkeys(("themes", "dependencies", "externals", "delivered"), "write it in roadmap"),
        **dict.fromkeys(
            ("kpis", "northstarmetric", "northstar", "inputmetrics", "outputmetrics"), "write it in metrics"
        ),
        **dict.fromkeys(("framework", "rankby", "formula"), "write it in prioritization"),
    },
}
"""For each class, the keys by their plain spelling, and where what they hold belongs."""


def elsewhere(key: str, cls: type) -> str:
    """Where a key of an object belongs; empty where it is not known."""
    return _PLACES.get(cls, {}).get(plain(key), "")
