"""Arithmetic in a bounded language: numbers, operators and a few functions (simpleeval)."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from umi.errors import ToolError
from umi.tools.travel.figures import LARGEST, significant
from umi.tools.travel.names import quote

if TYPE_CHECKING:
    from simpleeval import SimpleEval

LONGEST = 200
"""Characters of an expression; also keeps its nesting far from Python's recursion limit."""

DIGITS = 12
"""Significant digits of a result that is not whole: enough to say it, too few for 0.1 + 0.2's rest."""

FUNCTIONS: dict[str, Callable[..., float]] = {
    "abs": abs,
    "ceil": math.ceil,
    "floor": math.floor,
    "max": max,
    "min": min,
    "round": round,
    "sqrt": math.sqrt,
}

_WRITTEN = str.maketrans(
    {"\N{MULTIPLICATION SIGN}": "*", "·": "*", "÷": "/", "\N{MINUS SIGN}": "-", "^": "**"}
)


def calculate(expression: str) -> dict[str, Any]:
    """Calculate an arithmetic expression.

    Args:
        expression: Such as (3 + 4) * 2.5 or sqrt(2) ^ 3
    """
    if len(expression) > LONGEST:
        raise ToolError(f"The expression has {len(expression)} characters; give at most {LONGEST}.")
    value = _value(expression)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ToolError(f"{quote(expression)} is no real number; {_allowed()}")
    return {"value": value if isinstance(value, int) else significant(value, DIGITS)}


def _value(expression: str) -> Any:
    """What the expression comes to.

    Raises:
        ToolError: it is not arithmetic, divides by zero, or grows too large.
    """
    from simpleeval import InvalidExpression

    try:
        tree = ast.parse(expression.translate(_WRITTEN).strip(), mode="eval")
        return _bounded(_evaluator().eval(expression, previously_parsed=tree.body))
    except ZeroDivisionError:
        raise ToolError(f"{quote(expression)} divides by zero.") from None
    except OverflowError:
        raise ToolError(f"{quote(expression)} grows beyond 1e100; give a smaller one.") from None
    except (SyntaxError, InvalidExpression, ValueError, TypeError, RecursionError, MemoryError):
        raise ToolError(f"{quote(expression)} cannot be calculated; {_allowed()}") from None


@cache
def _evaluator() -> SimpleEval:
    """simpleeval with nothing but numbers, operators and the functions above."""
    from simpleeval import SimpleEval

    evaluator = SimpleEval(operators=_operators(), functions=FUNCTIONS, names={"pi": math.pi, "e": math.e})
    kept = (ast.Name, ast.UnaryOp, ast.BinOp, ast.Call, ast.Constant)
    evaluator.nodes = {node: evaluator.nodes[node] for node in kept}
    return evaluator


def _operators() -> dict[type[ast.AST], Callable[..., Any]]:
    two: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
        ast.Add: operator.add,
        ast.Sub: operator.sub,
        ast.Mult: operator.mul,
        ast.Div: operator.truediv,
        ast.FloorDiv: operator.floordiv,
        ast.Mod: operator.mod,
        ast.Pow: _power,
    }
    one: dict[type[ast.AST], Callable[..., Any]] = {ast.USub: operator.neg, ast.UAdd: operator.pos}
    return {**{kind: _on_numbers(action) for kind, action in two.items()}, **one}


def _on_numbers(action: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """The operator, refused on text (``"a" * 10``) and on results that are too large."""

    def bounded(left: Any, right: Any) -> Any:
        if isinstance(left, str | bytes) or isinstance(right, str | bytes):
            raise TypeError("text in arithmetic")
        return _bounded(action(left, right))

    return bounded


def _power(base: Any, exponent: Any) -> Any:
    """Refused before it is computed: 9**9**9 would take hours."""
    if abs(base) > 1 and exponent * math.log10(abs(base)) > math.log10(LARGEST):
        raise OverflowError
    return base**exponent


def _bounded(value: Any) -> Any:
    if not abs(value) <= LARGEST:
        raise OverflowError
    return value


def _allowed() -> str:
    names = ", ".join(FUNCTIONS)
    return f"use numbers without thousands separators, + - * / // % ** ( ), pi, e and {names}."
