"""Several ways or more than one fact of a way: comparisons, round trips, stops, speeds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from training.travel.comparing import compared
from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import number, text, yes
from training.travel.families.distances import between
from training.travel.families.flights import End, amount, draw_ends, fly, main_airports, names, said
from training.travel.family import Family


def chosen(winner: End, loser: End, *words: str) -> tuple[str, ...]:
    """Ways of saying that the winner is the one which ``words`` describe, such as ``closer``."""
    ways = ("{name} is {word}", "{name} is the {word}", "{word} is {name}")
    return tuple(
        way.format(name=name, word=word) for name in names(winner, loser) for word in words for way in ways
    )


def _from_one(desk: Desk, what: str, a: End, b: End, c: End) -> tuple[float, float]:
    """Distance or time from a to b and from a to c; the last sentence learnt is about a to b."""
    origin, first, second, known = main_airports(desk, a, b, c)
    to_b = fly(desk, known, origin, first)[what]
    to_c = fly(desk, _leg(what, a, b, to_b), origin, second)[what]
    if to_b == to_c:
        raise Unusable("equally far")
    return to_b, to_c


def _leg(what: str, a: End, b: End, value: float) -> str:
    kind = "flight time" if what == "hours" else "distance"
    return f"The {kind} from {said(a)} to {said(b)} is {amount(value, what)}."


def _both(what: str, a: End, b: End, c: End, to_b: float, to_c: float) -> str:
    return f"From {said(a)} it is {amount(to_b, what)} to {said(b)} and {amount(to_c, what)} to {said(c)}"


def _solve_which(desk: Desk, word: str, a: End, b: End, c: End) -> None:
    to_b, to_c = _from_one(desk, "km", a, b, c)
    extreme = compared(desk, _leg("km", a, c, to_c), to_b, to_c, least=word == "closer")
    near, far = (b, c) if to_b < to_c else (c, b)
    winner, loser = (near, far) if word == "closer" else (far, near)
    more, less = sorted((to_b, to_c), reverse=word == "farther")
    link = "to" if word == "closer" else "from"
    words = ("closer", "nearer", "closest", "nearest", "less far")
    desk.finish(
        f"{_both('km', a, b, c, to_b, to_c)}, {extreme}, so {said(winner)} is {word}.",
        f"{said(winner)} is {word} {link} {said(a)} than {said(loser)}: {more} km against {less} km.",
        text(*chosen(winner, loser, *(words if word == "closer" else ("farther", "further", "farthest")))),
    )


def _solve_is_closer(desk: Desk, a: End, b: End, c: End) -> None:
    to_b, to_c = _from_one(desk, "km", a, b, c)
    smaller = compared(desk, _leg("km", a, c, to_c), to_b, to_c, least=True)
    near, far = (b, c) if to_b < to_c else (c, b)
    fewer, more = sorted((to_b, to_c))
    desk.finish(
        f"{_both('km', a, b, c, to_b, to_c)}, {smaller}, so {said(near)} is closer.",
        f"{'Yes' if near is b else 'No'}, {said(near)} is closer to {said(a)} than {said(far)}: "
        f"{fewer} km against {more} km.",
        yes(near is b),
    )


def _solve_shorter(desk: Desk, a: End, b: End, c: End) -> None:
    to_b, to_c = _from_one(desk, "hours", a, b, c)
    smaller = compared(desk, _leg("hours", a, c, to_c), to_b, to_c, least=True)
    near, far = (b, c) if to_b < to_c else (c, b)
    fewer, more = sorted((to_b, to_c))
    desk.finish(
        f"{_both('hours', a, b, c, to_b, to_c)}, {smaller}, so the flight to {said(near)} is shorter.",
        f"The flight from {said(a)} to {said(near)} is shorter: {amount(fewer, 'hours')} "
        f"against {amount(more, 'hours')}.",
        text(
            *(f"{name} takes less" for name in names(near, far)),
            *chosen(near, far, "shorter", "quicker", "faster"),
        ),
    )


def _solve_farther_by(desk: Desk, a: End, b: End, c: End) -> None:
    to_b, to_c = _from_one(desk, "km", a, b, c)
    if to_b < to_c:
        raise Unusable("the question takes b to be farther")
    value = desk.call("calculate", _leg("km", a, c, to_c), expression=f"{to_b} - {to_c}")["value"]
    desk.finish(
        "I know the difference of the distances.",
        f"It is {value} km farther from {said(a)} to {said(b)} than to {said(c)}.",
        number(value),
    )


def _solve_round_trip(desk: Desk, what: str, a: End, b: End) -> None:
    one_way = between(desk, a, b)[what]
    value = desk.call("calculate", _leg(what, a, b, one_way), expression=f"2 * {one_way}")["value"]
    verb = "takes" if what == "hours" else "is"
    desk.finish(
        f"I know the {'flight time' if what == 'hours' else 'distance'} of the round trip.",
        f"The round trip from {said(a)} to {said(b)} and back {verb} {amount(value, what)}.",
        number(value),
    )


def _solve_stop(desk: Desk, what: str, a: End, b: End, c: End) -> None:
    start, stop, end, known = main_airports(desk, a, b, c)
    first = fly(desk, known, start, stop)[what]
    second = fly(desk, _leg(what, a, b, first), stop, end)[what]
    value = desk.call("calculate", _leg(what, b, c, second), expression=f"{first} + {second}")["value"]
    kind, verb = ("flight time", "takes") if what == "hours" else ("distance", "is")
    desk.finish(
        f"I know the {kind} from {said(a)} to {said(c)} by way of {said(b)}.",
        f"The way from {said(a)} to {said(c)} by way of {said(b)} {verb} {amount(value, what)}.",
        number(value),
    )


def _solve_detour(desk: Desk, a: End, b: End, c: End) -> None:
    start, stop, end, known = main_airports(desk, a, b, c)
    first = fly(desk, known, start, stop)["km"]
    second = fly(desk, _leg("km", a, b, first), stop, end)["km"]
    direct = fly(desk, _leg("km", b, c, second), start, end)["km"]
    known = _leg("km", a, c, direct)
    value = desk.call("calculate", known, expression=f"{first} + {second} - {direct}")["value"]
    desk.finish(
        "I know the detour.",
        f"The way from {said(a)} to {said(c)} by way of {said(b)} is {value} km longer than the direct one.",
        number(value, 0.02),
    )


def _solve_speed(desk: Desk, a: End, b: End, hours: int) -> None:
    km = between(desk, a, b)["km"]
    if km / hours > 1200:
        raise Unusable("faster than a plane")
    value = desk.call("calculate", _leg("km", a, b, km), expression=f"round({km} / {hours}, 2)")["value"]
    desk.finish(
        f"I know the average speed from {said(a)} to {said(b)}.",
        f"The average speed from {said(a)} to {said(b)} in {hours} hours is {value} km/h.",
        number(value),
    )


def _solve_at_speed(desk: Desk, a: End, b: End, speed: int) -> None:
    km = between(desk, a, b)["km"]
    if km / speed < 0.5:
        raise Unusable("no journey")
    value = desk.call("calculate", _leg("km", a, b, km), expression=f"round({km} / {speed}, 2)")["value"]
    desk.finish(
        f"I know the time from {said(a)} to {said(b)} at {speed} km/h.",
        f"At {speed} km/h it takes {amount(value, 'hours')} from {said(a)} to {said(b)}.",
        number(value, 0.02),
    )


def _draw(
    draw: Draw, names: str, more: Mapping[str, tuple[float | str, ...]], codes: bool | None
) -> Mapping[str, Slot]:
    drawn = {key: draw.one(values) for key, values in more.items()}
    slots = {key: Slot(str(value), value) for key, value in drawn.items()}
    return {**draw_ends(draw, names, codes=codes), **slots}


def _ends(
    names: str, codes: bool | None = None, **more: tuple[float | str, ...]
) -> partial[Mapping[str, Slot]]:
    return partial(_draw, names=names, more=more, codes=codes)


HOURS, SPEEDS = (2, 3, 4, 5, 6, 8, 10, 12), (50, 60, 80, 90, 100, 120, 130, 150, 200, 250, 300, 500, 850, 900)

FAMILIES = (
    Family("closer", _ends("abc"), partial(_solve_which, word="closer"), 2),
    Family("farther", _ends("abc"), partial(_solve_which, word="farther"), 0.6),
    Family("is_closer", _ends("abc"), _solve_is_closer, 0.5),
    Family("shorter_flight", _ends("abc"), _solve_shorter, 0.5),
    Family("farther_by", _ends("abc"), _solve_farther_by, 0.4),
    Family("round_trip", _ends("ab"), partial(_solve_round_trip, what="km"), 0.7, asks="round trip in km"),
    Family(
        "round_trip_miles",
        _ends("ab"),
        partial(_solve_round_trip, what="miles"),
        0.3,
        asks="round trip in miles",
    ),
    Family(
        "round_trip_time",
        _ends("ab"),
        partial(_solve_round_trip, what="hours"),
        0.4,
        asks="round trip flight time",
    ),
    Family("stop", _ends("abc"), partial(_solve_stop, what="km"), 0.7, asks="way with a stop in km"),
    Family(
        "stop_miles", _ends("abc"), partial(_solve_stop, what="miles"), 0.3, asks="way with a stop in miles"
    ),
    Family(
        "stop_time", _ends("abc"), partial(_solve_stop, what="hours"), 0.4, asks="flight time with a stop"
    ),
    Family("speed", _ends("ab", hours=HOURS), _solve_speed, 0.3, asks="average speed"),
    Family("at_speed", _ends("ab", speed=SPEEDS), _solve_at_speed, 0.3, asks="hours at a speed"),
    Family("detour", _ends("abc", codes=True), _solve_detour, 0.3, dev_only=True, asks="detour in km"),
)
