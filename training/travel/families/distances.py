"""How far and how long between two cities: airports first, then the distance between them."""

from __future__ import annotations

from collections.abc import Mapping

from training.travel.desk import Desk, ToolFailed
from training.travel.draw import Draw, Slot
from training.travel.facts import number
from training.travel.family import Family


def main_airport(desk: Desk, city: str, known: str = "") -> str:
    """IATA code of the city's main airport; gives up where it has none."""
    try:
        airports = desk.call("find_airports", known, city=city)
    except ToolFailed:
        desk.give_up(f"There is no airport in {city}.")
    return str(airports[0]["iata"])


def _two_cities(draw: Draw) -> Mapping[str, Slot]:
    a, b = draw.cities(2)
    return {"a": a, "b": b}


def _solve_distance(desk: Desk, a: str, b: str) -> None:
    origin = main_airport(desk, a)
    destination = main_airport(desk, b, f"The airport of {a} is {origin}.")
    known = f"The airport of {b} is {destination}."
    km = desk.call("flight_distance", known, origin=origin, destination=destination)["km"]
    desk.finish(
        f"I know the distance from {a} to {b}.", f"The distance from {a} to {b} is {km} km.", number(km)
    )


FAMILIES = (
    Family(
        name="distance",
        phrasings=(
            "How far is it from {a} to {b}?",
            "What is the distance between {a} and {b}?",
            "how many kilometers from {a} to {b} by plane",
            "{a} to {b}, how far is that in km?",
        ),
        draw=_two_cities,
        solve=_solve_distance,
    ),
)
