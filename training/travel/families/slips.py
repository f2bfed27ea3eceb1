"""The user's slips that can be put right: mistyped names, and cities' codes where airports' are needed."""

from __future__ import annotations

from collections.abc import Mapping

from training.travel.desk import Desk, ToolFailed, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import number, yes
from training.travel.families.flights import End, amount, fly, main_airports, mistyped, said
from training.travel.families.stops import holiday
from training.travel.families.sun import both, no_sun
from training.travel.family import Family


def _mistyped_city(draw: Draw) -> Mapping[str, Slot]:
    """A city with a slip in its name; meant as what was typed and what is right."""
    truth = draw.city().meant
    typed = draw.misspelt(truth)
    return {"city": Slot(typed, [typed, truth])}


def _mistyped_city_day(draw: Draw) -> Mapping[str, Slot]:
    return {**_mistyped_city(draw), "day": draw.day()}


def _corrected(desk: Desk, tool: str, typed: str, truth: str, **more: str) -> dict[str, object]:
    """What the tool tells of the right city.

    Raises:
        Unusable: what was typed is another city's name.
    """
    found = desk.call_right(tool, "city", truth, city=typed, **more)
    if len(desk.steps) < 4:
        raise Unusable(f"{typed} is a name too")
    return dict(found)


def _solve_people(desk: Desk, city: list[str]) -> None:
    typed, truth = city
    found = _corrected(desk, "city_info", typed, truth)
    people = found["population"]
    if not isinstance(people, int) or not people:
        raise Unusable(f"the population of {truth} is not known")
    answer = f"{truth} has {people} inhabitants."
    desk.finish(f"I know the population of {truth}.", answer, number(people))


def _solve_sun(desk: Desk, city: list[str], day: str) -> None:
    typed, truth = city
    found = _corrected(desk, "sun_times", typed, truth, date=day)
    sun = {key: str(value) if value else None for key, value in found.items()}
    if no_sun(sun, truth):
        raise Unusable("no ordinary day")
    told, facts = both(sun, truth)
    desk.finish(f"I know the sun times of {truth}.", f"On {day} {told}.", *facts)


def _mistyped_ends(draw: Draw) -> Mapping[str, Slot]:
    """Two cities, of which one or both are mistyped."""
    ends = [mistyped(draw), Slot(*[draw.city().meant] * 2)]
    if draw.chance(0.2):
        ends[1] = mistyped(draw)
    plain = [slot if isinstance(slot.meant, dict) else Slot(slot.said, {"city": slot.meant}) for slot in ends]
    draw.random.shuffle(plain)
    return dict(zip("ab", plain, strict=True))


def _solve_distance(desk: Desk, a: End, b: End) -> None:
    origin, destination, known = main_airports(desk, a, b)
    km = fly(desk, known, origin, destination)["km"]
    way = f"the distance from {said(a)} to {said(b)}"
    desk.finish(f"I know {way}.", f"T{way[1:]} is {km} km.", number(km))


def _mistyped_country_day(draw: Draw) -> Mapping[str, Slot]:
    name = draw.country().meant
    typed = draw.misspelt(name)
    return {"country": Slot(typed, [typed, name]), "day": draw.day()}


def _solve_holiday(desk: Desk, country: list[str], day: str) -> None:
    typed, truth = country
    try:
        desk.call("check_holiday", country=typed, date=day)
    except ToolFailed as error:
        if f"did you mean {truth}" not in str(error):
            raise Unusable(str(error)) from error
    else:
        raise Unusable(f"{typed} is a name too")
    found, told = holiday(desk, truth, day, f"There is no country {typed}, but {truth}.")
    yes_or_no = "Yes" if found["is_holiday"] else "No"
    desk.finish(f"{told}.", f"{yes_or_no}, {told}.", yes(found["is_holiday"]))


_CITY_CODES = """LON NYC PAR TYO ROM MIL STO MOW WAS CHI RIO SAO BUE OSA SEL BJS JKT YTO YMQ REK TCI"""


def _city_codes(draw: Draw) -> Mapping[str, Slot]:
    code, city = draw.of_split(_CITY_CODES.split()), draw.city()
    ends = [Slot(code, {"iata": code}), Slot(city.said, {"city": city.meant})]
    draw.random.shuffle(ends)
    return dict(zip("ab", ends, strict=True))


def _solve_city_code(desk: Desk, a: End, b: End) -> None:
    """The tool says that the code stands for several airports; the main one is taken."""
    origin, destination, known = main_airports(desk, a, b)
    code = (a if "iata" in a else b)["iata"]
    try:
        fly(desk, known, origin, destination)
    except ToolFailed as error:
        if "city with several airports" not in str(error):
            raise Unusable(str(error)) from error
    else:
        raise Unusable(f"{code} is an airport too")
    main = desk.call("find_airports", f"{code} is a city with several airports.", city=code)[0]["iata"]
    ends = [main if end.get("iata") == code else place for end, place in ((a, origin), (b, destination))]
    km = fly(desk, f"The airport of {code} is {main}.", *ends)["km"]
    way = f"the distance from {said(a)} to {said(b)}"
    desk.finish(f"I know {way}.", f"T{way[1:]} is {amount(km, 'km')}.", number(km, 0.03))


FAMILIES = (
    Family("misspelt_people", _mistyped_city, _solve_people, weight=1.4, asks="population"),
    Family("misspelt_sun", _mistyped_city_day, _solve_sun, weight=0.9, asks="sunrise and sunset"),
    Family("misspelt_distance", _mistyped_ends, _solve_distance, weight=1.4, asks="distance in km"),
    Family("misspelt_holiday", _mistyped_country_day, _solve_holiday, weight=0.7, asks="check holiday"),
    Family("city_codes", _city_codes, _solve_city_code, weight=0.5, asks="distance in km"),
)
