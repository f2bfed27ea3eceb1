"""Capitals, cities abroad, budgets and spans, worked out once more without the tools."""

from __future__ import annotations

import re
from typing import Any

import pytest

from training.travel.expert import FAMILIES, solved
from umi.schema import Step


def steps_of(name: str, **meant: Any) -> list[Step]:
    """The expert's steps for what a question means."""
    family = next(family for family in FAMILIES if family.name == name)
    desk = solved(family, meant)
    assert desk is not None
    return desk.steps


def answer_of(name: str, **meant: Any) -> str:
    return steps_of(name, **meant)[-1].raw


def figures(answer: str) -> list[float]:
    """The numbers of an answer that are no parts of dates."""
    return [float(figure) for figure in re.findall(r"(?<![\d-])\d+(?:\.\d+)?(?![\d-])", answer)]


def unusable(name: str, **meant: Any) -> bool:
    return solved(next(family for family in FAMILIES if family.name == name), meant) is None


def test_capital_comes_before_its_sun() -> None:
    answer = answer_of("capital_day_length", country="Ecuador", day="2024-03-20")
    # Quito lies 0.2° from the equator: sunrise to sunset is 12 h and a few minutes of refraction.
    assert re.fullmatch(r"On 2024-03-20 the day is 12:0\d hours long in Quito\.", answer)


def test_coordinates_of_the_capital() -> None:
    latitude, longitude = figures(answer_of("capital_where", country="Norway"))
    # Oslo: 59°54'50"N 10°45'8"E (Norwegian Mapping Authority).
    assert (latitude, longitude) == pytest.approx((59.91, 10.75), abs=0.02)


def test_share_of_a_city_state_is_no_question() -> None:
    assert unusable("capital_share", country="Singapore")
    share = figures(answer_of("capital_share", country="Austria"))[0]
    # Statistics Austria: 1.9 to 2.0 million of 8.9 to 9.2 million live in Vienna.
    assert 18 < share < 24


@pytest.mark.parametrize(
    ("a", "b", "time", "day", "hours", "arrival"),
    [
        # Japan is UTC+9 all year, Germany UTC+2 in summer.
        ("Berlin", "Tokyo", "13:00", "2025-07-10", 12, "08:00"),
        # India is UTC+5:30, the United Kingdom UTC in winter.
        ("London", "Mumbai", "21:00", "2025-01-15", 9, "11:30"),
        # California is UTC-8 in winter, France UTC+1: one lands before the clock of the start.
        ("Paris", "Los Angeles", "10:00", "2025-01-15", 11, "12:00"),
    ],
)
def test_arrival_by_the_clock_there(a: str, b: str, time: str, day: str, hours: int, arrival: str) -> None:
    answer = answer_of("arrival_clock", a=a, b=b, time=time, day=day, hours=hours)
    assert answer == f"The flight from {a} lands at {arrival} local time in {b}."


def test_clock_put_forward_on_the_way_is_no_question() -> None:
    # Germany put its clocks forward on 30 March 2025 at 2:00; the flight starts the evening before.
    assert unusable("arrival_clock", a="New York", b="Berlin", time="20:00", day="2025-03-29", hours=8)


def test_light_and_dark_make_a_day() -> None:
    light = figures(answer_of("daylight_minutes", city="Madrid", day="2025-05-05"))
    dark = figures(answer_of("dark_minutes", city="Madrid", day="2025-05-05"))
    assert light[0] + dark[0] == 24 * 60


def test_no_minutes_of_the_polar_day() -> None:
    assert unusable("daylight_minutes", city="Tromsø", day="2025-06-21")


def test_sums_are_added_in_one_currency() -> None:
    sums = {"first": [100, "EUR"], "second": [50, "EUR"], "third": [7.5, "EUR"]}
    steps = steps_of("three_sums_in", **sums, to="EUR")
    assert [step.call.name for step in steps if step.call] == ["calculate"]
    assert steps[-1].raw == "100 EUR, 50 EUR and 7.5 EUR are 157.5 EUR together."


def test_shares_multiply_to_the_whole() -> None:
    bill = [840, "CHF"]
    each = figures(answer_of("each_per_day_in", bill=bill, days=7, people=4, to="EUR"))[-1]
    whole = figures(answer_of("each_per_day_in", bill=bill, days=1, people=1, to="EUR"))[-1]
    assert each * 28 == pytest.approx(whole)


def test_pounds_over_a_limit_in_kilograms() -> None:
    answer = answer_of("overweight", bag=[60, "lb"], limit=[23, "kg"])
    # The international pound is 0.45359237 kg (NIST SP 811).
    assert figures(answer)[1] == pytest.approx(60 * 0.45359237 - 23, abs=1e-3)


def test_currency_without_a_rate_is_given_up() -> None:
    steps = steps_of("money_from_city", city="Hanoi", local=100000, to="EUR")
    # The ECB publishes no reference rate for the dong (ISO 4217: VND).
    assert steps[-1].rationale == (
        "The European Central Bank has no rate for VND, so this cannot be converted."
    )


def test_money_of_two_cities_of_one_currency_is_no_question() -> None:
    assert unusable("money_between_cities", a="Vienna", b="Madrid", local=50)


def test_country_code_of_the_city() -> None:
    answer = answer_of("dial_and_time", city="Osaka", now="2025-01-15T12:00")
    # ITU-T E.164: 81 is Japan; Japan is UTC+9.
    assert answer == "The phone code of Japan is +81 and it is now 21:00 on 2025-01-15 in Osaka."


def test_tour_adds_its_legs() -> None:
    stops = {name: {"iata": code} for name, code in zip("abcd", ("JFK", "LHR", "JFK", "LHR"), strict=True)}
    leg = figures(answer_of("distance_codes", a={"iata": "JFK"}, b={"iata": "LHR"}))[0]
    assert figures(answer_of("tour_of_codes", **stops))[0] == 3 * leg
