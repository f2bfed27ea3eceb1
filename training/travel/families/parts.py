"""Small questions that users put two of into one sentence; each is answered by one call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from training.travel.amounts import codes, currency, money
from training.travel.desk import Desk, Fact, ToolFailed, Unusable
from training.travel.draw import Draw, Slot, held_out
from training.travel.facts import clock, number, text
from training.travel.families.countries import aspect_slot
from training.travel.families.country_facts import clause, facts_of, noun, the
from training.travel.families.flights import nearest
from training.travel.families.money import converted, sum_is
from training.travel.families.stops import people_in
from training.travel.families.sun import no_sun, sunrise, sunset
from training.travel.families.times import timezone
from training.travel.families.units import in_unit
from training.travel.measures import PAIRS, TEMPERATURES, counted, is_are, measure, unit
from training.travel.moments import split
from training.travel.phrasebook import phrasings


class Learnt(NamedTuple):
    """The answer as a clause, what it is about ("the population of Oslo"), and its facts."""

    told: str
    about: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Part:
    """A small question without its words."""

    draw: Callable[[Draw], Mapping[str, Slot]]
    solve: Callable[..., Learnt]


def said(draw: Draw, kind: str, *, by_name: bool) -> tuple[str, dict[str, Any]]:
    """A way of asking for the part with its blanks filled, and what they mean."""
    ways = phrasings(heading(kind, by_name=by_name))
    way = draw.one([way for way in ways if held_out(way) == draw.dev] or ways)
    slots = PARTS[kind].draw(draw)
    filled = way.format(**{key: slot.said for key, slot in slots.items()})
    return filled, {key: slot.meant for key, slot in slots.items()}


def heading(kind: str, *, by_name: bool) -> str:
    """What the part's phrasings stand under: nouns for it, or questions in the middle of a sentence."""
    return f"{kind} {'named' if by_name else 'asked'}"


def _city(draw: Draw) -> Mapping[str, Slot]:
    return {"city": draw.city()}


def _city_day(draw: Draw) -> Mapping[str, Slot]:
    return {"city": draw.city(), "day": draw.day()}


def _country_aspect(draw: Draw) -> Mapping[str, Slot]:
    aspects = ("capital", "capital", "currency", "currency", "population", "phone code", "main language")
    return {"country": draw.country(), "aspect": aspect_slot(draw, draw.one(aspects))}


def _sum(draw: Draw) -> Mapping[str, Slot]:
    source, target = codes(draw, 2)
    return {"sum": money(draw, source), "to": currency(draw, target)}


def _value(draw: Draw) -> Mapping[str, Slot]:
    source, target = draw.one((*PAIRS, *TEMPERATURES * 3))
    return {"value": measure(draw, source), "to": unit(draw, target)}


def _solve_people(desk: Desk, known: str, city: str) -> Learnt:
    people, told = people_in(desk, city, known)
    return Learnt(told[:-1], f"the population of {city}", (number(people),))


def _solve_time(desk: Desk, known: str, city: str) -> Learnt:
    date, time = split(desk.call("local_time", known, city=city)["local_time"])
    told = f"it is now {time} on {date} in {city}"
    return Learnt(told, f"the local time in {city}", (clock(timezone(city)),))


def _solve_country(desk: Desk, known: str, country: str, aspect: str) -> Learnt:
    info = desk.call("country_info", known, country=country)
    about = f"the {noun(aspect, info)} of {the(info['country'])}"
    return Learnt(clause(aspect, info), about, tuple(facts_of(aspect, info)))


def _solve_sum(desk: Desk, known: str, sum: list[Any], to: str) -> Learnt:
    amount, source = sum
    found = converted(desk, amount, source, to, known)
    told = f"{found.told} at the rate of {found.day}"
    return Learnt(told, f"what {sum_is(amount, source)} in {to}", (number(found.value),))


def _solve_value(desk: Desk, known: str, value: list[Any], to: str) -> Learnt:
    amount, source = value
    found = in_unit(desk, amount, source, to, known)
    told = is_are(amount, source)
    return Learnt(f"{told} {counted(found, to)}", f"what {told} in {to}", (number(found),))


def _sun(event: Callable[..., Any]) -> Callable[..., Learnt]:
    """The expert for the sunrise, or the sunset, of an ordinary day."""

    def solve(desk: Desk, known: str, city: str, day: str) -> Learnt:
        sun = desk.call("sun_times", known, city=city, date=day)
        if no_sun(sun, city):
            raise Unusable("no ordinary day")
        told, facts = event(sun, city)
        return Learnt(f"on {day} {told}", f"the sun times of {city}", facts)

    return solve


def _solve_airport(desk: Desk, known: str, city: str) -> Learnt:
    try:
        code = desk.call("find_airports", known, city=city)[0]["iata"]
    except ToolFailed as error:
        raise Unusable(str(nearest(error))) from error
    return Learnt(f"the airport of {city} is {code}", f"the airport of {city}", (text(code),))


PARTS = {
    "people": Part(_city, _solve_people),
    "time": Part(_city, _solve_time),
    "country": Part(_country_aspect, _solve_country),
    "sum": Part(_sum, _solve_sum),
    "value": Part(_value, _solve_value),
    "sunrise": Part(_city_day, _sun(sunrise)),
    "sunset": Part(_city_day, _sun(sunset)),
    "airport": Part(_city, _solve_airport),
}
"""Kind → how its blanks are filled, and how it is answered."""

HEADINGS = tuple(heading(kind, by_name=by_name) for kind in PARTS for by_name in (False, True))
