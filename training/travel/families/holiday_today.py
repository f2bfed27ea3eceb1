"""Holidays seen from today: whether today or tomorrow is one, which comes next, when one is this year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.facts import yes
from training.travel.families.city_countries import clear_city
from training.travel.families.holiday_draws import UNKNOWN, calendar, clear_name, later
from training.travel.families.holiday_lists import date_of, first_after, holidays_of
from training.travel.families.holidays import checked, name_fact
from training.travel.families.stops import capital_of, country_of
from training.travel.family import Family
from training.travel.moments import clock_at, now, split
from training.travel.places import country_of as home

_YEARS = (2024, 2025, 2026, 2027, 2028)


def _country(draw: Draw) -> Slot:
    while (slot := draw.country()).meant in UNKNOWN:
        pass
    return slot


def _now_near(draw: Draw, country: str, days: int) -> Slot:
    """Any time; in almost half of all draws so many days before a holiday; in dev the real clock."""
    known = list(calendar(country, draw.one(_YEARS)))
    if draw.dev or not known or draw.chance(0.55):
        return now(draw)
    # At noon UTC it is the same date almost everywhere.
    return Slot("", f"{later(draw.one(known), -days)}T12:{draw.random.randrange(60):02}")


def _country_now(days: int, draw: Draw) -> Mapping[str, Slot]:
    country = _country(draw)
    return {"country": country, "now": _now_near(draw, country.meant, days)}


def _city_now(draw: Draw) -> Mapping[str, Slot]:
    while home((city := clear_city(draw)).meant) in UNKNOWN:
        pass
    return {"city": city, "now": _now_near(draw, home(city.meant), 0)}


def _country_any_time(draw: Draw) -> Mapping[str, Slot]:
    return {"country": _country(draw), "now": now(draw)}


def _name_now(draw: Draw) -> Mapping[str, Slot]:
    slots = _country_any_time(draw)
    name = clear_name(draw, slots["country"].meant, int((slots["now"].meant or date.today().isoformat())[:4]))
    return {**slots, "name": name}


def today_in(desk: Desk, city: str, known: str, instant: str | None) -> tuple[str, str]:
    """The date in the city now, and the sentence that says so."""
    with clock_at(instant):
        day, _ = split(desk.call("local_time", known, city=city)["local_time"])
    return day, f"Today is {day} in {city}."


def _finish(desk: Desk, country: str, day: str, word: str, known: str) -> None:
    found, told = checked(desk, country, day, known)
    right = found["is_holiday"]
    said = told.replace(day, f"{word}, {day},", 1)
    facts = [name_fact(found["name"])] if right else []
    desk.finish(f"{told}.", f"{'Yes' if right else 'No'}, {said}.", yes(right), *facts)


def _solve_today(desk: Desk, country: str, now: str | None) -> None:
    capital, known = capital_of(desk, country)
    day, told = today_in(desk, capital, known, now)
    _finish(desk, country, day, "today", told)


def _solve_tomorrow(desk: Desk, country: str, now: str | None) -> None:
    capital, known = capital_of(desk, country)
    day, told = today_in(desk, capital, known, now)
    known = f"{told[:-1]}, so tomorrow is {later(day, 1)}."
    _finish(desk, country, later(day, 1), "tomorrow", known)


def _solve_city(desk: Desk, city: str, now: str | None) -> None:
    country, known = country_of(desk, city)
    day, told = today_in(desk, city, known, now)
    _finish(desk, country, day, "today", told)


def _solve_next(desk: Desk, country: str, now: str | None) -> None:
    capital, known = capital_of(desk, country)
    day, told = today_in(desk, capital, known, now)
    first_after(desk, country, day, told)


def _solve_this_year(desk: Desk, country: str, name: str, now: str | None) -> None:
    capital, known = capital_of(desk, country)
    day, told = today_in(desk, capital, known, now)
    date_of(desk, country, name, holidays_of(desk, country, int(day[:4]), told))


FAMILIES = (
    Family("holiday_today", partial(_country_now, 0), _solve_today, weight=0.7),
    Family("holiday_tomorrow", partial(_country_now, 1), _solve_tomorrow, weight=0.5),
    Family("city_holiday_today", _city_now, _solve_city, weight=0.4),
    Family("next_holiday", _country_any_time, _solve_next, weight=0.5),
    Family("holiday_this_year", _name_now, _solve_this_year, weight=0.3),
)
