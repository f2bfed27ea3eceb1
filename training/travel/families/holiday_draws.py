"""Countries, days and names of holidays to ask about: half of the days are holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from training.travel.desk import Unusable
from training.travel.draw import FIRST_DAY, LAST_DAY, Draw, Slot, held_out
from umi.errors import ToolError
from umi.tools.travel.holidays import public_holidays

PARTS = ("England", "Northern Ireland", "Scotland", "Wales")
"""Parts of the United Kingdom with holidays of their own."""

UNKNOWN = {"Ukraine": (2023, 2028), "Sri Lanka": (2027, 2028)}
"""Countries of which the data knows no holidays in these years; the tool says so."""

FEASTS = {
    "01-01": ("New Year's Day", "1 January", "New Year", "January 1"),
    "01-06": ("6 January", "Epiphany", "Three Kings' Day"),
    "02-14": ("Valentine's Day", "14 February"),
    "03-08": ("8 March", "International Women's Day"),
    "05-01": ("1 May", "May 1", "May Day", "the 1st of May", "the first of May"),
    "07-04": ("4 July", "the 4th of July"),
    "10-31": ("Halloween", "31 October"),
    "11-01": ("All Saints' Day", "1 November"),
    "12-24": ("Christmas Eve", "24 December"),
    "12-25": ("Christmas Day", "Christmas", "25 December", "December 25"),
    "12-26": ("Boxing Day", "26 December", "the second day of Christmas"),
    "12-31": ("New Year's Eve", "31 December"),
}
"""Days of the year that people know by name → what they say."""

_COMMON = ("01-01", "05-01", "12-24", "12-25", "12-25", "12-26", "12-31")

_ALSO = {
    "Labor Day": ("Labour Day",),
    "Labour Day": ("Labor Day",),
    "Christmas Day": ("Christmas",),
    "Pentecost Monday": ("Whit Monday",),
    "Assumption Day": ("the Assumption of Mary",),
    "Saint Stephen's Day": ("St Stephen's Day",),
    "All Saints' Day": ("All Saints",),
    "Immaculate Conception": ("the Immaculate Conception",),
    "National Day": ("the national day", "the National Day"),
    "Ascension Day": ("Ascension",),
}
"""The tool's name of a holiday → what users say as well."""


@cache
def calendar(country: str, year: int) -> dict[str, str]:
    """ISO day → name, in order; empty where nothing is known."""
    try:
        return {entry["date"]: entry["name"] for entry in public_holidays(country, year)}
    except ToolError:
        return {}


def holiday_country(draw: Draw) -> Slot:
    """A country whose holidays are known, now and then a part of the United Kingdom."""
    parts = [part for part in PARTS if held_out(part) == draw.dev]
    if parts and draw.chance(0.05):
        part = draw.one(parts)
        return Slot(part, part)
    while (slot := draw.country()).meant in UNKNOWN:
        pass
    return slot


def day_of(draw: Draw, iso: str) -> Slot:
    """The day as one writes it."""
    return Slot(draw.said_date(date.fromisoformat(iso)), iso)


def maybe_holiday(draw: Draw, country: str, first: date = FIRST_DAY, last: date = LAST_DAY) -> Slot:
    """A day, in half of all draws one of the country's holidays, at times one by its name."""
    way = draw.random.random()
    if way < 0.2:
        return named_day(draw, first.year, last.year)
    year = draw.random.randint(first.year, last.year)
    known = [day for day in calendar(country, year) if first.isoformat() <= day <= last.isoformat()]
    if way < 0.65 and known:
        return day_of(draw, draw.one(known))
    return draw.day(first, last)


def named_day(draw: Draw, first_year: int = FIRST_DAY.year, last_year: int = LAST_DAY.year) -> Slot:
    """Christmas, New Year, the first of May and the like, with the year."""
    feast = draw.one((*_COMMON, *FEASTS))
    year = draw.random.randint(first_year, last_year)
    said = draw.one(FEASTS[feast])
    ways = ("{} {}",) if any(mark.isdigit() for mark in said) else ("{} {}", "{} {}", "{} in {}")
    return Slot(draw.one(ways).format(said, year), f"{year}-{feast}")


def weekday_of(slot: Slot) -> int:
    """0 is Monday."""
    return date.fromisoformat(slot.meant).weekday()


def some_year(draw: Draw) -> Slot:
    """A year, mostly one of those around now."""
    year = draw.one((2024, 2025, 2026, 2026, 2027, 2027, draw.random.randint(2019, 2028)))
    return Slot(str(year), year)


def clear_name(draw: Draw, country: str, year: int) -> Slot:
    """The name of a holiday that is one day of the year and is part of no other's name.

    Raises:
        Unusable: there is none.
    """
    names = list(calendar(country, year).values())
    clear = [
        name for name in names if sum(name in other for other in names) == 1 and not set(name) & set("();,/")
    ]
    if not clear:
        raise Unusable(f"no clear name of a holiday in {country}")
    name = draw.one(clear)
    return Slot(draw.one((name, name, *_ALSO.get(name, ()))), name)


def later(iso: str, days: int) -> str:
    """The day so many days later."""
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()
