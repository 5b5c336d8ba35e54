"""Every code of changes, by family and by code."""

from collections.abc import Mapping
from types import MappingProxyType

from productgov.changes.change import ChangeCode, ChangeFamily
from productgov.changes.metric_codes import METRICS
from productgov.changes.other_codes import OTHER
from productgov.changes.promise_codes import PROMISES
from productgov.changes.ranking_codes import PRIORITIES
from productgov.changes.roadmap_codes import ROADMAP
from productgov.changes.strategy_codes import STRATEGY

__all__ = ["CHANGE_CODES", "CHANGE_FAMILIES"]

CHANGE_FAMILIES: tuple[ChangeFamily, ...] = (PROMISES, ROADMAP, PRIORITIES, METRICS, STRATEGY, OTHER)
"""The families of codes, in the order of the documentation."""

CHANGE_CODES: Mapping[str, ChangeCode] = MappingProxyType(
    {code.code: code for family in CHANGE_FAMILIES for code in family.codes}
)
"""The codes of changes by their names."""
