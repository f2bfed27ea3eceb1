"""Sunrise, sunset and the length of the day in a city: one call, and honest words for the polar day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from training.travel.desk import Desk, Fact
from training.travel.draw import Draw, Slot, held_out
from training.travel.facts import text, yes
from training.travel.families.times import placed_city
from training.travel.family import Family
from training.travel.moments import shown

Sun = Mapping[str, str | None]
"""What ``sun_times`` returns."""

# Cities near or beyond the polar circle that the tools know.
_ARCTIC = """Tromsø Murmansk Longyearbyen Norilsk Vorkuta Bodø Kiruna Rovaniemi Alta Apatity Severomorsk
Salekhard Harstad Kirovsk Dudinka Kandalaksha Monchegorsk Polyarnyy Zapolyarnyy Olenegorsk
Kayyerkan Labytnangi"""


def sun_place(draw: Draw, arctic: float = 0.08) -> dict[str, Slot]:
    """A city and a day; in this share of all draws an arctic one, mostly around a solstice."""
    names = [name for name in _ARCTIC.split() if held_out(name) == draw.dev]
    if not names or not draw.chance(arctic):
        return {"city": placed_city(draw), "day": draw.day()}
    name = draw.one(names)
    return {"city": Slot(name, name), "day": draw.day() if draw.chance(0.3) else _near_solstice(draw)}


def _near_solstice(draw: Draw) -> Slot:
    solstice = date(draw.random.randrange(2019, 2029), draw.one((6, 12)), 21)
    day = solstice + timedelta(days=draw.random.randrange(-35, 36))
    return Slot(draw.said_date(day), day.isoformat())


def no_sun(sun: Sun, city: str) -> tuple[str, Fact] | None:
    """What to say where the sun does not rise, or not set, and the fact; None on an ordinary day."""
    rise, fall = sun["sunrise"], sun["sunset"]
    if rise and fall:
        return None
    if rise:
        return f"the sun rises at {rise} in {city} but does not set", text("not set", "no sunset")
    if fall:
        return f"the sun sets at {fall} in {city} but does not rise", text("not rise", "no sunrise")
    if sun["day_length"] == "24:00":
        up = text(
            "not set", "doesn't set", "up all day", "never set", "nor set", "no sunset", "24 hours", "24:00"
        )
        return f"the sun does not set in {city}, so it is up all day", up
    down = text(
        "not rise",
        "doesn't rise",
        "down all day",
        "never rise",
        "nor rise",
        "no sunrise",
        "polar night",
        "00:00",
    )
    return f"the sun does not rise in {city}, so it is down all day", down


def lasting(length: str) -> Fact:
    """The answer says this length of a day (``15:04``)."""
    hours, minutes = int(length[:2]), int(length[3:])
    ways = ("{} hours and {} minutes", "{} hours {} minutes", "{} h {} min", "{}h {}m", "{}h{}m")
    return text(length, *(way.format(hours, minutes) for way in ways))


Told = tuple[str, tuple[Fact, ...]]
"""What follows the date in an answer, and its facts."""


def sunrise(sun: Sun, city: str) -> Told:
    """Of an ordinary day."""
    return f"the sun rises at {sun['sunrise']} in {city}", (shown(str(sun["sunrise"])),)


def sunset(sun: Sun, city: str) -> Told:
    """Of an ordinary day."""
    return f"the sun sets at {sun['sunset']} in {city}", (shown(str(sun["sunset"])),)


def both(sun: Sun, city: str) -> Told:
    """Sunrise and sunset of an ordinary day."""
    said = f"the sun rises at {sun['sunrise']} and sets at {sun['sunset']} in {city}"
    return said, (shown(str(sun["sunrise"])), shown(str(sun["sunset"])))


def length(sun: Sun, city: str) -> Told:
    """Of an ordinary day."""
    return f"the day is {sun['day_length']} hours long in {city}", (lasting(str(sun["day_length"])),)


def all_three(sun: Sun, city: str) -> Told:
    """Sunrise, sunset and length of an ordinary day."""
    said, facts = both(sun, city)
    return f"{said}, and the day is {sun['day_length']} hours long", (*facts, lasting(str(sun["day_length"])))


def tell(
    desk: Desk, sun: Sun, city: str, day: str, told: Callable[[Sun, str], Told], after: str = ""
) -> None:
    """Answer with what was asked of this day, or that the sun stays up or down."""
    without = no_sun(sun, city)
    known = f"I know the sun times of {city}."
    if without is not None:
        desk.finish(f"On {day} {without[0]}.", f"On {day} {without[0]}.", without[1])
    said, facts = told(sun, f"{city}{after}")
    desk.finish(known, f"On {day} {said}.", *facts)


def telling(told: Callable[[Sun, str], Told]) -> Callable[..., None]:
    """The expert for one city and day."""

    def solve(desk: Desk, city: str, day: str) -> None:
        tell(desk, desk.call("sun_times", city=city, date=day), city, day, told)

    return solve


def _ordinary(draw: Draw) -> Mapping[str, Slot]:
    return sun_place(draw)


def _often_polar(draw: Draw) -> Mapping[str, Slot]:
    return sun_place(draw, arctic=0.8)


def _does(event: str, verb: str) -> Callable[..., None]:
    """The expert for whether the sun rises, or sets, at all."""

    def solve(desk: Desk, city: str, day: str) -> None:
        sun: dict[str, Any] = desk.call("sun_times", city=city, date=day)
        if sun[event]:
            known = f"The {event} is at {sun[event]}, so the sun does {verb}."
            desk.finish(known, f"Yes, on {day} the sun {verb}s at {sun[event]} in {city}.", yes(True))
        state = {"24:00": "up all day", "00:00": "down all day"}.get(sun["day_length"] or "", "")
        known = f"There is no {event}" + (f" and the sun is {state}." if state else ".")
        why = f" because it is {state}" if state else ""
        desk.finish(known, f"No, on {day} the sun does not {verb} in {city}{why}.", yes(False))

    return solve


FAMILIES = (
    Family("sunrise", _ordinary, telling(sunrise), weight=1.7),
    Family("sunset", _ordinary, telling(sunset), weight=1.7),
    Family("day_length", _ordinary, telling(length), weight=1.5),
    Family("sunrise_and_sunset", _ordinary, telling(both), weight=1.0),
    Family("sun_all", _ordinary, telling(all_three), weight=0.5, asks="sunrise, sunset and day length"),
    Family("does_sun_set", _often_polar, _does("sunset", "set"), weight=0.4, asks="whether the sun sets"),
    Family("does_sun_rise", _often_polar, _does("sunrise", "rise"), weight=0.4, asks="whether the sun rises"),
)
