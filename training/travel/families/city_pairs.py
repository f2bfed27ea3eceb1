"""Cities against each other: which has more people, which lies farther north, sums and ratios."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from training.travel.comparing import compared, verdict
from training.travel.desk import Desk, Unusable, listed
from training.travel.draw import Draw, Slot
from training.travel.facts import number, text, yes
from training.travel.families.city_countries import clear_cities
from training.travel.families.city_facts import Info, clear_place, facts_of, info, told
from training.travel.families.flights import End, names, said
from training.travel.families.namesakes import namesake, two_namesakes
from training.travel.family import Family

AXES = {"north": "latitude", "south": "latitude", "east": "longitude", "west": "longitude"}


def _infos(desk: Desk, fact: str, *cities: End) -> list[Info]:
    """What the tool tells of the cities; what is learnt of each comes before the next call."""
    found: list[Info] = []
    for place, city in enumerate(cities):
        known = told(cities[place - 1], found[-1], fact) if found else ""
        found.append(info(desk, city, known))
    return found


def _people(desk: Desk, *cities: End) -> list[int]:
    """The populations, all different."""
    people = [found["population"] for found in _infos(desk, "population", *cities)]
    if len(set(people)) < len(people):
        raise Unusable("two are equal")
    return people


def _inhabitants(cities: tuple[End, ...], people: list[int]) -> str:
    return listed(
        [f"{said(city)} has {count} inhabitants" for city, count in zip(cities, people, strict=True)]
    )


def _solve_which(desk: Desk, smaller: bool, **given: End) -> None:
    cities = tuple(given.values())
    people = _people(desk, *cities)
    best = (min if smaller else max)(range(len(people)), key=people.__getitem__)
    known = f"{said(cities[-1])} has {people[-1]} inhabitants."
    extreme = compared(desk, known, *people, least=smaller)
    others = [place for place in range(len(people)) if place != best]
    word = ("fewer" if smaller else "more") if len(people) == 2 else ("the fewest" if smaller else "the most")
    wins = f"{said(cities[best])} has {word} inhabitants"
    than = f" than {said(cities[others[0]])}" if len(people) == 2 else ""
    against = listed([str(people[place]) for place in others])
    adjectives = (
        ("smaller", "smallest", "less populous") if smaller else ("larger", "largest", "bigger", "biggest")
    )
    called = names(cities[best], cities[others[0]])
    ways = [
        f"{name} {way}" for name in called for way in (f"has {word}", *(f"is {one}" for one in adjectives))
    ]
    the = [f"{name} is the {one}" for name in called for one in adjectives]
    desk.finish(
        f"{_inhabitants(cities, people)}, {extreme}, so {wins}.",
        f"{wins}{than}: {people[best]} against {against}.",
        text(*ways, *the),
    )


def _solve_whether(desk: Desk, a: End, b: End) -> None:
    people = _people(desk, a, b)
    right = people[0] > people[1]
    larger = compared(desk, f"{said(b)} has {people[1]} inhabitants.", *people)
    more = "more" if right else "fewer"
    found = f"{said(a)} has {more} inhabitants"
    answer = f"{found} than {said(b)}: {people[0]} against {people[1]}."
    known = f"{_inhabitants((a, b), people)}, {larger}, so {found}. {verdict(more, 'more')}"
    desk.finish(known, f"{'Yes' if right else 'No'}, {answer}", yes(right))


def _solve_both(desk: Desk, fact: str, title: str, a: End, b: End) -> None:
    first, second = _infos(desk, fact, a, b)
    answer = f"{told(a, first, fact)[:-1]} and {told(b, second, fact)}"
    desk.finish(
        f"I know the {title} of {said(a)} and {said(b)}.",
        answer,
        *facts_of(first, fact),
        *facts_of(second, fact),
    )


def _solve_gap(desk: Desk, a: End, b: End) -> None:
    people = _people(desk, a, b)
    known = f"{said(b)} has {people[1]} inhabitants."
    value = desk.call("calculate", known, expression=f"{max(people)} - {min(people)}")["value"]
    what = f"the difference in population between {said(a)} and {said(b)}"
    desk.finish(f"I know {what}.", f"T{what[1:]} is {value} inhabitants.", number(value))


def _solve_times(desk: Desk, a: End, b: End) -> None:
    people = _people(desk, a, b)
    if people[0] < people[1]:
        raise Unusable("the question takes the first to be larger")
    known = f"{said(b)} has {people[1]} inhabitants."
    value = desk.call("calculate", known, expression=f"round({people[0]} / {people[1]}, 2)")["value"]
    answer = f"The population of {said(a)} is {value} times the population of {said(b)}."
    desk.finish(f"I know the ratio of {said(a)} to {said(b)}.", answer, number(value, 0.01))


def _solve_together(desk: Desk, a: End, b: End) -> None:
    people = _people(desk, a, b)
    known = f"{said(b)} has {people[1]} inhabitants."
    value = desk.call("calculate", known, expression=f"{people[0]} + {people[1]}")["value"]
    what = f"{said(a)} and {said(b)} together"
    desk.finish(f"I know the population of {what}.", f"{what} have {value} inhabitants.", number(value))


def _solve_direction(desk: Desk, side: str, a: End, b: End) -> None:
    axis = AXES[side]
    first, second = _infos(desk, axis, a, b)
    # Across half the globe east and west are a matter of taste.
    if not 0 < abs(first[axis] - second[axis]) < 150:
        raise Unusable("neither is farther")
    least = side in ("south", "west")
    is_first = (first[axis] < second[axis]) is least
    extreme = compared(desk, told(b, second, axis), first[axis], second[axis], least=least)
    winner, loser = (a, b) if is_first else (b, a)
    values = (first[axis], second[axis]) if is_first else (second[axis], first[axis])
    wins = f"{said(winner)} is farther {side}"
    adjectives = (f"farther {side}", f"further {side}", f"more {side}ern", f"the more {side}ern")
    desk.finish(
        f"{told(a, first, axis)[:-1]} and {told(b, second, axis)[:-1]}, {extreme}, so {wins}.",
        f"{wins} than {said(loser)}: {axis} {values[0]} against {values[1]}.",
        text(
            *(
                f"{name} {verb} {word}"
                for name in names(winner, loser)
                for verb in ("is", "lies")
                for word in adjectives
            )
        ),
    )


def _solve_degrees(desk: Desk, a: End, b: End) -> None:
    first, second = (found["latitude"] for found in _infos(desk, "latitude", a, b))
    known = f"{said(b)} is at latitude {second}."
    value = desk.call("calculate", known, expression=f"abs({first} - {second})")["value"]
    what = f"the difference in latitude between {said(a)} and {said(b)}"
    desk.finish(f"I know {what}.", f"T{what[1:]} is {value} degrees.", number(value))


def _several(draw: Draw, count: str) -> Mapping[str, Slot]:
    """Different cities, in every tenth draw of one name."""
    if count == "ab" and draw.chance(0.08):
        return dict(zip(count, two_namesakes(draw), strict=True))
    found: dict[str, Slot] = {}
    while len(found) < len(count):
        slot = namesake(draw) if draw.chance(0.06) else clear_place(draw)
        found[said(slot.meant)] = slot
    return dict(zip(count, found.values(), strict=True))


def _alone(draw: Draw) -> Mapping[str, Slot]:
    """No countries given, as they are what is asked for."""
    return {key: Slot(slot.said, {"city": slot.meant}) for key, slot in clear_cities(draw).items()}


_two, _three = partial(_several, count="ab"), partial(_several, count="abc")
_more, _fewer = partial(_solve_which, smaller=False), partial(_solve_which, smaller=True)

FAMILIES = (
    Family("larger_city", _two, _more, 2),
    Family("smaller_city", _two, _fewer, 0.5),
    Family("largest_city", _three, _more, 0.5),
    Family("smallest_city", _three, _fewer, 0.3),
    Family("whether_larger_city", _two, _solve_whether, 0.5, asks="whether larger city"),
    Family("city_populations", _two, partial(_solve_both, fact="population", title="populations"), 0.6),
    Family("cities_countries", _alone, partial(_solve_both, fact="country", title="countries"), 0.4),
    Family("population_gap", _two, _solve_gap, 0.4),
    Family("population_ratio", _two, _solve_times, 0.4),
    Family("populations_together", _two, _solve_together, 0.4),
    Family("farther_north", _two, partial(_solve_direction, side="north"), 0.4),
    Family("farther_south", _two, partial(_solve_direction, side="south"), 0.3),
    Family("farther_east", _two, partial(_solve_direction, side="east"), 0.2),
    Family("farther_west", _two, partial(_solve_direction, side="west"), 0.2),
    Family("latitude_difference", _two, _solve_degrees, 0.2, dev_only=True),
)
