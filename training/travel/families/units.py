"""Values in another unit of measurement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from training.travel.desk import Desk, ToolFailed
from training.travel.draw import Draw, Slot
from training.travel.facts import number
from training.travel.families import units_phrasings as said
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


def _solve(desk: Desk, value: list[Any], to: str) -> None:
    source = value[1]
    found = in_unit(desk, value[0], source, to)
    desk.finish(
        f"I know what {is_are(value[0], source)} in {to}.",
        f"{is_are(value[0], source)} {counted(found, to)}.",
        number(found),
    )


def _solve_two(desk: Desk, value: list[Any], to: str, other: str) -> None:
    amount, source = value
    told = is_are(amount, source)
    first = in_unit(desk, amount, source, to)
    second = in_unit(desk, amount, source, other, f"{told} {counted(first, to)}.")
    desk.finish(
        f"I know what {told} in {to} and in {other}.",
        f"{told} {counted(first, to)} and {counted(second, other)}.",
        number(first),
        number(second),
    )


def _solve_height(desk: Desk, feet: list[int], to: str) -> None:
    tall = f"{feet[0]} ft {feet[1]} in"
    inches = desk.call("calculate", expression=f"{feet[0]}*12+{feet[1]}")["value"]
    found = in_unit(desk, inches, "inch", to, known=f"{tall} are {inches} inches.")
    desk.finish(f"I know what {tall} are in {to}.", f"{tall} are {counted(found, to)}.", number(found))


def _solve_incompatible(desk: Desk, value: list[Any], to: str) -> None:
    source = value[1]
    try:
        _solve(desk, value, to)
    except ToolFailed:
        desk.give_up(f"{source} and {to} measure different things, so this cannot be converted.")


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


def _two(draw: Draw) -> Mapping[str, Slot]:
    source = draw.one(PAIRS)[0]
    targets = sorted({pair[1] for pair in PAIRS if pair[0] == source})
    if len(targets) < 2:
        return _two(draw)
    to, other = draw.random.sample(targets, 2)
    return {"value": measure(draw, source), "to": unit(draw, to), "other": unit(draw, other)}


def _height(draw: Draw) -> Mapping[str, Slot]:
    feet, inches = draw.random.randint(4, 7), draw.random.randint(1, 11)
    ways = ("{}'{}\"", "{} feet {}", "{} ft {}", "{} foot {}", "{} feet {} inches", "{} ft {} in")
    to = draw.one(("cm", "cm", "m"))
    return {"feet": Slot(draw.one(ways).format(feet, inches), [feet, inches]), "to": unit(draw, to)}


_SAME_KIND = ({"distance", "length", "sea"}, {"energy"}, {"power"})


def _incompatible(draw: Draw) -> Mapping[str, Slot]:
    source, target = draw.random.sample(sorted(UNITS), 2)
    kinds = {UNITS[source].kind, UNITS[target].kind}
    if len(kinds) == 1 or any(kinds <= same for same in _SAME_KIND) or kinds & {"data", "energy", "power"}:
        return _incompatible(draw)
    return {"value": measure(draw, source), "to": unit(draw, target)}


FAMILIES = (
    Family("convert_units", said.CONVERT, _pair_of(), _solve, weight=2.5),
    Family("convert_temperature", said.TEMPERATURE, _temperature, _solve, weight=1.2),
    Family("convert_distance", said.DISTANCE, _pair_of("distance", "sea"), _solve, weight=0.6),
    Family("convert_length", said.LENGTH, _pair_of("m", "ft", "yd"), _solve, weight=0.4),
    Family("convert_size", said.SIZE, _pair_of("cm", "inch", "mm"), _solve, weight=0.5),
    Family("convert_mass", said.MASS, _pair_of("mass"), _solve, weight=0.6),
    Family("convert_volume", said.VOLUME, _pair_of("volume"), _solve, weight=0.4),
    Family("convert_land", said.LAND, _pair_of("km²", "mi²", "ha", "acre"), _solve, weight=0.3),
    Family("convert_room", said.ROOM, _pair_of("m²", "ft²"), _solve, weight=0.2),
    Family("convert_speed", said.SPEED, _pair_of("speed"), _solve, weight=0.5),
    Family("convert_time", said.TIME, _pair_of("time"), _solve, weight=0.4),
    Family("one_unit", said.ONE, _one, _solve, weight=0.4),
    Family("two_units", said.TWO_TARGETS, _two, _solve_two, weight=0.4),
    Family("height", said.HEIGHT, _height, _solve_height, weight=0.5),
    Family("incompatible_units", said.INCOMPATIBLE, _incompatible, _solve_incompatible, weight=0.6),
)
