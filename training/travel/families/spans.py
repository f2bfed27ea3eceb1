"""Spans of time and way that are added up: arrivals by the local clock, light and dark, tours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise

from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import number
from training.travel.families.arithmetic import calculated
from training.travel.families.city_countries import clear_cities
from training.travel.families.flights import End, draw_ends, fly
from training.travel.families.sun import no_sun
from training.travel.families.time_differences import hours_ahead
from training.travel.families.times import timezone
from training.travel.family import Family
from training.travel.moments import shown, time_of_day
from umi.errors import ToolError
from umi.tools.travel.airports import find_airports, flight_distance
from umi.tools.travel.zones import zone


def _flight(draw: Draw) -> Mapping[str, Slot]:
    cities = clear_cities(draw)
    hours = _usual_hours(cities["a"].meant, cities["b"].meant)
    while not "05:00" <= (time := time_of_day(draw)).meant <= "22:00" or time.meant[3:] != "00":
        pass
    return {**cities, "time": time, "day": draw.day(), "hours": Slot(str(hours), hours)}


def _usual_hours(a: str, b: str) -> int:
    """How long such a flight takes, in whole hours.

    Raises:
        Unusable: one of the cities has no airport.
    """
    try:
        origin, destination = (find_airports(city)[0]["iata"] for city in (a, b))
        hours: float = flight_distance(origin, destination)["hours"]
    except ToolError as error:
        raise Unusable(str(error)) from error
    return max(2, round(hours))


def _solve_arrival(desk: Desk, a: str, b: str, time: str, day: str, hours: int) -> None:
    ahead = hours_ahead(desk, a, b, day)
    known = f"The time difference from {a} to {b} is {ahead} hours."
    value = calculated(desk, f"({int(time[:2])}+{hours}{ahead:+g})%24", known)
    local = f"{int(value):02}:{round(value % 1 * 60):02}"
    # The tool's difference is that of one noon: a clock that is put forward on the way spoils it.
    if local != _landing(a, b, f"{day}T{time}", hours):
        raise Unusable("a clock changes on the way")
    answer = f"The flight from {a} lands at {local} local time in {b}."
    desk.finish(f"I know the result, {value}, so the local time in {b} is {local}.", answer, shown(local))


def _landing(a: str, b: str, departure: str, hours: int) -> str:
    """What the clock in b shows so many hours after the departure, local time of a."""
    start = datetime.fromisoformat(departure).replace(tzinfo=zone(timezone(a)))
    end = datetime.fromtimestamp(start.timestamp(), zone("UTC")) + timedelta(hours=hours)
    return f"{end.astimezone(zone(timezone(b))):%H:%M}"


def _city_day(draw: Draw) -> Mapping[str, Slot]:
    return {"city": draw.city(), "day": draw.day()}


def _minutes(desk: Desk, city: str, day: str, less: str = "") -> float:
    """The length of the day in minutes, or what is left of ``less``."""
    sun = desk.call("sun_times", city=city, date=day)
    if no_sun(sun, city):
        raise Unusable("no ordinary day")
    hours, minutes = map(int, sun["day_length"].split(":"))
    length = f"{hours}*60+{minutes}"
    known = f"The day is {sun['day_length']} hours long in {city}."
    return calculated(desk, f"{less}-({length})" if less else length, known)


def _solve_light(desk: Desk, city: str, day: str) -> None:
    value = _minutes(desk, city, day)
    answer = f"On {day} the day is {value} minutes long in {city}."
    desk.finish(f"I know the result, {value}.", answer, number(value))


def _solve_dark(desk: Desk, city: str, day: str) -> None:
    value = _minutes(desk, city, day, "24*60")
    answer = f"On {day} the sun is down for {value} minutes in {city}."
    desk.finish(f"I know the result, {value}.", answer, number(value))


def _codes(draw: Draw) -> Mapping[str, Slot]:
    return draw_ends(draw, "abcd", codes=True)


def _solve_tour(desk: Desk, a: End, b: End, c: End, d: End) -> None:
    stops = [end["iata"] for end in (a, b, c, d)]
    known, legs = "", list[str]()
    for origin, destination in pairwise(stops):
        km = fly(desk, known, origin, destination)["km"]
        known, legs = f"The distance from {origin} to {destination} is {km} km.", [*legs, str(km)]
    value = calculated(desk, "+".join(legs), known)
    way = f"from {stops[0]} to {stops[3]} by way of {stops[1]} and {stops[2]}"
    desk.finish(f"I know the distance {way}.", f"The way {way} is {value} km.", number(value))


FAMILIES = (
    Family("arrival_clock", _flight, _solve_arrival, weight=0.5, asks="local time of arrival"),
    Family("daylight_minutes", _city_day, _solve_light, weight=0.4, asks="day length in minutes"),
    Family("dark_minutes", _city_day, _solve_dark, weight=0.4, dev_only=True),
    Family("tour_of_codes", _codes, _solve_tour, weight=0.4, asks="way with two stops in km"),
)
