"""Parts of documents for the examples of the rules about metrics."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["INVITATIONS", "observed", "with_kpi"]

INVITATIONS: Mapping[str, object] = MappingProxyType(
    {
        "id": "invitations",
        "name": "Invitations sent",
        "direction": "increase",
        "target": 900,
        "source": "the events of the planner",
    }
)
"""An input metric, which does not say yet what it influences."""


def with_kpi(group: str, id: str, **fields: object) -> dict[str, object]:
    """One KPI of a group."""
    return {"metrics": {f"{group}Metrics": [{"id": id, **fields}]}}


def observed(day: str, value: float) -> list[dict[str, object]]:
    """One observation."""
    return [{"date": day, "value": value}]
