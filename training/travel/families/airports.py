"""The airports of a city: their codes and names, the main one, how many, the nearest."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from training.travel.desk import Desk, Fact, ToolFailed, Unusable, listed
from training.travel.draw import Draw, Slot
from training.travel.facts import number, text, yes
from training.travel.families.flights import (
    End,
    airports,
    all_airports,
    draw_airport_name,
    draw_code,
    draw_island,
    mistyped,
    names,
    nearest,
    said,
)
from training.travel.families.namesakes import namesake
from training.travel.family import Family
from training.travel.places import lesser_cities
from umi.errors import ToolError
from umi.tools.travel.airports import find_airports

Airport = dict[str, Any]


def _own_or_nearest(desk: Desk, city: End) -> list[Airport]:
    """The city's airports; where it has none, the nearest one is the answer."""
    try:
        return all_airports(desk, city)
    except ToolFailed as error:
        near = nearest(error)
        if near is None:
            desk.give_up(f"There is no airport in {said(city)}.")
        told = f"The airport nearest to {said(city)} is {near[0]}"
        desk.finish(f"{told}.", f"{told}, {near[1]} km away.", text(near[0]))


def _called(airport: Airport) -> str:
    return f"{airport['name']} ({airport['iata']})"


def _place(airport: Airport) -> str:
    return ", ".join(filter(None, (airport["city"], airport["country"].removeprefix("The "))))


def _either(airport: Airport) -> Fact:
    return text(airport["iata"], airport["name"])


def _count(every: list[Airport]) -> str:
    return f"{len(every)} airport{'s' * (len(every) > 1)}"


def _has(city: str, every: list[Airport], names: list[str]) -> str:
    return f"{city} has {_count(every)}: {listed(names)}"


def _codes(every: list[Airport]) -> list[str]:
    return [airport["iata"] for airport in every]


def _solve_code(desk: Desk, city: End) -> None:
    told = f"The airport of {said(city)} is {_own_or_nearest(desk, city)[0]['iata']}."
    desk.finish(told, told, text(told[:-1].rpartition(" ")[2]))


def _solve_main(desk: Desk, city: End) -> None:
    first = _own_or_nearest(desk, city)[0]
    known = f"The airport of {said(city)} is {first['iata']}."
    desk.finish(known, f"The main airport of {said(city)} is {_called(first)}.", _either(first))


def _solve_list(desk: Desk, city: End) -> None:
    every = _own_or_nearest(desk, city)
    known = f"{_has(said(city), every, _codes(every))}."
    answer = _has(said(city), every, [_called(one) for one in every])
    desk.finish(known, f"{answer}.", *(_either(one) for one in every))


def _solve_count(desk: Desk, city: End) -> None:
    every = all_airports(desk, city)
    told = f"{_has(said(city), every, _codes(every))}."
    desk.finish(told, told, number(len(every)))


def _solve_whether(desk: Desk, city: End) -> None:
    name = said(city)
    try:
        every = airports(desk, city)
    except ToolFailed as error:
        near = nearest(error)
        none = f"there is no airport in {name}"
        more = f"; the nearest one is {near[0]}, {near[1]} km away" if near else ""
        desk.finish(f"T{none[1:]}{more}.", f"No, {none}{more}.", yes(False))
    told = f"{_has(name, every, _codes(every))}."
    desk.finish(told, f"Yes, {told}", yes(True))


def _solve_several(desk: Desk, city: End) -> None:
    every = all_airports(desk, city)
    told = f"{_has(said(city), every, _codes(every))}."
    desk.finish(told, f"{'Yes' if len(every) > 1 else 'No'}, {told}", yes(len(every) > 1))


def _solve_nearest(desk: Desk, city: End) -> None:
    every = _own_or_nearest(desk, city)
    if len(every) > 1:
        raise Unusable("the tool does not say which is nearest")
    told = f"The airport nearest to {said(city)} is {_called(every[0])}."
    desk.finish(f"The airport nearest to {said(city)} is {every[0]['iata']}.", told, _either(every[0]))


def _solve_zone(desk: Desk, city: End) -> None:
    first = all_airports(desk, city)[0]
    told = f"The airport of {said(city)}, {first['iata']}, is in the time zone {first['timezone']}."
    desk.finish(f"I know the time zone of {first['iata']}.", told, text(first["timezone"]))


def _solve_named_code(desk: Desk, name: str) -> None:
    code = desk.call("find_airports", city=name)[0]["iata"]
    told = f"The airport of {name} is {code}."
    desk.finish(told, told, text(code))


