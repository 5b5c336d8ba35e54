"""Drawn governances that can be ranked by their own method."""

import attrs

from productgov import InvalidValueError, ProductGovernance, rank

__all__ = ["rankable"]


def rankable(governance: ProductGovernance) -> ProductGovernance:
    """The same; ranked by its framework where it says a method or a formula that there is not (PG308)."""
    try:
        rank(governance)
    except InvalidValueError:
        by_framework = attrs.evolve(governance.prioritization, rank_by=None, formula=None)
        return attrs.evolve(governance, prioritization=by_framework)
    return governance
