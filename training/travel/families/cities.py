"""Facts of one city: population, country, coordinates, time zone, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from training.travel.amounts import said_number
from training.travel.comparing import compared, verdict
from training.travel.desk import Desk, listed
from training.travel.draw import Draw, Slot, held_out
from training.travel.facts import text, yes
from training.travel.families.city_countries import clear_city
from training.travel.families.city_facts import NOUNS, TITLES, clause, draw_city, facts_of, info, told
from training.travel.families.country_facts import the
from training.travel.families.flights import End, said
from training.travel.family import Family
from training.travel.places import country_of

LIMITS = (
    50_000,
    100_000,
    200_000,
    250_000,
    500_000,
    750_000,
    1_000_000,
    1_500_000,
    2_000_000,
    3_000_000,
    5_000_000,
)
MILLIONS = {1_000_000: ("a million", "one million", "1 million"), 1_500_000: ("1.5 million",)}


def _solve(desk: Desk, facts: tuple[str, ...], title: str, city: End) -> None:
    found = info(desk, city)
    desk.finish(f"I know {title} {said(city)}.", told(city, found, *facts), *facts_of(found, *facts))


def _solve_several(desk: Desk, city: End, **wanted: str) -> None:
    facts = tuple(wanted.values())
    _solve(desk, facts, f"the {listed([TITLES[fact] for fact in facts])} of", city)


def _solve_limit(desk: Desk, city: End, than: str, limit: int) -> None:
    people = info(desk, city)["population"]
    truth = "more" if people > limit else "less" if people < limit else "not more"
    told = f"{said(city)} has {people} inhabitants"
    larger, which = compared(desk, f"{told}.", people, limit), f"which is {truth} than {limit}"
    answer = f"{'Yes' if truth == than else 'No'}, {told}, {which}."
    desk.finish(f"{told}, {larger}, {which}. {verdict(truth, than)}", answer, yes(truth == than))


def _solve_in_country(desk: Desk, city: str, country: str) -> None:
    found = info(desk, {"city": city})
    right = found["country"].removeprefix("The ") == country
    sentence = told({"city": city}, found, "country")
    known = sentence if right else f"{sentence[:-1]}, so it is not in {the(country)}."
    desk.finish(known, f"{'Yes' if right else 'No'}, {sentence}", yes(right))


def _solve_hemisphere(desk: Desk, city: End) -> None:
    found = info(desk, city)
    side = "northern" if found["latitude"] > 0 else "southern"
    desk.finish(
        f"{said(city)} {clause('latitude', found)}, so it is in the {side} hemisphere.",
        f"{said(city)} is in the {side} hemisphere, at latitude {found['latitude']}.",
        text(side, f"{side[:5]} of the equator"),
    )


def _one(draw: Draw) -> Mapping[str, Slot]:
    return {"city": draw_city(draw)}


def _alone(draw: Draw) -> Mapping[str, Slot]:
    """No country given, as that is what is asked for."""
    city = clear_city(draw)
    return {"city": Slot(city.said, {"city": city.meant})}


def _facts(draw: Draw, names: str) -> Mapping[str, Slot]:
    wanted = draw.random.sample(list(NOUNS), len(names))
    slots = {name: Slot(draw.one(NOUNS[fact]), fact) for name, fact in zip(names, wanted, strict=True)}
    city = _alone(draw) if "country" in wanted else _one(draw)
    return {**city, **slots}


def _limit(draw: Draw) -> Mapping[str, Slot]:
    limit, than = draw.one(LIMITS), draw.one(("more", "less"))
    word = draw.one(("more than", "over") if than == "more" else ("less than", "fewer than", "under"))
    millions = MILLIONS.get(limit, (f"{limit // 1_000_000} million",) if limit > 1_000_000 else ())
    amount = draw.one((said_number(draw, limit), *millions))
    return {**_one(draw), "than": Slot(word, than), "limit": Slot(amount, limit)}


def _in_country(draw: Draw) -> Mapping[str, Slot]:
    """A city and a country, its own one in about half of all draws."""
    city, country = clear_city(draw), draw.country()
    if draw.chance(0.55):
        for _ in range(40):
            # A city's own country may belong to the other split.
            if held_out(home := country_of(city.meant)) == draw.dev:
                return {"city": city, "country": draw.said_country(home)}
            city = clear_city(draw)
    return {"city": city, "country": country}


def _single(name: str, fact: str, title: str, weight: float) -> Family:
    draw = _alone if fact == "country" else _one
    return Family(name, draw, partial(_solve, facts=(fact,), title=title), weight)


ALL = ("country", "population", "coordinates", "timezone")

FAMILIES = (
    _single("population", "population", "the population of", 7),
    _single("city_country", "country", "the country of", 4),
    _single("coordinates", "coordinates", "the coordinates of", 2.5),
    _single("latitude", "latitude", "the latitude of", 0.4),
    _single("longitude", "longitude", "the longitude of", 0.4),
    _single("time_zone", "timezone", "the time zone of", 2.5),
    Family(
        "about_city",
        _alone,
        partial(_solve, facts=ALL, title="the facts about"),
        0.8,
        asks="facts about a city",
    ),
    Family("two_city_facts", partial(_facts, names="xy"), _solve_several, 1.2, asks="{x} and {y}"),
    Family("three_city_facts", partial(_facts, names="xyz"), _solve_several, 0.5, asks="{x}, {y} and {z}"),
    Family(
        "population_limit", _limit, _solve_limit, 0.7, asks="whether the population is {than} than {limit}"
    ),
    Family("in_country", _in_country, _solve_in_country, 0.7, asks="whether in the country"),
    Family("hemisphere", _one, _solve_hemisphere, 0.3),
)
