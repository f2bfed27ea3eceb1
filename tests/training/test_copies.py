"""Training finds out whether the calls of its data only copy."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

import pytest

from training.copies import only_copies, only_copy
from training.travel.expert import solutions
from umi.trajectory import Trajectory


def asked(rationale: str, arguments: dict[str, Any]) -> Trajectory:
    tool = {"name": "f", "description": "Does f.", "parameters": {"type": "object"}}
    call = {"name": "f", "arguments": arguments}
    return Trajectory.model_validate({
        "id": "t",
        "question": "What is f of Rome?",
        "tools": [tool],
        "steps": [
            {"role": "planner", "rationale": rationale, "decision": "caller"},
            {"role": "caller", "call": call, "observation": {"content": "1"}},
        ],
    })  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "copies"),
    [
        ({"city": "Rome"}, True),
        ({"city": "Rome", "many": 3}, True),
        ({"cities": ["Rome", "f of Rome"]}, True),
        ({"city": "Roma"}, False),
        ({"cities": ["Rome", "Roma"]}, False),
        ({"deep": {"city": "Roma"}}, False),
    ],
)
def test_every_text_must_stand_in_the_rationale(arguments: dict[str, Any], copies: bool) -> None:
    assert only_copies([asked("I need f of Rome.", arguments)]) == copies


def test_the_question_alone_is_not_enough() -> None:
    assert not only_copies([asked("I need that.", {"city": "Rome"})])


def test_a_row_s_call_may_copy_the_question_as_well() -> None:
    assert only_copy([asked("I need that.", {"city": "Rome"})])
    assert only_copy([asked("I need Oslo.", {"city": "Oslo"})])
    assert not only_copy([asked("I need that.", {"city": "Roma"})])


def test_one_call_decides() -> None:
    right, wrong = asked("f of Rome", {"city": "Rome"}), asked("f of Rome", {"city": "Oslo"})
    assert only_copies([right])
    assert not only_copies([right, wrong])


def test_the_travel_expert_s_calls_only_copy() -> None:
    drawn = (json.loads(one.trajectory()) for one in islice(solutions(6), 40))
    assert only_copies(Trajectory.model_validate(each) for each in drawn)
