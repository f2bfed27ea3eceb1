"""The time difference between two cities, who is ahead, and what the other clock shows."""

from __future__ import annotations

from collections.abc import Mapping

from training.travel.desk import Desk, Fact
from training.travel.draw import Draw, Slot
from training.travel.facts import number, text, yes
from training.travel.families.times import timezone
from training.travel.family import Family
from training.travel.moments import clock_at, now


def hours_ahead(desk: Desk, a: str, b: str, day: str | None = None, known: str = "") -> float:
    """Hours that the clock in b is ahead of that in a."""
    found: float = desk.call("time_difference", known, city_a=a, city_b=b, date=day)["hours"]
    return found


def compared(a: str, b: str, hours: float) -> str:
    """How the clock in b stands to that in a: one wording, whichever is ahead."""
    if hours == 0:
        return f"{b} has the same time as {a}"
    return f"{b} is {spelt(hours)} {'ahead of' if hours > 0 else 'behind'} {a}"


def spelt(hours: float) -> str:
    """``1 hour``, ``5.5 hours``; without the sign."""
    return f"{abs(hours)} hour{'' if abs(hours) == 1 else 's'}"


def difference_facts(a: str, b: str, hours: float) -> tuple[Fact, ...]:
    """The hours, and who is ahead in words that leave no doubt."""
    if hours == 0:
        return (text("same time", "same local time", "no time difference", "is 0 hours", "no difference"),)
    first, second = (b, a) if hours > 0 else (a, b)
    size, whole = spelt(hours), int(abs(hours))
    longer = f"{whole} hour{'' if whole == 1 else 's'}"
    minutes = round(abs(hours) % 1 * 60)
    sizes = (
        [size] if not minutes else [size, f"{longer} and {minutes} minutes", f"{longer} {minutes} minutes"]
    )
    ways = [f"{first} is {way} ahead" for way in sizes] + [f"{second} is {way} behind" for way in sizes]
    who = text(*ways, f"{first} is ahead", f"{second} is behind")
    return (text(*sizes) if minutes else number(abs(hours)), who)


def tell_difference(desk: Desk, a: str, b: str, hours: float, on: str = "") -> None:
    """The end of every plain question about a difference; ``on`` is "On 2025-03-05 " or nothing."""
    known = f"The time difference from {a} to {b} is {hours} hours, so {compared(a, b, hours)}."
    desk.finish(known, f"{on}{compared(a, b, hours)}.", *difference_facts(a, b, hours))


def _solve_now(desk: Desk, a: str, b: str, now: str | None) -> None:
    with clock_at(now):
        hours = hours_ahead(desk, a, b)
    tell_difference(desk, a, b, hours)


def _solve_on(desk: Desk, a: str, b: str, day: str) -> None:
    tell_difference(desk, a, b, hours_ahead(desk, a, b, day), f"On {day} ")


def _solve_ahead(desk: Desk, a: str, b: str, now: str | None, **_: str) -> None:
    """How far a is ahead of, or behind, b: from b to a, so that the answer is about a.

    Which of the two the question presumes does not count.
    """
    _solve_now(desk, b, a, now)


def _solve_ahead_on(desk: Desk, a: str, b: str, day: str, **_: str) -> None:
    _solve_on(desk, b, a, day)


def _solve_whether(desk: Desk, a: str, b: str, side: str, now: str | None) -> None:
    with clock_at(now):
        hours = hours_ahead(desk, b, a)
    right = hours > 0 if side == "ahead of" else hours < 0
    judged = f"Asked whether {a} is {side} {b}, so {'yes' if right else 'no'}."
    known = f"The time difference from {b} to {a} is {hours} hours, so {compared(b, a, hours)}. {judged}"
    desk.finish(known, f"{'Yes' if right else 'No'}, {compared(b, a, hours)}.", yes(right))


def _solve_same(desk: Desk, a: str, b: str, now: str | None) -> None:
    with clock_at(now):
        hours = hours_ahead(desk, a, b)
    known = f"The time difference from {a} to {b} is {hours} hours, so {compared(a, b, hours)}."
    desk.finish(known, f"{'No' if hours else 'Yes'}, {compared(a, b, hours)}.", yes(hours == 0))


def _solve_who(desk: Desk, a: str, b: str, now: str | None) -> None:
    with clock_at(now):
        hours = hours_ahead(desk, a, b)
    if hours == 0:
        tell_difference(desk, a, b, hours)
    first, second = (b, a) if hours > 0 else (a, b)
    ahead = compared(second, first, abs(hours))
    known = f"The time difference from {a} to {b} is {hours} hours, so {ahead}."
    desk.finish(known, f"{ahead}.", difference_facts(a, b, hours)[1])


def _two(draw: Draw) -> dict[str, Slot]:
    a, b = draw.cities(2)
    return {"a": a, "b": b}


def _two_now(draw: Draw) -> Mapping[str, Slot]:
    return {**_two(draw), "now": now(draw)}


def _two_on(draw: Draw) -> Mapping[str, Slot]:
    return {**_two(draw), "day": draw.day()}


def _side(draw: Draw) -> Slot:
    side = draw.one(("ahead of", "behind"))
    return Slot(side, side)


def _two_sided(draw: Draw) -> Mapping[str, Slot]:
    return {**_two_now(draw), "side": _side(draw)}


def _two_sided_on(draw: Draw) -> Mapping[str, Slot]:
    return {**_two_on(draw), "side": _side(draw)}


def _often_same(draw: Draw) -> Mapping[str, Slot]:
    """Two cities, every other time of equal time, so that yes is as frequent as no."""
    wanted, slots = draw.chance(0.5), _two(draw)
    for _ in range(200):
        if not wanted or timezone(slots["a"].meant) == timezone(slots["b"].meant):
            break
        slots = _two(draw)
    return {**slots, "now": now(draw)}


FAMILIES = (
    Family("time_difference_now", _two_now, _solve_now, weight=1.7),
    Family("time_difference_on", _two_on, _solve_on, weight=1.3),
    Family("hours_ahead_now", _two_sided, _solve_ahead),
    Family("hours_ahead_on", _two_sided_on, _solve_ahead_on, weight=0.5),
    Family("whether_ahead", _two_sided, _solve_whether, weight=0.6, asks="whether {a} is {side} {b}"),
    Family("same_time", _often_same, _solve_same, weight=0.5),
    Family("who_is_ahead", _two_now, _solve_who, weight=0.6),
)
