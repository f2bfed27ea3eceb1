"""Airports with an IATA code, and the way between two of them (airportsdata, geographiclib)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from umi.errors import ToolError
from umi.tools.travel.cities import City, find_city
from umi.tools.travel.countries import country_name, find_country
from umi.tools.travel.figures import rounded
from umi.tools.travel.names import check_name, normalise, normalise_all, quote

if TYPE_CHECKING:
    from airportsdata import Airport

MOST = 10
"""Airports that one answer lists at most."""

NAMED_KM, NEARBY_KM = 100, 50
"""How far an airport that bears the city's name, or another one, may be from the city's centre."""

FURTHER_KM = 300
"""How far the nearest airport is looked for where a city has none."""

KM_PER_MILE = 1.609344
CRUISE_KMH, GROUND_HOURS = 800, 0.5

# The first airport of cities whose IATA city code is no airport, or not that of the busiest
# one (passengers, ACI World 2024); airportsdata has no field for size.
_PRINCIPAL = """
ARN CDG CGK CNF CTS DFW DSS ESB EZE FCO GIG GRU HND IAD IAH ICN IKA
JFK JNB KBP KEF KIX LHR MXP ORD PEK PVG SVO TFS UVF YIA YYZ
"""


def find_airports(city: str, country: str | None = None) -> list[dict[str, Any]]:
    """Airports of a city with their IATA codes, the main one first.

    Those within 100 km that bear the city's name or belong to it by IATA's list of
    multi-airport cities, and international ones within 50 km; where none is the city's
    own, all within 50 km. At most ten: first the one whose code is also the city's, or
    that is the busiest of several, then the rest of IATA's list, then international
    ones, each by distance from the centre. For a place that is not in the list of
    cities (Santorini, Mallorca) the airports that have it in their own names.

    Args:
        city: City name
        country: Country name or ISO code, where several share the name
    """
    try:
        found = _airports_of(find_city(city, country))
    except ToolError:
        found = _by_own_name(city, country)
        if not found:
            raise
    return [_described(airport) for airport in found[:MOST]]


def flight_distance(origin: str, destination: str) -> dict[str, Any]:
    """Great-circle distance and flight time between two airports.

    The geodesic on the WGS 84 ellipsoid, whole km and miles; ``hours`` at 800 km/h plus
    half an hour, to one decimal.

    Args:
        origin: IATA code such as LHR
        destination: IATA code such as JFK
    """
    start, end = _airport(origin), _airport(destination)
    km = _km(start["lat"], start["lon"], end["lat"], end["lon"])
    return {
        "km": round(km),
        "miles": round(km / KM_PER_MILE),
        "hours": rounded(km / CRUISE_KMH + GROUND_HOURS, 1),
    }


@cache
def _airports() -> dict[str, Airport]:
    """IATA code → airport."""
    import airportsdata

    return airportsdata.load("IATA")


@cache
def _multi_airport_cities() -> dict[str, tuple[str, str, frozenset[str]]]:
    """IATA city code → normalised name, ISO-2 country, airports (IATA's own list)."""
    import airportsdata

    return {
        code: (normalise(city["name"]), city["country"], frozenset(city["airports"]))
        for code, city in airportsdata.load_iata_macs().items()
    }


def _airport(code: str) -> Airport:
    """The airport of this code.

    Raises:
        ToolError: there is none; for a city's code or name the sentence lists the airports.
    """
    key = code.strip().upper()
    if airport := _airports().get(key):
        return airport
    if key in _multi_airport_cities():
        codes = ", ".join(sorted(_multi_airport_cities()[key][2]))
        raise ToolError(f"{quote(key)} is the code of a city with several airports; take one of {codes}.")
    raise ToolError(
        f"There is no airport {quote(code)}; give an IATA code of three letters such as LHR, "
        "which find_airports tells for a city."
    )


def _airports_of(city: City) -> list[Airport]:
    """The airports of ``find_airports``, best first.

    Raises:
        ToolError: there is none within 50 km; the sentence names the nearest within 300 km.
    """
    members, names = _members(city), _names(city)
    near = _within(city, NAMED_KM)
    own = [a["iata"] for far, a in near if a["iata"] in members or normalise(a["city"]) in names]
    found = [
        airport
        for far, airport in near
        if airport["iata"] in own or (far <= NEARBY_KM and (not own or _international(airport)))
    ]
    if not found:
        raise ToolError(_none_near(city))
    return _ranked(found, city, members)


def _none_near(city: City) -> str:
    where = f"{city['name']}, {country_name(city['countrycode'])}"
    further = _within(city, FURTHER_KM)
    hint = f"; the nearest is {further[0][1]['iata']}, {further[0][0]:.0f} km away" if further else ""
    return f"There is no airport with an IATA code within {NEARBY_KM} km of {where}{hint}."


def _names(city: City) -> set[str]:
    return set(normalise_all((city["name"], *city["alternatenames"])))


def _members(city: City) -> frozenset[str]:
    """The codes that IATA counts to this city."""
    names = _names(city)
    for name, country, codes in _multi_airport_cities().values():
        if country == city["countrycode"] and name in names:
            return codes
    return frozenset()


def _within(city: City, km: float) -> list[tuple[float, Airport]]:
    """Airports of the city's country so near, with their distances in km, nearest first."""
    place = city["latitude"], city["longitude"]
    # A degree of latitude is 111 km: comparing it first spares most geodesics.
    same = [a for a in _in_country(city["countrycode"]) if abs(a["lat"] - place[0]) * 110 < km]
    distances = [(_km(*place, a["lat"], a["lon"]), a) for a in same]
    return sorted((pair for pair in distances if pair[0] <= km), key=lambda pair: pair[0])


@cache
def _in_country(iso: str) -> list[Airport]:
    return [airport for airport in _airports().values() if airport["country"] == iso]


def _ranked(airports: Iterable[Airport], city: City, members: frozenset[str]) -> list[Airport]:
    """Main airport, international ones, IATA's members, the rest; among equals in the given order."""
    codes = set(city["alternatenames"])
    return sorted(
        airports,
        key=lambda a: (
            a["iata"] not in _PRINCIPAL,
            a["iata"] not in codes,
            a["iata"] not in members,
            not _international(a),
        ),
    )


def _international(airport: Airport) -> bool:
    return "International" in airport["name"]


def _by_own_name(name: str, country: str | None) -> list[Airport]:
    """Airports whose own city or name holds these words: islands, resorts, small towns, "Heathrow"."""
    words = f" {check_name(name, 'city name')} "
    code = find_country(country)["iso"] if country else None
    found = [iata for iata, own in _own_names().items() if words in own]
    airports = [_airports()[iata] for iata in found if code in (None, _airports()[iata]["country"])]
    return sorted(airports, key=lambda airport: not _international(airport))


@cache
def _own_names() -> dict[str, str]:
    """IATA code → its city and its name, normalised, with a space around each word."""
    written = [f"{airport['city']} | {airport['name']}" for airport in _airports().values()]
    return {iata: f" {own} " for iata, own in zip(_airports(), normalise_all(written), strict=True)}


def _described(airport: Airport) -> dict[str, Any]:
    return {
        "iata": airport["iata"],
        "name": airport["name"],
        "city": airport["city"],
        "country": country_name(airport["country"]),
        "timezone": airport["tz"],
    }


def _km(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Geodesic in km between two points in degrees."""
    from geographiclib.geodesic import Geodesic

    inverse = Geodesic.WGS84.Inverse(latitude, longitude, to_latitude, to_longitude, Geodesic.DISTANCE)
    return float(inverse["s12"]) / 1000
