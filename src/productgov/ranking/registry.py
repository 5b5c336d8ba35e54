"""The ranking methods that productgov has, by name."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal

from productgov.errors import InvalidValueError
from productgov.model.prioritization import Prioritization
from productgov.nearest import nearest
from productgov.ranking.formula import FORMULA
from productgov.ranking.frameworks import FRAMEWORKS
from productgov.ranking.method import RankingMethod
from productgov.ranking.moscow import MOSCOW
from productgov.ranking.opportunity import OPPORTUNITY
from productgov.ranking.weighted import WEIGHTED
from productgov.ranking.wsjf import WSJF
from productgov.wording import described, listed, quoted_value

__all__ = ["METHODS", "MethodName", "method_named", "method_of", "method_of_document"]

MethodName = Literal["RICE", "ICE", "Value-Effort", "Kano", "Weighted", "WSJF", "MoSCoW", "Opportunity", "Formula"]
"""The names of the methods, as documents write them: the first four in `framework`, the others in `rankBy`."""

METHODS: Mapping[str, RankingMethod] = MappingProxyType(
    {method.name: method for method in (*FRAMEWORKS.values(), WEIGHTED, WSJF, MOSCOW, OPPORTUNITY, FORMULA)}
)
"""Every method by its name. A `Framework` is a name too: `METHODS[Framework.RICE]`."""


def method_named(name: str, methods: Iterable[RankingMethod] = tuple(METHODS.values())) -> RankingMethod:
    """The method with this name, in any case.

    Raises:
        InvalidValueError: when there is no method of this name; the message names the nearest ones.
    """
    known = {method.name: method for method in methods}
    for method in known.values():
        if method.name.lower() == name.lower():
            return method
    near = nearest(name, known)
    hint = f"did you mean {listed(near, 'or')}?" if near else f"expected one of {', '.join(known)}"
    raise InvalidValueError(f"unknown ranking method {quoted_value(name)}; {hint}")


def method_of(method: object, methods: Iterable[RankingMethod] = tuple(METHODS.values())) -> RankingMethod:
    """The method that is meant by a framework, the name of a method, or a method itself.

    Raises:
        InvalidValueError: when it is none of these.
    """
    if isinstance(method, RankingMethod):
        return method
    if isinstance(method, str):
        return method_named(method, methods)
    raise InvalidValueError(f"method must be the name of a ranking method or a RankingMethod, not {described(method)}")


def method_of_document(
    prioritization: Prioritization, methods: Iterable[RankingMethod] = tuple(METHODS.values())
) -> RankingMethod:
    """The method that ranks a document: that of its `rankBy`, else its framework.

    Raises:
        InvalidValueError: when there is no such method.
    """
    try:
        return method_named(prioritization.method_name, methods)
    except InvalidValueError as error:
        raise InvalidValueError(f"prioritization.rankBy: {error}") from None
