"""From a country to its capital, and from there to its sun, place, people, clock and the way to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from training.travel.amounts import CODES, codes, money
from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import number, text
from training.travel.families.arithmetic import calculated
from training.travel.families.city_facts import facts_of, told
from training.travel.families.country_facts import start, the
from training.travel.families.money import converted
from training.travel.families.money_places import solvable_country
from training.travel.families.stops import capital_of, flown, lasting, people_in, shifted, two_countries
from training.travel.families.sun import Sun, Told, length, sunrise, tell
from training.travel.family import Family
from training.travel.moments import clock_at, now


def _country(draw: Draw) -> Mapping[str, Slot]:
    return {"country": draw.country()}


def _country_day(draw: Draw) -> Mapping[str, Slot]:
    return {"country": draw.country(), "day": draw.day()}


def _sun(event: Callable[[Sun, str], Told]) -> Callable[..., None]:
    """The expert for one event of the sun in the capital."""

    def solve(desk: Desk, country: str, day: str) -> None:
        capital, known = capital_of(desk, country)
        tell(desk, desk.call("sun_times", known, city=capital, date=day), capital, day, event)

    return solve


def _solve_where(desk: Desk, country: str) -> None:
    capital, known = capital_of(desk, country)
    info = desk.call("city_info", known, city=capital)
    answer = told({"city": capital}, info, "coordinates")
    desk.finish(f"I know the coordinates of {capital}.", answer, *facts_of(info, "coordinates"))


def _solve_share(desk: Desk, country: str) -> None:
    land = desk.call("country_info", country=country)
    capital, whole, name = land["capital"], land["population"], the(land["country"])
    if not capital or not whole:
        raise Unusable(f"{country} has the capital {capital} and {whole} people")
    known = f"The capital of {name} is {capital} and {name} has {whole} inhabitants."
    info = desk.call("city_info", known, city=capital)
    if info["country"] != land["country"] or not 0 < info["population"] < whole:
        raise Unusable(f"{capital} is in {info['country']} and has {info['population']} people")
    known = f"{capital} has {info['population']} inhabitants."
    share = calculated(desk, f"{info['population']}/{whole}*100", known)
    answer = f"{share} percent of the people of {name} live in {capital}."
    desk.finish(f"I know the share of {capital}.", answer, number(share, 0.05))


def _solve_together(desk: Desk, a: str, b: str) -> None:
    first, known = capital_of(desk, a)
    second, known = capital_of(desk, b, known)
    some, known = people_in(desk, first, known)
    others, known = people_in(desk, second, known)
    value = calculated(desk, f"{some}+{others}", known)
    answer = f"{first} and {second} have {value} inhabitants together."
    desk.finish(f"I know how many people live in {first} and {second}.", answer, number(value))


def _city_country(draw: Draw) -> Mapping[str, Slot]:
    return {"city": draw.city(), "country": draw.country()}


def _solve_flight(desk: Desk, city: str, country: str) -> None:
    capital, known = capital_of(desk, country)
    way, _ = flown(desk, city, capital, known)
    answer = lasting(city, capital, way)
    desk.finish(f"I know the flight time from {city} to {capital}.", answer, number(way["hours"]))


def _city_country_now(draw: Draw) -> Mapping[str, Slot]:
    return {**_city_country(draw), "now": now(draw)}


def _solve_clock(desk: Desk, city: str, country: str, now: str | None) -> None:
    capital, known = capital_of(desk, country)
    if capital == city:
        raise Unusable("the city is the capital")
    with clock_at(now):
        why, told, facts = shifted(desk, city, capital, known)
    desk.finish(f"{why}, so {told}.", f"{told}.", *facts)


def _sum_country(draw: Draw) -> Mapping[str, Slot]:
    return {"sum": money(draw, codes(draw, 1)[0]), "country": solvable_country(draw)}


def _solve_money(desk: Desk, sum: list[Any], country: str) -> None:
    amount, source = sum
    info = desk.call("country_info", country=country)
    capital, target = info["capital"], info["currency"]
    if not capital or target == source or target not in CODES:
        raise Unusable(f"{country} has the capital {capital} and the currency {target}")
    seat = f"the capital of {the(country)} is {capital}"
    found = converted(desk, amount, source, target, f"{start(seat)} and its currency is {target}.")
    answer = start(f"{seat} and {found.told} at the rate of {found.day}.")
    desk.finish(
        f"I know the capital of {the(country)} and the sum.", answer, text(capital), number(found.value)
    )


FAMILIES = (
    Family("capital_sunrise", _country_day, _sun(sunrise), weight=0.5),
    Family("capital_day_length", _country_day, _sun(length), weight=0.5),
    Family("capital_where", _country, _solve_where, weight=0.8, asks="coordinates of the capital"),
    Family("capital_share", _country, _solve_share, weight=0.4, asks="share of the capital's people"),
    Family(
        "capitals_together",
        two_countries,
        _solve_together,
        weight=0.4,
        asks="populations of the capitals together",
    ),
    Family("flight_to_capital", _city_country, _solve_flight, weight=0.5, asks="flight time to the capital"),
    Family("clock_to_capital", _city_country_now, _solve_clock, weight=0.4, dev_only=True),
    Family(
        "capital_and_money",
        _sum_country,
        _solve_money,
        weight=0.4,
        asks="capital of a country and a sum in its currency",
    ),
)
