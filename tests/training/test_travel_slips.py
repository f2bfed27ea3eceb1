"""Slips and dead ends: what is put right, and what the expert says where nothing can be."""

from __future__ import annotations

import re
from typing import Any

import pytest

from training.travel.expert import FAMILIES, solved
from umi.schema import Decision, Step

REFUSED = [family for family in FAMILIES if family.name.startswith("refuse_")]


def steps_of(name: str, **meant: Any) -> list[Step] | None:
    """The expert's steps for what a question means; None where it makes no good example."""
    desk = solved(next(family for family in FAMILIES if family.name == name), meant)
    return desk.steps if desk is not None else None


def called(steps: list[Step]) -> list[dict[str, Any]]:
    """The arguments of all calls."""
    return [step.call.arguments for step in steps if step.call is not None]


def test_mistyped_name_is_called_as_typed_and_then_right() -> None:
    steps = steps_of("misspelt_people", city=["Lisbn", "Lisbon"])
    assert steps is not None
    assert called(steps) == [{"city": "Lisbn"}, {"city": "Lisbon"}]
    assert steps[2].rationale == (
        "There is no city Lisbn, but Lisbon. I need the facts about the city Lisbon."
    )


def test_slip_that_makes_another_place_is_no_example() -> None:
    """Nothing tells that Bern was meant: Berlin is a city too."""
    assert steps_of("misspelt_people", city=["Berlin", "Bern"]) is None


@pytest.mark.parametrize(
    ("name", "meant", "why"),
    [
        ("unknown_city", {"city": "Hogwarts"}, "The tools know no city Hogwarts."),
        (
            "city_elsewhere",
            {"city": "Lyon", "country": "Germany"},
            "There is no city Lyon in Germany, so I cannot tell.",
        ),
        (
            "impossible_day_holiday",
            {"country": "France", "day": "2025-02-30"},
            "The date 2025-02-30 does not exist.",
        ),
        ("year_out_of_range", {"country": "France", "year": 1850}, "The year 1850 is out of range."),
    ],
)
def test_dead_end_gives_up_after_the_tools_error(name: str, meant: dict[str, Any], why: str) -> None:
    steps = steps_of(name, **meant)
    assert steps is not None
    assert steps[1].observation is not None
    assert steps[1].observation.is_error
    assert (steps[-1].rationale, steps[-1].decision) == (why, Decision.GIVE_UP)


@pytest.mark.parametrize("name", ["Camelot", "Springfield"])
def test_place_that_exists_or_looks_mistyped_is_no_dead_end(name: str) -> None:
    """Camelot is close to Carmelo, which the tool suggests; there are many Springfields."""
    assert steps_of("unknown_city", city=name) is None


def test_city_code_is_resolved_to_its_main_airport() -> None:
    steps = steps_of("city_codes", a={"iata": "LON"}, b={"city": "Madrid"})
    assert steps is not None
    assert called(steps)[1:] == [
        {"origin": "LON", "destination": "MAD"},
        {"city": "LON"},
        {"origin": "LHR", "destination": "MAD"},
    ]


@pytest.mark.parametrize("family", REFUSED, ids=lambda family: family.name)
def test_refusal_is_one_step(family: Any) -> None:
    steps = steps_of(family.name, a="Oslo", b="Lima", country="Peru", day="2025-05-01")
    assert steps is not None
    assert len(steps) == 1
    assert steps[0].decision is Decision.GIVE_UP


def test_no_question_is_refused_and_answered() -> None:
    refused = {_plain(text) for family in REFUSED for text in family.phrasings}
    answered = {_plain(text) for family in FAMILIES if family not in REFUSED for text in family.phrasings}
    assert not {text for text in refused & answered if text.strip("x ")}


def _plain(phrasing: str) -> str:
    """Without the slots' names, case and punctuation."""
    return re.sub(r"\W+", " ", re.sub(r"\{\w+\}", "X", phrasing)).strip().casefold()
