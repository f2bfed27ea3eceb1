"""Clock and sun families: single questions against what is known without the tools."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from training.travel.draw import Draw
from training.travel.expert import FAMILIES, solved
from training.travel.families.clock_conversions import plus
from training.travel.families.country_times import one_zone
from training.travel.families.times import offset_fact
from training.travel.moments import clock_at, now, shown, time_of_day
from umi.answers import missing
from umi.tools.travel.times import local_time

BY_NAME = {family.name: family for family in FAMILIES}


def answer(family: str, **meant: Any) -> str:
    """What the family's expert answers in the end."""
    desk = solved(BY_NAME[family], meant)
    assert desk is not None
    last = desk.steps[-1].answer
    assert last is not None
    assert not missing(last, [fact for fact in desk.facts if "clock" not in fact])
    return last


def reasons(family: str, **meant: Any) -> list[str]:
    """The planner's sentences."""
    desk = solved(BY_NAME[family], meant)
    assert desk is not None
    return [step.rationale for step in desk.steps if step.rationale is not None]


def test_clock_can_be_set_and_runs_again() -> None:
    # Japan Standard Time is UTC+9 all year.
    with clock_at("2025-02-28T20:15"):
        assert local_time("Tokyo") == {"local_time": "2025-03-01T05:15", "utc_offset": "+09:00"}
    assert local_time("Tokyo")["local_time"] > "2026"


def test_dev_leaves_the_clock_alone() -> None:
    assert now(Draw(Random(1), dev=True)).meant is None
    assert now(Draw(Random(1))).meant != now(Draw(Random(2))).meant


def test_times_of_day_mean_what_they_say() -> None:
    draw = Draw(Random(3))
    drawn = {slot.said: slot.meant for slot in (time_of_day(draw) for _ in range(3000))}
    known = {"noon": "12:00", "midnight": "00:00", "12 am": "00:00", "12pm": "12:00", "1 p.m.": "13:00"}
    assert {said: drawn[said] for said in known} == known


@pytest.mark.parametrize("said", ["It is 13:05.", "It is 1:05 pm.", "It is 1:05 p.m. there."])
def test_time_may_be_said_in_either_way(said: str) -> None:
    assert not missing(said, [shown("13:05")])
    assert missing(said, [shown("11:05")])
    assert missing(said, [shown("13:50")])


def test_offset_may_be_said_in_hours() -> None:
    assert not missing("Tokyo is 9 hours ahead of UTC.", [offset_fact("+09:00")])
    assert missing("Tokyo is 9 hours ahead of UTC.", [offset_fact("+09:30")])


# London is at UTC in winter and at UTC+1 in summer, Tokyo at UTC+9 (tz database, europe and asia).
@pytest.mark.parametrize(
    ("family", "a", "b", "day", "expected"),
    [
        ("time_difference_on", "London", "Tokyo", "2025-01-15", "Tokyo is 9 hours ahead of London"),
        ("time_difference_on", "Tokyo", "London", "2025-07-15", "London is 8 hours behind Tokyo"),
        ("hours_ahead_on", "Tokyo", "London", "2025-07-15", "Tokyo is 8 hours ahead of London"),
        ("hours_ahead_on", "London", "Tokyo", "2025-07-15", "London is 8 hours behind Tokyo"),
        ("time_difference_on", "London", "Mumbai", "2025-01-15", "Mumbai is 5.5 hours ahead of London"),
        ("time_difference_on", "Paris", "Berlin", "2025-01-15", "Berlin has the same time as Paris"),
        ("time_difference_on", "London", "Paris", "2025-01-15", "Paris is 1 hour ahead of London"),
    ],
)
def test_sign_of_a_difference(family: str, a: str, b: str, day: str, expected: str) -> None:
    side = {"side": "ahead of"} if family == "hours_ahead_on" else {}
    assert answer(family, a=a, b=b, day=day, **side) == f"On {day} {expected}."


def test_presumed_side_is_put_right() -> None:
    said = answer("whether_ahead", a="London", b="Tokyo", side="ahead of", now="2025-01-15T12:00")
    assert said == "No, London is 9 hours behind Tokyo."


