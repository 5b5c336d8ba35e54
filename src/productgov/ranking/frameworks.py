"""The methods of the four frameworks that a document can name."""

from collections.abc import Mapping
from types import MappingProxyType

from productgov.model.prioritization import Framework
from productgov.ranking.ice import ICE
from productgov.ranking.kano import KANO
from productgov.ranking.method import RankingMethod
from productgov.ranking.rice import RICE
from productgov.ranking.value_effort import VALUE_EFFORT

__all__ = ["FRAMEWORKS"]


def _method(framework: Framework) -> RankingMethod:
    # A match, so that the type checker asks for a framework that is missing.
    match framework:
        case Framework.RICE:
            return RICE
        case Framework.ICE:
            return ICE
        case Framework.VALUE_EFFORT:
            return VALUE_EFFORT
        case Framework.KANO:
            return KANO


FRAMEWORKS: Mapping[Framework, RankingMethod] = MappingProxyType(
    {framework: _method(framework) for framework in Framework}
)
"""The method of each framework."""
