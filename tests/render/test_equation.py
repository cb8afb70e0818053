"""Equations in letters and in numbers."""

from __future__ import annotations

from decimal import Decimal

from lint_disclosure.finding import Equation, Term
from lint_disclosure.render.equation import in_letters, in_numbers, number


def term(letter, value, coefficient=1):
    return Term(letter, coefficient, value, str(value), "row", "column", "行", "列", None)


def test_a_balance():
    left = (term("a", 31), term("b", 2))
    right = (term("c", 30), term("d", 4))
    equation = Equation(left, "=", right, 33, 34)
    assert in_letters(equation) == "a + b = c + d"
    assert in_numbers(equation) == "31 + 2 = 33 ≠ 34 = 30 + 4"


def test_a_single_cell_is_not_repeated():
    equation = Equation((term("a", 3), term("b", 4)), "=", (term("c", 8),), 7, 8)
    assert in_numbers(equation) == "3 + 4 = 7 ≠ 8"


def test_coefficients_signs_and_a_constant():
    left = (term("a", 5, -1), term("b", 4, 2), term("c", -3))
    equation = Equation(left, ">=", (term("d", 9),), 5, 9)
    assert in_letters(equation) == "-a + 2b + c + 5 ≥ d"
    assert in_numbers(equation) == "-5 + 2×4 + (-3) + 5 = 5 < 9"


def test_a_side_of_zeros_only():
    equation = Equation((term("a", 5),), "=", (), 5, 0)
    assert in_letters(equation) == "a = 0"
    assert in_numbers(equation) == "5 ≠ 0"


def test_decimals_are_written_out():
    assert number(Decimal("12.50")) == "12.50"
    assert number(Decimal("1E+3")) == "1000"
    assert number(Decimal("1E-7")) == "0.0000001"
    assert number(7) == "7"
    assert number("2023") == "2023"
    total = Equation((term("a", Decimal("0.1")), term("b", Decimal("0.2"))), "=",
                     (term("c", Decimal("0.4")),), Decimal("0.3"), Decimal("0.4"))  # fmt: skip
    assert in_numbers(total) == "0.1 + 0.2 = 0.3 ≠ 0.4"
