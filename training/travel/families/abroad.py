"""From a city to its country's money, phone code and holidays, with what else one asks of the city."""

from __future__ import annotations

from collections.abc import Mapping

from training.travel.amounts import CODES, codes, currency, said_number, sum_of
from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import clock, number, yes
from training.travel.families.city_countries import clear_cities, clear_city
from training.travel.families.country_facts import clause, facts_of, start, the
from training.travel.families.money import converted, sum_is
from training.travel.families.money_places import currency_of
from training.travel.families.stops import country_of, flown, holiday, lasting, money_named
from training.travel.families.sun import no_sun, sunset
from training.travel.families.times import timezone
from training.travel.family import Family
from training.travel.moments import clock_at, now, split
from training.travel.places import country_of as home
from umi.tools.travel.countries import country_info


def _local(draw: Draw, city: str) -> Slot:
    """A number of the units of money used in the city."""
    value = sum_of(draw, country_info(home(city))["currency"])
    return Slot(said_number(draw, value), value)


def _rated_city(draw: Draw) -> Slot:
    """A city whose money mostly has a rate."""
    city = clear_city(draw)
    rated = country_info(home(city.meant))["currency"] in CODES
    return city if rated or draw.chance(0.15) else _rated_city(draw)


def _price(draw: Draw) -> Mapping[str, Slot]:
    city = _rated_city(draw)
    return {"city": city, "local": _local(draw, city.meant), "to": currency(draw, codes(draw, 1)[0])}


def _money_in(desk: Desk, city: str, known: str = "") -> tuple[str, str]:
    """The currency used in the city, and the sentence that says so."""
    country, known = country_of(desk, city, known)
    return currency_of(desk, country, known)


def _exchange(desk: Desk, local: float, source: str, target: str, known: str) -> None:
    if source == target:
        raise Unusable("nothing to convert")
    found = converted(desk, local, source, target, known)
    knows = f"I know what {sum_is(local, source)} in {target}."
    desk.finish(knows, f"{found.told} at the rate of {found.day}.", number(found.value))


def _solve_price(desk: Desk, city: str, local: float, to: str) -> None:
    source, known = _money_in(desk, city)
    _exchange(desk, local, source, to, known)


def _between(draw: Draw) -> Mapping[str, Slot]:
    a, b = _rated_city(draw), _rated_city(draw)
    return _between(draw) if a.meant == b.meant else {"a": a, "b": b, "local": _local(draw, a.meant)}


def _solve_between(desk: Desk, a: str, b: str, local: float) -> None:
    source, known = _money_in(desk, a)
    target, known = _money_in(desk, b, known)
    _exchange(desk, local, source, target, known)


def _city_now(draw: Draw) -> Mapping[str, Slot]:
    return {"city": clear_city(draw), "now": now(draw)}


def _solve_dial(desk: Desk, city: str, now: str | None) -> None:
    country, known = country_of(desk, city)
    land = desk.call("country_info", known, country=country)
    code = clause("phone code", land)
    with clock_at(now):
        date, time = split(desk.call("local_time", start(f"{code}."), city=city)["local_time"])
    answer = start(f"{code} and it is now {time} on {date} in {city}.")
    knows = f"I know the phone code of {the(country)} and the local time in {city}."
    desk.finish(knows, answer, *facts_of("phone code", land), clock(timezone(city)))


def _city_day(draw: Draw) -> Mapping[str, Slot]:
    return {"city": clear_city(draw), "day": draw.day()}


def _solve_holiday(desk: Desk, city: str, day: str) -> None:
    country, known = country_of(desk, city)
    found, told = holiday(desk, country, day, known)
    money, _ = currency_of(desk, country, f"{told}.")
    answer = (
        f"{'Yes' if found['is_holiday'] else 'No'}, {told} and the currency of {the(country)} is {money}."
    )
    knows = f"{told} and I know the currency of {the(country)}."
    desk.finish(knows, answer, yes(found["is_holiday"]), money_named(money))


def _two_day(draw: Draw) -> Mapping[str, Slot]:
    return {**clear_cities(draw), "day": draw.day()}


def _solve_sunset(desk: Desk, a: str, b: str, day: str) -> None:
    way, _ = flown(desk, a, b)
    told = lasting(a, b, way)
    sun = desk.call("sun_times", told, city=b, date=day)
    if no_sun(sun, b):
        raise Unusable(f"no sunset in {b}")
    said, facts = sunset(sun, b)
    answer = f"{told[:-1]} and on {day} {said}."
    knows = f"I know the flight time from {a} to {b} and the sun times of {b}."
    desk.finish(knows, answer, number(way["hours"]), *facts)


FAMILIES = (
    Family("money_from_city", _price, _solve_price, weight=0.5, asks="convert money of a city"),
    Family(
        "money_between_cities",
        _between,
        _solve_between,
        weight=0.4,
        dev_only=True,
        asks="convert money of a city to money of a city",
    ),
    Family(
        "dial_and_time", _city_now, _solve_dial, weight=0.4, asks="city country phone code and local time"
    ),
    Family(
        "holiday_and_money",
        _city_day,
        _solve_holiday,
        weight=0.4,
        asks="city holiday and city country currency",
    ),
    Family("flight_and_sunset", _two_day, _solve_sunset, weight=0.4, asks="flight time and sunset"),
)
