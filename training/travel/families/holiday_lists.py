"""The public holidays of a year: how many, when one is, first, last, those of a month, the next one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from training.travel.desk import Desk, ToolFailed, Unusable, listed
from training.travel.draw import Draw, Slot
from training.travel.facts import day as day_fact
from training.travel.facts import number, text, yes
from training.travel.families.country_facts import start, the
from training.travel.families.holiday_draws import (
    calendar,
    clear_name,
    day_of,
    holiday_country,
    later,
    some_year,
)
from training.travel.families.holidays import name_fact
from training.travel.family import Family

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

MOVING = ("Good Friday", "Easter Monday", "Ascension Day", "Maundy Thursday", "Pentecost Monday")
"""Holidays without a fixed date, by the tool's usual name; the first word tells whether a country has it."""

_LONGEST_LIST = 10

Holidays = list[tuple[str, str]]
"""ISO day and name, in order."""


def holidays_of(desk: Desk, country: str, year: int, known: str = "") -> Holidays:
    """What ``public_holidays`` tells; gives up where nothing is known."""
    try:
        found = desk.call("public_holidays", known, country=country, year=year)
    except ToolFailed:
        desk.give_up(f"No public holidays of {the(country)} are known for {year}.")
    return [(entry["date"], entry["name"]) for entry in found]


def when(holidays: Holidays) -> str:
    """``Labor Day on 2026-05-01 and Ascension Day on 2026-05-14``."""
    return listed([f"{name} on {day}" for day, name in holidays])


def date_of(desk: Desk, country: str, name: str, holidays: Holidays) -> None:
    """Answer when the holiday of this name is."""
    days = [day for day, other in holidays if other == name]
    if len(days) != 1:
        raise Unusable(f"{name} is on {len(days)} days")
    told = f"{name} in {the(country)} is on {days[0]}."
    desk.finish(told, told, day_fact(days[0]))


def first_after(desk: Desk, country: str, day: str, known: str = "") -> None:
    """Answer which holiday comes first after the day, in the next year where none is left in this one."""
    year = int(day[:4])
    coming = [holiday for holiday in holidays_of(desk, country, year, known) if holiday[0] > day]
    if not coming:
        known = f"There is no public holiday after {day} in {the(country)} in {year}."
        coming = holidays_of(desk, country, year + 1, known)
    found, name = coming[0]
    told = f"The first public holiday after {day} in {the(country)} is {name} on {found}."
    desk.finish(told, told, name_fact(name), day_fact(found))


def _country_year(draw: Draw) -> Mapping[str, Slot]:
    return {"country": holiday_country(draw), "year": some_year(draw)}


def _named(draw: Draw) -> Mapping[str, Slot]:
    slots = _country_year(draw)
    return {**slots, "name": clear_name(draw, slots["country"].meant, slots["year"].meant)}


def _month(draw: Draw) -> Mapping[str, Slot]:
    slots = _country_year(draw)
    known = [int(day[5:7]) for day in calendar(slots["country"].meant, slots["year"].meant)]
    number = draw.one(known) if known and draw.chance(0.5) else draw.random.randint(1, 12)
    return {**slots, "month": Slot(MONTHS[number - 1], number)}


def _after(draw: Draw) -> Mapping[str, Slot]:
    country, year = holiday_country(draw), draw.random.randint(2019, 2028)
    day = later(f"{year}-01-01", draw.random.randrange(365))
    return {"country": country, "day": day_of(draw, day)}


def _moving(draw: Draw) -> Mapping[str, Slot]:
    """In half of all draws a country that has the holiday, where twenty countries hold one."""
    name, asks_for_one = draw.one(MOVING), draw.chance(0.5)
    for _ in range(20):
        slots = _country_year(draw)
        if not asks_for_one or name in calendar(slots["country"].meant, slots["year"].meant).values():
            break
    return {**slots, "name": Slot(name, name)}


def _solve_count(desk: Desk, country: str, year: int) -> None:
    found = holidays_of(desk, country, year)
    counted = ", ".join(f"{place}) {day[5:]}" for place, (day, _) in enumerate(found, start=1))
    known = f"The public holidays are {counted}, so there are {len(found)}."
    answer = start(f"{the(country)} has {len(found)} public holidays in {year}.")
    desk.finish(known, answer, number(len(found), 0.0))


def _solve_date(desk: Desk, country: str, year: int, name: str) -> None:
    date_of(desk, country, name, holidays_of(desk, country, year))


def _solve_end(place: int, desk: Desk, country: str, year: int) -> None:
    day, name = holidays_of(desk, country, year)[place]
    told = (
        f"The {'last' if place else 'first'} public holiday of {year} in {the(country)} is {name} on {day}."
    )
    desk.finish(told, told, name_fact(name), day_fact(day))


def _told_of_month(desk: Desk, country: str, year: int, month: int) -> tuple[Holidays, str]:
    found = [one for one in holidays_of(desk, country, year) if int(one[0][5:7]) == month]
    time = f"{MONTHS[month - 1]} {year}"
    if not found:
        return found, f"in {time} {the(country)} has no public holidays."
    are = "holidays" if len(found) > 1 else "holiday"
    return found, f"in {time} {the(country)} has the public {are} {when(found)}."


def _solve_month(desk: Desk, country: str, year: int, month: int) -> None:
    found, told = _told_of_month(desk, country, year, month)
    facts = [day_fact(day) for day, _ in found] or [yes(False)]
    desk.finish(start(told), start(told), *facts)


def _solve_any_in_month(desk: Desk, country: str, year: int, month: int) -> None:
    found, told = _told_of_month(desk, country, year, month)
    desk.finish(start(told), f"{'Yes' if found else 'No'}, {told}", yes(bool(found)))


def _solve_all(desk: Desk, country: str, year: int) -> None:
    found = holidays_of(desk, country, year)
    if len(found) > _LONGEST_LIST:
        raise Unusable("too long a list to say")
    told = f"The public holidays of {the(country)} in {year} are {when(found)}."
    names = [text(*(part.partition(" (")[0] for part in name.split("; "))) for _, name in found]
    desk.finish(f"I know the public holidays of {the(country)} in {year}.", told, *names)


def _solve_after(desk: Desk, country: str, day: str) -> None:
    first_after(desk, country, day)


def _solve_is_named(desk: Desk, country: str, year: int, name: str) -> None:
    found = holidays_of(desk, country, year)
    days = [day for day, other in found if other == name]
    if not days and any(name.split(maxsplit=1)[0] in other or "Whit" in other for _, other in found):
        raise Unusable("it may be there by another name")
    told = (
        f"{name} is a public holiday in {the(country)} in {year}, on {days[0]}."
        if days
        else (f"{name} is not a public holiday in {the(country)} in {year}.")
    )
    desk.finish(told, f"{'Yes' if days else 'No'}, {told}", yes(bool(days)))


FAMILIES = (
    Family("count_holidays", _country_year, _solve_count, weight=0.5),
    Family("date_of_holiday", _named, _solve_date, weight=1.5),
    Family("first_holiday", _country_year, partial(_solve_end, 0), weight=0.25),
    Family("last_holiday", _country_year, partial(_solve_end, -1), weight=0.25),
    Family("holidays_in_month", _month, _solve_month, weight=0.6),
    Family("any_holiday_in_month", _month, _solve_any_in_month, weight=0.4),
    Family("all_holidays", _country_year, _solve_all, weight=0.3),
    Family("holiday_after", _after, _solve_after, weight=0.4),
    Family("is_named_holiday", _moving, _solve_is_named, weight=0.4),
)
