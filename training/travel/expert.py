"""Questions drawn from all families, each with the right trajectory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from training.travel.desk import Desk, Fact, Solved, ToolFailed, Unusable
from training.travel.draw import Draw
from training.travel.families import (
    abroad,
    airports,
    arithmetic,
    budgets,
    capitals,
    cities,
    city_countries,
    city_pairs,
    clock_conversions,
    countries,
    country_checks,
    country_pairs,
    country_ratios,
    country_times,
    dead_ends,
    distances,
    holiday_lists,
    holiday_today,
    holidays,
    journeys,
    mixed,
    mixed_measures,
    money,
    money_compare,
    money_places,
    pairs,
    parts,
    refusals,
    routes,
    slips,
    spans,
    sun,
    sun_choices,
    sun_today,
    time_differences,
    times,
    trips,
    units,
    units_steps,
    visits,
)
from training.travel.family import Family
from training.travel.outline import outlined
from training.travel.phrasebook import check_headings
from training.travel.voice import spoken
from umi.schema import Decision, Step
from umi.tools.travel import travel_tools

FAMILIES: tuple[Family, ...] = (
    *airports.FAMILIES,
    *cities.FAMILIES,
    *city_pairs.FAMILIES,
    *distances.FAMILIES,
    *routes.FAMILIES,
    *countries.FAMILIES,
    *country_checks.FAMILIES,
    *country_pairs.FAMILIES,
    *country_ratios.FAMILIES,
    *city_countries.FAMILIES,
    *holidays.FAMILIES,
    *holiday_lists.FAMILIES,
    *holiday_today.FAMILIES,
    *money.FAMILIES,
    *units.FAMILIES,
    *units_steps.FAMILIES,
    *mixed.FAMILIES,
    *mixed_measures.FAMILIES,
    *money_places.FAMILIES,
    *money_compare.FAMILIES,
    *arithmetic.FAMILIES,
    *journeys.FAMILIES,
    *times.FAMILIES,
    *time_differences.FAMILIES,
    *clock_conversions.FAMILIES,
    *country_times.FAMILIES,
    *sun.FAMILIES,
    *sun_choices.FAMILIES,
    *sun_today.FAMILIES,
    *trips.FAMILIES,
    *pairs.FAMILIES,
    *visits.FAMILIES,
    *capitals.FAMILIES,
    *abroad.FAMILIES,
    *budgets.FAMILIES,
    *spans.FAMILIES,
    *slips.FAMILIES,
    *dead_ends.FAMILIES,
    *refusals.FAMILIES,
)


@dataclass(frozen=True)
class Solution:
    """A question, how it is solved, and what a right answer must say (nothing where one must give up)."""

    id: str
    family: str
    question: str
    slots: dict[str, Any]
    steps: tuple[Step, ...]
    facts: tuple[Fact, ...]

    @property
    def gave_up(self) -> bool:
        """The right end is to give up."""
        return self.steps[-1].decision is Decision.GIVE_UP

    def opening(self) -> Solution:
        """The same with the first planner's and caller's step alone."""
        return replace(self, steps=self.steps[:2])

    def trajectory(self) -> str:
        """One line of a training file (``umi.trajectory``)."""
        tools = [tool.spec.model_dump() for tool in travel_tools()]
        keep = {"role", "raw", "rationale", "decision", "call", "observation", "answer"}
        steps = [step.model_dump(mode="json", include=keep, exclude_none=True) for step in self.steps]
        return json.dumps(
            {"id": self.id, "question": self.question, "tools": tools, "steps": steps}, ensure_ascii=False
        )

    def asked(self) -> str:
        """One line of a file of live questions (``umi.live``)."""
        end = {"gives_up": True} if self.gave_up else {"facts": list(self.facts)}
        record = {"id": self.id, "question": self.question, **end, "family": self.family, "slots": self.slots}
        return json.dumps(record, ensure_ascii=False)


def solutions(seed: int, *, dev: bool = False, only: str | None = None) -> Iterator[Solution]:
    """Endless solved questions, of the family ``only`` or of all; the same seed gives the same ones.

    With ``dev``, phrasings and places are those that training never sees, and families that
    combine tools in a way of their own come in.

    Raises:
        InputError: the phrasings' texts cannot be used.
    """
    check_headings({*parts.HEADINGS, *(family.name for family in FAMILIES)})
    random = Random(f"{seed} {dev}")
    families = [one for one in FAMILIES if one.name == only or (only is None and (dev or not one.dev_only))]
    weights = [family.weight for family in families]
    number = 0
    while True:
        family = random.choices(families, weights)[0]
        solution = solve_one(family, random, f"{'dev' if dev else 'train'}-{seed}-{number:05d}", dev=dev)
        if solution is not None:
            number += 1
            yield solution


def solve_one(family: Family, random: Random, name: str, *, dev: bool) -> Solution | None:
    """One question of the family; None where what was drawn makes no good example."""
    phrasing = random.choice(family.asked(dev=dev))
    try:
        slots = family.draw(Draw(random, dev=dev))
    except Unusable:
        return None
    question = spoken(phrasing.format(**{key: slot.said for key, slot in slots.items()}), random)
    meant = {key: slot.meant for key, slot in slots.items()}
    desk = solved(family, meant)
    if desk is None:
        return None
    steps = outlined(desk.steps, family.asked_for(meant), question)
    return Solution(name, family.name, question, meant, tuple(steps), tuple(desk.facts))


def solved(family: Family, meant: dict[str, Any]) -> Desk | None:
    """The desk after the family's expert has worked on it; None where it could not."""
    desk = Desk()
    try:
        family.solve(desk, **meant)
    except Solved:
        return desk
    except (ToolFailed, Unusable):
        return None
    raise AssertionError(f"the expert of {family.name} ended without an answer")
