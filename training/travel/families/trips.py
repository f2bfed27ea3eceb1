"""Trips by air that need more than the distance: another unit, a price for each km, clocks, other facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from training.travel.amounts import codes, money
from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.facts import number, text, yes
from training.travel.families.country_facts import the
from training.travel.families.stops import (
    capital_of,
    country_of,
    currency_of,
    flown,
    holiday,
    lasting,
    money_named,
    people_in,
    shifted,
    two_countries,
)
from training.travel.family import Family
from training.travel.moments import clock_at, now

_UNITS = {
    "nautical mile": ("nautical miles", "sea miles"),
    "m": ("meters", "metres"),
    "ft": ("feet", "ft"),
    "yd": ("yards",),
}
"""What the tool gets → how users say it; the first also how answers do."""


def _two(draw: Draw) -> Mapping[str, Slot]:
    a, b = draw.cities(2)
    return {"a": a, "b": b}


def _unit(draw: Draw) -> Mapping[str, Slot]:
    unit = draw.one(("nautical mile", "nautical mile", *_UNITS))
    return {**_two(draw), "unit": Slot(draw.one(_UNITS[unit]), unit)}


def _solve_unit(desk: Desk, a: str, b: str, unit: str) -> None:
    way, known = flown(desk, a, b)
    value = desk.call("convert_units", known, value=way["km"], from_unit="km", to_unit=unit)["value"]
    answer = f"The distance from {a} to {b} is {value} {_UNITS[unit][0]}."
    desk.finish(f"I know the distance from {a} to {b}.", answer, number(value))


def _solve_minutes(desk: Desk, a: str, b: str) -> None:
    way, _ = flown(desk, a, b)
    known = lasting(a, b, way)
    value = desk.call("convert_units", known, value=way["hours"], from_unit="h", to_unit="min")["value"]
    answer = f"The flight from {a} to {b} takes {value} minutes."
    desk.finish(f"I know the flight time from {a} to {b}.", answer, number(value))


def _ticket(draw: Draw) -> Mapping[str, Slot]:
    code = draw.one(("EUR", "EUR", "USD", "USD", "GBP", "CHF", *codes(draw, 1)))
    value = draw.random.randint(3, 90) * draw.one((5, 10, 10)) + draw.one((0, 0, 0, 9))
    return {**_two(draw), "price": money(draw, code, value)}


def _solve_price(per: str, desk: Desk, a: str, b: str, price: list[Any]) -> None:
    way, known = flown(desk, a, b)
    unit = {"km": "km", "miles": "mile", "hours": "hour"}[per]
    if per == "miles":
        known = f"The distance from {a} to {b} is {way['miles']} miles."
    if per == "hours":
        known = lasting(a, b, way)
    value = desk.call("calculate", known, expression=f"{price[0]}/{way[per]}")["value"]
    answer = f"The flight from {a} to {b} costs {value} {price[1]} per {unit}."
    desk.finish(f"I know the price per {unit}.", answer, number(value, 0.02))


def _exhaust(draw: Draw) -> Mapping[str, Slot]:
    rate = draw.random.randrange(8, 26) / 100
    return {**_two(draw), "rate": Slot(f"{rate:g} kg", rate)}


def _solve_exhaust(desk: Desk, a: str, b: str, rate: float) -> None:
    way, known = flown(desk, a, b)
    value = desk.call("calculate", known, expression=f"{way['km']}*{rate:g}")["value"]
    answer = f"The flight from {a} to {b} causes {value} kg of CO2."
    desk.finish(f"I know the CO2 of the flight from {a} to {b}.", answer, number(value))


def _two_now(draw: Draw) -> Mapping[str, Slot]:
    return {**_two(draw), "now": now(draw)}


def _solve_clocks(what: str, desk: Desk, a: str, b: str, now: str | None) -> None:
    way, known = flown(desk, a, b)
    if what == "hours":
        known = lasting(a, b, way)
    with clock_at(now):
        why, told, facts = shifted(desk, a, b, known)
    desk.finish(f"{why}, so {told}.", f"{known[:-1]} and {told}.", number(way[what]), *facts)


def _solve_people(desk: Desk, a: str, b: str) -> None:
    way, known = flown(desk, a, b)
    people, clause = people_in(desk, b, known)
    answer = f"{known[:-1]} and {clause}"
    desk.finish(f"I know the distance and the population of {b}.", answer, number(way["km"]), number(people))


def _solve_money(desk: Desk, a: str, b: str) -> None:
    way, told = flown(desk, a, b)
    country, known = country_of(desk, b, told)
    currency, known = currency_of(desk, country, known)
    answer = f"{told[:-1]} and the currency of {the(country)} is {currency}."
    desk.finish(
        f"I know the distance and the currency of {the(country)}.",
        answer,
        number(way["km"]),
        money_named(currency),
    )


def _two_and_day(draw: Draw) -> Mapping[str, Slot]:
    return {**_two(draw), "day": draw.day()}


def _solve_holiday(desk: Desk, a: str, b: str, day: str) -> None:
    country, known = country_of(desk, b)
    found, clause = holiday(desk, country, day, known)
    way, told = flown(desk, a, b, f"{clause}.")
    word = "Yes" if found["is_holiday"] else "No"
    facts = [yes(found["is_holiday"]), number(way["km"])]
    answer = f"{word}, {clause} and t{told[1:]}"
    desk.finish(f"{clause} and I know the distance.", answer, *facts)


def _solve_capitals(what: str, desk: Desk, a: str, b: str) -> None:
    first, known = capital_of(desk, a)
    second, known = capital_of(desk, b, known)
    way, told = flown(desk, first, second, known)
    if what == "hours":
        told = lasting(first, second, way)
    noun = "flight time" if what == "hours" else "distance"
    desk.finish(f"I know the {noun} from {first} to {second}.", told, number(way[what]))


def _city_country(draw: Draw) -> Mapping[str, Slot]:
    return {"city": draw.city(), "country": draw.country()}


def _solve_to_capital(desk: Desk, city: str, country: str) -> None:
    capital, known = capital_of(desk, country)
    way, told = flown(desk, city, capital, known)
    facts = number(way["km"]), text(capital)
    desk.finish(f"I know the distance from {city} to {capital}.", told, *facts)


FAMILIES = (
    Family("distance_in_unit", _unit, _solve_unit, weight=1.0, asks="distance in {unit}"),
    Family("flight_minutes", _two, _solve_minutes, weight=0.6, asks="flight time in minutes"),
    Family("price_per_km", _ticket, partial(_solve_price, "km"), weight=0.8),
    Family("price_per_mile", _ticket, partial(_solve_price, "miles"), weight=0.3),
    Family("price_per_hour", _ticket, partial(_solve_price, "hours"), weight=0.3),
    Family("flight_co2", _exhaust, _solve_exhaust, weight=0.3, asks="CO2 of a flight"),
    Family(
        "flight_and_clock",
        _two_now,
        partial(_solve_clocks, "hours"),
        weight=1.0,
        asks="flight time and time difference",
    ),
    Family(
        "distance_and_clock",
        _two_now,
        partial(_solve_clocks, "km"),
        weight=0.6,
        asks="distance in km and time difference",
    ),
    Family("distance_and_people", _two, _solve_people, weight=0.6, asks="distance in km and population"),
    Family(
        "distance_and_money",
        _two,
        _solve_money,
        weight=1.0,
        dev_only=True,
        asks="distance in km and currency",
    ),
    Family(
        "distance_and_holiday", _two_and_day, _solve_holiday, weight=0.4, asks="distance in km and holiday"
    ),
    Family(
        "capitals_distance",
        two_countries,
        partial(_solve_capitals, "km"),
        weight=1.5,
        asks="distance in km of capitals",
    ),
    Family(
        "capitals_flight",
        two_countries,
        partial(_solve_capitals, "hours"),
        weight=0.6,
        asks="flight time of capitals",
    ),
    Family(
        "distance_to_capital", _city_country, _solve_to_capital, weight=0.8, asks="distance in km to capital"
    ),
)
