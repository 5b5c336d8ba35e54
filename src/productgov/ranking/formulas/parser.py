"""The text of a formula, read: numbers, names, `+ - * /`, comparisons, parentheses, and a few functions.

    formula    = sum [ ("<" | "<=" | ">" | ">=" | "==") sum ]
    sum        = product { ("+" | "-") product }
    product    = unary { ("*" | "/") unary }
    unary      = "-" unary | primary
    primary    = number | name | function "(" formula { "," formula } ")" | "(" formula ")"

The parser looks at every character once, and the depth of its recursion is limited, so that no text takes long.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import isfinite
from typing import NamedTuple, NoReturn

import attrs

from productgov.errors import FormulaError
from productgov.nearest import nearest
from productgov.ranking.formulas.names import known_names
from productgov.ranking.formulas.nodes import (
    COMPARISONS,
    FUNCTIONS,
    Call,
    Comparison,
    Name,
    Negative,
    Node,
    Number,
    Product,
    Sum,
)
from productgov.wording import listed, quoted_value

__all__ = ["MAX_DEPTH", "MAX_LENGTH", "Formula", "parse_formula"]

MAX_LENGTH = 500
"""The most characters of a formula."""
MAX_DEPTH = 32
"""The most parentheses, functions and signs that can be around a number."""

_TOKEN = re.compile(
    r"[ \t\n]*(?:(?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*)"
    r"|(?P<sign><=|>=|==|[-+*/(),<>]))"
)
_BLANKS = re.compile(r"[ \t\n]*")
_OPERAND = 'a number, a name, a function or "("'
_ODD = {
    "=": "write == to compare",
    "!": "there is no !; write 1 - (a == b)",
    "^": "there is no power; write x * x",
    "%": "there is no %; write 0.2 for 20 %",
    ".": "write digits on both sides of a point: 0.5",
    "×": "write *",
    "·": "write *",
    "÷": "write /",
    "−": "write -",
    "–": "write -",
    "≤": "write <=",
    "≥": "write >=",
    "[": "write (",
    "{": "write (",
    "_": "names begin with a letter",
}
"""What people write instead of what a formula has, by its first character."""
_MISPLACED = {")": 'there is no "(" before it', ",": "write decimals with a point, and commas only between arguments"}
"""What is wrong with a sign that follows a whole formula."""
_NOT_THERE = {
    "if": "a comparison is 1 or 0, and can be multiplied",
    "pow": "write x * x",
    "ln": "write log, the natural logarithm",
}
"""Functions that formulas do not have."""


@attrs.frozen(eq=False)
class Formula:
    """A formula that was read.

    Attributes:
        text: its text.
        names: the names that it uses, each once, in the order in which they are first used.
    """

    text: str
    names: tuple[str, ...]
    _root: Node

    def value(self, numbers: Mapping[str, float]) -> float:
        """Its value for the numbers of its names.

        Raises:
            UndefinedError: when it has none.
        """
        return self._root.value(numbers)


@lru_cache(maxsize=64)
def parse_formula(text: str) -> Formula:
    """Read a formula.

    Raises:
        FormulaError: when it cannot be read; the error says where, and what was expected.
    """
    if len(text) > MAX_LENGTH:
        message = f"the formula has {len(text):,} characters; at most {MAX_LENGTH} are read"
        raise FormulaError(message, "give parts of it as inputs of the items", MAX_LENGTH + 1)
    parser = _Parser(text)
    root = parser.formula(0)
    parser.expect_end()
    return Formula(text, tuple(parser.names), root)


class _Token(NamedTuple):
    """A number, a name or a sign, and where it is; the end is a sign without text."""

    kind: str
    text: str
    column: int

    @property
    def shown(self) -> str:
        return quoted_value(self.text) if self.text else "the end"


class _Parser:
    """Reads one text from left to right; `token` is what comes next."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = 0
        self.names: dict[str, None] = {}
        self.token = self._next()

    def formula(self, depth: int) -> Node:
        left = self._sum(depth)
        if self.token.text not in COMPARISONS:
            return left
        sign = self._taken().text
        comparison = Comparison(left, sign, self._sum(depth))
        if self.token.text in COMPARISONS:
            self._fail("only two numbers can be compared", "put the first comparison in parentheses")
        return comparison

    def expect_end(self) -> None:
        if self.token.text:
            hint = _MISPLACED.get(self.token.text, "write * to multiply")
            self._fail(f"an operator or the end was expected, not {self.token.shown}", hint)

    def _sum(self, depth: int) -> Node:
        first, rest = self._product(depth), []
        while self.token.text in ("+", "-"):
            sign = self._taken()
            rest.append((sign.text == "-", self._product(depth), sign.column))
        return Sum(first, tuple(rest)) if rest else first

    def _product(self, depth: int) -> Node:
        first, rest = self._unary(depth), []
        while self.token.text in ("*", "/"):
            sign = self._taken()
            if sign.text == "*" and self.token.text == "*":
                self._fail("there is no power", "write x * x")
            rest.append((sign.text == "/", self._unary(depth), sign.column))
        return Product(first, tuple(rest)) if rest else first

    def _unary(self, depth: int) -> Node:
        if self.token.text != "-":
            return self._primary(depth)
        sign = self._taken()
        return Negative(self._unary(self._deeper(depth, sign)))

    def _primary(self, depth: int) -> Node:
        token = self.token
        if token.kind == "number":
            return self._number(self._taken())
        if token.kind == "name":
            self._taken()
            return self._call(token, depth) if self.token.text == "(" else self._name(token)
        if token.text != "(":
            self._fail(f"{_OPERAND} was expected, not {token.shown}")
        return self._in_parentheses(depth, many=False)[0]

    def _number(self, token: _Token) -> Node:
        number = float(token.text)
        if not isfinite(number):
            self._fail(f"{token.shown} is too large", "write a smaller number", at=token)
        return Number(number)

    def _name(self, token: _Token) -> Node:
        if "." in token.text and token.text not in known_names():
            self._fail(
                f"unknown name {token.shown}", _hint(token.text, known_names(), _names_like(token.text)), at=token
            )
        self.names[token.text] = None
        return Name(token.text)

    def _call(self, token: _Token, depth: int) -> Node:
        if token.text not in FUNCTIONS:
            hint = _NOT_THERE.get(token.text) or _hint(token.text, FUNCTIONS, f"known are {listed(FUNCTIONS)}")
            self._fail(f"unknown function {token.shown}", hint, at=token)
        arguments = self._in_parentheses(depth, many=True)
        _, count = FUNCTIONS[token.text]
        if count is not None and len(arguments) != count:
            self._fail(f"{token.text} takes one number, not {len(arguments)}", at=token)
        if count is None and len(arguments) == 1:
            self._fail(f"{token.text} takes two numbers or more, not one", at=token)
        return Call(token.text, arguments, token.column)

    def _in_parentheses(self, depth: int, *, many: bool) -> tuple[Node, ...]:
        """What is in parentheses: one formula, or, after a function, several with commas between them."""
        opening = self._taken()
        inner = self._deeper(depth, opening)
        found = [self.formula(inner)]
        while many and self.token.text == ",":
            self._taken()
            found.append(self.formula(inner))
        if self.token.text != ")":
            self._fail(f'")" was expected, not {self.token.shown}', f'the "(" at column {opening.column} is not closed')
        self._taken()
        return tuple(found)

    def _deeper(self, depth: int, token: _Token) -> int:
        if depth == MAX_DEPTH:
            self._fail(f"it is more than {MAX_DEPTH} levels deep", "give parts of it as inputs of the items", at=token)
        return depth + 1

    def _taken(self) -> _Token:
        token, self.token = self.token, self._next()
        return token

    def _next(self) -> _Token:
        found = _TOKEN.match(self._text, self._end)
        if found:
            self._end = found.end()
            kind = str(found.lastgroup)
            return _Token(kind, found[kind], found.start(kind) + 1)
        blanks = _BLANKS.match(self._text, self._end)
        self._end = blanks.end() if blanks else self._end
        if self._end < len(self._text):
            character = self._text[self._end]
            column, hint = (
                self._end + 1,
                _ODD.get(character, "formulas have numbers, names, + - * / ( ) and comparisons"),
            )
            problem = f"the formula cannot be read at column {column}: {quoted_value(character)} is no part of formulas"
            raise FormulaError(problem, hint, column)
        return _Token("sign", "", self._end + 1)

    def _fail(self, problem: str, hint: str = "", *, at: _Token | None = None) -> NoReturn:
        column = (at or self.token).column
        raise FormulaError(f"the formula cannot be read at column {column}: {problem}", hint, column)


def _hint(name: str, known: Iterable[str], otherwise: str) -> str:
    near = nearest(name, known)
    return f"did you mean {listed(near, 'or')}?" if near else otherwise


def _names_like(name: str) -> str:
    """What a name with a dot may be: one of its group, or of another group."""
    group, _, _ = name.partition(".")
    inside = [known for known in known_names() if known.startswith(f"{group}.")]
    groups = dict.fromkeys(f"{known.partition('.')[0]}." for known in known_names())
    return f"known are {listed(inside)}" if inside else f"names with a point begin with {', '.join(groups)}"