# New York is at UTC-5 in winter, Kathmandu at UTC+5:45 (tz database).
@pytest.mark.parametrize(
    ("a", "b", "time", "expected"),
    [
        ("New York", "Tokyo", "15:00", "05:00 the next day in Tokyo"),
        ("Tokyo", "New York", "09:15", "19:15 the previous day in New York"),
        ("London", "Kathmandu", "12:30", "18:15 in Kathmandu"),
    ],
)
def test_other_clock(a: str, b: str, time: str, expected: str) -> None:
    said = answer("clock_on", a=a, b=b, time=time, day="2025-01-15")
    assert said == f"When it is {time} in {a} on 2025-01-15, it is {expected}."


def test_day_of_change_is_left_out() -> None:
    # Summer time of the European Union began on 30 March 2025 at 01:00 UTC (Directive 2000/84/EC).
    assert solved(BY_NAME["utc_offset_on"], {"city": "Berlin", "day": "2025-03-30"}) is None
    hour_before = {"a": "Berlin", "b": "Tokyo", "time": "01:00", "day": "2025-03-30"}
    assert solved(BY_NAME["clock_on"], hour_before) is None


def test_expression_has_no_double_sign() -> None:
    assert plus("15:30", -9) == "15.5 - 9"
    assert plus("00:15", 5.75) == "0.25 + 5.75"


# Midnight sun from 20 May to 22 July, polar night from 27 November to 15 January (Visit Tromsø).
@pytest.mark.parametrize(
    ("family", "day", "expected"),
    [
        ("sunset", "2025-06-21", "On {} the sun does not set in Tromsø, so it is up all day."),
        ("day_length", "2025-12-21", "On {} the sun does not rise in Tromsø, so it is down all day."),
        ("does_sun_set", "2025-06-21", "No, on {} the sun does not set in Tromsø because it is up all day."),
    ],
)
def test_sun_that_stays(family: str, day: str, expected: str) -> None:
    assert answer(family, city="Tromsø", day=day) == expected.format(day)


def test_day_with_sunrise_only_says_so() -> None:
    """Some day between the ordinary ones and the midnight sun has a sunrise but no sunset, or the reverse."""
    said = [answer("sunset", city="Tromsø", day=f"2025-05-{day}") for day in range(14, 24)]
    assert any("but does not" in one for one in said)
    assert said[-1].endswith("up all day.")


def test_longer_day_in_summer_is_in_the_north() -> None:
    said = answer("longer_day", a="Rome", b="Oslo", day="2025-06-21", wish="longer")
    assert said.startswith("On 2025-06-21 the day is longer in Oslo (")
    said = answer("longer_day", a="Rome", b="Oslo", day="2025-06-21", wish="shorter")
    assert said.startswith("On 2025-06-21 the day is shorter in Rome (")


def test_tomorrow_crosses_the_month() -> None:
    known = reasons("sunset_today", city="Rome", when="tomorrow", now="2025-02-28T12:00")[1]
    assert known.startswith("Today is 2025-02-28 in Rome, so tomorrow is 2025-03-01.")


def test_today_is_the_city_s_own() -> None:
    known = reasons("sunset_today", city="Auckland", when="today", now="2025-06-30T20:00")[1]
    assert known.startswith("Today is 2025-07-01 in Auckland.")


def test_noon_is_light_and_midnight_dark() -> None:
    at = {"city": "Tokyo", "state": "light", "now": None}
    assert answer("light_or_dark", **at, when="2025-03-20T03:00").startswith("Yes")
    assert answer("light_or_dark", **at, when="2025-03-20T15:00").startswith("No")
    # Equinox: the sun rises about 05:45, which is 20:45 UTC on the day before.
    assert solved(BY_NAME["light_or_dark"], {**at, "when": "2025-03-19T21:00"}) is None


def test_countries_of_one_time_zone() -> None:
    assert {"Japan", "Italy", "India"} <= set(one_zone())
    # Kazakhstan had two zones until 1 March 2024 (tz database).
    assert not {"United States", "Russia", "Australia", "Brazil", "Kazakhstan"} & set(one_zone())
