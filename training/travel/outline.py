"""What the planner's first rationale opens with: what is asked, and which calls it will take.

A small model loses the second place of a question on the way, or answers with the hours where
the distance was wanted: it is to write both down while it reads the question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from umi.prompts import planner_text
from umi.schema import Step

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def outlined(steps: Sequence[Step], asked: str, question: str) -> list[Step]:
    """The steps, the first rationale opened by what is ``asked`` and the plan; a lone one stays as it is."""
    first = steps[0]
    if len(steps) == 1 or first.decision is None:
        return list(steps)
    # One after the other, alike items are one: how often is seen on the way.
    items = [item for item, _ in groupby(_items(steps, question))]
    plan = f" Plan: {', '.join(items)}." if len(items) > 1 else ""
    rationale = f"Asked: {asked}.{plan} {first.rationale}"
    update = {"rationale": rationale, "raw": planner_text(rationale, first.decision)}
    return [first.model_copy(update=update), *steps[1:]]


def _items(steps: Sequence[Step], question: str) -> Iterator[str]:
    """The calls that the question itself asks for, in order; what only puts an error right is left out."""
    seen = ""
    failed: list[Step] = []
    for step in steps:
        if step.call is None or step.observation is None:
            continue
        arguments = step.call.arguments
        if not any(_repairs(step, each) for each in failed):
            yield _item(step.call.name, {k: v for k, v in arguments.items() if _foreseen(v, seen, question)})
        failed += [step] if step.observation.is_error else []
        seen += step.observation.content


def _repairs(step: Step, failed: Step) -> bool:
    """The same tool again with what the error offered, or another one asked about what the call failed on."""
    assert step.call is not None
    assert failed.call is not None
    assert failed.observation is not None
    given = {str(value) for value in step.call.arguments.values()}
    if step.call.name == failed.call.name:
        return any(value in failed.observation.content for value in given)
    return bool(given & {str(value) for value in failed.call.arguments.values()})


def _foreseen(value: Any, seen: str, question: str) -> bool:
    """Known before the first call: not what an observation told, nor a date that follows from today's."""
    if _DATE.fullmatch(str(value)) and '"local_time"' in seen:
        return False
    return str(value) in question or str(value) not in seen


def _item(tool: str, foreseen: dict[str, Any]) -> str:
    noun, *places = _ITEMS[tool]
    return noun + "".join(
        f" {preposition} {foreseen[name]}"
        for preposition, name in (place.split() for place in places)
        if name in foreseen
    )


_ITEMS = {
    "find_airports": ("airports", "of city", "in country"),
    "flight_distance": ("flight distance",),
    "city_info": ("facts", "about city", "in country"),
    "country_info": ("facts", "about country"),
    "local_time": ("local time", "in city"),
    "time_difference": ("time difference",),
    "public_holidays": ("holidays", "of country", "in year"),
    "check_holiday": ("holiday check", "in country", "on date"),
    "sun_times": ("sun times", "of city", "on date"),
    "convert_currency": ("conversion", "to to_currency", "on date"),
    "convert_units": ("conversion", "to to_unit"),
    "calculate": ("calculation",),
}
"""Tool → what the plan calls it, then which arguments it names with which preposition."""
