"""Inputs of scores as plain data."""

__all__ = ["ICE", "MATRIX", "rice"]

ICE = {"impact": 5, "confidence": 5, "ease": 5}
MATRIX = {"value": 5, "effort": 5}


def rice(reach: object, impact: float = 1, confidence: float = 1, effort: float = 1) -> dict[str, object]:
    return {"reach": reach, "impact": impact, "confidence": confidence, "effort": effort}
