"""Questions that end at a tool's error: places, days and years that do not exist."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import SequenceMatcher

from training.travel.desk import Desk, ToolFailed, Unusable
from training.travel.draw import Draw, Slot, held_out
from training.travel.families.flights import main_airports
from training.travel.family import Family
from training.travel.places import country_of
from umi.tools.travel.names import normalise

SLIP = 0.8
"""difflib's ratio from which a suggestion is what a mistyped name means."""

_NOWHERE = """Hogwarts|Hogsmeade|Rivendell|Minas Tirith|Winterfell|Gotham City|Emerald City|Bikini Bottom|
Quahog|Zootopia|Hobbiton|Isengard|Braavos|Mos Eisley|Ankh-Morpork|Lilliput|Twin Peaks|
Kattegat|Whoville|Godric's Hollow|Helm's Deep|Raccoon City|Night City|Solitude|Whiterun"""

_SMALL = """Zermatt|Hallstatt|Giverny|Positano|Alberobello|Clervaux|Barfleur|Grindelwald|Lauterbrunnen|
Mittenwald|Oberammergau|Rocamadour|Eguisheim|Corniglia|Vernazza|Plockton|Tobermory|Undredal|Bohinj|
Castelmezzano|Riquewihr|Gruyères|Appenzell|Kitzbühel|Gimmelwald|Cochem"""

_SYLLABLES = """blor vunt zim quax drel fosk ying prut wex glan thorv nuk jip smed orx ulk bresh tull"""


def _unknown_city(draw: Draw) -> Mapping[str, Slot]:
    names = _NOWHERE if draw.chance(0.5) else _SMALL
    name = draw.of_split([name.strip() for name in names.split("|")])
    if draw.chance(0.4):
        name = _invented(draw)
    return {"city": Slot(name, name)}


def _invented(draw: Draw) -> str:
    """A name that no place has."""
    ending = draw.one(("", "", "burg", "ville", " City", "ton", "stad"))
    name = "".join(draw.random.sample(_SYLLABLES.split(), draw.one((2, 3)))).capitalize() + ending
    return name if held_out(name) == draw.dev else _invented(draw)


def _unknown_to(draw: Draw) -> Mapping[str, Slot]:
    return {"city": draw.city(), "to": _unknown_city(draw)["city"]}


def _unknown_on(draw: Draw) -> Mapping[str, Slot]:
    return {**_unknown_city(draw), "day": draw.day()}


def _refused(desk: Desk, why: str, tool: str, known: str = "", **arguments: object) -> None:
    """Give up for this reason, as the tool answers with an error.

    Raises:
        Unusable: it does not, or with one that offers what was meant.
    """
    try:
        desk.call(tool, known, **arguments)
    except ToolFailed as error:
        if _looks_mistyped(str(error)):
            raise Unusable(str(error)) from error
        desk.give_up(why)
    raise Unusable(f"{tool} knows {arguments}")


def _looks_mistyped(error: str) -> bool:
    """The tool suggests a name so close that a slip of the finger is likelier than a place of a book."""
    names = re.search(r'"(.+?)"; did you mean (.+?)( or |\?$)', error)
    if names is None:
        return False
    return SequenceMatcher(None, normalise(names[1]), normalise(names[2])).ratio() >= SLIP


def _asking(tool: str) -> Callable[..., None]:
    """The expert for a city that the tool does not know."""

    def solve(desk: Desk, city: str, day: str | None = None) -> None:
        _refused(desk, f"The tools know no city {city}.", tool, city=city, date=day)

    return solve


def _solve_unknown_way(desk: Desk, city: str, to: str) -> None:
    _, known = main_airports(desk, {"city": city})
    _refused(desk, f"The tools know no city {to}.", "find_airports", known, city=to)


def _elsewhere(draw: Draw) -> Mapping[str, Slot]:
    """A city and a country that it is not in."""
    city, country = draw.city(), draw.country()
    while country_of(city.meant) == country.meant:
        country = draw.country()
    return {"city": city, "country": country}


def _solve_elsewhere(desk: Desk, city: str, country: str) -> None:
    why = f"There is no city {city} in {country}, so I cannot tell."
    _refused(desk, why, "city_info", city=city, country=country)


def _impossible_day(draw: Draw) -> Slot:
    """A day that no calendar has; meant as ISO all the same."""
    year = draw.random.randrange(2019, 2029)
    february = draw.one([day for day in (29, 30, 30, 31) if day > 29 or year % 4])
    month, day = draw.one(((2, february), (2, february), (4, 31), (6, 31), (9, 31), (11, 31)))
    name = date(year, month, 1).strftime("%B")
    ways = (f"{day} {name} {year}", f"{name} {day}, {year}", f"{year}-{month:02}-{day}")
    return Slot(draw.one(ways), f"{year}-{month:02}-{day}")


def _country_day(draw: Draw) -> Mapping[str, Slot]:
    return {"country": draw.country(), "day": _impossible_day(draw)}


def _city_day(draw: Draw) -> Mapping[str, Slot]:
    return {"city": draw.city(), "day": _impossible_day(draw)}


def _solve_no_holiday(desk: Desk, country: str, day: str) -> None:
    _refused(desk, f"The date {day} does not exist.", "check_holiday", country=country, date=day)


def _solve_no_sun(desk: Desk, city: str, day: str) -> None:
    _refused(desk, f"The date {day} does not exist.", "sun_times", city=city, date=day)


def _far_year(draw: Draw) -> Mapping[str, Slot]:
    year = draw.random.randrange(1500, 1900) if draw.chance(0.6) else draw.random.randrange(2101, 2500)
    return {"country": draw.country(), "year": Slot(str(year), year)}


def _solve_far_year(desk: Desk, country: str, year: int) -> None:
    why = f"The year {year} is out of range."
    _refused(desk, why, "public_holidays", country=country, year=year)


def _nothing_divided(draw: Draw) -> Mapping[str, Slot]:
    value = draw.random.randint(1, 500)
    return {"value": Slot(str(value), value)}


def _solve_division(desk: Desk, value: int) -> None:
    _refused(desk, f"{value}/0 divides by zero.", "calculate", expression=f"{value}/0")


FAMILIES = (
    Family("unknown_city", _unknown_city, _asking("city_info"), weight=0.6, asks="facts about a city"),
    Family("unknown_city_time", _unknown_city, _asking("local_time"), weight=0.4, asks="local time now"),
    Family("unknown_city_airport", _unknown_city, _asking("find_airports"), weight=0.3, asks="airports"),
    Family("unknown_city_sun", _unknown_on, _asking("sun_times"), weight=0.3, asks="sun times"),
    Family("unknown_city_distance", _unknown_to, _solve_unknown_way, weight=0.4, asks="flight"),
    Family("city_elsewhere", _elsewhere, _solve_elsewhere, weight=0.6, asks="facts about a city"),
    Family("impossible_day_holiday", _country_day, _solve_no_holiday, weight=0.6, asks="check holiday"),
    Family("impossible_day_sun", _city_day, _solve_no_sun, weight=0.6, asks="sun times"),
    Family("year_out_of_range", _far_year, _solve_far_year, weight=0.4, asks="holidays"),
    Family("division_by_zero", _nothing_divided, _solve_division, weight=0.2, asks="plain sum"),
)
