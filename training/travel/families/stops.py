"""Small steps that trips are made of: from a city or a country to what the next tool needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.travel.desk import Desk, Fact, ToolFailed, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import text
from training.travel.families.country_facts import MONEY, the
from training.travel.families.flights import End, amount, fly, main_airport
from training.travel.families.time_differences import compared, difference_facts, hours_ahead
from umi.errors import ToolError
from umi.tools.travel.cities import find_city
from umi.tools.travel.countries import country_name


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


def shifted(desk: Desk, a: str, b: str, known: str = "") -> tuple[str, str, tuple[Fact, ...]]:
    """How the clock of b stands against that of a: the tool's word, the clause that follows, the facts."""
    hours = hours_ahead(desk, a, b, known=known)
    told = compared(a, b, hours)
    return f"The time difference from {a} to {b} is {hours} hours", told, difference_facts(a, b, hours)


def two_countries(draw: Draw) -> Mapping[str, Slot]:
    """Two different countries."""
    a = b = draw.country()
    while b.meant == a.meant:
        b = draw.country()
    return {"a": a, "b": b}


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
