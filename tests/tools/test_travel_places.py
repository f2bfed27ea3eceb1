"""Airports, cities and countries against published facts."""

from collections.abc import Callable
from typing import Any

import pytest

Use = Callable[..., Any]
Refusal = Callable[..., str]


@pytest.mark.parametrize(
    ("written", "city", "country"),
    [
        ("New York", "New York City", "United States"),
        ("NYC", "New York City", "United States"),
        ("São Paulo", "São Paulo", "Brazil"),
        ("sao paulo", "São Paulo", "Brazil"),
        ("München", "Munich", "Germany"),
        ("MUNICH", "Munich", "Germany"),
        ("Muenchen", "Munich", "Germany"),
        ("Peking", "Beijing", "China"),
        ("Saigon", "Ho Chi Minh City", "Vietnam"),
        ("Ho Chi Minh City", "Ho Chi Minh City", "Vietnam"),
        ("St. Petersburg", "Saint Petersburg", "Russia"),
        ("東京", "Tokyo", "Japan"),
        ("القاهرة", "Cairo", "Egypt"),
        ("Mexico", "Mexico City", "Mexico"),
        ("Singapur", "Singapore", "Singapore"),
        ("Nara", "Nara-shi", "Japan"),
        ("Paris, France", "Paris", "France"),
        ("Washington, D.C.", "Washington", "United States"),
    ],
)
def test_a_city_goes_by_many_names(use: Use, written: str, city: str, country: str) -> None:
    found = use("city_info", city=written)
    assert (found["city"], found["country"]) == (city, country)


def test_among_several_the_most_populous_or_the_one_of_the_country(use: Use) -> None:
    assert use("city_info", city="London")["country"] == "United Kingdom"
    assert use("city_info", city="London", country="Canada")["timezone"] == "America/Toronto"
    assert use("city_info", city="Paris, Texas")["timezone"] == "America/Chicago"
    assert use("city_info", city="Portland, OR")["timezone"] == "America/Los_Angeles"
    assert use("city_info", city="Atlanta, Georgia")["country"] == "United States"
    assert use("city_info", city="Tbilisi, Georgia")["country"] == "Georgia"


def test_an_official_name_comes_before_another_name(use: Use) -> None:
    # GeoNames lists Islamabad as an old name of the larger Chattogram, and Cancun as one of Changchun.
    assert use("city_info", city="Islamabad")["country"] == "Pakistan"
    assert use("city_info", city="Cancun")["country"] == "Mexico"
    assert use("city_info", city="Dili")["country"] == "Timor Leste"


def test_facts_of_a_city(use: Use) -> None:
    found = use("city_info", city="New York")
    # US Census 2020: 8,804,190; City Hall lies at 40.7128 N, 74.0060 W.
    assert found["population"] == 8_804_190
    assert found["latitude"] == pytest.approx(40.7128, abs=0.01)
    assert found["longitude"] == pytest.approx(-74.006, abs=0.01)
    assert found["timezone"] == "America/New_York"


def test_an_unknown_city_names_close_ones(refusal: Refusal) -> None:
    assert refusal("city_info", city="Lodon").startswith('There is no city "Lodon"; did you mean London')
    assert "only cities above 15,000" in refusal("city_info", city="Xyzzy")
    assert refusal("city_info", city="Paris", country="Japan") == (
        'There is no city "Paris" in Japan; there is one in France, United States, South Africa.'
    )
    assert "no country" in refusal("city_info", city="Paris", country="Frnace")


@pytest.mark.parametrize(
    ("written", "country"),
    [
        ("USA", "United States"),
        ("U.S.", "United States"),
        ("united states", "United States"),
        ("UK", "United Kingdom"),
        ("GBR", "United Kingdom"),
        ("Holland", "The Netherlands"),
        ("Netherlands", "The Netherlands"),
        ("Türkiye", "Turkey"),
        ("turkey", "Turkey"),
        ("Czech Republic", "Czechia"),
        ("CZ", "Czechia"),
        ("cote d'ivoire", "Ivory Coast"),
        ("Deutschland", "Germany"),
        ("the Gambia", "Gambia"),
    ],
)
def test_a_country_goes_by_names_and_codes(use: Use, written: str, country: str) -> None:
    assert use("country_info", country=written)["country"] == country


def test_facts_of_switzerland(use: Use) -> None:
    found = use("country_info", country="CH")
    # ISO 4217; Federal Constitution art. 70 (languages); ITU-T E.164; Swiss statistics: 41,285 km².
    assert found["currency"] == "CHF"
    assert found["languages"] == ["German", "French", "Italian", "Romansh"]
    assert found["capital"] == "Bern"
    assert found["phone_code"] == "+41"
    assert found["continent"] == "Europe"
    assert found["area_km2"] == pytest.approx(41_285, abs=10)


