"""What the planner says before a call: one wording per tool, so that the caller has only to copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def need(tool: str, arguments: Mapping[str, Any]) -> str:
    """The sentence that asks for this call, with every argument in it as the call will have it."""
    return _SENTENCES[tool].format_map(_Words(arguments))


class _Words(dict[str, str]):
    """Arguments as words; a given optional one brings its preposition, one left out leaves nothing."""

    def __init__(self, arguments: Mapping[str, Any]) -> None:
        super().__init__({key: _word(value) for key, value in arguments.items()})

    def __missing__(self, key: str) -> str:
        preposition, _, name = key.partition("_")
        return f" {preposition} {self[name]}" if preposition in ("in", "on", "at") and name in self else ""


def _word(value: Any) -> str:
    return (
        f"{value:g}" if isinstance(value, float) and value.is_integer() and abs(value) < 1e6 else str(value)
    )


_SENTENCES = {
    "find_airports": "I need the airports of {city}{in_country}.",
    "flight_distance": "I need the flight distance from {origin} to {destination}.",
    "city_info": "I need the facts about the city {city}{in_country}.",
    "country_info": "I need the facts about the country {country}.",
    "local_time": "I need the local time in {city}{at_at}.",
    "time_difference": "I need the time difference from {city_a} to {city_b}{on_date}.",
    "public_holidays": "I need the public holidays of {country} in {year}.",
    "check_holiday": "I need to check whether {date} is a holiday in {country}.",
    "sun_times": "I need the sun times of {city} on {date}.",
    "convert_currency": "I need to convert {amount} {from_currency} to {to_currency}{on_date}.",
    "convert_units": "I need to convert {value} {from_unit} to {to_unit}.",
    "calculate": "I need to calculate {expression}.",
}
