"""Measures compared, limits, two units at once, feet with inches, and units that do not go together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from training.travel.amounts import tidy
from training.travel.comparing import compared, verdict
from training.travel.desk import Desk, ToolFailed
from training.travel.draw import Draw, Slot
from training.travel.facts import number, text, yes
from training.travel.families.money_compare import refuse_close
from training.travel.families.units import in_unit, solve
from training.travel.family import Family
from training.travel.measures import PAIRS, TEMPERATURES, UNITS, counted, is_are, measure, unit
from umi.tools.travel.units import convert_units


def _which(desk: Desk, a: list[Any], b: list[Any]) -> tuple[bool, str, str]:
    """Whether the first measure is more, what it is in the other's unit, and the larger number."""
    value, code = a
    found = in_unit(desk, value, code, b[1])
    refuse_close(found, b[0])
    told = f"{is_are(value, code)} {counted(found, b[1])}"
    return found > b[0], told, compared(desk, f"{told}.", found, b[0])


def _solve_more(desk: Desk, a: list[Any], b: list[Any], wanted: str = "more") -> None:
    more, told, extreme = _which(desk, a, b)
    word = "more" if more else "less"
    start = "Yes" if word == wanted else "No"
    other = counted(b[0], b[1])
    desk.finish(
        f"{told}, {extreme}, which is {word} than {other}. {verdict(word, wanted)}",
        f"{start}, {is_are(a[0], a[1])} {word} than {other}: {told}.",
        yes(word == wanted),
    )


def _solve_less(desk: Desk, a: list[Any], b: list[Any]) -> None:
    _solve_more(desk, a, b, "less")


def _solve_which(desk: Desk, a: list[Any], b: list[Any]) -> None:
    more, told, extreme = _which(desk, a, b)
    larger, smaller = (a, b) if more else (b, a)
    winner = counted(larger[0], larger[1])
    conclusion = f"{is_are(larger[0], larger[1])} more than {counted(smaller[0], smaller[1])}"
    desk.finish(
        f"{told}, {extreme}, so {conclusion}.",
        f"{conclusion}: {told}.",
        text(*(f"{winner} {are} {word}" for are in ("is", "are") for word in ("more", "larger"))),
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
        solve(desk, value, to)
    except ToolFailed:
        desk.give_up(f"{source} and {to} measure different things, so this cannot be converted.")


def _two_measures(*kinds: str) -> Callable[[Draw], Mapping[str, Slot]]:
    """A draw of two measures of nearly the same size in different units, of these kinds or of all."""
    pairs = [
        pair
        for pair in (*PAIRS, *TEMPERATURES)
        if not kinds or (UNITS[pair[0]].kind in kinds and not {"tonne", "K"} & set(pair))
    ]

    def draw_two(draw: Draw) -> Mapping[str, Slot]:
        source, target = draw.one(pairs)
        a = measure(draw, source)
        near = convert_units(a.meant[0], source, target)["value"]
        value = near + draw.random.uniform(-15, 15) if "°" in target else near * draw.random.uniform(0.6, 1.5)
        digits = 0 if abs(value) >= 10 or "°" in target else 1 if abs(value) >= 1 else 3
        return {"a": a, "b": measure(draw, target, tidy(round(value, digits)))}

    return draw_two


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


def _luggage(draw: Draw) -> Mapping[str, Slot]:
    """A bag and an allowance as airlines have it, one in kilograms and one in pounds."""
    kilos = draw.one((7, 8, 10, 12, 15, 20, 23, 23, 25, 30, 32))
    pounds = draw.one((15, 18, 22, 25, 33, 40, 44, 50, 50, 55, 62, 70))
    if draw.chance(0.5):
        bag = round(kilos / 0.4536 * draw.random.uniform(0.75, 1.3), draw.one((0, 0, 1)))
        return {"a": measure(draw, "lb", tidy(bag)), "b": measure(draw, "kg", kilos)}
    bag = round(pounds * 0.4536 * draw.random.uniform(0.75, 1.3), draw.one((0, 0, 1)))
    return {"a": measure(draw, "kg", tidy(bag)), "b": measure(draw, "lb", pounds)}


FAMILIES = (
    Family("measure_more", _two_measures(), _solve_more, weight=0.5, asks="whether more"),
    Family("measure_less", _two_measures(), _solve_less, weight=0.3, asks="whether less"),
    Family("measure_which", _two_measures(), _solve_which, weight=0.5),
    Family("heavier", _two_measures("mass"), _solve_more, weight=0.2, asks="whether more"),
    Family("longer", _two_measures("distance", "sea"), _solve_more, weight=0.2, asks="whether more"),
    Family("warmer", _two_measures("temperature"), _solve_more, weight=0.2, asks="whether more"),
    Family("faster", _two_measures("speed"), _solve_more, weight=0.2, asks="whether more"),
    Family("luggage_over", _luggage, _solve_more, weight=0.7, asks="whether more"),
    Family("luggage_within", _luggage, _solve_less, weight=0.7, asks="whether less"),
    Family("two_units", _two, _solve_two, weight=0.4),
    Family("height", _height, _solve_height, weight=0.5),
    Family("incompatible_units", _incompatible, _solve_incompatible, weight=0.6, asks="convert units"),
)
