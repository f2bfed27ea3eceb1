"""Two unrelated questions in one: each is looked up in turn, and the answer says both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.families.country_facts import start
from training.travel.families.parts import PARTS, Learnt, said
from training.travel.family import Family
from training.travel.moments import clock_at, now


def _drawing(*, by_name: bool) -> Callable[[Draw], Mapping[str, Slot]]:
    """A draw of two different small questions."""

    def draw_pair(draw: Draw) -> Mapping[str, Slot]:
        kinds = draw.random.sample(list(PARTS), 2)
        slots = {"now": now(draw)}
        for place, kind in zip(("first", "second"), kinds, strict=True):
            words, meant = said(draw, kind, by_name=by_name)
            capital = place == "first" and not by_name
            slots[place] = Slot(start(words) if capital else words, [kind, meant])
        return slots

    return draw_pair


def _solve(desk: Desk, first: list[Any], second: list[Any], now: str | None) -> None:
    with clock_at(now):
        one = _learn(desk, "", *first)
        other = _learn(desk, start(f"{one.told}."), *second)
    answer = start(f"{one.told} and {other.told}.")
    desk.finish(f"I know {one.about} and {other.about}.", answer, *one.facts, *other.facts)


def _learn(desk: Desk, known: str, kind: str, meant: Mapping[str, Any]) -> Learnt:
    return PARTS[kind].solve(desk, known, **meant)


FAMILIES = (
    Family("two_questions", _drawing(by_name=False), _solve, weight=3.5, asks="{first[0]} and {second[0]}"),
    Family("two_wishes", _drawing(by_name=True), _solve, weight=3.0, asks="{first[0]} and {second[0]}"),
)
