"""Small steps that trips are made of: from a city or a country to what the next tool needs."""

from __future__ import annotations

from typing import Any

from training.travel.desk import Desk, Fact, ToolFailed, Unusable
from training.travel.facts import number, text
from training.travel.families.country_facts import MONEY, the
from training.travel.families.flights import End, amount, fly, main_airport
from umi.errors import ToolError
from umi.tools.travel.cities import find_city
from umi.tools.travel.countries import country_name
from umi.tools.travel.times import time_difference

_SEASONS = ("2026-01-15", "2026-07-15")


def capital_of(desk: Desk, country: str, known: str = "") -> tuple[str, str]:
    """The capital, and the sentence that says so.

    Raises:
        Unusable: the country has none, or its name alone means a larger city elsewhere.
    """
    info = desk.call("country_info", known, country=country)
    capital = info["capital"]
    if not capital or _home(capital) != info["country"]:
        raise Unusable(f"the capital of {country} is {capital}")
    return capital, f"The capital of {the(info['country'])} is {capital}."


def _home(city: str) -> str:
    """The country in which the tools find the city by its name alone."""
    try:
        return country_name(find_city(city)["countrycode"])
    except ToolError as error:
        raise Unusable(str(error)) from error


def country_of(desk: Desk, city: str, known: str = "") -> tuple[str, str]:
    """The city's country, and the sentence that says so."""
    country = desk.call("city_info", known, city=city)["country"]
    return country, f"{city} is in {the(country)}."


def currency_of(desk: Desk, country: str, known: str = "") -> tuple[str, str]:
    """The country's currency code, and the sentence that says so.

    Raises:
        Unusable: the country has none.
    """
    info = desk.call("country_info", known, country=country)
    if not info["currency"]:
        raise Unusable(f"{country} has no currency")
    return info["currency"], f"The currency of {the(info['country'])} is {info['currency']}."


def people_in(desk: Desk, city: str, known: str = "") -> tuple[int, str]:
    """The city's population, and the sentence that says so.

    Raises:
        Unusable: it is not known.
    """
    population = desk.call("city_info", known, city=city)["population"]
    if not population:
        raise Unusable(f"the population of {city} is {population}")
    return population, f"{city} has {population} inhabitants."


def flown(desk: Desk, a: str, b: str, known: str = "") -> tuple[dict[str, Any], str]:
    """What ``flight_distance`` tells of two cities, and the sentence that says how far it is."""
    origin, known = main_airport(desk, _end(a), known)
    destination, known = main_airport(desk, _end(b), known)
    way = fly(desk, known, origin, destination)
    return way, f"The distance from {a} to {b} is {way['km']} km."


def lasting(a: str, b: str, way: dict[str, Any]) -> str:
    """The sentence that says how long the flight takes."""
    return f"The flight from {a} to {b} takes {amount(way['hours'], 'hours')}."


def _end(city: str) -> End:
    return {"city": city}


def shifted(desk: Desk, a: str, b: str, known: str = "") -> tuple[str, Fact]:
    """How the clock of b stands against that of a, as a clause, and the fact to be said.

    Raises:
        Unusable: both show the same time, so that there is no number to say, or the number
            depends on the time of the year, so that it would soon be wrong.
    """
    hours = desk.call("time_difference", known, city_a=a, city_b=b)["hours"]
    if hours == 0 or {hours} != {time_difference(a, b, day)["hours"] for day in _SEASONS}:
        raise Unusable(f"{a} and {b} have the same time or change it differently")
    return ahead(a, b, hours), number(abs(hours))


def ahead(a: str, b: str, hours: float) -> str:
    """``Tokyo is 8 hours ahead of Rome``."""
    size = f"{abs(hours)} hour{'' if abs(hours) == 1 else 's'}"
    return f"{b} is {size} {'ahead of' if hours > 0 else 'behind'} {a}"


def holiday(desk: Desk, country: str, day: str, known: str = "") -> tuple[dict[str, Any], str]:
    """What ``check_holiday`` tells, and the clause that says so.

    Raises:
        Unusable: no holidays of the country are known.
    """
    try:
        found = desk.call("check_holiday", known, country=country, date=day)
    except ToolFailed as error:
        raise Unusable(str(error)) from error
    if found["is_holiday"]:
        return found, f"{day} is {found['name']} in {the(country)}"
    return found, f"{day} is not a public holiday in {the(country)}"


def money_named(code: str) -> Fact:
    """The answer names the currency, by code or name."""
    return text(code, *MONEY.get(code, ()))
