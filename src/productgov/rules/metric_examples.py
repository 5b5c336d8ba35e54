"""Parts of documents for the examples of the rules about metrics."""

__all__ = ["observed", "with_kpi"]


def with_kpi(group: str, id: str, **fields: object) -> dict[str, object]:
    """One KPI of a group."""
    return {"metrics": {f"{group}Metrics": [{"id": id, **fields}]}}


def observed(day: str, value: float) -> list[dict[str, object]]:
    """One observation."""
    return [{"date": day, "value": value}]
