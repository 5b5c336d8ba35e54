"""Parts of documents for the examples of the codes of changes."""

from collections.abc import Mapping

__all__ = ["NOTHING", "item", "metric"]

NOTHING: Mapping[str, object] = {}
"""The example document as it is."""


def item(horizon: str, id: str, **fields: object) -> dict[str, object]:
    """One item of a horizon."""
    return {"roadmap": {"timeHorizon": {horizon: [{"id": id, **fields}]}}}


def metric(group: str, id: str, **fields: object) -> dict[str, object]:
    """One KPI of a group."""
    return {"metrics": {f"{group}Metrics": [{"id": id, **fields}]}}
