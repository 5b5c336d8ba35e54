"""Formulas agree with Python's own reading of the same text, and nothing takes them long."""

import ast
import math
import operator
import string
from collections.abc import Callable, Mapping

from hypothesis import example, given
from hypothesis import strategies as st

from productgov import Estimate, FormulaInput, rank, simulate
from productgov.errors import FormulaError
from productgov.ranking.formulas.names import known_names
from productgov.ranking.formulas.nodes import UndefinedError
from productgov.ranking.formulas.parser import MAX_LENGTH, parse_formula
from tests.support.initiatives import item

NAMES = ("a", "b_1", "rice.reach", "weights.effort", "min")
LETTERS = st.text(string.printable + "×÷²é\u2028\ud800", max_size=60)
PIECES = st.lists(
    st.sampled_from(
        [
            "1",
            "2.5",
            "1e3",
            "a",
            "rice.reach",
            "rice",
            "min(",
            "sqrt(",
            "log(",
            "(",
            ")",
            ",",
            "+",
            "-",
            "*",
            "/",
            "<",
            "<=",
            "==",
            " ",
            "\n",
            ".",
            "=",
        ]
    ),
    max_size=40,
).map("".join)


def texts() -> st.SearchStrategy[str]:
    """Formulas that can be read, with blanks here and there."""
    numbers = st.integers(0, 9).map(str) | st.sampled_from(["0.5", "1e3", "12.25", "1e-9"])
    leaves = numbers | st.sampled_from(NAMES)

    def deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        pair = st.tuples(inner, st.sampled_from([" + ", " - ", "*", " / "]), inner).map("".join)
        compared = st.tuples(inner, st.sampled_from(["<", " <= ", ">", ">=", " == "]), inner).map("".join)
        return (
            pair
            | compared.map("({})".format)
            | inner.map("-({})".format)
            | inner.map("( {} )".format)
            | st.tuples(st.sampled_from(["abs", "sqrt", "log"]), inner).map(lambda each: f"{each[0]}({each[1]})")
            | st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(
                lambda each: f"{each[0]}({each[1]},{each[2]})"
            )
        )

    return st.recursive(leaves, deeper, max_leaves=12).filter(lambda text: len(text) <= MAX_LENGTH)


FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "min": min,
    "max": max,
    "abs": abs,
    "sqrt": math.sqrt,
    "log": math.log,
}
OPERATORS: Mapping[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
}


def by_python(text: str, numbers: Mapping[str, float]) -> float:
    """The value of the same text as Python reads it."""

    def value(node: ast.expr) -> float:
        match node:
            case ast.Constant(number):
                return float(number)  # type: ignore[arg-type]
            case ast.Name() | ast.Attribute():
                return numbers[ast.unparse(node)]
            case ast.UnaryOp(_, operand):
                return -value(operand)
            case ast.BinOp(left, sign, right) | ast.Compare(left, [sign], [right]):
                result = float(OPERATORS[type(sign)](value(left), value(right)))
                if not math.isfinite(result):
                    raise OverflowError
                return result
            case ast.Call(ast.Name(name), arguments):
                return FUNCTIONS[name](*map(value, arguments))
        raise AssertionError(ast.dump(node))

    return value(ast.parse(text.strip(), mode="eval").body)


def refusal_of(text: str) -> FormulaError | None:
    """The error about a text that is no formula; None for a formula."""
    try:
        parse_formula(text)
    except FormulaError as error:
        return error
    return None


def value_of(text: str, numbers: Mapping[str, float]) -> float | str:
    """The value of a formula, or why it has none."""
    try:
        return parse_formula(text).value(numbers)
    except UndefinedError as error:
        return str(error)


@given(texts(), st.lists(st.floats(-1e15, 1e15), min_size=5, max_size=5))
def test_a_formula_has_the_value_that_python_gives_it(text: str, values: list[float]) -> None:
    numbers = dict(zip(NAMES, values, strict=True))
    try:
        expected = by_python(text, numbers)
    except (ArithmeticError, ValueError):
        assert "of the formula" in str(value_of(text, numbers))
    else:
        assert value_of(text, numbers) == expected


@given(texts())
def test_the_names_of_a_formula_are_all_that_it_asks_for(text: str) -> None:
    names = parse_formula(text).names
    assert set(names) <= set(NAMES)
    assert len(set(names)) == len(names)
    assert value_of(text, dict.fromkeys(names, 1.0)) is not None


@given(LETTERS | PIECES)
@example("-" * 500)
@example("(" * 500)
@example("1" * 500)
@example("1e" + "9" * 400)
@example("min(" * 100)
@example("a." * 200)
@example("1<" * 100)
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    error = refusal_of(text)
    if error is None:
        assert all("." not in name or name in known_names() for name in parse_formula(text).names)
    else:
        assert 1 <= error.column <= len(text) + 1
        assert error.problem.startswith("the formula")
        assert "\n" not in str(error)
        assert len(str(error)) < 400


@given(texts(), st.lists(st.floats(-1e15, 1e15), min_size=3, max_size=3).map(sorted))
def test_whatever_a_formula_is_every_item_is_ranked_or_says_why(text: str, ends: list[float]) -> None:
    low, likely, high = ends
    wide = FormulaInput(name="a", value=Estimate(low=low, likely=likely, high=high))
    items = [
        item("wide", inputs=(wide, FormulaInput(name="b_1", value=high), FormulaInput(name="min", value=low))),
        item("bare"),
    ]
    ranking = rank(items, formula=text)
    assert len(ranking) + len(ranking.unranked) == 2
    assert all(each.reason for each in ranking.unranked)
    assert all(each.score is not None and math.isfinite(each.score) for each in ranking)
    simulation = simulate(ranking, draws=5)
    assert math.isclose(sum(outcome.p_first for outcome in simulation), bool(len(ranking)))


def test_every_name_with_a_dot_can_be_ranked_by() -> None:
    for name in known_names():
        ranking = rank([item("x")], formula=name)
        assert len(ranking) == name.startswith("weights.")
