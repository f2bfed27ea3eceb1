"""Whether a day is a public holiday, in a country or a city's country, and what that means for shops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from training.travel.desk import Desk, Fact, ToolFailed
from training.travel.draw import Draw, Slot, held_out
from training.travel.facts import text, yes
from training.travel.families.city_countries import clear_city
from training.travel.families.country_facts import the
from training.travel.families.holiday_draws import (
    UNKNOWN,
    calendar,
    day_of,
    holiday_country,
    later,
    maybe_holiday,
    named_day,
    weekday_of,
)
from training.travel.families.stops import country_of
from training.travel.family import Family
from training.travel.places import country_of as home

Found = dict[str, Any]
"""What ``check_holiday`` returns."""

_THURSDAY = 3


def checked(desk: Desk, country: str, day: str, known: str = "") -> tuple[Found, str]:
    """What ``check_holiday`` tells, and the clause that says so; gives up where nothing is known."""
    try:
        found = desk.call("check_holiday", known, country=country, date=day)
    except ToolFailed:
        desk.give_up(f"No public holidays of {the(country)} are known for {day[:4]}.")
    if found["is_holiday"]:
        return found, f"{day} is {found['name']} in {the(country)}"
    return found, f"{day} is not a public holiday in {the(country)}"


def name_fact(name: str) -> Fact:
    """The answer names the holiday, or one of several on the same day."""
    short = [part.partition(" (")[0] for part in name.split("; ")]
    return text(*dict.fromkeys([name, *short]))


def _country_day(draw: Draw) -> Mapping[str, Slot]:
    country = holiday_country(draw)
    return {"country": country, "day": maybe_holiday(draw, country.meant)}


def _country_named_day(draw: Draw) -> Mapping[str, Slot]:
    return {"country": holiday_country(draw), "day": named_day(draw)}


def _on_weekday(slots: Callable[[Draw], Mapping[str, Slot]], draw: Draw) -> Mapping[str, Slot]:
    """Drawn again until the day is one from Monday to Thursday: nowhere do shops close on these anyway."""
    while weekday_of((found := slots(draw))["day"]) > _THURSDAY:
        pass
    return found


_country_weekday = partial(_on_weekday, _country_day)


def _country_holiday(draw: Draw) -> Mapping[str, Slot]:
    country = holiday_country(draw)
    days = [day for year in range(2019, 2029) for day in calendar(country.meant, year)]
    return {"country": country, "day": day_of(draw, draw.one(days)) if draw.chance(0.9) else draw.day()}


def _city_day(draw: Draw) -> Mapping[str, Slot]:
    while home((city := clear_city(draw)).meant) in UNKNOWN:
        pass
    return {"city": city, "day": maybe_holiday(draw, home(city.meant))}


def _two_countries(draw: Draw) -> Mapping[str, Slot]:
    a = b = holiday_country(draw)
    while b.meant == a.meant:
        b = holiday_country(draw)
    return {"a": a, "b": b, "day": maybe_holiday(draw, a.meant)}


def _two_days(draw: Draw) -> Mapping[str, Slot]:
    holiday = _country_holiday(draw)
    other = later(holiday["day"].meant, draw.one((-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)))
    first, second = sorted((holiday["day"], day_of(draw, other)), key=lambda slot: str(slot.meant))
    return {"country": holiday["country"], "day": first, "other": second}


def _unknown(draw: Draw) -> Mapping[str, Slot]:
    country = draw.one([name for name in UNKNOWN if held_out(name) == draw.dev])
    first, last = UNKNOWN[country]
    day = (
        named_day(draw, first, last) if draw.chance(0.4) else draw.day(date(first, 1, 1), date(last, 12, 31))
    )
    return {"country": Slot(country, country), "day": day}


def _solve(desk: Desk, country: str, day: str) -> None:
    found, told = checked(desk, country, day)
    _finish(desk, found, told)


def _finish(desk: Desk, found: Found, told: str) -> None:
    right = found["is_holiday"]
    facts = [name_fact(found["name"])] if right else []
    desk.finish(f"{told}.", f"{'Yes' if right else 'No'}, {told}.", yes(right), *facts)


def _solve_which(desk: Desk, country: str, day: str) -> None:
    found, told = checked(desk, country, day)
    desk.finish(f"{told}.", f"{told}.", name_fact(found["name"]) if found["is_holiday"] else yes(False))


def _solve_working(desk: Desk, country: str, day: str) -> None:
    found, told = checked(desk, country, day)
    free = found["is_holiday"]
    known = f"{told}, so it is {'no working day' if free else 'a working day'}."
    desk.finish(known, f"{'No' if free else 'Yes'}, {told}.", yes(not free))


def _finish_shops(desk: Desk, asks_closed: bool, found: Found, told: str) -> None:
    closed = found["is_holiday"]
    likely = f"shops are likely {'closed' if closed else 'open'}"
    answer = f"{'Yes' if closed is asks_closed else 'No'}, {likely}, as {told}."
    desk.finish(f"{told}, so {likely}.", answer, yes(closed is asks_closed))


def _solve_shops(asks_closed: bool, desk: Desk, country: str, day: str) -> None:
    _finish_shops(desk, asks_closed, *checked(desk, country, day))


def _solve_city(desk: Desk, city: str, day: str) -> None:
    country, known = country_of(desk, city)
    _finish(desk, *checked(desk, country, day, known))


def _solve_city_shops(desk: Desk, city: str, day: str) -> None:
    country, known = country_of(desk, city)
    _finish_shops(desk, True, *checked(desk, country, day, known))


def _solve_both(desk: Desk, a: str, b: str, day: str) -> None:
    first, known = checked(desk, a, day)
    second, told = checked(desk, b, day, f"{known}.")
    both = first["is_holiday"] and second["is_holiday"]
    told = f"{known} and {told}"
    known = f"{told}, so it is {'a holiday in both' if both else 'not a holiday in both'}."
    desk.finish(known, f"{'Yes' if both else 'No'}, {told}.", yes(both))


def _solve_two_days(desk: Desk, country: str, day: str, other: str) -> None:
    first, known = checked(desk, country, day)
    second, told = checked(desk, country, other, f"{known}.")
    told = f"{known} and {told}"
    facts = [name_fact(found["name"]) for found in (first, second) if found["is_holiday"]]
    desk.finish(f"{told}.", f"{told}.", *(facts or [yes(False)]))


FAMILIES = (
    Family("check_holiday", _country_day, _solve, weight=3.0),
    Family("check_named_day", _country_named_day, _solve, weight=1.0),
    Family("which_holiday", _country_holiday, _solve_which, weight=0.6),
    Family("shops_closed", _country_weekday, partial(_solve_shops, True), weight=0.5),
    Family("shops_open", _country_weekday, partial(_solve_shops, False), weight=0.4),
    Family("working_day", _country_weekday, _solve_working, weight=0.4),
    Family("city_holiday", _city_day, _solve_city, weight=1.2),
    Family("city_shops_closed", partial(_on_weekday, _city_day), _solve_city_shops, weight=0.4),
    Family("holiday_in_both", _two_countries, _solve_both, weight=0.4),
    Family("holiday_of_two_days", _two_days, _solve_two_days, weight=0.3),
    Family("unknown_holidays", _unknown, _solve, weight=0.3, asks="check holiday"),
)
