"""Values in another unit (pint)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from umi.errors import ToolError
from umi.tools.travel.figures import finite, significant
from umi.tools.travel.names import check_name, quote, suggestion

if TYPE_CHECKING:
    from pint import Unit, UnitRegistry

DIGITS = 6
"""Significant digits of a converted value."""

LONGEST = 60

# Names that pint does not know, or reads in a way no traveller means (C is its coulomb, nm its nanometre).
_MEANT_TABLE = """
c degC; °c degC; celsius degC; centigrade degC; degrees celsius degC; degree celsius degC; degrees c degC
f degF; °f degF; fahrenheit degF; degrees fahrenheit degF; degree fahrenheit degF; degrees f degF
nm nautical_mile; kn knot; kmh kilometer/hour; km/hr kilometer/hour; mps meter/second; kgs kilogram
kilo kilogram; kilos kilogram; sqft foot**2; sqm meter**2; sqkm kilometer**2; sqmi mile**2
fl oz fluid_ounce; mins minute; ton metric_ton; tons metric_ton; short ton short_ton; long ton long_ton
mpg mile/gallon; kbit kilobit
"""

_POWERS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}

# Names joined by * and /, each to a power of one digit: pint evaluates what it is given, 9**9**9 too.
_UNIT = re.compile(r"[^\W\d][\w]*(?:\*\*-?\d)?(?:[*/][^\W\d][\w]*(?:\*\*-?\d)?){0,4}|%")


def convert_units(value: float, from_unit: str, to_unit: str) -> dict[str, Any]:
    """Convert a value from one unit of measurement to another.

    Temperatures are read on their scales (20 °C is 68 °F). ``value`` has six significant
    digits, more where it is that large; ``unit`` is the full English name. ``nm`` is the
    nautical mile, a ton the metric one, gallons and pints are those of the USA.

    Args:
        value: Number to convert
        from_unit: Unit such as km, lb or °C
        to_unit: Unit such as miles, kg or °F
    """
    number = finite(value, "value")
    source, target = _unit(from_unit), _unit(to_unit)
    result = _converted(number, source, target)
    return {
        "value": significant(finite(result, "result"), DIGITS),
        "unit": f"{target:P}".replace("_", " "),
    }


@cache
def _registry() -> UnitRegistry[float]:
    from pint import UnitRegistry

    return UnitRegistry(cache_folder=None)


@cache
def _meant() -> dict[str, str]:
    """What was written, in lower case → pint's expression."""
    entries = (entry.strip().rpartition(" ") for entry in _MEANT_TABLE.strip().replace("\n", ";").split(";"))
    return {written: unit for written, _, unit in entries}


def _unit(name: str) -> Unit:
    """The unit of this name, sign or product such as ``km/h`` and ``square miles``.

    Raises:
        ToolError: there is none; the sentence names close ones.
    """
    check_name(name.replace("%", "percent").replace("°", "degree "), "unit")
    written = " ".join(name.replace("º", "°").split())
    text = _meant().get(written.lower()) or _expression(written)
    # As written first: pint tells MW and mW apart. Then in lower case, for Miles and KM.
    for candidate in (text, text.lower()):
        if (unit := _parsed(candidate)) is not None:
            return unit
    names = (known.replace("_", " ") for known in _registry() if len(known) > 2)
    hint = suggestion(name, names, "give one such as km, mile, kg, lb, liter, km/h or °C")
    raise ToolError(f"There is no unit {quote(name)}; {hint}")


def _expression(written: str) -> str:
    """``square miles per hour`` as ``miles**2/hour``."""
    text = re.sub(r"\s*(?:/|\bper\b)\s*", "/", written.replace("^", "**"))
    text = text.replace("²", "**2").replace("³", "**3")
    text = re.sub(
        r"\b(square|sq|cubic|cu)\.? (\w+)",
        lambda m: f"{m[2]}**{_POWERS[m[1].lower()]}",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"(\w+) squared", r"\1**2", text)
    text = re.sub(r"(\w+) cubed", r"\1**3", text)
    return re.sub(r"\s*\*\s*", "*", text).replace(" ", "_")


def _parsed(expression: str) -> Unit | None:
    """pint's unit, or None for what it does not know."""
    from pint.errors import PintError

    if len(expression) > LONGEST or not _UNIT.fullmatch(expression):
        return None
    try:
        return _registry().Unit(expression)
    except (PintError, ValueError, TypeError):
        return None


def _converted(number: float, source: Unit, target: Unit) -> float:
    """The number on the target's scale.

    Raises:
        ToolError: the units measure different things, or cannot be combined so.
    """
    from pint.errors import DimensionalityError, PintError

    try:
        return float(_registry().Quantity(number, source).to(target).magnitude)
    except DimensionalityError:
        kinds = [str(unit.dimensionality).translate({91: None, 93: None}) for unit in (source, target)]
        raise ToolError(
            f"{source} measures {kinds[0]} and {target} {kinds[1]}; give two units of the same kind."
        ) from None
    except (PintError, ArithmeticError):
        raise ToolError(f"{source} cannot be converted to {target}; give simple units such as km.") from None
