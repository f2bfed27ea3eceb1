"""From a city to its country, and then to a fact of that country."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot, held_out
from training.travel.facts import text, yes
from training.travel.families.countries import any_aspects, finish_one, finish_several
from training.travel.families.stops import country_of, currency_of
from training.travel.family import Family
from training.travel.places import country_of as home
from training.travel.places import famous_cities

DOUBTFUL = ("Goa", "Valencia", "San José", "Newcastle", "Córdoba", "Granada", "Cartagena", "Santiago")
"""Names that the tools take for a city in another country than most users mean, or may mean."""

_WEIGHTS = {
    "currency": 1.4,
    "languages": 0.9,
    "phone code": 0.9,
    "capital": 0.4,
    "population": 0.3,
    "area": 0.3,
    "continent": 0.5,
}


def clear_city(draw: Draw) -> Slot:
    """A city whose country is beyond doubt."""
    while (slot := draw.city()).meant in DOUBTFUL:
        pass
    return slot


def clear_cities(draw: Draw) -> Mapping[str, Slot]:
    """Two of them."""
    a = b = clear_city(draw)
    while b.meant == a.meant:
        b = clear_city(draw)
    return {"a": a, "b": b}


def _cities_of(country: str) -> list[str]:
    """The well-known ones."""
    return [city for city in famous_cities() if _home(city) == country and city not in DOUBTFUL]


@cache
def _home(city: str) -> str:
    return home(city)


def _maybe_neighbours(draw: Draw) -> Mapping[str, Slot]:
    """Two cities, in almost half of all draws of one country."""
    slots = dict(clear_cities(draw))
    a = slots["a"].meant
    others = [city for city in _cities_of(_home(a)) if city != a and held_out(city) == draw.dev]
    if others and draw.chance(0.5):
        b = draw.one(others)
        slots["b"] = Slot(b, b)
    return slots


def _one(draw: Draw) -> Mapping[str, Slot]:
    return {"city": clear_city(draw)}


def _with_aspect(draw: Draw) -> Mapping[str, Slot]:
    return {"city": clear_city(draw), "first": any_aspects(draw, 1)[0]}


def _with_two(draw: Draw) -> Mapping[str, Slot]:
    first, second = any_aspects(draw, 2)
    return {"city": clear_city(draw), "first": first, "second": second}


def _solve_one(aspect: str, desk: Desk, city: str) -> None:
    country, known = country_of(desk, city)
    info = desk.call("country_info", known, country=country)
    finish_one(desk, aspect, info, f"{known[:-1]} and ")


def _solve_where_and(desk: Desk, city: str, first: str) -> None:
    country, known = country_of(desk, city)
    info = desk.call("country_info", known, country=country)
    desk.facts.append(text(country.removeprefix("The ")))
    finish_one(desk, first, info, f"{known[:-1]} and ")


def _solve_two(desk: Desk, city: str, first: str, second: str) -> None:
    country, known = country_of(desk, city)
    info = desk.call("country_info", known, country=country)
    finish_several(desk, [first, second], info, f"{known[:-1]}, ")


def _solve_same_country(desk: Desk, a: str, b: str) -> None:
    first, known = country_of(desk, a)
    second, told = country_of(desk, b, known)
    same = first == second
    both = f"{known[:-1]} and {told[:-1]}"
    known = f"{both}, so it is {'the same country' if same else 'another country'}."
    desk.finish(known, f"{'Yes' if same else 'No'}, {both}.", yes(same))


def _solve_same_currency(desk: Desk, a: str, b: str) -> None:
    first, known = country_of(desk, a)
    one, known = currency_of(desk, first, known)
    second, known = country_of(desk, b, known)
    if first == second:
        raise Unusable("the same country")
    other, _ = currency_of(desk, second, known)
    told = f"the currency in {a} is {one} and the currency in {b} is {other}"
    same = one == other
    known = f"The{told[3:]}, so they {'are the same' if same else 'differ'}."
    desk.finish(known, f"{'Yes' if same else 'No'}, {told}.", yes(same))


FAMILIES = (
    *(
        Family(
            name=f"city_country_{aspect.replace(' ', '_')}",
            draw=_one,
            solve=partial(_solve_one, aspect),
            weight=weight,
        )
        for aspect, weight in _WEIGHTS.items()
    ),
    Family(
        "city_country_two_facts", _with_two, _solve_two, weight=0.5, asks="city country {first} and {second}"
    ),
    Family(
        "city_country_and_fact",
        _with_aspect,
        _solve_where_and,
        weight=0.6,
        asks="country of a city and its {first}",
    ),
    Family("cities_same_country", _maybe_neighbours, _solve_same_country, weight=0.4),
    Family("cities_same_currency", clear_cities, _solve_same_currency, weight=0.5, dev_only=True),
)
