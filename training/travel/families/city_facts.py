"""What ``city_info`` tells, fact by fact: how it is said, and what an answer must say."""

from __future__ import annotations

from typing import Any

from training.travel.desk import Desk, Fact, Unusable, listed
from training.travel.draw import Draw, Slot
from training.travel.facts import number, text
from training.travel.families.city_countries import DOUBTFUL
from training.travel.families.country_facts import the
from training.travel.families.flights import End, mistyped, said
from training.travel.families.namesakes import namesake
from training.travel.places import SAID_COUNTRIES

Info = dict[str, Any]
"""What ``city_info`` returns."""

NOUNS = {
    "population": ("population", "number of inhabitants"),
    "country": ("country",),
    "coordinates": ("coordinates", "geographic coordinates"),
    "timezone": ("time zone", "name of the time zone"),
}
"""Fact → nouns that users have for it."""

TITLES = {
    "population": "population",
    "country": "country",
    "coordinates": "coordinates",
    "timezone": "time zone",
}
"""Fact → the planner's word."""


def draw_city(draw: Draw) -> Slot:
    """Mostly a plain city; sometimes with its country, an ambiguous or a mistyped one."""
    share = draw.random.random()
    if share < 0.12:
        return namesake(draw)
    return mistyped(draw) if share < 0.15 else clear_place(draw)


def clear_place(draw: Draw) -> Slot:
    """A city, perhaps with its country; a doubtful name never without it."""
    while (slot := draw.place()).meant.get("city") in DOUBTFUL and "country" not in slot.meant:
        pass
    return slot


def info(desk: Desk, city: End, known: str = "") -> Info:
    """What the tool tells; a mistyped name is corrected as the tool suggests.

    Raises:
        Unusable: the mistyped name is another city's, or nobody is counted there.
    """
    if "truth" in city:
        steps = len(desk.steps)
        found = desk.call_right("city_info", "city", city["truth"], known, city=city["city"])
        if len(desk.steps) == steps + 2:
            raise Unusable(f"{city['city']} is a city too")
    else:
        found = desk.call("city_info", known, **city)
    if not found["population"]:
        raise Unusable(f"the population of {said(city)} is not known")
    return dict(found)


def clause(fact: str, found: Info) -> str:
    """``has 520774 inhabitants``, ``is in France``, to stand after the city's name."""
    return {
        "population": f"has {found['population']} inhabitants",
        "country": f"is in {the(found['country'])}",
        "coordinates": f"is at latitude {found['latitude']} and longitude {found['longitude']}",
        "latitude": f"is at latitude {found['latitude']}",
        "longitude": f"is at longitude {found['longitude']}",
        "timezone": f"is in the time zone {found['timezone']}",
    }[fact]


def told(city: End, found: Info, *facts: str) -> str:
    """One sentence with these facts."""
    return f"{said(city)} {listed([clause(fact, found) for fact in facts])}."


def facts_of(found: Info, *facts: str) -> list[Fact]:
    """What an answer about these facts must say."""
    return [fact for name in facts for fact in _facts(name, found)]


def _facts(name: str, found: Info) -> list[Fact]:
    if name == "population":
        return [number(found["population"], 0.01)]
    if name == "country":
        name = found["country"].removeprefix("The ")
        return [text(name, *SAID_COUNTRIES.get(name, ()))]
    if name == "timezone":
        return [text(found["timezone"])]
    wanted = ("latitude", "longitude") if name == "coordinates" else (name,)
    return [number(found[key], 0.01) for key in wanted]