def test_facts_that_changed_are_the_current_ones(use: Use) -> None:
    # Council Regulation (EU) 2022/1207: Croatia has the euro since 2023-01-01.
    assert use("country_info", country="Croatia")["currency"] == "EUR"
    # ISO 3166-1: North Macedonia since 2019, Eswatini since 2018.
    assert use("country_info", country="Macedonia")["country"] == "North Macedonia"
    assert use("country_info", country="Swaziland")["country"] == "Eswatini"


def test_what_a_country_lacks_is_null(use: Use) -> None:
    found = use("country_info", country="Antarctica")
    assert (found["capital"], found["currency"], found["phone_code"]) == (None, None, None)


def test_an_unknown_country_names_close_ones(refusal: Refusal) -> None:
    assert refusal("country_info", country="Frnace") == 'There is no country "Frnace"; did you mean France?'
    assert "ISO code" in refusal("country_info", country="Narnia and Mordor")


@pytest.mark.parametrize(
    ("city", "first", "among"),
    [
        # IATA's multi-airport cities: LON, NYC (with Newark), PAR, TYO.
        ("London", "LHR", {"LCY", "LGW", "LTN", "STN"}),
        ("New York", "JFK", {"LGA", "EWR"}),
        ("Paris", "CDG", {"ORY"}),
        ("Tokyo", "HND", {"NRT"}),
        ("Milan", "MXP", {"LIN", "BGY"}),
        ("Sydney", "SYD", set()),
        ("Frankfurt", "FRA", set()),
        ("Delhi", "DEL", set()),
        ("Miami", "MIA", {"FLL"}),
    ],
)
def test_airports_with_the_main_one_first(use: Use, city: str, first: str, among: set[str]) -> None:
    codes = [airport["iata"] for airport in use("find_airports", city=city)]
    assert codes[0] == first
    assert among <= set(codes)
    assert len(codes) <= 10


def test_airports_elsewhere_do_not_mix_in(use: Use) -> None:
    assert {airport["country"] for airport in use("find_airports", city="London")} == {"United Kingdom"}
    assert [a["iata"] for a in use("find_airports", city="London", country="CA")] == ["YXU"]


def test_a_city_without_an_airport_gets_those_nearby(use: Use) -> None:
    # Yokohama, 3.7 million people, flies from Haneda, 16 km away.
    assert use("find_airports", city="Yokohama")[0]["iata"] == "HND"


def test_an_island_that_is_no_city_has_its_airport(use: Use) -> None:
    assert use("find_airports", city="Mallorca")[0]["iata"] == "PMI"
    assert use("find_airports", city="Santorini", country="Greece")[0]["iata"] == "JTR"


def test_no_airport_is_a_sentence(refusal: Refusal) -> None:
    # Pilgrims to Makkah land in Jeddah, some 70 km away by the map.
    assert "the nearest is JED, " in refusal("find_airports", city="Mecca")
    assert "did you mean" in refusal("find_airports", city="Lodon")
    assert "no country" in refusal("find_airports", city="London", country="Engerland")


@pytest.mark.parametrize(
    ("origin", "destination", "km", "hours"),
    [
        # Great Circle Mapper (gcmap.com): LHR-JFK 3451 mi, SIN-EWR 9534 mi, FRA-CDG 278 mi, SYD-LHR 10573 mi.
        ("LHR", "JFK", 3451 * 1.609344, 7.4),
        ("sin", " ewr ", 9534 * 1.609344, 19.7),
        ("FRA", "CDG", 278 * 1.609344, 1.1),
        ("SYD", "LHR", 10573 * 1.609344, 21.8),
    ],
)
def test_flight_distance(use: Use, origin: str, destination: str, km: float, hours: float) -> None:
    found = use("flight_distance", origin=origin, destination=destination)
    assert found["km"] == pytest.approx(km, abs=4)
    assert found["miles"] == pytest.approx(km / 1.609344, abs=3)
    assert found["hours"] == hours


def test_flight_distance_refuses_what_is_no_airport(refusal: Refusal) -> None:
    assert "LCY, LGW, LHR" in refusal("flight_distance", origin="LON", destination="JFK")
    assert "find_airports" in refusal("flight_distance", origin="LHR", destination="New York")
    assert "no airport" in refusal("flight_distance", origin="", destination="JFK")
