"""ToolBench's rows and answer files as trajectories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from data_samples import AGAIN, FINISH, GIVE_UP, chain, function, returns, row, says, user, write

from umi.errors import InputError
from umi.formats import read
from umi.schema import Decision, Role, Step
from umi.trajectory import Trajectory, is_read


def one(path: Path, *turns: dict[str, Any], functions: Any = None) -> Trajectory:
    (trajectory,) = read(write(path / "rows.jsonl", chain(*turns, functions=functions)))
    return trajectory


def written(trajectory: Trajectory) -> list[tuple[str, str]]:
    return [(step.role.value, step.raw) for step in trajectory.steps]


def last(trajectory: Trajectory, role: Role) -> Step:
    return [step for step in trajectory.steps if step.role is role][-1]


# What becomes of a chain


def test_calls_and_an_answer(tmp_path: Path) -> None:
    trajectory = one(tmp_path, says("F is needed.", "f", {"a": 1}), returns("2"), FINISH)
    assert written(trajectory) == [
        ("planner", "F is needed.\nNext: caller"), ("caller", '{"name":"f","arguments":{"a":1}}'),
        ("planner", "All known.\nNext: summarizer"), ("summarizer", "It is 2."),
    ]  # fmt: skip
    assert (trajectory.id, trajectory.question) == ("tb1", "What is f?")
    assert trajectory.steps[1].observation is not None
    assert trajectory.steps[1].observation.content == "2"
    assert trajectory.targets == (0, 1, 2, 3)


def test_giving_up(tmp_path: Path) -> None:
    trajectory = one(tmp_path, GIVE_UP)
    assert [(step.rationale, step.decision) for step in trajectory.steps] == [("No way.", Decision.GIVE_UP)]
    assert trajectory.targets == (0,)


def test_functions_become_tools(tmp_path: Path) -> None:
    functions = [function("f", a="integer", b="date"), function("n" * 70), function("f"), function("Finish")]
    functions[0]["description"] = "d" * 300
    tools = one(tmp_path, GIVE_UP, functions=functions).tools
    # The last 64 characters of a name and the first 256 of a description (alpha-UMi's preprocessing);
    # of several tools with one name the first counts; Finish is none of ours.
    assert [tool.name for tool in tools] == ["f", "n" * 64]
    assert tools[0].description == "d" * 256
    assert tools[0].parameters == {
        "type": "object", "properties": {"a": {"type": "integer"}, "b": {}},
        "required": ["a"], "additionalProperties": False,
    }  # fmt: skip


def test_a_long_name_is_cut_in_the_call_as_in_the_tool(tmp_path: Path) -> None:
    name = "x" * 10 + "n" * 64
    trajectory = one(tmp_path, says("T.", name), returns("2"), functions=[function(name)])
    call = last(trajectory, Role.CALLER).call
    assert call is not None
    assert call.name == trajectory.tools[0].name == "n" * 64
    assert trajectory.targets == (0, 1)


def test_a_thought_becomes_one_line(tmp_path: Path) -> None:
    # The planner's grammar allows no line break inside a rationale.
    assert one(tmp_path, says("First\n\n 1. f", "f")).steps[0].rationale == "First 1. f"


@pytest.mark.parametrize("empty", [None, "", " \n"])
def test_an_empty_thought_stays_empty_and_a_target(tmp_path: Path, empty: str | None) -> None:
    trajectory = one(tmp_path, says(empty, "f"), returns("2"), FINISH)
    assert trajectory.steps[0].rationale == ""
    assert trajectory.targets == (0, 1, 2, 3)


def test_a_turn_of_text_alone_is_the_thought_of_a_call_that_has_none(tmp_path: Path) -> None:
    assert one(tmp_path, says("Then f."), says(None, "f")).steps[0].rationale == "Then f."
    assert one(tmp_path, says("Then f."), AGAIN, says("Or g.", "f")).steps[0].rationale == "Or g."
    both = one(tmp_path, says("Then f."), says(None, "f"), returns("2"), says(None, "f"))
    assert [step.rationale for step in both.steps if step.role is Role.PLANNER] == ["Then f.", ""]


def test_text_that_leads_to_nothing_is_history(tmp_path: Path) -> None:
    trajectory = one(tmp_path, says("F.", "f"), returns("2"), says("May I ask which?"))
    assert written(trajectory)[-1] == ("planner", "May I ask which?")
    assert not is_read(trajectory.steps[-1])
    assert trajectory.targets == (0, 1)


def test_demands_for_another_attempt_are_dropped(tmp_path: Path) -> None:
    turns = [says("F.", "f"), returns("2"), FINISH]
    plain, searched = (one(tmp_path, *some) for some in (turns, [AGAIN, *turns[:2], AGAIN, turns[2]]))
    assert written(searched) == written(plain)


@pytest.mark.parametrize("name", ["invalid_hallucination_function_name", "g"])
def test_calls_of_tools_not_offered_are_history(tmp_path: Path, name: str) -> None:
    error = '{"error": "No such function name: g", "response": ""}'
    trajectory = one(tmp_path, says("G.", name, {"a": 1}), returns(error), says("F.", "f"), returns("2"))
    assert written(trajectory)[1] == (
        "caller",
        json.dumps({"name": name, "arguments": {"a": 1}}, separators=(",", ":")),
    )
    # Neither the call nor the decision that led to it is learned.
    assert trajectory.targets == (2, 3)


@pytest.mark.parametrize("arguments", ['{"a": ', "[1]", '"a"', "", '{"a": NaN}', '{"a": 1e999}', "not JSON"])
def test_arguments_that_are_no_json_object_are_history(tmp_path: Path, arguments: str) -> None:
    turn = {"role": "assistant", "content": "F.", "function_call": {"name": "f", "arguments": arguments}}
    trajectory = one(tmp_path, turn, returns("bad"), FINISH)
    step = trajectory.steps[1]
    assert (step.role, step.call) == (Role.CALLER, None)
    assert json.loads(step.raw) == {"name": "f", "arguments": arguments}
    assert step.observation is not None
    assert trajectory.targets == (2, 3)


@pytest.mark.parametrize(
    "arguments",
    [
        '{"return_type": "give_answer", "final_answer": "cut o',
        {"final_answer": "It is 2."},
        {"return_type": "give_answer"},
        {"return_type": "later", "final_answer": "It is 2."},
        "[]",
    ],
)
def test_a_finish_that_does_not_finish_is_a_failed_call(tmp_path: Path, arguments: Any) -> None:
    trajectory = one(
        tmp_path, says("F.", "f"), returns("2"), says("D.", "Finish", arguments), returns("must"), FINISH
    )
    assert [step.role.value for step in trajectory.steps[2:]] == [
        "planner",
        "caller",
        "planner",
        "summarizer",
    ]
    assert trajectory.targets == (0, 1, 4, 5)


def test_an_empty_answer_is_history(tmp_path: Path) -> None:
    empty = says("D.", "Finish", {"return_type": "give_answer", "final_answer": " "})
    trajectory = one(tmp_path, says("F.", "f"), returns("2"), empty)
    assert trajectory.steps[-1].answer == ""
    assert trajectory.targets == (0, 1)


@pytest.mark.parametrize(
    ("content", "text", "is_error"),
    [
        ('{"error": "", "response": "[1]"}', "[1]", False),
        ('{"error": "Message error...", "response": "no key"}', "no key", True),
        ('{"error": "Timeout", "response": ""}', "Timeout", True),
        ('{"error": "", "response": ""}', "", False),
        ('{"error": "", "response": "cut o...', '{"error": "", "response": "cut o...', False),
        ('{"error": "", "data": 1}', '{"error": "", "data": 1}', False),
        ("[1]", "[1]", False),
    ],
)
def test_observations_lose_their_envelope(tmp_path: Path, content: str, text: str, is_error: bool) -> None:
    observation = one(tmp_path, says("F.", "f"), returns(content)).steps[1].observation
    assert observation is not None
    assert (observation.content, observation.is_error) == (text, is_error)


# What is left out


def test_rows_that_offer_no_tool_are_left_out(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", chain(FINISH, functions=[function("Finish")]), chain(FINISH))
    assert len(read(path)) == 1


def test_answer_files_hold_the_whole_path_of_the_search(tmp_path: Path) -> None:
    messages = chain(says("F.", "f"), returns("2"), FINISH)["messages"]
    generation = {
        "query": "What is f?", "function": [function(), function("Finish")],
        "train_messages": [messages[:3], messages],
    }  # fmt: skip
    path = tmp_path / "G1_answer_1.json"
    path.write_text(json.dumps({"win": True, "tree": {}, "answer_generation": generation}, indent=1))
    (trajectory,) = read(path)
    assert trajectory.id == "G1_answer_1"
    assert [step.role.value for step in trajectory.steps] == ["planner", "caller", "planner", "summarizer"]


def test_answer_files_of_a_failed_search_hold_none(tmp_path: Path) -> None:
    generation = {"query": "What is f?", "function": [function()], "valid_data": False}
    assert read(write(tmp_path / "a.json", {"answer_generation": generation})) == []


# What is refused


def without(field: str) -> dict[str, Any]:
    whole = chain(FINISH)
    del whole[field]
    return whole


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (without("query"), "field query: Field required"),
        (without("functions"), "field functions: Field required"),
        (chain(FINISH, functions=[{"name": "f"}]), "field functions.0.parameters: Field required"),
        (chain({"role": "wizard", "content": ""}), "field messages.2.role: Input should be 'system',"),
        (
            chain({"role": "assistant", "function_call": {"name": "f", "arguments": {"a": 1}}}),
            "field messages.2.function_call.arguments: Input should be a valid string",
        ),
        (chain(returns("2")), "field messages.2: an observation that follows no call"),
        (
            chain(says("F.", "f"), returns("2"), returns("3")),
            "field messages.4: an observation that follows no call",
        ),
        (chain(FINISH, returns("2")), "field messages.3: an observation that follows no call"),
        (chain(FINISH, user("And g?")), "field messages.3: a second question, where one trajectory has one"),
    ],
)
def test_line_and_field_are_named(tmp_path: Path, bad: dict[str, Any], said: str) -> None:
    path = write(tmp_path / "rows.jsonl", chain(FINISH), bad, chain(GIVE_UP))
    with pytest.raises(InputError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}, line 2, {said}")
    assert str(caught.value).endswith("; correct it or leave it out.")
    told: list[InputError] = []
    assert [trajectory.steps[-1].role.value for trajectory in read(path, told.append)] == [
        "summarizer",
        "planner",
    ]
    assert [str(error) for error in told] == [str(caught.value)]


def test_unknown_formats_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "x.json", {"prompt": "x"})
    with pytest.raises(
        InputError, match=r"x\.json is none of the formats known here: it has none of steps, "
    ):
        read(path)
    with pytest.raises(InputError, match=r"x\.json, row 2 is none of the formats known here"):
        read(write(path, [row(), "x"]))


def test_empty_files_are_refused(tmp_path: Path) -> None:
    (path := tmp_path / "x.jsonl").write_bytes(b"\n")
    with pytest.raises(InputError, match="holds no usable trajectory"):
        read(path)


# Our own form


@pytest.mark.parametrize("name", ["own.jsonl", "own.jsonl.gz", "own.json"])
def test_own_trajectories_are_read_as_well(tmp_path: Path, name: str) -> None:
    lines = [[row(id="a"), row(id="b")]] if name == "own.json" else [row(id="a"), row(id="b")]
    assert [trajectory.id for trajectory in read(write(tmp_path / name, *lines))] == ["a", "b"]


def test_a_byte_order_mark_and_a_single_row(tmp_path: Path) -> None:
    path = write(tmp_path / "own.jsonl", b"\xef\xbb\xbf" + json.dumps(row()).encode())
    assert [trajectory.id for trajectory in read(path)] == ["t1"]
