"""What the clock shows in a city, now or at a given UTC time, and its offset from UTC."""

from __future__ import annotations

from collections.abc import Mapping

from training.travel.desk import Desk, Fact, Unusable
from training.travel.draw import Draw, Slot, named
from training.travel.facts import clock, day, text
from training.travel.family import Family
from training.travel.moments import clock_at, now, shown, split, time_of_day
from umi.errors import ToolError
from umi.tools.travel.cities import find_city
from umi.tools.travel.times import local_time


def timezone(city: str) -> str:
    """IANA name of the city's time zone."""
    return str(find_city(city)["timezone"])


def placed_city(draw: Draw) -> Slot:
    """A city, now and then with its country: tools that take no country take "Lyon, France"."""
    slot = draw.place()
    city = named(slot.meant)
    return Slot(slot.said, city) if _understood(city) else Slot(slot.meant["city"], slot.meant["city"])


def _understood(city: str) -> bool:
    try:
        find_city(city)
    except ToolError:
        return False
    return True


def at_utc(when: str) -> str:
    """``2025-03-05T14:30`` as answers say it."""
    date, time = split(when)
    return f"{time} UTC on {date}"


def _city_now(draw: Draw) -> Mapping[str, Slot]:
    return {"city": placed_city(draw), "now": now(draw)}


def _city_at(draw: Draw) -> Mapping[str, Slot]:
    return {"city": placed_city(draw), "time": time_of_day(draw), "day": draw.day()}


def _city_on(draw: Draw) -> Mapping[str, Slot]:
    return {"city": placed_city(draw), "day": draw.day()}


def _two_now(draw: Draw) -> Mapping[str, Slot]:
    a, b = draw.cities(2)
    return {"a": a, "b": b, "now": now(draw)}


def _two_at(draw: Draw) -> Mapping[str, Slot]:
    a, b = draw.cities(2)
    return {"a": a, "b": b, "time": time_of_day(draw), "day": draw.day()}


def _misspelt(draw: Draw) -> Mapping[str, Slot]:
    truth = draw.city().meant
    typo = draw.misspelt(truth)
    return {"city": Slot(typo, [typo, truth]), "now": now(draw)}


def _solve_now(desk: Desk, city: str, now: str | None) -> None:
    with clock_at(now):
        date, time = split(desk.call("local_time", city=city)["local_time"])
    desk.finish(
        f"I know the local time in {city}.", f"It is now {time} on {date} in {city}.", clock(timezone(city))
    )


def _solve_date_now(desk: Desk, city: str, now: str | None) -> None:
    with clock_at(now):
        date, time = split(desk.call("local_time", city=city)["local_time"])
    desk.finish(f"I know the local time in {city}.", f"It is now {time} on {date} in {city}.", day(date))


def _solve_misspelt(desk: Desk, city: list[str], now: str | None) -> None:
    typo, truth = city
    with clock_at(now):
        found = desk.call_right("local_time", wrong="city", truth=truth, city=typo)
    if len(desk.steps) < 4:
        raise Unusable(f"{typo} is a name too")
    date, time = split(found["local_time"])
    desk.finish(
        f"I know the local time in {truth}.",
        f"It is now {time} on {date} in {truth}.",
        clock(timezone(truth)),
    )


def _solve_at(desk: Desk, city: str, time: str, day: str) -> None:
    when = f"{day}T{time}"
    date, local = split(desk.call("local_time", city=city, at=when)["local_time"])
    desk.finish(
        f"I know the local time in {city}.",
        f"At {at_utc(when)} it is {local} on {date} in {city}.",
        shown(local),
    )


def offset_fact(offset: str) -> Fact:
    """The answer says this offset, such as ``+05:30``; of signs a text knows nothing."""
    hours, minutes = int(offset[1:3]), offset[4:]
    whole = [f"{hours} hour{'' if hours == 1 else 's'}", f"UTC{offset[0]}{hours}"]
    zero = ["same as UTC"] if offset == "+00:00" else []
    return text(offset, f"{hours}:{minutes}", *(whole if minutes == "00" else []), *zero)


