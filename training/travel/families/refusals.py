"""Questions that no tool can answer: the planner says so at once, in one wording for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.family import Family
from training.travel.phrasebook import phrasings

_WHY = {
    "weather": "No tool knows the weather.",
    "fares": "No tool knows ticket prices.",
    "schedules": "No tool knows flight schedules.",
    "ground": "No tool knows trains, buses, ships or roads.",
    "rules": "No tool knows rules for entry, customs or baggage.",
    "safety": "No tool knows how safe a place is.",
    "bookings": "No tool can book or arrange anything.",
    "hotels": "No tool knows hotels.",
    "restaurants": "No tool knows restaurants, shops or food.",
    "advice": "No tool gives recommendations or opinions.",
    "sights": "No tool knows sights or events.",
    "prices": "No tool knows prices or wages.",
    "markets": "No tool knows stock, metal or crypto prices.",
    "future_rates": "No tool knows future exchange rates.",
    "city_facts": "No tool knows this about a city.",
    "country_facts": "No tool knows this about a country.",
    "school_holidays": "No tool knows school holidays, closing days or strikes.",
    "sky": "No tool knows the moon, the stars or the tides.",
    "people": "No tool knows people.",
    "history": "No tool knows history, politics or news.",
    "sports": "No tool knows sports.",
    "knowledge": "No tool knows such general knowledge.",
    "health": "No tool gives medical advice.",
    "yourself": "No tool knows anything about you.",
    "writing": "No tool writes texts or code.",
    "translation": "No tool translates.",
    "talk": "This is no question that a tool could answer.",
}
"""Kind of question → what the planner says before it gives up."""


def _places(draw: Draw) -> Mapping[str, Slot]:
    """What the phrasings speak of; none of them uses all of it."""
    a, b = draw.cities(2)
    return {"a": a, "b": b, "country": draw.country(), "day": draw.day()}


def _giving_up(why: str) -> Callable[..., None]:
    def solve(desk: Desk, **_: str) -> None:
        desk.give_up(why)

    return solve


def _family(kind: str, why: str) -> Family:
    """The more ways of asking there are, the more often it is drawn."""
    name = f"refuse_{kind}"
    return Family(name, _places, _giving_up(why), weight=len(phrasings(name)) * 0.033)


FAMILIES = tuple(_family(kind, why) for kind, why in _WHY.items())
