"""Two sun times compared: longer day, earlier sunrise, and by how much."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from training.travel.desk import Desk, Fact, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import number, text
from training.travel.families.sun import Sun, sun_place
from training.travel.family import Family

OPPOSITE = {"longer": "shorter", "shorter": "longer", "earlier": "later", "later": "earlier"}


def ordinary_sun(desk: Desk, city: str, day: str, known: str = "") -> Mapping[str, str]:
    """The sun times of a day with sunrise before sunset.

    Raises:
        Unusable: the sun does not rise or set, or sets after midnight: nothing to compare.
    """
    found: Sun = desk.call("sun_times", known, city=city, date=day)
    sun = {key: value for key, value in found.items() if value is not None}
    if len(sun) < 3 or sun["sunset"] < sun["sunrise"]:
        raise Unusable(f"the sun of {city} on {day}: {found}")
    return sun


def _both(desk: Desk, a: str, b: str, day: str, what: str, name: str) -> tuple[str, str]:
    """This sun time of two cities; never the same."""
    first = ordinary_sun(desk, a, day)[what]
    second = ordinary_sun(desk, b, day, f"The {name} in {a} is {first}.")[what]
    if first == second:
        raise Unusable(f"the same {name}")
    return first, second


def _chosen(a: str, b: str, first: str, second: str, wish: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The city that the user looks for with its value, and the other."""
    smaller, larger = sorted(((first, a), (second, b)))
    won, lost = (larger, smaller) if wish in ("longer", "later") else (smaller, larger)
    return (won[1], won[0]), (lost[1], lost[0])


def _solve_longer(desk: Desk, a: str, b: str, day: str, wish: str) -> None:
    first, second = _both(desk, a, b, day, "day_length", "day length")
    (city, value), (other, less) = _chosen(a, b, first, second, wish)
    desk.finish(
        f"The day length is {first} in {a} and {second} in {b}, so the day is {wish} in {city}.",
        f"On {day} the day is {wish} in {city} ({value} hours) than in {other} ({less} hours).",
        _choice(city, other, wish),
    )


def _solve_earlier(desk: Desk, a: str, b: str, day: str, event: str, wish: str) -> None:
    first, second = _both(desk, a, b, day, event, event)
    (city, value), (other, less) = _chosen(a, b, first, second, wish)
    desk.finish(
        f"The {event} is at {first} in {a} and at {second} in {b}, so it is {wish} in {city}.",
        f"On {day} the {event} is {wish} in {city} ({value}) than in {other} ({less}).",
        _choice(city, other, wish),
    )


def _choice(city: str, other: str, wish: str) -> Fact:
    """The answer chooses this city, in words that leave no doubt."""
    ways = (
        "{} in {}",
        "{1} has the {0}",
        "{1} has a {0}" if wish in ("longer", "shorter") else "{1} has {0}",
    )
    said = [way.format(wish, city) for way in ways]
    return text(*said, *(way.format(OPPOSITE[wish], other) for way in ways))


def _solve_days(desk: Desk, city: str, day: str, other: str) -> None:
    first = ordinary_sun(desk, city, day)["day_length"]
    second = ordinary_sun(desk, city, other, f"The day length on {day} is {first}.")["day_length"]
    if first == second:
        raise Unusable("the same length")
    (longer, value), (shorter, less) = _chosen(day, other, first, second, "longer")
    desk.finish(
        f"The day length is {first} on {day} and {second} on {other}, so the day is longer on {longer}.",
        f"In {city} the day is longer on {longer} ({value} hours) than on {shorter} ({less} hours).",
        text(*_days(longer, "longer"), *_days(shorter, "shorter")),
    )


def _days(day: str, wish: str) -> list[str]:
    """How an answer may name the day of its choice."""
    date = datetime.fromisoformat(day)
    return [f"{wish} on {said}" for said in (day, f"{date.day} {date:%B}", f"{date:%B} {date.day}")]


def minutes_of(length: str) -> str:
    """The expression for the minutes of ``09:05``: no leading zeros, which are no numbers."""
    return f"({int(length[:2])} * 60 + {int(length[3:])})"


def _solve_gap(desk: Desk, a: str, b: str, day: str) -> None:
    first, second = _both(desk, a, b, day, "day_length", "day length")
    known = f"The day length in {b} is {second}."
    minutes = desk.call("calculate", known, expression=f"{minutes_of(first)} - {minutes_of(second)}")["value"]
    wish = "longer" if minutes > 0 else "shorter"
    size = f"{abs(minutes)} minute{'' if abs(minutes) == 1 else 's'}"
    desk.finish(
        f"The difference is {minutes} minutes, so the day in {a} is {size} {wish} than in {b}.",
        f"On {day} the day in {a} is {size} {wish} than in {b}.",
        number(abs(minutes), within=1e-6),
    )


def _two(draw: Draw) -> dict[str, Slot]:
    a, b = draw.cities(2)
    return {"a": a, "b": b, "day": draw.day()}


def _wish(draw: Draw, *wishes: str) -> Slot:
    wish = draw.one(wishes)
    return Slot(wish, wish)


def _draw_longer(draw: Draw) -> Mapping[str, Slot]:
    return {**_two(draw), "wish": _wish(draw, "longer", "longer", "shorter")}


def _draw_earlier(draw: Draw) -> Mapping[str, Slot]:
    event, wish = _wish(draw, "sunrise", "sunset"), _wish(draw, "earlier", "later")
    return {**_two(draw), "event": event, "wish": wish}


def _draw_days(draw: Draw) -> Mapping[str, Slot]:
    return {**sun_place(draw, arctic=0), "other": draw.day()}


FAMILIES = (
    Family("longer_day", _draw_longer, _solve_longer, weight=0.8),
    Family("earlier_sun", _draw_earlier, _solve_earlier, weight=0.8),
    Family("longer_of_two_days", _draw_days, _solve_days, weight=0.4),
    Family("day_length_gap", _two, _solve_gap, weight=0.4),
)
