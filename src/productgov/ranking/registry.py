"""The ranking methods that productgov has, by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from productgov.errors import InvalidValueError
from productgov.model.prioritization import Framework
from productgov.ranking.ice import ICE
from productgov.ranking.kano import KANO
from productgov.ranking.method import RankingMethod
from productgov.ranking.rice import RICE
from productgov.ranking.value_effort import VALUE_EFFORT
from productgov.wording import described

__all__ = ["METHODS", "FrameworkName", "method_named", "method_of"]

FrameworkName = Literal["RICE", "ICE", "Value-Effort", "Kano"]
"""The names of the frameworks, as documents write them."""


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


METHODS: Mapping[str, RankingMethod] = MappingProxyType(
    {framework.value: _method(framework) for framework in Framework}
)
"""Every method by its name. A `Framework` is a name too: `METHODS[Framework.RICE]`."""


def method_named(name: str) -> RankingMethod:
    """The method with this name, in any case.

    Raises:
        InvalidValueError: when there is no method of this name.
    """
    for method in METHODS.values():
        if method.name.lower() == name.lower():
            return method
    raise InvalidValueError(f"unknown framework {name!r:.40}; expected one of {', '.join(METHODS)}")


def method_of(method: object) -> RankingMethod:
    """The method that is meant by a framework, its name, or a method itself.

    Raises:
        InvalidValueError: when it is none of these.
    """
    if isinstance(method, RankingMethod):
        return method
    if isinstance(method, str):
        return method_named(method)
    raise InvalidValueError(f"method must be the name of a framework or a RankingMethod, not {described(method)}")
