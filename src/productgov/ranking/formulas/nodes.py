"""The parts of a formula, each of which has a value for given numbers; all numbers are finite floats."""

from collections.abc import Callable, Mapping
from math import isfinite, log, sqrt
from operator import eq, ge, gt, le, lt
from types import MappingProxyType
from typing import Protocol, TypeAlias

import attrs

__all__ = [
    "COMPARISONS",
    "FUNCTIONS",
    "Call",
    "Comparison",
    "Name",
    "Negative",
    "Node",
    "Number",
    "Product",
    "Sum",
    "UndefinedError",
]

Numbers: TypeAlias = Mapping[str, float]
"""The value of every name of a formula."""

COMPARISONS: Mapping[str, Callable[[float, float], bool]] = MappingProxyType(
    {"<": lt, "<=": le, ">": gt, ">=": ge, "==": eq}
)
"""What each sign compares."""

FUNCTIONS: Mapping[str, tuple[Callable[..., float], int | None]] = MappingProxyType(
    {"min": (min, None), "max": (max, None), "abs": (abs, 1), "sqrt": (sqrt, 1), "log": (log, 1)}
)
"""The functions of formulas, each with the number of its arguments; None for two or more. `log` is the natural one."""


class UndefinedError(ArithmeticError):
    """A formula has no value for some numbers; the text says why, and where in the formula."""


class Node(Protocol):
    """A part of a formula."""

    def value(self, numbers: Numbers) -> float:
        """Its value.

        Raises:
            UndefinedError: when it has none: a division by 0, a root or logarithm outside its domain, or a number that
                is not finite.
        """
        ...


@attrs.frozen
class Number:
    """A number that is written in the formula."""

    number: float

    def value(self, numbers: Numbers) -> float:  # noqa: ARG002 - as every node
        return self.number


@attrs.frozen
class Name:
    """The name of a number."""

    name: str

    def value(self, numbers: Numbers) -> float:
        return numbers[self.name]


@attrs.frozen
class Negative:
    """A number with the other sign."""

    operand: Node

    def value(self, numbers: Numbers) -> float:
        return -self.operand.value(numbers)


@attrs.frozen
class Sum:
    """A number, and others that are added to it or taken from it, from left to right.

    Attributes:
        first: the first number.
        rest: the others, each with whether it is taken away, and the column of its sign.
    """

    first: Node
    rest: tuple[tuple[bool, Node, int], ...]

    def value(self, numbers: Numbers) -> float:
        total = self.first.value(numbers)
        for taken, node, column in self.rest:
            number = node.value(numbers)
            total = _finite(total - number if taken else total + number, column)
        return total


@attrs.frozen
class Product:
    """A number, and others that it is multiplied with or divided by, from left to right.

    Attributes:
        first: the first number.
        rest: the others, each with whether it divides, and the column of its sign.
    """

    first: Node
    rest: tuple[tuple[bool, Node, int], ...]

    def value(self, numbers: Numbers) -> float:
        product = self.first.value(numbers)
        for divides, node, column in self.rest:
            number = node.value(numbers)
            if divides and number == 0:
                raise UndefinedError(f"it divides by 0, at column {column} of the formula")
            product = _finite(product / number if divides else product * number, column)
        return product


@attrs.frozen
class Comparison:
    """Two numbers that are compared: 1 where it is so, else 0."""

    left: Node
    sign: str
    right: Node

    def value(self, numbers: Numbers) -> float:
        return float(COMPARISONS[self.sign](self.left.value(numbers), self.right.value(numbers)))


@attrs.frozen
class Call:
    """A function of one number or several."""

    name: str
    arguments: tuple[Node, ...]
    column: int

    def value(self, numbers: Numbers) -> float:
        function, _ = FUNCTIONS[self.name]
        values = [argument.value(numbers) for argument in self.arguments]
        try:
            return function(*values)
        except ValueError:
            given = ", ".join(f"{value:g}" for value in values)
            raise UndefinedError(
                f"{self.name}({given}) is not defined, at column {self.column} of the formula"
            ) from None


def _finite(number: float, column: int) -> float:
    if not isfinite(number):
        raise UndefinedError(f"its value is not finite, or too large, at column {column} of the formula")
    return number
