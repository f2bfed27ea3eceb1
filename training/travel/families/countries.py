"""Facts of one country: one or several at once; with its name mistyped; of a country that is none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from training.travel.desk import Desk, ToolFailed, Unusable
from training.travel.draw import Draw, Slot
from training.travel.families.country_facts import NOUNS, Info, clause, clauses, facts_of, noun, start, the
from training.travel.family import Family
from training.travel.places import countries

UNREAL = (
    *(
        "Arendelle",
        "Asgard",
        "Avalon",
        "Azeroth",
        "Blefuscu",
        "Borduria",
        "Brobdingnag",
        "Discworld",
        "Earthsea",
    ),
    *("Erewhon", "Florin", "Freedonia", "Gondor", "Gotham", "Hogwarts", "Hyrule", "Krypton", "Lilliput"),
    *(
        "Mirkwood",
        "Mordor",
        "Qumar",
        "Rivendell",
        "Tatooine",
        "Themyscira",
        "Valhalla",
        "Westeros",
        "Zamunda",
    ),
)
"""Countries of books and films; none is close to a real one's name, so the tool suggests nothing."""

_WEIGHTS = {
    "capital": 1.2,
    "currency": 2.0,
    "languages": 1.2,
    "main language": 0.5,
    "population": 1.6,
    "area": 0.9,
    "continent": 0.6,
    "phone code": 1.2,
}


def country_of(draw: Draw) -> Mapping[str, Slot]:
    """A country."""
    return {"country": draw.country()}


def aspect_slot(draw: Draw, aspect: str) -> Slot:
    """The aspect by one of the nouns that users have for it."""
    return Slot(draw.one(NOUNS[aspect]), aspect)


def any_aspects(draw: Draw, count: int) -> list[Slot]:
    """Different aspects; never both all languages and the main one."""
    left_out = draw.one(("languages", "main language"))
    chosen = draw.random.sample([aspect for aspect in NOUNS if aspect != left_out], count)
    return [aspect_slot(draw, aspect) for aspect in chosen]


def _two(draw: Draw) -> Mapping[str, Slot]:
    first, second = any_aspects(draw, 2)
    return {"first": first, "second": second, "country": draw.country()}


def _three(draw: Draw) -> Mapping[str, Slot]:
    first, second, third = any_aspects(draw, 3)
    return {"first": first, "second": second, "third": third, "country": draw.country()}


def _misspelt(draw: Draw) -> Mapping[str, Slot]:
    name = draw.of_split([country for country in countries() if len(country) > 4])
    typed = draw.misspelt(name)
    return {"country": Slot(typed, [typed, name]), "first": any_aspects(draw, 1)[0]}


def _unreal(draw: Draw) -> Mapping[str, Slot]:
    name = draw.of_split(UNREAL)
    return {"country": Slot(name, name), "first": any_aspects(draw, 1)[0]}


def finish_one(desk: Desk, aspect: str, info: Info, before: str = "") -> None:
    """Answer with the aspect; ``before`` opens the sentence ("Graz is in Austria and ")."""
    known = f"I know the {noun(aspect, info)} of {the(info['country'])}."
    desk.finish(known, start(f"{before}{clause(aspect, info)}."), *facts_of(aspect, info))


def finish_several(desk: Desk, aspects: list[str], info: Info, before: str = "") -> None:
    """Answer with the aspects in this order."""
    words = " and the ".join(noun(aspect, info) for aspect in aspects)
    facts = [fact for aspect in aspects for fact in facts_of(aspect, info)]
    answer = start(f"{before}{clauses(aspects, info)}.")
    desk.finish(f"I know the {words} of {the(info['country'])}.", answer, *facts)


def _solve_one(aspect: str, desk: Desk, country: str) -> None:
    finish_one(desk, aspect, desk.call("country_info", country=country))


def _solve_several(desk: Desk, country: str, **wanted: str) -> None:
    aspects = [wanted[place] for place in ("first", "second", "third") if place in wanted]
    finish_several(desk, aspects, desk.call("country_info", country=country))


def _solve_misspelt(desk: Desk, country: list[str], first: str) -> None:
    typed, truth = country
    info = desk.call_right("country_info", "country", truth, country=typed)
    if len(desk.steps) < 4:
        raise Unusable(f"{typed} is a name too")
    finish_one(desk, first, info)


def _solve_unreal(desk: Desk, country: str, first: str) -> None:
    try:
        info = desk.call("country_info", country=country)
    except ToolFailed:
        desk.give_up(f"There is no country {country}.")
    finish_one(desk, first, info)


FAMILIES = (
    *(
        Family(
            name=f"country_{aspect.replace(' ', '_')}",
            draw=country_of,
            solve=partial(_solve_one, aspect),
            weight=weight,
        )
        for aspect, weight in _WEIGHTS.items()
    ),
    Family(
        name="country_two_facts",
        draw=_two,
        solve=_solve_several,
        weight=2.0,
        asks="country {first} and {second}",
    ),
    Family(
        name="country_three_facts",
        draw=_three,
        solve=_solve_several,
        weight=0.8,
        asks="country {first}, {second} and {third}",
    ),
    Family(
        name="country_misspelt", draw=_misspelt, solve=_solve_misspelt, weight=1.0, asks="country {first}"
    ),
    Family(name="country_unreal", draw=_unreal, solve=_solve_unreal, weight=0.4, asks="country {first}"),
)
