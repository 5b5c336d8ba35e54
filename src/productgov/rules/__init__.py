"""What a rule is made of, and every rule of this library.

`productgov.check` tries the rules, and `productgov.explain` gives one by its code.
"""

from typing import TYPE_CHECKING

from productgov.lazy import lazy_names

if TYPE_CHECKING:
    from productgov.analysis.graph import Cycle
    from productgov.rules.context import Context
    from productgov.rules.due import Due
    from productgov.rules.placed import (
        Breach,
        Edge,
        Mover,
        PlacedEntry,
        PlacedItem,
        PlacedKeyResult,
        PlacedKpi,
        PlacedObject,
        PlacedObjective,
        PlacedReview,
        Requirement,
        UnknownName,
    )
    from productgov.rules.registry import RULES
    from productgov.rules.rule import Example, Rule, Snippet
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            ".analysis.graph": "Cycle",
            "context": "Context",
            "due": "Due",
            "placed": """
                Breach Edge Mover PlacedEntry PlacedItem PlacedKeyResult PlacedKpi PlacedObject PlacedObjective
                PlacedReview Requirement UnknownName
            """,
            "registry": "RULES",
            "rule": "Example Rule Snippet",
        },
    )

__all__ = [
    "RULES",
    "Breach",
    "Context",
    "Cycle",
    "Due",
    "Edge",
    "Example",
    "Mover",
    "PlacedEntry",
    "PlacedItem",
    "PlacedKeyResult",
    "PlacedKpi",
    "PlacedObject",
    "PlacedObjective",
    "PlacedReview",
    "Requirement",
    "Rule",
    "Snippet",
    "UnknownName",
]
