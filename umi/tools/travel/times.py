"""Clocks and sun in cities (zoneinfo with the tzdata package, astral)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from umi.tools.travel.cities import City, find_city
from umi.tools.travel.dates import parse_date, parse_instant
from umi.tools.travel.figures import rounded
from umi.tools.travel.zones import zone

DAY = timedelta(days=1)


def local_time(city: str, at: str | None = None) -> dict[str, Any]:
    """Local date and time in a city, now or at a given UTC time.

    Args:
        city: City name
        at: UTC time as YYYY-MM-DDTHH:MM, default now
    """
    instant = parse_instant(at) if at else datetime.now(UTC)
    local = instant.astimezone(zone(find_city(city)["timezone"]))
    return {"local_time": local.strftime("%Y-%m-%dT%H:%M"), "utc_offset": local.isoformat()[-6:]}


def time_difference(city_a: str, city_b: str, date: str | None = None) -> dict[str, Any]:
    """Hours that the clock in city_b is ahead of the one in city_a.

    Taken at noon UTC of the day, so that a change to summer time in its night counts.

    Args:
        city_a: City name
        city_b: City name
        date: Day as YYYY-MM-DD, default today
    """
    day = parse_date(date) if date else datetime.now(UTC).date()
    ahead = _offset(find_city(city_b), day) - _offset(find_city(city_a), day)
    return {"hours": rounded(ahead / timedelta(hours=1), 2)}


def sun_times(city: str, date: str) -> dict[str, Any]:
    """Local times of sunrise and sunset, and length of the day.

    ``HH:MM``, rounded to the minute. Where the sun does not rise or does not set on that
    day, that time is None; ``day_length`` is 00:00 in the polar night, 24:00 in the
    midnight sun, and None on a day of change that has only one of the two.

    Args:
        city: City name
        date: Day as YYYY-MM-DD
    """
    from astral import Observer
    from astral.sun import sunrise, sunset

    place, day = find_city(city), parse_date(date)
    observer = Observer(place["latitude"], place["longitude"])
    rise, fall = (_sun(event, observer, day, place) for event in (sunrise, sunset))
    return {
        "sunrise": rise and _minutes(rise).strftime("%H:%M"),
        "sunset": fall and _minutes(fall).strftime("%H:%M"),
        "day_length": _day_length(rise, fall) or _polar_day_length(observer, day, rise or fall),
    }


def _offset(city: City, day: date) -> timedelta:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return noon.astimezone(zone(city["timezone"])).utcoffset() or timedelta()


def _sun(event: Any, observer: Any, day: date, city: City) -> datetime | None:
    """When the sun rises or sets on the local day; None where it does not (astral's ValueError)."""
    try:
        moment: datetime = event(observer, day, zone(city["timezone"]))
    except ValueError:
        return None
    return moment


def _day_length(rise: datetime | None, fall: datetime | None) -> str | None:
    """``HH:MM`` of light; a sunset after midnight is on the same local day before the sunrise."""
    if rise is None or fall is None:
        return None
    minutes = round((fall - rise) % DAY / timedelta(minutes=1))
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _polar_day_length(observer: Any, day: date, event: datetime | None) -> str | None:
    """``00:00`` or ``24:00`` by the sun's height at its highest; None on a day with one event."""
    from astral.sun import elevation, noon

    if event is not None:
        return None
    return "24:00" if elevation(observer, noon(observer, day)) > 0 else "00:00"


def _minutes(moment: datetime) -> datetime:
    """Rounded to the minute."""
    return (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)
