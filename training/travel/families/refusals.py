"""Questions that no tool can answer: the planner says so at once, in one wording for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.families.refused_facts import REFUSED_FACTS
from training.travel.families.refused_services import REFUSED_SERVICES
from training.travel.families.refused_talk import REFUSED_TALK
from training.travel.families.refused_travel import REFUSED_TRAVEL
from training.travel.family import Family


def _places(draw: Draw) -> Mapping[str, Slot]:
    """What the phrasings speak of; none of them uses all of it."""
    a, b = draw.cities(2)
    return {"a": a, "b": b, "country": draw.country(), "day": draw.day()}


def _giving_up(why: str) -> Callable[..., None]:
    def solve(desk: Desk, **_: str) -> None:
        desk.give_up(why)

    return solve


_KINDS = {**REFUSED_TRAVEL, **REFUSED_SERVICES, **REFUSED_FACTS, **REFUSED_TALK}

FAMILIES = tuple(
    Family(f"refuse_{kind}", phrasings, _places, _giving_up(why), weight=len(phrasings) * 0.033)
    for kind, (why, phrasings) in _KINDS.items()
)
