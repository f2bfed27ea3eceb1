"""What holds for every family of travel questions: it solves what it draws, and keeps the splits apart."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from random import Random
from string import Formatter
from typing import Any

import pytest

from training.travel.draw import Draw, held_out
from training.travel.expert import FAMILIES, Solution, solutions, solve_one
from training.travel.family import Family
from training.travel.places import countries, country_of, famous_cities, lesser_cities
from umi.answers import check_fact, missing
from umi.prompts import parse_caller, parse_planner
from umi.schema import Decision, Role
from umi.tools.execute import check_arguments
from umi.tools.travel import travel_tools

COUNT, TRIES = 3, 200
SPLITS = ("train", "dev")

each_split = pytest.mark.parametrize("split", SPLITS)


@cache
def drawn(split: str) -> tuple[Solution, ...]:
    """Solved questions of every family, in one: a test for each family takes longer than what it checks."""
    return tuple(solution for family in FAMILIES for solution in solved(family, split))


def solved(family: Family, split: str) -> Iterator[Solution]:
    """The first few that could be solved; what makes no good example is left out."""
    random = Random(f"{family.name} {split}")
    tries = (solve_one(family, random, "x", dev=split == "dev") for _ in range(TRIES))
    return islice((solution for solution in tries if solution is not None), COUNT)


def blanks(phrasing: str) -> set[str]:
    """Names of the slots in a phrasing."""
    return {name.partition("[")[0] for _, name, _, _ in Formatter().parse(phrasing) if name is not None}


def texts(value: Any) -> Iterator[str]:
    """All texts within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def places(slots: dict[str, Any]) -> set[str]:
    """The places of a question that are kept apart; the country of a city goes with the city."""
    meant = [
        {**value, "country": None} if isinstance(value, dict) and "city" in value else value
        for value in slots.values()
    ]
    cities = {*famous_cities(), *lesser_cities()} & set(texts(meant))
    homes = {country_of(city) for city in cities}
    return cities | ({*countries()} & set(texts(meant))) - homes


def asked_at(solution: Solution) -> datetime | None:
    """What the clock showed when the question was solved; None for the real one."""
    now = solution.slots.get("now")
    return datetime.fromisoformat(now).replace(tzinfo=UTC) if now else None


@each_split
def test_every_family_solves_what_it_draws(split: str) -> None:
    assert Counter(one.family for one in drawn(split)) == {family.name: COUNT for family in FAMILIES}


def test_phrasings_fit_the_slots() -> None:
    for family in FAMILIES:
        slots = family.draw(Draw(Random(1)))
        for phrasing in family.phrasings:
            assert blanks(phrasing) <= set(slots), phrasing
        for name, slot in slots.items():
            json.dumps(slot.meant)
            assert isinstance(slot.said, str), name


def test_no_phrasing_occurs_twice() -> None:
    for family in FAMILIES:
        assert len(set(family.phrasings)) == len(family.phrasings), family.name


def test_phrasings_keep_to_their_split() -> None:
    for family in FAMILIES:
        training, dev = family.asked(dev=False), family.asked(dev=True)
        assert dev, family.name
        assert family.dev_only or (training and not set(training) & set(dev)), family.name
        assert {*training, *dev} == set(family.phrasings), family.name


def test_names_are_used_once() -> None:
    assert len({family.name for family in FAMILIES}) == len(FAMILIES)


@each_split
def test_places_keep_to_their_split(split: str) -> None:
    for solution in drawn(split):
        mixed = {place for place in places(solution.slots) if held_out(place) != (split == "dev")}
        assert not mixed, solution.question


@each_split
def test_calls_are_valid(split: str) -> None:
    specs = {tool.spec.name: tool.spec for tool in travel_tools()}
    for solution in drawn(split):
        for step in solution.steps:
            if step.call is not None:
                # Raises where they do not fit.
                check_arguments(specs[step.call.name], step.call.arguments)


@each_split
def test_steps_parse_back(split: str) -> None:
    for step in (step for solution in drawn(split) for step in solution.steps):
        if step.role is Role.PLANNER:
            assert parse_planner(step.raw) == (step.rationale, step.decision)
        elif step.role is Role.CALLER:
            assert parse_caller(step.raw) == step.call
        else:
            assert step.raw == step.answer == (step.answer or "").strip() != ""


@each_split
def test_roles_take_turns(split: str) -> None:
    """Planner first, then whom it names, until the summarizer has answered or it gave up."""
    for solution in drawn(split):
        for before, after in zip(solution.steps, solution.steps[1:], strict=False):
            expected = before.decision if before.role is Role.PLANNER else "planner"
            assert after.role.value == expected
        last = solution.steps[-1]
        assert last.role is Role.SUMMARIZER or last.decision is Decision.GIVE_UP
        assert len(solution.steps) <= 16  # what a run may have (umi.schema.Limits)


@each_split
def test_arguments_stand_in_the_rationale_before(split: str) -> None:
    """The caller only copies: the planner has written every text of the call just so."""
    for solution in drawn(split):
        for before, step in zip(solution.steps, solution.steps[1:], strict=False):
            for text in texts(step.call.arguments if step.call else {}):
                assert text in (before.rationale or "")


@each_split
def test_answer_satisfies_its_facts(split: str) -> None:
    for solution in drawn(split):
        for fact in solution.facts:
            check_fact(fact)
        if solution.gave_up:
            assert not solution.facts
            continue
        assert solution.facts, solution.question
        assert not missing(solution.steps[-1].raw, solution.facts, asked_at(solution)), solution.question


def test_an_empty_answer_satisfies_nothing() -> None:
    for solution in drawn("train"):
        if solution.facts:
            assert missing("I do not know what you mean.", solution.facts) or all(
                fact.get("yes") is False for fact in solution.facts
            )


@each_split
def test_same_seed_gives_the_same_questions(split: str) -> None:
    first, again = (
        [(one.family, one.question, one.slots) for one in islice(solutions(3, dev=split == "dev"), 60)]
        for _ in range(2)
    )
    assert first == again


def test_training_draws_no_family_kept_for_dev() -> None:
    kept = {family.name for family in FAMILIES if family.dev_only}
    assert kept
    assert not kept & {solution.family for solution in islice(solutions(5), 300)}


def test_kept_families_are_a_small_part_of_dev() -> None:
    kept = sum(family.weight for family in FAMILIES if family.dev_only)
    assert kept <= 0.05 * sum(family.weight for family in FAMILIES)


def test_giving_up_at_once_stays_rare() -> None:
    refused = sum(family.weight for family in FAMILIES if family.name.startswith("refuse_"))
    total = sum(family.weight for family in FAMILIES if not family.dev_only)
    assert 0.07 <= refused / total <= 0.11
