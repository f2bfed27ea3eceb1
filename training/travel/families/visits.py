"""Visits: from a country to its capital, and from a city to its country, and what one needs there."""

from __future__ import annotations

from collections.abc import Mapping

from training.travel.comparing import compared
from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import clock, number, text, yes
from training.travel.families.countries import aspect_slot
from training.travel.families.country_facts import clause, facts_of, noun, the
from training.travel.families.flights import main_airport
from training.travel.families.stops import (
    capital_of,
    country_of,
    currency_of,
    holiday,
    money_named,
    people_in,
    shifted,
    two_countries,
)
from training.travel.families.sun import no_sun, sunrise, sunset
from training.travel.families.times import timezone
from training.travel.family import Family
from training.travel.moments import clock_at, now, split


def _country(draw: Draw) -> Mapping[str, Slot]:
    return {"country": draw.country()}


def _country_now(draw: Draw) -> Mapping[str, Slot]:
    return {"country": draw.country(), "now": now(draw)}


def _solve_time(desk: Desk, country: str, now: str | None) -> None:
    with clock_at(now):
        capital, known = capital_of(desk, country)
        date, time = split(desk.call("local_time", known, city=capital)["local_time"])
    answer = f"It is now {time} on {date} in {capital}."
    desk.finish(f"I know the local time in {capital}.", answer, clock(timezone(capital)))


def _solve_people(desk: Desk, country: str) -> None:
    capital, known = capital_of(desk, country)
    people, told = people_in(desk, capital, known)
    desk.finish(f"I know the population of {capital}.", told, number(people))


def _solve_airport(desk: Desk, country: str) -> None:
    capital, known = capital_of(desk, country)
    iata, told = main_airport(desk, {"city": capital}, known)
    if "nearest" in told:
        raise Unusable(told)
    desk.finish(f"I know the airport of {capital}.", told, text(iata))


def _solve_more_people(desk: Desk, a: str, b: str) -> None:
    first, known = capital_of(desk, a)
    second, known = capital_of(desk, b, known)
    some, told = people_in(desk, first, known)
    others, second_told = people_in(desk, second, told)
    if some == others:
        raise Unusable("they are equal")
    extreme = compared(desk, second_told, some, others)
    larger = first if some > others else second
    both, wins = f"{told[:-1]} and {second} has {others}", f"so {larger} is larger."
    desk.finish(
        f"{both}, {extreme}, {wins}",
        f"{both}, {wins}",
        text(f"{larger} is larger", f"{larger} has more"),
        number(max(some, others)),
    )


def _country_day(draw: Draw) -> Mapping[str, Slot]:
    return {"country": draw.country(), "day": draw.day()}


def _solve_sunset(desk: Desk, country: str, day: str) -> None:
    capital, known = capital_of(desk, country)
    said, facts = sunset(desk.call("sun_times", known, city=capital, date=day), capital)
    desk.finish(f"I know the sun times of {capital}.", f"On {day} {said}.", *facts)


def _two_countries_now(draw: Draw) -> Mapping[str, Slot]:
    return {**two_countries(draw), "now": now(draw)}


def _solve_clocks(desk: Desk, a: str, b: str, now: str | None) -> None:
    first, known = capital_of(desk, a)
    second, known = capital_of(desk, b, known)
    with clock_at(now):
        why, told, facts = shifted(desk, first, second, known)
    desk.finish(f"{why}, so {told}.", f"{told}.", *facts)


def _city(draw: Draw) -> Mapping[str, Slot]:
    return {"city": draw.city()}


def _solve_share(desk: Desk, city: str) -> None:
    info = desk.call("city_info", city=city)
    if not info["population"]:
        raise Unusable(f"the population of {city} is not known")
    name = the(info["country"])
    known = f"{city} is in {name} and has {info['population']} inhabitants."
    whole = desk.call("country_info", known, country=info["country"])["population"]
    known = f"{name} has {whole} inhabitants."
    known = known[:1].upper() + known[1:]
    share = desk.call("calculate", known, expression=f"{info['population']}/{whole}*100")["value"]
    answer = f"{share} percent of the people of {name} live in {city}."
    desk.finish(f"I know the share of {city}.", answer, number(share, 0.05))


def _city_aspect(draw: Draw) -> Mapping[str, Slot]:
    aspect = draw.one(("capital", "currency", "languages", "phone code", "continent", "area"))
    return {"city": draw.city(), "aspect": aspect_slot(draw, aspect)}


def _solve_aspect(desk: Desk, city: str, aspect: str) -> None:
    info = desk.call("city_info", city=city)
    people = info["population"]
    if not people:
        raise Unusable(f"the population of {city} is not known")
    known = f"{city} is in {the(info['country'])} and has {people} inhabitants."
    land = desk.call("country_info", known, country=info["country"])
    answer = f"{city} has {people} inhabitants and {clause(aspect, land)}."
    knows = f"I know the population of {city} and the {noun(aspect, land)} of {the(land['country'])}."
    desk.finish(knows, answer, number(people), *facts_of(aspect, land))


def _city_day(draw: Draw) -> Mapping[str, Slot]:
    return {"city": draw.city(), "day": draw.day()}


def _solve_holiday(desk: Desk, city: str, day: str) -> None:
    country, known = country_of(desk, city)
    found, told = holiday(desk, country, day, known)
    sun = desk.call("sun_times", f"{told}.", city=city, date=day)
    if no_sun(sun, city):
        raise Unusable(f"no sunrise in {city}")
    said, facts = sunrise(sun, city)
    answer = f"{'Yes' if found['is_holiday'] else 'No'}, {told} and {said}."
    desk.finish(f"{told} and I know the sun times of {city}.", answer, yes(found["is_holiday"]), *facts)


def _two_now(draw: Draw) -> Mapping[str, Slot]:
    a, b = draw.cities(2)
    return {"a": a, "b": b, "now": now(draw)}


def _solve_clock_money(desk: Desk, a: str, b: str, now: str | None) -> None:
    with clock_at(now):
        _, told, facts = shifted(desk, a, b)
    country, known = country_of(desk, b, f"{told}.")
    currency, _ = currency_of(desk, country, known)
    answer = f"{told} and the currency of {the(country)} is {currency}."
    knows = f"{told} and I know the currency of {the(country)}."
    desk.finish(knows, answer, *facts, money_named(currency))


FAMILIES = (
    Family("capital_time", _country_now, _solve_time, weight=1.5, asks="local time in the capital"),
    Family("capital_people", _country, _solve_people, weight=1.5, asks="population of the capital"),
    Family("capital_airport", _country, _solve_airport, weight=1.0, asks="airport of the capital"),
    Family("capitals_people", two_countries, _solve_more_people, weight=1.2, asks="larger capital"),
    Family("capital_sunset", _country_day, _solve_sunset, weight=1.2, dev_only=True),
    Family("capitals_clock", _two_countries_now, _solve_clocks, weight=1.2, dev_only=True),
    Family("city_share", _city, _solve_share, weight=0.8, asks="share of the country's people"),
    Family(
        "city_and_country", _city_aspect, _solve_aspect, weight=1.2, asks="population and country {aspect}"
    ),
    Family("holiday_and_sunrise", _city_day, _solve_holiday, weight=1.0),
    Family("clock_and_money", _two_now, _solve_clock_money, weight=0.6),
)
