"""What the first rationale opens with: what is asked, and the calls that the question itself asks for."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from random import Random

from training.__main__ import main
from training.travel.expert import FAMILIES, solutions, solve_one, solved
from training.travel.outline import outlined

BY_NAME = {family.name: family for family in FAMILIES}


def first_rationale(name: str, question: str, **meant: object) -> str:
    """How the trajectory of this question begins."""
    family = BY_NAME[name]
    desk = solved(family, meant)
    assert desk is not None
    steps = outlined(desk.steps, family.asked_for(meant), question)
    assert steps[0].raw == f"{steps[0].rationale}\nNext: {steps[0].decision}"
    assert steps[1:] == desk.steps[1:]
    return steps[0].rationale or ""


def test_both_places_are_in_the_plan() -> None:
    said = first_rationale("distance", "How far is Oslo from Rome?", a={"city": "Oslo"}, b={"city": "Rome"})
    assert said == (
        "Asked: distance in km. Plan: airports of Oslo, airports of Rome, flight distance. "
        "I need the airports of Oslo."
    )


def test_one_call_needs_no_plan() -> None:
    said = first_rationale("population", "people in Oslo", city={"city": "Oslo"})
    assert said == "Asked: population. I need the facts about the city Oslo."


def test_what_only_an_observation_tells_is_not_foreseen() -> None:
    said = first_rationale("capital_people", "How many live in Kenya's capital?", country="Kenya")
    assert "Plan: facts about Kenya, facts." in said
    assert "Nairobi" not in said


def test_no_date_follows_from_a_clock_not_yet_read() -> None:
    meant = {"city": "Oslo", "when": "06-21", "now": "2027-03-05T10:00:00"}
    said = first_rationale("sunrise_today", "When does the sun rise in Oslo on 21 June?", **meant)
    assert "Plan: local time in Oslo, sun times of Oslo." in said


def test_putting_a_slip_right_is_not_planned() -> None:
    question = "How far is Oslo from Barceloona?"
    ends = {"a": {"city": "Oslo"}, "b": {"city": "Barceloona", "truth": "Barcelona"}}
    said = first_rationale("distance", question, **ends)
    assert "Plan: airports of Oslo, airports of Barceloona, flight distance." in said


def test_a_city_code_is_put_right_on_the_way() -> None:
    said = first_rationale("city_codes", "ROM to Oslo?", a={"iata": "ROM"}, b={"city": "Oslo"})
    assert "Plan: airports of Oslo, flight distance." in said


def test_giving_up_at_once_needs_none() -> None:
    family = BY_NAME["refuse_weather"]
    solution = None
    random = Random(0)
    while solution is None:
        solution = solve_one(family, random, "x", dev=False)
    assert solution.steps[0].rationale == "No tool knows the weather."


def test_every_family_says_what_it_asks() -> None:
    for family in FAMILIES:
        random = Random(1)
        tries = (solve_one(family, random, "x", dev=family.dev_only) for _ in range(200))
        solution = next((one for one in tries if one is not None), None)
        assert solution is not None, family.name
        calls = [step for step in solution.steps if step.call is not None]
        assert (solution.steps[0].rationale or "").startswith("Asked: ") == bool(calls), family.name


def test_an_opening_is_the_first_plan_and_call_alone() -> None:
    for solution in islice(solutions(4), 20):
        opening = json.loads(solution.opening().trajectory())
        assert opening["steps"] == json.loads(solution.trajectory())["steps"][:2]
        assert [step["role"] for step in opening["steps"]] in (["planner", "caller"], ["planner"])


def test_openings_stand_behind_the_whole_trajectories(tmp_path: Path) -> None:
    counts = ("--train", "6", "--openings", "4", "--valid", "2", "--questions", "3")
    assert main(["travel", "--out", str(tmp_path), *counts]) == 0
    lines = {file.name: file.read_text().splitlines() for file in tmp_path.iterdir()}
    assert {name: len(found) for name, found in lines.items()} == {
        "train.jsonl": 10,
        "valid.jsonl": 2,
        "heldout.jsonl": 3,
    }
    steps = [len(json.loads(line)["steps"]) for line in lines["train.jsonl"]]
    assert max(steps[:6]) > 2
    assert max(steps[6:]) <= 2
    assert len({json.loads(line)["question"] for line in lines["train.jsonl"]}) == 10
