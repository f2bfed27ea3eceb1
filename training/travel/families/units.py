"""Values in another unit of measurement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.facts import number
from training.travel.family import Family
from training.travel.measures import (
    PAIRS,
    TEMPERATURES,
    UNITS,
    counted,
    is_are,
    measure,
    one_unit,
    unit,
)


def in_unit(desk: Desk, value: float, source: str, target: str, known: str = "") -> float:
    """The value in the other unit."""
    result = desk.call("convert_units", known, value=value, from_unit=source, to_unit=target)
    found: float = result["value"]
    return found


def solve(desk: Desk, value: list[Any], to: str) -> None:
    """Answer with the value in the other unit."""
    source = value[1]
    found = in_unit(desk, value[0], source, to)
    desk.finish(
        f"I know what {is_are(value[0], source)} in {to}.",
        f"{is_are(value[0], source)} {counted(found, to)}.",
        number(found),
    )


def _pair_of(*names: str) -> Callable[[Draw], Mapping[str, Slot]]:
    """A draw of a value and another unit, from units of these codes or kinds, or from all."""
    pairs = [pair for pair in PAIRS if not names or {pair[0], UNITS[pair[0]].kind} & set(names)]

    def draw_pair(draw: Draw) -> Mapping[str, Slot]:
        source, target = draw.one(pairs)
        return {"value": measure(draw, source), "to": unit(draw, target)}

    return draw_pair


def _temperature(draw: Draw) -> Mapping[str, Slot]:
    source, target = draw.one(TEMPERATURES)
    return {"value": measure(draw, source), "to": unit(draw, target)}


def _one(draw: Draw) -> Mapping[str, Slot]:
    pairs = [pair for pair in PAIRS if UNITS[pair[0]].kind not in ("data", "power", "speed", "pressure")]
    source, target = draw.one(pairs)
    one = one_unit(draw, source)
    return {"value": Slot(one.said, [1, source]), "to": unit(draw, target)}


FAMILIES = (
    Family("convert_units", _pair_of(), solve, weight=2.5),
    Family("convert_temperature", _temperature, solve, weight=1.2, asks="convert units"),
    Family("convert_distance", _pair_of("distance", "sea"), solve, weight=0.6, asks="convert units"),
    Family("convert_length", _pair_of("m", "ft", "yd"), solve, weight=0.4, asks="convert units"),
    Family("convert_size", _pair_of("cm", "inch", "mm"), solve, weight=0.5, asks="convert units"),
    Family("convert_mass", _pair_of("mass"), solve, weight=0.6, asks="convert units"),
    Family("convert_volume", _pair_of("volume"), solve, weight=0.4, asks="convert units"),
    Family("convert_land", _pair_of("km²", "mi²", "ha", "acre"), solve, weight=0.3, asks="convert units"),
    Family("convert_room", _pair_of("m²", "ft²"), solve, weight=0.2, asks="convert units"),
    Family("convert_speed", _pair_of("speed"), solve, weight=0.5, asks="convert units"),
    Family("convert_time", _pair_of("time"), solve, weight=0.4, asks="convert units"),
    Family("one_unit", _one, solve, weight=0.4),
)
