"""Numbers as the travel tools take and give them."""

from __future__ import annotations

import math

from umi.errors import ToolError

LARGEST = 1e100
"""Numbers beyond it are refused, going in and coming out."""


def finite(value: float, name: str) -> float:
    """The number as float.

    Raises:
        ToolError: it is not finite or larger than ``LARGEST``.
    """
    if not abs(value) <= LARGEST:
        raise ToolError(f"The {name} is too large; give a number up to 1e100.")
    return float(value)


def rounded(value: float, decimals: int) -> float:
    """Rounded to so many decimals, a whole number as int, so that 12.0 reads 12."""
    return tidy(round(value, decimals))


def significant(value: float, digits: int) -> float:
    """Rounded to so many significant digits, but never before the decimal point; whole as int."""
    if value == 0:
        return 0
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    return tidy(round(value, decimals)) if decimals < 300 else tidy(value)


def tidy(value: float) -> float:
    """A whole number below 1e15 as int; beyond it float keeps only 15 digits anyway."""
    return int(value) if value == int(value) and abs(value) < 1e15 else value
