"""The sun today, tomorrow or on a day of this year, and whether it is light: the clock tells the date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot, ordinal_ending
from training.travel.facts import yes
from training.travel.families.sun import Sun, Told, length, sunrise, sunset, tell
from training.travel.families.times import at_utc, placed_city
from training.travel.family import Family
from training.travel.moments import clock_at, now, split, time_of_day

TWILIGHT = 60
"""Minutes around sunrise and sunset in which nobody can say light or dark."""

TODAY, TOMORROW = "today", "tomorrow"

FEASTS = {"on Christmas Day": "12-25", "on New Year's Eve": "12-31", "at Halloween": "10-31"}


def date_of(desk: Desk, city: str, when: str, now: str | None) -> tuple[str, str]:
    """The ISO date that ``when`` means in the city, and what the planner says of it.

    ``when`` is "today", "tomorrow", or month and day (06-21) of the current year.
    """
    with clock_at(now):
        today, _ = split(desk.call("local_time", city=city)["local_time"])
    known = f"Today is {today} in {city}"
    if when == TODAY:
        return today, f"{known}."
    if when == TOMORROW:
        tomorrow = (date.fromisoformat(today) + timedelta(days=1)).isoformat()
        return tomorrow, f"{known}, so tomorrow is {tomorrow}."
    return f"{today[:4]}-{when}", f"{known}, so the year is {today[:4]}."


def _telling(told: Callable[[Sun, str], Told]) -> Callable[..., None]:
    def solve(desk: Desk, city: str, when: str, now: str | None) -> None:
        day, known = date_of(desk, city, when, now)
        tell(desk, desk.call("sun_times", known, city=city, date=day), city, day, told)

    return solve


def _draw_when(draw: Draw) -> Mapping[str, Slot]:
    return {"city": placed_city(draw), "when": _when(draw), "now": now(draw)}


def _when(draw: Draw) -> Slot:
    kind = draw.random.random()
    if kind < 0.4:
        return Slot(draw.one(("today", "today", "this very day")), TODAY)
    if kind < 0.65:
        return Slot("tomorrow", TOMORROW)
    if kind < 0.72:
        feast = draw.one(tuple(FEASTS))
        return Slot(f"{feast} this year", FEASTS[feast])
    return _day_of_this_year(draw)


def _day_of_this_year(draw: Draw) -> Slot:
    """A day without its year; the 29th of February is none of every year."""
    day = date(2025, 1, 1) + timedelta(days=draw.random.randrange(365))
    th = f"{day.day}{ordinal_ending(day.day)}"
    ways = (f"{day.day} {day:%B}", f"{day:%B} {day.day}", f"{day:%B} {th}", f"the {th} of {day:%B}")
    return Slot(f"on {draw.one(ways)}{draw.one(('', '', ' this year'))}", f"{day:%m-%d}")


def _draw_light(draw: Draw) -> Mapping[str, Slot]:
    """Now or at a UTC time; in dev only the latter, which stays right."""
    time, day = time_of_day(draw), draw.day()
    then = Slot(f"at {time.said} UTC on {day.said}", f"{day.meant}T{time.meant}")
    current = Slot(draw.one(("now", "right now", "at the moment", "at present")), None)
    state = draw.one(("light", "dark"))
    return {
        "city": placed_city(draw),
        "when": then if draw.dev or draw.chance(0.5) else current,
        "state": Slot(state, state),
        "now": now(draw),
    }


def _solve_light(desk: Desk, city: str, when: str | None, state: str, now: str | None) -> None:
    """Light is while the sun is up."""
    with clock_at(now):
        day, time = split(desk.call("local_time", city=city, at=when)["local_time"])
    known = f"The local time in {city} is {day}T{time}."
    up, why = _is_up(desk.call("sun_times", known, city=city, date=day), city, time)
    is_so = "light" if up else "dark"
    right = is_so == state
    desk.finish(
        f"It is {time} in {city} and {why}, so it is {is_so}.",
        f"{'Yes' if right else 'No'}, {f'at {at_utc(when)}' if when else 'now'} it is {is_so} in {city}: "
        f"it is {time} there and {why}.",
        yes(right),
    )


def _is_up(sun: Sun, city: str, time: str) -> tuple[bool, str]:
    """Whether the sun is up at this local time, and the reason in words.

    Raises:
        Unusable: it is twilight.
    """
    rise, fall = sun["sunrise"], sun["sunset"]
    if rise and fall:
        # A sunset after midnight ends the light of the day before.
        if min(_minutes_between(time, rise), _minutes_between(time, fall)) < TWILIGHT:
            raise Unusable(f"twilight in {city} at {time}")
        up = rise <= time < fall if rise < fall else not fall <= time < rise
        return up, f"the sun rises at {rise} and sets at {fall}"
    if rise or fall:
        raise Unusable(f"the sun of {city} only rises or only sets")
    up = sun["day_length"] == "24:00"
    return up, f"the sun is {'up' if up else 'down'} all day"


def _minutes_between(time: str, other: str) -> int:
    apart = abs(int(time[:2]) * 60 + int(time[3:]) - int(other[:2]) * 60 - int(other[3:]))
    return min(apart, 24 * 60 - apart)


FAMILIES = (
    Family("sunrise_today", _draw_when, _telling(sunrise), weight=1.2),
    Family("sunset_today", _draw_when, _telling(sunset), weight=1.2),
    Family("day_length_today", _draw_when, _telling(length), weight=0.8),
    Family("light_or_dark", _draw_light, _solve_light, weight=0.7),
)
