"""The example document that the examples of the rules are merged into: small, complete, and without a finding."""

from collections.abc import Mapping

__all__ = ["EXAMPLE", "merged"]

EXAMPLE: Mapping[str, object] = {
    "name": "Tempo",
    "asOf": "2026-03-02",
    "productVision": {
        "mission": "Give small teams their mornings back.",
        "targetMarket": ["small teams"],
        "valueProposition": "A plan that keeps itself.",
        "strategicPillars": ["Calm"],
    },
    "prioritization": {"framework": "RICE", "reviewCadence": "monthly"},
    "roadmap": {
        "themes": ["Fewer meetings"],
        "timeHorizon": {
            "now": [
                {
                    "id": "checkout",
                    "title": "Buy without a sales call",
                    "owner": "Head of Growth",
                    "pillar": "Calm",
                    "theme": "Fewer meetings",
                    "status": "in-progress",
                    "targetDate": "2026-04-15",
                    "metrics": ["activation"],
                    "guardrails": ["crash-rate"],
                    "scoring": {"rice": {"reach": 900, "impact": 2, "confidence": 0.8, "effort": 2}},
                }
            ],
            "next": [
                {
                    "id": "payments",
                    "title": "Pay by invoice",
                    "metrics": ["activation"],
                    "scoring": {"rice": {"reach": 400, "impact": 1, "confidence": 0.8, "effort": 2}},
                }
            ],
            "later": [{"id": "identity", "title": "Sign in with the company's account", "theme": "Fewer meetings"}],
        },
    },
    "metrics": {
        "northStarMetric": "weekly-teams",
        "inputMetrics": [
            {
                "id": "activation",
                "name": "Teams with a plan after a day",
                "direction": "increase",
                "baseline": 30,
                "target": 40,
                "observations": [{"date": "2026-02-23", "value": 33}],
                "refresh": "weekly",
                "influences": ["weekly-teams"],
            }
        ],
        "outputMetrics": [
            {
                "id": "weekly-teams",
                "name": "Teams that plan every week",
                "direction": "increase",
                "target": 5000,
                "source": "the events of the planner",
            }
        ],
        "guardrailMetrics": [
            {
                "id": "crash-rate",
                "name": "Crashes in 1,000 sessions",
                "bounds": {"max": 2},
                "observations": [{"date": "2026-02-23", "value": 1.1}],
            }
        ],
    },
    "reviews": {
        "productReview": {"frequency": "weekly", "participants": ["Head of Product"]},
        "strategyReview": {"frequency": "monthly", "participants": ["Head of Product"]},
        "portfolioReview": {"frequency": "quarterly", "participants": ["Head of Product"]},
    },
}
"""A complete document as plain data."""


def merged(base: object, patch: object) -> object:
    """A merge patch (RFC 7396), in which lists of objects with ids are merged by them."""
    if isinstance(patch, Mapping):
        result = dict(base) if isinstance(base, Mapping) else {}
        for key, value in patch.items():
            if value is None:
                result.pop(key, None)
            else:
                result[key] = merged(result.get(key), value)
        return result
    if isinstance(patch, list) and patch and all(isinstance(item, dict) and "id" in item for item in patch):
        items = list(base) if isinstance(base, list) else []
        places = {item["id"]: place for place, item in enumerate(items)}
        for item in patch:
            if item["id"] in places:
                items[places[item["id"]]] = merged(items[places[item["id"]]], item)
            else:
                items.append(item)
        return items
    return patch