def _solve_offset_now(desk: Desk, city: str, now: str | None) -> None:
    with clock_at(now):
        offset = desk.call("local_time", city=city)["utc_offset"]
    desk.finish(
        f"I know the UTC offset of {city}.", f"The UTC offset of {city} is now {offset}.", offset_fact(offset)
    )


def _solve_offset_at(desk: Desk, city: str, time: str, day: str) -> None:
    when = f"{day}T{time}"
    offset = desk.call("local_time", city=city, at=when)["utc_offset"]
    answer = f"The UTC offset of {city} at {at_utc(when)} is {offset}."
    desk.finish(f"I know the UTC offset of {city}.", answer, offset_fact(offset))


def _solve_offset_on(desk: Desk, city: str, day: str) -> None:
    offset = desk.call("local_time", city=city, at=f"{day}T12:00")["utc_offset"]
    if {local_time(city, f"{day}T{time}")["utc_offset"] for time in ("00:00", "23:59")} != {offset}:
        raise Unusable(f"the clock of {city} changes on {day}")
    answer = f"The UTC offset of {city} on {day} is {offset}."
    desk.finish(f"I know the UTC offset of {city}.", answer, offset_fact(offset))


def both_times(desk: Desk, a: str, b: str, when: str | None) -> tuple[str, str]:
    """Local times of two cities, now or at a UTC time."""
    first = desk.call("local_time", city=a, at=when)["local_time"]
    known = f"The local time in {a} is {first}."
    return first, desk.call("local_time", known, city=b, at=when)["local_time"]


def _solve_both_now(desk: Desk, a: str, b: str, now: str | None) -> None:
    with clock_at(now):
        first, second = (split(found) for found in both_times(desk, a, b, None))
    answer = f"It is now {first[1]} on {first[0]} in {a} and {second[1]} on {second[0]} in {b}."
    facts = clock(timezone(a)), clock(timezone(b))
    desk.finish(f"I know the local times in {a} and {b}.", answer, *facts)


def _solve_both_at(desk: Desk, a: str, b: str, time: str, day: str) -> None:
    when = f"{day}T{time}"
    first, second = (split(found) for found in both_times(desk, a, b, when))
    answer = f"At {at_utc(when)} it is {first[1]} on {first[0]} in {a} and {second[1]} on {second[0]} in {b}."
    desk.finish(f"I know the local times in {a} and {b}.", answer, shown(first[1]), shown(second[1]))


def _solve_same_date(desk: Desk, a: str, b: str, time: str, day: str) -> None:
    when = f"{day}T{time}"
    (first, _), (second, _) = (split(found) for found in both_times(desk, a, b, when))
    same = first == second
    desk.finish(
        f"It is {first} in {a} and {second} in {b}, so it is {'the same date' if same else 'another date'}.",
        f"{'Yes' if same else 'No'}, at {at_utc(when)} it is {first} in {a} and {second} in {b}.",
        {"yes": same},
    )


FAMILIES = (
    Family("local_time_now", _city_now, _solve_now, weight=2.0),
    Family("local_date_now", _city_now, _solve_date_now),
    Family("local_time_misspelt", _misspelt, _solve_misspelt, weight=0.4, asks="local time now"),
    Family("local_time_at", _city_at, _solve_at, weight=2.0),
    Family("utc_offset_now", _city_now, _solve_offset_now, weight=0.7),
    Family("utc_offset_at", _city_at, _solve_offset_at, weight=0.3),
    Family("utc_offset_on", _city_on, _solve_offset_on, weight=0.5),
    Family("local_times_now", _two_now, _solve_both_now, weight=0.7),
    Family("local_times_at", _two_at, _solve_both_at, weight=0.4),
    Family("same_date_at", _two_at, _solve_same_date, weight=0.3),
)