def _solve_where(desk: Desk, name: str) -> None:
    first = desk.call("find_airports", city=name)[0]
    told = f"The airport {name} is in {_place(first)}."
    desk.finish(f"I know where the airport {name} is.", told, text(first["city"]))


def _solve_code_means(desk: Desk, code: End) -> None:
    """The tool takes cities, but knows many by their code as well."""
    iata = code["iata"]
    try:
        every = desk.call("find_airports", city=iata)
    except ToolFailed:
        every = []
    meant = next((airport for airport in every if airport["iata"] == iata), None)
    if meant is None:
        desk.give_up(f"The tools do not tell which airport {iata} is.")
    told = f"{iata} is {meant['name']} in {_place(meant)}."
    desk.finish(f"I know which airport {iata} is.", told, text(*filter(None, (meant["name"], meant["city"]))))


def _solve_two_codes(desk: Desk, a: End, b: End) -> None:
    first = all_airports(desk, a)[0]["iata"]
    one = f"The airport of {said(a)} is {first}"
    second = all_airports(desk, b, f"{one}.")[0]["iata"]
    two = f"he airport of {said(b)} is {second}."
    desk.finish(f"T{two}", f"{one} and t{two}", text(first), text(second))


def _solve_more(desk: Desk, a: End, b: End) -> None:
    first = all_airports(desk, a)
    known = _has(said(a), first, _codes(first))
    second = all_airports(desk, b, f"{known}.")
    if len(first) == len(second):
        raise Unusable("equally many")
    more, fewer = (a, b) if len(first) > len(second) else (b, a)
    counts = sorted((len(first), len(second)), reverse=True)
    wins = f"{said(more)} has more airports"
    desk.finish(
        f"{said(a)} has {_count(first)} and {said(b)} has {_count(second)}, so {wins}.",
        f"{wins} than {said(fewer)}: {counts[0]} against {counts[1]}.",
        text(*(f"{name} has more" for name in names(more, fewer))),
    )


def _city(draw: Draw) -> Slot:
    """Mostly a city, sometimes an ambiguous or mistyped one, an island or a resort."""
    share = draw.random.random()
    if share < 0.06:
        return namesake(draw)
    if share < 0.1:
        return mistyped(draw)
    if share < 0.17:
        name = draw_island(draw).meant
        return Slot(name, {"city": name})
    return draw.place()


def _one(draw: Draw) -> Mapping[str, Slot]:
    return {"city": _city(draw)}


def _maybe_none(draw: Draw) -> Mapping[str, Slot]:
    """In half of all draws a city without an airport of its own."""
    if draw.chance(0.5):
        return _one(draw)
    while not _without(name := draw.of_split(lesser_cities())):
        pass
    return {"city": Slot(name, {"city": name})}


@cache
def _without(city: str) -> bool:
    try:
        find_airports(city)
    except ToolError:
        return True
    return False


def _terminal(draw: Draw) -> Mapping[str, Slot]:
    return {"name": draw_airport_name(draw)}


def _code(draw: Draw) -> Mapping[str, Slot]:
    return {"code": draw_code(draw)}


def _two(draw: Draw) -> Mapping[str, Slot]:
    a, b = (Slot(slot.said, {"city": slot.meant}) for slot in draw.cities(2))
    return {"a": a, "b": b}


FAMILIES = (
    Family("airport_code", _one, _solve_code, 4),
    Family("main_airport", _one, _solve_main, 2.5),
    Family("airport_list", _one, _solve_list, 3.5),
    Family("airport_count", _one, _solve_count, 1.5),
    Family("has_airport", _maybe_none, _solve_whether, 0.7, asks="whether there is an airport"),
    Family("several_airports", _one, _solve_several, 0.4),
    Family("nearest_airport", _maybe_none, _solve_nearest, 1.5),
    Family("airport_zone", _one, _solve_zone, 0.3, asks="time zone of an airport"),
    Family("airport_named_code", _terminal, _solve_named_code, 0.4, asks="code of an airport"),
    Family("airport_where", _terminal, _solve_where, 0.4, asks="where an airport is"),
    Family("airport_of_code", _code, _solve_code_means, 0.5, asks="airport of a code"),
    Family("two_airport_codes", _two, _solve_two_codes, 0.6, asks="two airport codes"),
    Family("more_airports", _two, _solve_more, 0.4),
)
