"""Answers against facts: every usual way of saying a thing is understood, and the wrong thing is not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from umi.answers import affirms, check_fact, missing
from umi.errors import InputError
from umi.written import clock_times, dates, numbers


def says(answer: str, fact: dict[str, Any], now: datetime | None = None) -> bool:
    return missing(answer, [fact], now) == []


# text


@pytest.mark.parametrize(
    ("ways", "answer"),
    [
        (["Reykjavik"], "It is called Reykjavík."),
        (["Reykjavík"], "REYKJAVIK"),
        (["São Paulo"], "the city is Sao  Paulo, Brazil"),
        (["Łódź"], "Lodz has two rivers"),
        (["Côte d'Ivoire", "Ivory Coast"], "That is in Côte d\u2019Ivoire."),
        (["Tokyo"], "Tokyo's main airport is far out."),
        (["Australia"], "Australia\u2019s capital"),
        (["CDG"], "Fly to Paris (CDG)."),
        (["Swiss franc", "CHF"], "You pay in chf there."),
        (["Bangkok"], "**Bangkok**"),
        (["Guinea-Bissau"], "It is Guinea Bissau"),
        (["St. Gallen"], "from Saint Gallen"),
        (["Saint Lucia"], "go to St Lucia"),
        (["+41"], "Dial +41 first."),
        (["05:47", "5:47"], "The sun rises at 5:47 am."),
        (["8:41 pm"], "Sunset: 8:41 p.m."),
        (["8:41 pm"], "Sunset: 8:41PM"),
        (["20:41"], "at 20.41"),
        (["22:00"], "2026-11-18T22:00"),
        (["Tōkyō"], "東京 is Tokyo"),
    ],
)
def test_a_text_that_is_said(ways: list[str], answer: str) -> None:
    assert says(answer, {"text": ways})


@pytest.mark.parametrize(
    ("ways", "answer"),
    [
        (["Rome"], "Take the train to Romeo."),
        (["Oman"], "It is in Romania."),
        (["Niger"], "That is Nigeria."),
        (["5:47"], "at 15:47"),
        (["5:47"], "at 5:470"),
        (["New York"], "York is new."),
        (["Bern"], ""),
    ],
)
def test_a_text_that_is_not_said(ways: list[str], answer: str) -> None:
    assert not says(answer, {"text": ways})


# number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5571 km", 5571),
        ("5,571 km", 5571),
        ("5.571 km", 5571),
        ("5'571 km", 5571),
        ("5\u2019571 km", 5571),
        ("5 571 km", 5571),
        ("5\u202f571 km", 5571),
        ("1,234,567.", 1_234_567),
        ("1.234.567,5", 1_234_567.5),
        ("1,234,567.5", 1_234_567.5),
        ("12,5 hours", 12.5),
        ("12.5 hours", 12.5),
        ("1.234", 1.234),
        ("0.123", 0.123),
        ("(12.5)", 12.5),
        ("about 1.4 million people", 1_400_000),
        ("1,4 Mio. people", 1_400_000),
        ("1.4M people", 1_400_000),
        ("8.9m people", 8_900_000),
        ("two million", 2_000_000),
        ("37 thousand", 37_000),
        ("37k", 37_000),
        ("1.4 bn", 1.4e9),
        ("-5 degrees", -5),
        ("\N{MINUS SIGN}5 degrees", -5),
        ("minus 5", -5),
        ("minus three", -3),
        ("It is seven hours.", 7),
        ("Zero", 0),
        ("twelve of them", 12),
        ("seven and a half hours", 7.5),
        ("7 and a half hours", 7.5),
        ("7½ hours", 7.5),
        ("5 1/2 hours", 5.5),
        ("five 3/4", 5.75),
        ("half an hour", 0.5),
        ("an hour ahead", 1),
        ("an hour and a half", 1.5),
        ("one hour", 1),
        ("7 h 30 min", 7.5),
        ("7h30", 7.5),
        ("7 hours and 15 minutes", 7.25),
        ("5:45 hours", 5.75),
        ("$250", 250),
        ("€1.234,50", 1234.5),
        ("US$ 99.90.", 99.9),
        ("20kg", 20),
        ("30°C", 30),
        ("15%", 15),
        ("**250**", 250),
        ("5-7 hours", 7),
        ("5\N{EN DASH}7 hours", 7),
        ("1e+16", 1e16),
        ("1. 250 EUR", 250),
        ("On 4 July 2026 you pay 100 EUR", 100),
        ("On May 1, 12 hours", 12),
        ("2026-04-06: 95.5", 95.5),
        ("The 7-hour flight", 7),
        ("+41", 41),
        ("54.8° S, 68.3° W", -68.3),
        ("54.8° south", -54.8),
        ("5 hours behind London", -5),
        ("5 hours behind London", 5),
        ("40 degrees below zero", -40),
    ],
)
def test_a_number_in_any_way_of_writing(text: str, expected: float) -> None:
    assert expected in numbers(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("5,571 km", 571),
        ("12.5 hours", 12),
        ("1.4 million", 1.4),
        ("minus 5", 5),
        ("-5", 5),
        ("on 14 July 2026", 14),
        ("on 14 July 2026", 2026),
        ("July 14, 2026", 14),
        ("July 14, 2026", 2026),
        ("2026-07-14", 7),
        ("2026-07-14T09:30", 9),
        ("14/07/2026", 7),
        ("14.7.26", 14),
        ("1, 6 and 9 January", 6),
        ("at 9:30", 9),
        ("at 9:30", 30),
        ("at 9 am", 9),
        ("at 3 o'clock", 3),
        ("UTC+9", 9),
        ("UTC-5", -5),
        ("UTC-05:00", 5),
        ("A320", 320),
        ("an A-380", 380),
        ("km2", 2),
        ("the 21st", 21),
        ("no one knows", 1),
        ("one of them", 1),
        ("Antwerp", 2),
        ("attends", 10),
        ("half an hour", 1),
        ("an hour and a half", 1),
        ("5 hours ahead", -5),
        ("5 Swiss francs", -5),
    ],
)
def test_digits_that_are_no_number(text: str, unwanted: float) -> None:
    assert unwanted not in numbers(text)


@pytest.mark.parametrize(
    ("fact", "answer", "right"),
    [
        ({"number": 5571, "within": 0.005}, "about 5,550 km", True),
        ({"number": 5571, "within": 0.005}, "about 5,500 km", False),
        ({"number": 5571}, "about 5,550 km", True),
        ({"number": 5571}, "about 5,500 km", False),
        ({"number": 11, "within": 0}, "There are eleven.", True),
        ({"number": 11, "within": 0}, "There are 11.0001", False),
        ({"number": 0.3, "within": 0}, "0.3", True),
        ({"number": -7, "within": 0}, "-7 hours", True),
        ({"number": -7, "within": 0}, "7 hours", False),
        ({"number": 7, "within": 0}, "-7 hours", False),
        ({"number": 0}, "0 hours", True),
        ({"number": 0}, "0.001 hours", False),
        ({"number": 1_393_600, "within": 0.02}, "1.4 million", True),
        ({"number": 5}, "", False),
        ({"number": 5}, "I do not know.", False),
    ],
)
def test_a_number_within_its_tolerance(fact: dict[str, Any], answer: str, right: bool) -> None:
    assert says(answer, fact) is right


# date


@pytest.mark.parametrize(
    "answer",
    [
        "2026-04-06", "2026/04/06", "2026.4.6", "2026-04-06T09:30", "6 April 2026", "6 Apr 2026",
        "6. April 2026", "6th April 2026", "the 6th of April, 2026", "April 6, 2026", "April 6th 2026",
        "Apr. 6, 2026", "on Monday, April 6.", "on Monday 6 April", "April the 6th", "06/04/2026",
        "04/06/2026", "6.4.2026", "06.04.26", "6-Apr-2026", "3 and 6 April 2026",
        "3, 5 and 6 April", "from 5 to 6 April 2026",
        "April 5\N{EN DASH}6, 2026", "April 3 and 6, 2026", "In 2026 it is on 6 April.", "APRIL 6",
    ],
)  # fmt: skip
def test_a_date_in_any_way_of_writing(answer: str) -> None:
    assert says(answer, {"date": "2026-04-06"})


@pytest.mark.parametrize(
    "answer",
    [
        "", "2026-04-07", "2025-04-06", "6 April 2025", "April 6, 2027", "6 May 2026", "7 April 2026",
        "16 April 2026", "April 16", "06/05/2026", "06.04.25", "26 April", "the 6th", "6 airports in Apricot",
    ],
)  # fmt: skip
def test_another_date(answer: str) -> None:
    assert not says(answer, {"date": "2026-04-06"})


def test_both_readings_of_a_date_in_figures() -> None:
    assert {(day.year, day.month, day.day) for day in dates("06/04/2026")} == {(2026, 4, 6), (2026, 6, 4)}


# yes


@pytest.mark.parametrize(
    "answer",
    [
        "Yes.", "yes, it is", "**Yes**, 14 July is a holiday.", "Yep!", "Yeah it is",
        "Correct, it is Bastille Day.", "Well, yes.", "14 July 2026 is a public holiday in France.", "It is.",
        "True.",
        "Yes, so shops are not open.", "14 July is a holiday. Shops are not open.",
        "It is a holiday, so banks don't open.", "It is a holiday; do not go.",
        "Right now it is light there.",
        "1 May is a holiday in France, but not in the UK.", '{"is_holiday":true,"name":"Labor Day"}',
        "Yes, although no one works.",
    ],
)  # fmt: skip
def test_an_answer_that_affirms(answer: str) -> None:
    assert says(answer, {"yes": True})
    assert not says(answer, {"yes": False})


@pytest.mark.parametrize(
    "answer",
    [
        "No.", "no, it is a working day", "**No**, it is not.", "Nope", "14 July is not a holiday in Spain.",
        "14 July isn't a holiday there.", "It isn\u2019t.", "There is no holiday on that day.",
        "Unfortunately, no.", "Sadly not.", "It is never one.", "The answer is no.",
        "St. Patrick's Day is not a holiday in the U.S.",
        "Friday, 1 May 2026, is not a holiday in Denmark.", "Neither of them is.", '{"is_holiday":false}',
        "On 15 Aug. it is not a holiday.", "That cannot be.", "No, but yes in Spain.", "False.",
    ],
)  # fmt: skip
def test_an_answer_that_denies(answer: str) -> None:
    assert says(answer, {"yes": False})
    assert not says(answer, {"yes": True})


@pytest.mark.parametrize("answer", ["", "  ", "…"])
def test_an_answer_that_does_neither(answer: str) -> None:
    assert affirms(answer) is None
    assert not says(answer, {"yes": True})
    assert not says(answer, {"yes": False})


# clock


# Tokyo has no summer time and is nine hours ahead of UTC, Kathmandu 5:45 (tzdata).
NOW = datetime(2026, 9, 8, 6, 42, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "answer",
    [
        "It is 15:42 in Tokyo.", "15:42:30", "15.42", "3:42 pm", "3:42PM", "3.42 p.m.", "2026-09-08T15:42",
        "2026-09-08T15:42 (UTC+09:00)", "15:38", "15:47", "3:45 in the afternoon", "15h42",
    ],
)  # fmt: skip
def test_what_the_clock_shows(answer: str) -> None:
    assert says(answer, {"clock": "Asia/Tokyo"}, NOW)


@pytest.mark.parametrize(
    "answer",
    ["", "15:36", "15:48", "3:42 am", "3:42", "06:42", "+15:42", "1542 people", "15 hours and 42 minutes"],
)
def test_what_the_clock_does_not_show(answer: str) -> None:
    assert not says(answer, {"clock": "Asia/Tokyo"}, NOW)


def test_the_clock_of_another_zone_and_over_midnight() -> None:
    assert says("12:27 pm", {"clock": "Asia/Kathmandu"}, NOW)
    late = datetime(2026, 9, 8, 14, 58, tzinfo=UTC)
    assert says("It is 00:02.", {"clock": "Asia/Tokyo"}, late)
    assert says("It is midnight.", {"clock": "Asia/Tokyo"}, late)
    assert says("It is 12:01 am.", {"clock": "Asia/Tokyo"}, late)
    assert not says("It is 12:01 pm.", {"clock": "Asia/Tokyo"}, late)


def test_the_clock_now() -> None:
    assert says(datetime.now(UTC).strftime("It is %H:%M."), {"clock": "UTC"})


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("9 pm", {21 * 60}),
        ("at 9 in the morning", {9 * 60}),
        ("11 at night", {23 * 60}),
        ("2 at night", {2 * 60}),
        ("noon", {12 * 60}),
        ("7 hours", set()),
    ],
)
def test_times_of_day(text: str, minutes: set[int]) -> None:
    assert clock_times(text) == minutes


# facts


def test_each_fact_that_is_not_said_has_a_sentence() -> None:
    facts: list[dict[str, Any]] = [
        {"text": ["Lisbon", "Lisboa"]},
        {"number": 5571, "within": 0.01},
        {"date": "2026-04-06"},
        {"yes": False},
        {"yes": True},
        {"clock": "Asia/Tokyo"},
    ]
    assert missing("It is not Porto.", facts) == [
        "It does not say Lisbon or Lisboa.",
        "It does not say 5,571.",
        "It does not say the 2026-04-06.",
        "It does not say yes.",
        "It does not say what time it is in Asia/Tokyo.",
    ]
    assert missing("Lisbon is not 5,570 km away.", facts[:2]) == []
    assert missing("", []) == []


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ({}, "a fact is an object with one of text, number, date, yes, clock"),
        ("Lisbon", "a fact is an object with one of"),
        ({"txt": ["Lisbon"]}, "a fact is an object with one of"),
        ({"text": ["Lisbon"], "number": 1}, "a fact is an object with one of"),
        ({"text": ["Lisbon"], "within": 0.1}, "a fact is an object with one of"),
        ({"text": "Lisbon"}, "the fact text cannot be 'Lisbon'"),
        ({"text": []}, "the fact text cannot be []"),
        ({"text": ["!"]}, "the fact text cannot be ['!']"),
        ({"number": "7"}, "the fact number cannot be '7'"),
        ({"number": True}, "the fact number cannot be True"),
        ({"number": float("nan")}, "the fact number cannot be nan"),
        ({"number": 7, "within": -1}, "within must be a number from 0 to 1, not -1"),
        ({"number": 7, "within": "a"}, "within must be a number from 0 to 1, not 'a'"),
        ({"within": 0.1, "number": "7"}, "the fact number cannot be '7'"),
        ({"date": "6 April 2026"}, "the fact date cannot be '6 April 2026'"),
        ({"date": "20260406"}, "the fact date cannot be '20260406'"),
        ({"date": 2026}, "the fact date cannot be 2026"),
        ({"yes": "no"}, "the fact yes cannot be 'no'"),
        ({"yes": 1}, "the fact yes cannot be 1"),
        ({"clock": "Tokyo"}, "the fact clock cannot be 'Tokyo'"),
        ({"clock": "../tzdata"}, "the fact clock cannot be '../tzdata'"),
        ({"clock": 9}, "the fact clock cannot be 9"),
    ],
)
def test_a_fact_that_is_none(fact: Any, said: str) -> None:
    with pytest.raises(InputError) as caught:
        check_fact(fact)
    assert str(caught.value).startswith(said)
