"""Clocks, sun and holidays against published facts."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

Use = Callable[..., Any]
Refusal = Callable[..., str]


@pytest.mark.parametrize(
    ("city", "at", "local", "offset"),
    [
        # US Energy Policy Act of 2005: summer time began on 2025-03-09 at 2:00, 3:00 EDT following 1:59 EST.
        ("New York", "2025-03-09T06:59", "2025-03-09T01:59", "-05:00"),
        ("New York", "2025-03-09T07:00", "2025-03-09T03:00", "-04:00"),
        # Directive 2000/84/EC: summer time ends on the last Sunday of October at 1:00 UTC.
        ("Paris", "2025-10-26T00:59Z", "2025-10-26T02:59", "+02:00"),
        ("Paris", "2025-10-26T01:00:00Z", "2025-10-26T02:00", "+01:00"),
        # Nepal Standard Time is UTC+5:45; Japan has had no summer time since 1952.
        ("Kathmandu", "2025-07-01 12:00", "2025-07-01T17:45", "+05:45"),
        ("Tokyo", "2025-07-01T20:00+02:00", "2025-07-02T03:00", "+09:00"),
        ("London", "2025-07-01", "2025-07-01T01:00", "+01:00"),
    ],
)
def test_local_time(use: Use, city: str, at: str, local: str, offset: str) -> None:
    assert use("local_time", city=city, at=at) == {"local_time": local, "utc_offset": offset}


def test_local_time_is_now_by_default(use: Use) -> None:
    # Iceland keeps UTC all year.
    told = datetime.fromisoformat(use("local_time", city="Reykjavik")["local_time"]).replace(tzinfo=UTC)
    assert abs(datetime.now(UTC) - told) < timedelta(minutes=2)


@pytest.mark.parametrize("at", ["tomorrow", "2025-02-30T10:00", "2025-03-14T25:00", "99999-01-01", "12:00"])
def test_local_time_refuses_impossible_times(refusal: Refusal, at: str) -> None:
    assert "YYYY-MM-DD" in refusal("local_time", city="Paris", at=at)


@pytest.mark.parametrize(
    ("city_a", "city_b", "date", "hours"),
    [
        ("London", "New York", "2025-01-15", -5),
        # The USA change three weeks before Europe.
        ("London", "New York", "2025-03-15", -4),
        ("London", "New York", "2025-07-01", -5),
        # Sydney has summer time (UTC+11) in January, London in July.
        ("London", "Sydney", "2025-01-15", 11),
        ("London", "Sydney", "2025-07-15", 9),
        ("New Delhi", "Kathmandu", "2025-01-15", 0.25),
        ("Tokyo", "Paris", "2025-12-24", -8),
        # The change itself counts on its day: 2025-03-30 in Europe.
        ("Reykjavik", "Berlin", "2025-03-29", 1),
        ("Reykjavik", "Berlin", "2025-03-30", 2),
    ],
)
def test_time_difference(use: Use, city_a: str, city_b: str, date: str, hours: float) -> None:
    assert use("time_difference", city_a=city_a, city_b=city_b, date=date) == {"hours": hours}


def test_time_difference_today(use: Use) -> None:
    # Neither Japan nor India changes its clocks: UTC+9 and UTC+5:30.
    assert use("time_difference", city_a="Mumbai", city_b="Tokyo") == {"hours": 3.5}


def test_time_difference_refuses(refusal: Refusal) -> None:
    assert "no city" in refusal("time_difference", city_a="Lodon", city_b="Paris")
    assert "does not exist" in refusal("time_difference", city_a="Rome", city_b="Paris", date="2025-02-30")


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


@pytest.mark.parametrize(
    ("city", "date", "sunrise", "sunset"),
    [
        # timeanddate.com for London and New York, National Astronomical Observatory of Japan for Tokyo,
        # Geoscience Australia for Sydney.
        ("London", "2025-06-21", "04:43", "21:21"),
        ("London", "2025-12-21", "08:03", "15:53"),
        ("New York", "2025-06-21", "05:25", "20:30"),
        ("Tokyo", "2025-01-01", "06:51", "16:38"),
        ("Sydney", "2025-12-22", "05:41", "20:05"),
        # Iceland's sun sets after midnight in June.
        ("Reykjavik", "2025-06-21", "02:55", "00:03"),
    ],
)
def test_sun_times(use: Use, city: str, date: str, sunrise: str, sunset: str) -> None:
    found = use("sun_times", city=city, date=date)
    assert _minutes(found["sunrise"]) == pytest.approx(_minutes(sunrise), abs=3)
    assert _minutes(found["sunset"]) == pytest.approx(_minutes(sunset), abs=3)
    light = (_minutes(sunset) - _minutes(sunrise)) % (24 * 60)
    assert _minutes(found["day_length"]) == pytest.approx(light, abs=5)


def test_midnight_sun_and_polar_night(use: Use) -> None:
    # Visit Tromsø: midnight sun from 20 May to 22 July, polar night from 27 November to 15 January.
    light = use("sun_times", city="Tromsø", date="2025-06-21")
    night = use("sun_times", city="Tromso", date="2025-12-21")
    assert light == {"sunrise": None, "sunset": None, "day_length": "24:00"}
    assert night == {"sunrise": None, "sunset": None, "day_length": "00:00"}


def test_a_polar_year_holds_together(use: Use) -> None:
    days = [datetime(2025, 1, 1) + timedelta(days=n) for n in range(0, 365, 3)]
    for day in days:
        found = use("sun_times", city="Longyearbyen", date=day.strftime("%Y-%m-%d"))
        events = [found[event] for event in ("sunrise", "sunset") if found[event] is not None]
        assert (found["day_length"] is None) == (len(events) == 1)
        assert events or found["day_length"] in {"00:00", "24:00"}


def test_sun_times_refuses(refusal: Refusal) -> None:
    assert "YYYY-MM-DD" in refusal("sun_times", city="London", date="tomorrow")
    assert "no city" in refusal("sun_times", city="Lodnon", date="2025-01-01")


def test_holidays_of_england_and_of_the_united_kingdom(use: Use) -> None:
    # gov.uk/bank-holidays, England and Wales 2025.
    england = ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]
    dates = [day["date"] for day in use("public_holidays", country="England", year=2025)]
    assert dates == [f"2025-{day}" for day in england]
    # Scotland has no Easter Monday, so it is none of the whole kingdom's.
    assert use("check_holiday", country="England", date="2025-04-21")["is_holiday"] is True
    assert use("check_holiday", country="UK", date="2025-04-21") == {"is_holiday": False}


def test_holidays_of_the_united_states(use: Use) -> None:
    # opm.gov, federal holidays 2025.
    federal = [
        "01-01",
        "01-20",
        "02-17",
        "05-26",
        "06-19",
        "07-04",
        "09-01",
        "10-13",
        "11-11",
        "11-27",
        "12-25",
    ]
    dates = [day["date"] for day in use("public_holidays", country="US", year=2025)]
    assert dates == [f"2025-{day}" for day in federal]


def test_holidays_of_germany_are_the_nine_of_all_its_states(use: Use) -> None:
    # bmi.bund.de, gesetzliche Feiertage: nine that all Länder share.
    found = use("public_holidays", country="Deutschland", year=2025)
    assert len(found) == 9
    assert {"date": "2025-10-03", "name": "German Unity Day"} in found


@pytest.mark.parametrize(
    ("country", "date", "name"),
    [
        ("France", "2025-07-14", "National Day"),
        # Cabinet Office of Japan: 2025-05-06 replaces Greenery Day, which fell on a Sunday.
        ("JPN", "2025-05-06", "Substitute Holiday"),
        ("Ireland", "2025-03-17", "Saint Patrick's Day"),
        ("New Zealand", "2025-06-20", "Matariki"),
    ],
)
def test_check_holiday(use: Use, country: str, date: str, name: str) -> None:
    assert use("check_holiday", country=country, date=date) == {"is_holiday": True, "name": name}


def test_a_working_day_has_no_name(use: Use) -> None:
    assert use("check_holiday", country="France", date="2025-07-15") == {"is_holiday": False}


def test_holidays_refuse(refusal: Refusal) -> None:
    assert "1900 to 2100" in refusal("public_holidays", country="France", year=99999)
    assert "no country" in refusal("public_holidays", country="Frnace", year=2025)
    assert "does not exist" in refusal("check_holiday", country="France", date="2025-02-30")
    assert "YYYY-MM-DD" in refusal("check_holiday", country="France", date="14 July 2025")
    # No German calendar before reunification; the package knows Germany from 1991 on.
    assert refusal("check_holiday", country="Germany", date="1985-05-01") == (
        "No public holidays of Germany are known for 1985; ask for another year."
    )
