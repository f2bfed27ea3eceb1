"""alpha-UMi's chains and role rows as trajectories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from data_samples import AGAIN, FINISH, chain, returns, says

from umi.errors import InputError
from umi.formats import read
from umi.schema import Role
from umi.trajectory import Trajectory

TOOLS = [
    {"Name": "f", "function": "Does f.", "input": {"a": "integer, A number, any", "b": "string, "}},
    {"Name": "g", "function": "Does g.", "input": {}},
]
CALL = 'Action: f\nAction Input: {\n  "a": 1\n}'


def turn(speaker: str, value: str) -> dict[str, str]:
    return {"from": speaker, "value": value}


QUESTION = turn("user", "What is f?")
CALLED = [turn("assistant", "F is\nneeded.\n Next: caller."), turn("caller", CALL), turn("observation", "2")]
ENDED = [turn("assistant", "Done.\n Next: conclusion."), turn("conclusion", "It is 2.")]


def one(path: Path, **fields: Any) -> Trajectory:
    (path / "rows.json").write_text(json.dumps([{"tools": TOOLS} | fields]))
    (trajectory,) = read(path / "rows.json")
    return trajectory


def second_stage(path: Path, *turns: dict[str, str]) -> Trajectory:
    return one(path, instruction="What is f?", conversations=list(turns))


def role_row(path: Path, speaker: str, target: str, *history: dict[str, str]) -> Trajectory:
    return one(path, history=[QUESTION, *history], input=f"… format. {speaker}: ", target=target)


def raws(trajectory: Trajectory) -> list[str]:
    return [step.raw for step in trajectory.steps]


DONE = [
    "F is needed.\nNext: caller",
    '{"name":"f","arguments":{"a":1}}',
    "Done.\nNext: summarizer",
    "It is 2.",
]


def test_second_stage(tmp_path: Path) -> None:
    trajectory = second_stage(tmp_path, QUESTION, *CALLED, *ENDED)
    assert raws(trajectory) == DONE
    assert (trajectory.id, trajectory.question, trajectory.targets) == ("rows-1", "What is f?", (0, 1, 2, 3))
    assert trajectory.steps[1].observation is not None
    assert trajectory.steps[1].observation.content == "2"


def test_first_stage_is_the_same(tmp_path: Path) -> None:
    turns = chain(says("F is\nneeded.", "f", {"a": 1}), returns("2"), AGAIN, says("Done."), FINISH)[
        "messages"
    ]
    assert raws(one(tmp_path, instruction="What is f?", chains=turns)) == [
        *DONE[:2], "All known.\nNext: summarizer", "It is 2.",
    ]  # fmt: skip


def test_tools(tmp_path: Path) -> None:
    tools = second_stage(tmp_path, QUESTION, *ENDED).tools
    assert [tool.name for tool in tools] == ["f", "g"]
    # The format does not say which arguments are required.
    assert tools[0].parameters == {
        "type": "object",
        "properties": {"a": {"type": "integer", "description": "A number, any"}, "b": {"type": "string"}},
        "required": [], "additionalProperties": False,
    }  # fmt: skip


def test_decisions(tmp_path: Path) -> None:
    plans = ["Next: give up.", "T. Next: give up", " Next: caller.", "No decision.", "T. Next: dance."]
    steps = second_stage(tmp_path, QUESTION, *(turn("assistant", plan) for plan in plans)).steps
    assert [step.decision for step in steps] == ["give up", "give up", "caller", None, None]
    assert [step.raw for step in steps[3:]] == plans[3:]


@pytest.mark.parametrize(
    "text",
    ["Action: invented\nAction Input: {}", "Action: f\nAction Input: {oops", "Action: f", "I will do it"],
)
def test_calls_that_cannot_be_learned_are_history(tmp_path: Path, text: str) -> None:
    turns = [CALLED[0], turn("caller", text), turn("observation", "?")]
    trajectory = second_stage(tmp_path, QUESTION, *turns, *CALLED, *ENDED)
    assert trajectory.targets == (2, 3, 4, 5)
    assert trajectory.steps[1].role is Role.CALLER


def test_demands_for_another_attempt_are_dropped(tmp_path: Path) -> None:
    again = turn("user", AGAIN["content"])
    assert raws(second_stage(tmp_path, QUESTION, again, *CALLED, again, *ENDED)) == DONE


@pytest.mark.parametrize(
    ("speaker", "target", "history", "learned"),
    [
        ("assistant", "Done.\n Next: conclusion.", CALLED, ["Done.\nNext: summarizer"]),
        ("assistant", "No.\n Next: give up.", CALLED, ["No.\nNext: give up"]),
        ("caller", CALL, [*CALLED, CALLED[0]], ['{"name":"f","arguments":{"a":1}}']),
        ("conclusion", "It is 2.", [*CALLED, ENDED[0]], ["It is 2."]),
        # The backbone's rows have the thought and what it leads to in one.
        ("assistant", f"F.\n{CALL}", CALLED, ["F.\nNext: caller", '{"name":"f","arguments":{"a":1}}']),
        ("assistant", f"\n{CALL}", [], ["\nNext: caller", '{"name":"f","arguments":{"a":1}}']),
        ("assistant", "Done.\nconclusion: It is\n2.", CALLED, ["Done.\nNext: summarizer", "It is\n2."]),
        ("assistant", "No.\nconclusion: give up.", CALLED, ["No.\nNext: give up"]),
    ],
)
def test_role_rows_teach_only_their_target(
    tmp_path: Path, speaker: str, target: str, history: list[dict[str, str]], learned: list[str]
) -> None:
    trajectory = role_row(tmp_path, speaker, target, *history)
    assert [trajectory.steps[index].raw for index in trajectory.target_indexes] == learned
    assert trajectory.target_indexes[-1] == len(trajectory.steps) - 1
    assert len(trajectory.steps) == len(learned) + sum(turn["from"] != "observation" for turn in history)


def test_a_role_row_with_an_invented_call_teaches_nothing(tmp_path: Path) -> None:
    assert role_row(tmp_path, "caller", "Action: invented\nAction Input: {}", CALLED[0]).targets == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"instruction": "x", "conversations": [{"from": "wizard", "value": ""}]},
            "field conversations.0.from: ",
        ),
        (
            {"instruction": "x", "conversations": [QUESTION, QUESTION]},
            "field conversations.1: a second question",
        ),
        (
            {"instruction": "x", "conversations": [QUESTION, turn("observation", "2")]},
            "field conversations.1: an observation that follows no call",
        ),
        ({"conversations": []}, "field instruction: Field required"),
        ({"tools": [{"Name": "f"}], "instruction": "x", "conversations": []}, "field tools.0.function: "),
        ({"history": [], "input": "", "target": ""}, "field history: List should have at least 1 item"),
        ({"history": [QUESTION], "input": "caller: "}, "field target: Field required"),
        (
            {"history": [QUESTION], "input": "…", "target": "x"},
            "field input: does not end with whose turn it is, as in 'caller: '",
        ),
    ],
)
def test_row_and_field_are_named(tmp_path: Path, fields: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as caught:
        one(tmp_path, **fields)
    assert f"rows.json, row 1, {said}" in str(caught.value)
    assert str(caught.value).endswith("; correct it or leave it out.")
