"""What time it is in one city when it is a given time in another, or in UTC."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from training.travel.desk import Desk, Fact, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import text
from training.travel.families.time_differences import hours_ahead
from training.travel.families.times import placed_city, timezone
from training.travel.family import Family
from training.travel.moments import clock_at, now, shown, time_of_day
from umi.tools.travel.zones import zone

SHIFTS = {0: "", 1: " the next day", -1: " the previous day"}
"""Days later → how answers say it."""


def plus(time: str, hours: float) -> str:
    """The expression for this time of day and so many hours: ``15.5 - 9``."""
    return f"{_decimal(time)} {'-' if hours < 0 else '+'} {abs(hours)}"


def shifted(desk: Desk, known: str, time: str, hours: float, place: str) -> tuple[str, int]:
    """The time of day after so many hours, and how many days later it is.

    The sum is brought into the day by a second sum; both are the tool's.
    """
    value = desk.call("calculate", known, expression=plus(time, hours))["value"]
    if 0 <= value < 24:
        return _clock(value), 0
    days, known = (
        (1, f"{value} is not below 24, so it is the next day in {place}.")
        if value > 0
        else (-1, f"{value} is below 0, so it is the previous day in {place}.")
    )
    value = desk.call("calculate", known, expression=f"{value} {'-' if days > 0 else '+'} 24")["value"]
    return _clock(value), days


def _decimal(time: str) -> str:
    """``15.5`` for ``15:30``; quarters of an hour only."""
    return f"{int(time[:2]) + int(time[3:]) / 60:g}"


def _clock(hours: float) -> str:
    return f"{int(hours):02}:{round(hours % 1 * 60):02}"


def shift_fact(day: str, days: int) -> tuple[Fact, ...]:
    """The answer says that it is another day."""
    if not days:
        return ()
    other = date.fromisoformat(day) + timedelta(days=days)
    words = (
        ("next day", "following day", "day after")
        if days > 0
        else ("previous day", "day before", "prior day")
    )
    return (text(*words, other.isoformat(), f"{other.day} {other:%B}", f"{other:%B} {other.day}"),)


def _tell(desk: Desk, when: str, found: tuple[str, int], place: str, *facts: Fact) -> None:
    time, days = found
    desk.finish(
        f"It is {time}{SHIFTS[days]} in {place}.",
        f"When it is {when}, it is {time}{SHIFTS[days]} in {place}.",
        shown(time),
        *facts,
    )


def _difference_is(a: str, b: str, hours: float) -> str:
    return f"The time difference from {a} to {b} is {hours} hours."


def _solve_on(desk: Desk, a: str, b: str, time: str, day: str) -> None:
    hours = hours_ahead(desk, a, b, day)
    found = shifted(desk, _difference_is(a, b, hours), time, hours, b)
    if found != _truth(a, b, time, day):
        raise Unusable(f"a clock changes on {day} in {a} or {b}")
    _tell(desk, f"{time} in {a} on {day}", found, b, *shift_fact(day, found[1]))


def _truth(a: str, b: str, time: str, day: str) -> tuple[str, int]:
    """By the time zones themselves: the tool's difference is that at noon UTC of the day."""
    start = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=zone(timezone(a)))
    end = start.astimezone(zone(timezone(b)))
    return f"{end:%H:%M}", (end.date() - start.date()).days


def _solve_now(desk: Desk, a: str, b: str, time: str, now: str | None) -> None:
    with clock_at(now):
        hours = hours_ahead(desk, a, b)
    _tell(desk, f"{time} in {a}", shifted(desk, _difference_is(a, b, hours), time, hours, b), b)


def _offset(desk: Desk, city: str, now: str | None) -> tuple[str, float]:
    """What is known of the city's offset from UTC now, and its hours."""
    with clock_at(now):
        offset = desk.call("local_time", city=city)["utc_offset"]
    hours = float(_decimal(offset[1:])) * (-1 if offset[0] == "-" else 1)
    return f"The UTC offset of {city} is {offset}.", int(hours) if hours.is_integer() else hours


def _solve_from_utc(desk: Desk, a: str, time: str, now: str | None) -> None:
    known, hours = _offset(desk, a, now)
    _tell(desk, f"{time} UTC", shifted(desk, known, time, hours, a), a)


def _solve_to_utc(desk: Desk, a: str, time: str, now: str | None) -> None:
    known, hours = _offset(desk, a, now)
    _tell(desk, f"{time} in {a}", shifted(desk, known, time, -hours, "UTC"), "UTC")


def _draw_two(draw: Draw) -> dict[str, Slot]:
    a, b = draw.cities(2)
    return {"a": a, "b": b, "time": time_of_day(draw, step=15)}


def _draw_on(draw: Draw) -> Mapping[str, Slot]:
    return {**_draw_two(draw), "day": draw.day()}


def _draw_now(draw: Draw) -> Mapping[str, Slot]:
    return {**_draw_two(draw), "now": now(draw)}


def _draw_one(draw: Draw) -> Mapping[str, Slot]:
    return {"a": placed_city(draw), "time": time_of_day(draw, step=15), "now": now(draw)}


FAMILIES = (
    Family("clock_on", _draw_on, _solve_on, weight=1.0, asks="clock from city to city"),
    Family("clock_now", _draw_now, _solve_now, weight=1.0, asks="clock from city to city"),
    Family("clock_from_utc", _draw_one, _solve_from_utc, weight=0.5),
    Family("clock_to_utc", _draw_one, _solve_to_utc, weight=0.4),
)
