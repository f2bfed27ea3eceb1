"""Comparisons: the tool says which number is larger, and the question is said again before the answer."""

from __future__ import annotations

from itertools import islice
from random import Random
from typing import Any

import pytest

from training.travel.comparing import compared, verdict
from training.travel.desk import Desk
from training.travel.expert import FAMILIES, Solution, solutions, solve_one, solved
from umi.answers import missing

BY_NAME = {family.name: family for family in FAMILIES}
YES_OR_NO = [
    "distance_limit",
    "flight_time_limit",
    "population_limit",
    "money_more",
    "money_less",
    "money_enough",
    "measure_more",
    "measure_less",
    "luggage_over",
    "luggage_within",
    "whether_larger_city",
    "whether_more_people",
    "whether_ahead",
]
JFK_LHR: dict[str, Any] = {"a": {"iata": "JFK"}, "b": {"iata": "LHR"}}


def last_rationale(steps: Desk | Solution) -> str:
    return [step.rationale for step in steps.steps if step.rationale][-1]


@pytest.mark.parametrize(
    ("numbers", "least", "call", "told"),
    [
        ((3, 5), False, "max(3,5)", "the larger is 5"),
        ((3, 5), True, "min(3,5)", "the smaller is 3"),
        ((3, 5, 4.5), False, "max(3,5,4.5)", "the largest is 5"),
    ],
)
def test_the_tool_compares(numbers: tuple[float, ...], least: bool, call: str, told: str) -> None:
    desk = Desk()
    assert compared(desk, "Known.", *numbers, least=least) == told
    made = desk.steps[-1].call
    assert made is not None
    assert (made.name, made.arguments) == ("calculate", {"expression": call})


def test_the_question_decides_between_yes_and_no() -> None:
    assert verdict("more", "more") == "Asked whether more, so yes."
    assert verdict("not more", "more") == "Asked whether more, so no."


@pytest.mark.parametrize(("than", "said"), [("more", "yes"), ("less", "no")])
def test_the_same_distance_answers_opposite_questions(than: str, said: str) -> None:
    desk = solved(BY_NAME["distance_limit"], {**JFK_LHR, "than": than, "limit": 5000})
    assert desk is not None
    assert last_rationale(desk).endswith(f"which is more than 5000 km. Asked whether {than}, so {said}.")
    assert not missing(f"{said.capitalize()}.", desk.facts)


@pytest.mark.parametrize("name", YES_OR_NO)
def test_what_was_asked_stands_first_and_last(name: str) -> None:
    random = Random(3)
    drawn = (solve_one(BY_NAME[name], random, "x", dev=False) for _ in range(60))
    found = list(islice((one for one in drawn if one is not None and one.facts), 6))
    assert found
    for solution in found:
        assert (solution.steps[0].rationale or "").startswith("Asked: whether ")
        right = (solution.steps[-1].answer or "").startswith("Yes")
        assert last_rationale(solution).endswith(f", so {'yes' if right else 'no'}.")


def test_one_family_is_drawn_alone() -> None:
    assert {one.family for one in islice(solutions(1, only="luggage_over"), 5)} == {"luggage_over"}
    assert {one.family for one in islice(solutions(1, dev=True, only="luggage_over"), 5)} == {"luggage_over"}
