"""Small documents that tests start from: plain data, made afresh at every call."""

__all__ = ["minimal_document"]

Json = dict[str, object]


def minimal_document() -> Json:
    """The least that a governance needs."""
    review: Json = {"frequency": "weekly", "participants": ["Head of Product"]}
    return {
        "productVision": {
            "mission": "Help people cook at home",
            "targetMarket": ["Families"],
            "valueProposition": "Dinner without planning",
            "strategicPillars": ["Retention"],
        },
        "prioritization": {"framework": "RICE", "reviewCadence": "weekly"},
        "roadmap": {"timeHorizon": {}},
        "metrics": {"northStarMetric": "Meals cooked"},
        "reviews": {
            "productReview": dict(review),
            "strategyReview": dict(review),
            "portfolioReview": dict(review),
        },
    }
