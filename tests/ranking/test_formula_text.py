"""The text of a formula: what can be read, and what is said of all else."""

import math
import pickle

import pytest

from productgov.errors import FormulaError
from productgov.ranking.formulas.nodes import UndefinedError
from productgov.ranking.formulas.parser import MAX_DEPTH, MAX_LENGTH, parse_formula


def value(text: str, **numbers: float) -> float:
    return parse_formula(text).value(numbers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("2 - 3 - 4", -5),
        ("24 / 4 / 2 * 3", 9),
        ("-2 * -3", 6),
        ("--2", 2),
        ("1 - -2", 3),
        ("1.5e2 + 0.25", 150.25),
        ("1E-2 * 1e+2", 1),
        ("\t1\n+ 1 ", 2),
        ("min(3, 1, 2) + max(1, 5)", 6),
        ("abs(1 - 4)", 3),
        ("sqrt(9) + log(1)", 3),
        ("(2 < 3) + (2 <= 2) + (3 > 2) + (2 >= 3) + (1 == 1)", 4),
        ("1 + 1 == 2", 1),
        ("x * (x > 5)", 7),
        ("min + min(min, 9)", 4),
    ],
)
def test_a_formula_has_the_value_that_it_says(text: str, expected: float) -> None:
    result = value(text, x=7, min=2)
    assert result == expected
    assert type(result) in (float, int)


def test_log_is_the_natural_logarithm() -> None:
    assert value("log(x)", x=math.e) == 1


def test_the_names_are_those_that_are_used_each_once() -> None:
    formula = parse_formula("b * rice.reach + a * b - weights.effort")
    assert formula.names == ("b", "rice.reach", "a", "weights.effort")
    assert formula.text == "b * rice.reach + a * b - weights.effort"


@pytest.mark.parametrize(
    ("text", "column", "problem", "hint"),
    [
        ("", 1, 'a number, a name, a function or "(" was expected, not the end', ""),
        ("1 +", 4, 'a number, a name, a function or "(" was expected, not the end', ""),
        ("1 + * 2", 5, 'a number, a name, a function or "(" was expected, not "*"', ""),
        ("+ 1", 1, 'a number, a name, a function or "(" was expected, not "+"', ""),
        ("()", 2, 'a number, a name, a function or "(" was expected, not ")"', ""),
        ("2 x", 3, 'an operator or the end was expected, not "x"', "write * to multiply"),
        ("2(3)", 2, 'an operator or the end was expected, not "("', "write * to multiply"),
        ("1 + 2)", 6, 'an operator or the end was expected, not ")"', 'there is no "(" before it'),
        ("1,5", 2, 'an operator or the end was expected, not ","', "write decimals with a point"),
        ("(1, 2)", 3, '")" was expected, not ","', 'the "(" at column 1 is not closed'),
        ("(1 + 2", 7, '")" was expected, not the end', 'the "(" at column 1 is not closed'),
        ("log(x", 6, '")" was expected, not the end', 'the "(" at column 4 is not closed'),
        ("a < b < c", 7, "only two numbers can be compared", "put the first comparison in parentheses"),
        ("x ** 2", 4, "there is no power", "write x * x"),
        ("x ^ 2", 3, '"^" is no part of formulas', "there is no power; write x * x"),
        ("x = 1", 3, '"=" is no part of formulas', "write == to compare"),
        ("2 × 3", 3, '"×" is no part of formulas', "write *"),
        (".5", 1, '"." is no part of formulas', "write digits on both sides of a point: 0.5"),
        ("größe", 3, '"ö" is no part of formulas', "formulas have numbers, names, + - * / ( ) and comparisons"),
        ("rice.rech", 1, 'unknown name "rice.rech"', "did you mean rice.reach?"),
        ("1 + zzz.better", 5, 'unknown name "zzz.better"', "names with a point begin with rice., ice., valueEffort., "),
        (
            "rice.zzzz",
            1,
            'unknown name "rice.zzzz"',
            "known are rice.reach, rice.impact, rice.confidence and rice.effort",
        ),
        ("sqr(2)", 1, 'unknown function "sqr"', "did you mean sqrt?"),
        ("foo(2)", 1, 'unknown function "foo"', "known are min, max, abs, sqrt and log"),
        ("if(a, b)", 1, 'unknown function "if"', "a comparison is 1 or 0, and can be multiplied"),
        ("1 + abs(1, 2)", 5, "abs takes one number, not 2", ""),
        ("min(1)", 1, "min takes two numbers or more, not one", ""),
        ("1e999", 1, '"1e999" is too large', "write a smaller number"),
        ("-" * 33 + "1", 33, "it is more than 32 levels deep", "give parts of it as inputs of the items"),
        ("(" * 33, 33, "it is more than 32 levels deep", "give parts of it as inputs of the items"),
    ],
)
def test_what_cannot_be_read_is_located(text: str, column: int, problem: str, hint: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(text)
    error = caught.value
    assert error.column == column
    assert error.problem == f"the formula cannot be read at column {column}: {problem}"
    assert error.hint.startswith(hint)
    assert str(error) == (f"{error.problem}; {error.hint}" if error.hint else error.problem)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_the_limits_are_those_that_are_said() -> None:
    assert value(f"{'(' * MAX_DEPTH}1{')' * MAX_DEPTH}") == 1
    longest = "1" + "+1" * ((MAX_LENGTH - 1) // 2)
    assert value(longest) == 250
    with pytest.raises(FormulaError, match="the formula has 501 characters; at most 500 are read"):
        parse_formula("1" * 501)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1 / (x - 1)", "it divides by 0, at column 3 of the formula"),
        ("sqrt(x - 2)", "sqrt(-1) is not defined, at column 1 of the formula"),
        ("2 + log(x - 1)", "log(0) is not defined, at column 5 of the formula"),
        ("1e200 * 1e200", "its value is not finite, or too large, at column 7 of the formula"),
        ("1e308 + 1e308", "its value is not finite, or too large, at column 7 of the formula"),
    ],
)
def test_where_a_formula_has_no_value_it_says_why(text: str, reason: str) -> None:
    with pytest.raises(UndefinedError) as caught:
        value(text, x=1)
    assert str(caught.value) == reason
