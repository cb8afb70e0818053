"""An equation in letters and in numbers: ``a + b = c + d`` and ``31 + 2 = 33 ≠ 34 = 30 + 4``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lint_disclosure.finding import Equation, Number, Term

_REQUIRED = {"=": "=", ">=": "≥", "<=": "≤", "!=": "≠"}
_BROKEN = {"=": "≠", ">=": "<", "<=": ">", "!=": "="}


def number(value: Number | str) -> str:
    """A value as people write it, without an exponent."""
    return value if isinstance(value, str) else format(value, "f" if value % 1 else ".0f")


def magnitude(value: Number) -> Number:
    """The value without its sign."""
    return -value if value < 0 else value


def in_letters(equation: Equation) -> str:
    """What should hold, with a letter for each cell."""
    left = _side(equation.left, equation.left_value, _letter)
    right = _side(equation.right, equation.right_value, _letter)
    return f"{left} {_REQUIRED[equation.operator]} {right}"


def in_numbers(equation: Equation) -> str:
    """What the report says instead, both sides worked out."""
    left = _side(equation.left, equation.left_value, _value)
    right = _side(equation.right, equation.right_value, _value)
    left_value = number(equation.left_value)
    right_value = number(equation.right_value)
    first = left if left == left_value else f"{left} = {left_value}"
    last = right if right == right_value else f"{right_value} = {right}"
    return f"{first} {_BROKEN[equation.operator]} {last}"


def _side(terms: Sequence[Term], value: Number, write: Callable[[Term, int], str]) -> str:
    """The terms of one side, and what they leave of its value: the constant of the relation."""
    text = ""
    rest: Number = value
    for term in terms:
        rest -= term.coefficient * term.value
        sign = "-" if term.coefficient < 0 else "+"
        piece = write(term, abs(term.coefficient))
        if text:
            text += f" {sign} {piece}"
        else:
            text = piece if sign == "+" else f"-{piece}"
    if not text:
        return number(value)
    if rest:
        text += f" {'-' if rest < 0 else '+'} {number(magnitude(rest))}"
    return text


def _letter(term: Term, factor: int) -> str:
    return term.letter if factor == 1 else f"{factor}{term.letter}"


def _value(term: Term, factor: int) -> str:
    value = number(term.value)
    if term.value < 0:
        value = f"({value})"
    return value if factor == 1 else f"{factor}×{value}"
