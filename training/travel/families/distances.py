"""How far and how long between two places: airports first, then the distance between them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from training.travel.comparing import compared, verdict
from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.facts import number, yes
from training.travel.families.flights import End, amount, draw_ends, fly, main_airports, said
from training.travel.family import Family

ANSWERS = {
    ("km",): "The distance from {a} to {b} is {km} km.",
    ("miles",): "The distance from {a} to {b} is {miles} miles.",
    ("km", "miles"): "The distance from {a} to {b} is {km} km or {miles} miles.",
    ("hours",): "The flight from {a} to {b} takes {hours}.",
    ("km", "hours"): "The distance from {a} to {b} is {km} km and the flight takes {hours}.",
}
"""What is asked, by the keys of ``flight_distance`` → how it is answered."""


def between(desk: Desk, a: End, b: End) -> dict[str, Any]:
    """What ``flight_distance`` tells of two ends."""
    origin, destination, known = main_airports(desk, a, b)
    return fly(desk, known, origin, destination)


def _solve(desk: Desk, what: tuple[str, ...], a: End, b: End) -> None:
    way = between(desk, a, b)
    names = {"a": said(a), "b": said(b)}
    kind = " and the ".join(dict.fromkeys("flight time" if key == "hours" else "distance" for key in what))
    words = {**names, **way, "hours": amount(way["hours"], "hours")}
    desk.finish(
        f"I know the {kind} from {names['a']} to {names['b']}.",
        ANSWERS[what].format(**words),
        *(number(way[key]) for key in what),
    )


def _solve_limit(desk: Desk, what: str, a: End, b: End, than: str, limit: float) -> None:
    value = between(desk, a, b)[what]
    truth = "more" if value > limit else "less" if value < limit else "not more"
    kind = "flight time" if what == "hours" else "distance"
    way = f"the {kind} from {said(a)} to {said(b)} is {amount(value, what)}"
    right = truth == than
    larger = compared(desk, f"T{way[1:]}.", value, limit)
    desk.finish(
        f"T{way[1:]}, {larger}, which is {truth} than {amount(limit, what)}. {verdict(truth, than)}",
        f"{'Yes' if right else 'No'}, {way}, which is {truth} than {amount(limit, what)}.",
        yes(right),
    )


def _two_ends(draw: Draw) -> Mapping[str, Slot]:
    return draw_ends(draw, "ab")


def _two_codes(draw: Draw) -> Mapping[str, Slot]:
    return draw_ends(draw, "ab", codes=True)


def _limit_km(draw: Draw) -> Mapping[str, Slot]:
    km = draw.one((200, 300, 500, 800, 1000, 1200, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10000))
    more, less = ("more than", "over", "farther than"), ("less than", "under", "no more than")
    return {**_two_ends(draw), **_compared(draw, more, less), "limit": Slot(str(km), km)}


def _limit_hours(draw: Draw) -> Mapping[str, Slot]:
    hours = draw.one((1, 2, 3, 4, 5, 6, 8, 10, 12, 14))
    more, less = ("more than", "over", "longer than"), ("less than", "under", "shorter than")
    words = f"{hours} hour{'s' * (hours > 1)}"
    return {**_two_ends(draw), **_compared(draw, more, less), "limit": Slot(words, hours)}


def _compared(draw: Draw, more: tuple[str, ...], less: tuple[str, ...]) -> dict[str, Slot]:
    than = draw.one(("more", "less"))
    return {"than": Slot(draw.one(more if than == "more" else less), than)}


def _family(name: str, what: tuple[str, ...], weight: float, *, codes: bool = False) -> Family:
    draw = _two_codes if codes else _two_ends
    asks = " and ".join("flight time" if key == "hours" else f"distance in {key}" for key in what)
    return Family(name, draw, partial(_solve, what=what), weight, asks=asks)


FAMILIES = (
    _family("distance", ("km",), 6),
    _family("distance_miles", ("miles",), 2.5),
    _family("distance_both_units", ("km", "miles"), 0.4),
    _family("flight_time", ("hours",), 6),
    _family("distance_and_time", ("km", "hours"), 1),
    _family("distance_codes", ("km",), 2.5, codes=True),
    _family("distance_codes_miles", ("miles",), 0.7, codes=True),
    _family("flight_time_codes", ("hours",), 2.5, codes=True),
    Family(
        "distance_limit",
        _limit_km,
        partial(_solve_limit, what="km"),
        0.9,
        asks="whether the distance is {than} than {limit} km",
    ),
    Family(
        "flight_time_limit",
        _limit_hours,
        partial(_solve_limit, what="hours"),
        0.9,
        asks="whether the flight time is {than} than {limit} hours",
    ),
)
