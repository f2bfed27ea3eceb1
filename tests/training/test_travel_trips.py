"""Trips, visits and two questions in one, worked out once more without the tools."""

from __future__ import annotations

import math
import re
from typing import Any

from training.travel.expert import FAMILIES, solved
from umi.schema import Step


def steps_of(name: str, **meant: Any) -> tuple[list[Step], str]:
    """The expert's steps for what a question means, and the answer."""
    family = next(family for family in FAMILIES if family.name == name)
    desk = solved(family, meant)
    assert desk is not None
    return desk.steps, desk.steps[-1].raw


def calls_of(steps: list[Step]) -> list[str]:
    """The tools in the order of their calls."""
    return [step.call.name for step in steps if step.call is not None]


def figure(answer: str) -> float:
    """The last number of an answer."""
    return float(re.findall(r"\d+(?:\.\d+)?", answer)[-1])


def haversine(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points in degrees on a sphere: the cities' centres, not their airports."""
    (lat_a, lon_a), (lat_b, lon_b) = (tuple(map(math.radians, point)) for point in (a, b))
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def test_capitals_come_before_their_airports() -> None:
    steps, answer = steps_of("capitals_distance", a="Spain", b="Portugal")
    tools = ["country_info"] * 2 + ["find_airports"] * 2 + ["flight_distance"]
    assert calls_of(steps) == tools
    assert answer.startswith("The distance from Madrid to Lisbon is ")
    assert abs(figure(answer) / haversine((40.42, -3.70), (38.72, -9.14)) - 1) < 0.05


def test_nautical_miles_are_1852_metres() -> None:
    _, km = steps_of("distance_to_capital", city="Madrid", country="Portugal")
    _, miles = steps_of("distance_in_unit", a="Madrid", b="Lisbon", unit="nautical mile")
    assert abs(figure(miles) - figure(km) / 1.852) < 0.01


def test_price_is_divided_by_the_distance() -> None:
    _, km = steps_of("distance_to_capital", city="Madrid", country="Portugal")
    _, answer = steps_of("price_per_km", a="Madrid", b="Lisbon", price=[figure(km) * 2, "EUR"])
    assert answer == "The flight from Madrid to Lisbon costs 2 EUR per km."


def test_time_difference_follows_the_flight() -> None:
    steps, answer = steps_of("flight_and_clock", a="London", b="Tokyo", now="2025-01-15T12:00")
    assert calls_of(steps)[-1] == "time_difference"
    # Japan is UTC+9 all year, the United Kingdom UTC in winter.
    assert answer.endswith("Tokyo is 9 hours ahead of London.")


def test_holiday_of_the_citys_country() -> None:
    _, answer = steps_of("holiday_and_sunrise", city="Lyon", day="2025-07-14")
    assert answer.startswith("Yes, 2025-07-14 is ")  # the French national day
    _, answer = steps_of("holiday_and_sunrise", city="Lyon", day="2025-07-15")
    assert answer.startswith("No, 2025-07-15 is not a public holiday in France")


def test_larger_capital_has_more_people() -> None:
    _, answer = steps_of("capitals_people", a="Germany", b="Austria")
    assert answer.endswith("so Berlin is larger.")


def test_two_questions_are_answered_in_their_order() -> None:
    first = ["people", {"city": "Oslo"}]
    second = ["country", {"country": "Peru", "aspect": "capital"}]
    steps, answer = steps_of("two_questions", first=first, second=second, now=None)
    assert calls_of(steps) == ["city_info", "country_info"]
    assert answer.startswith("Oslo has ")
    assert answer.endswith(" inhabitants and the capital of Peru is Lima.")
    swapped, _ = steps_of("two_questions", first=second, second=first, now=None)
    assert calls_of(swapped) == ["country_info", "city_info"]
