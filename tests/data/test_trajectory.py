"""Trajectories in files: what is filled in, what is refused and how it is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from data_samples import ANSWER, CALL, END, PLAN, TOOL, row, write

from umi.errors import InputError
from umi.models.scripted import ScriptedModel
from umi.prompts import system_text, turns
from umi.schema import Role, Run, Step, ToolSpec
from umi.trajectory import Trajectory, read_trajectories

BAD_CALL = {"role": "caller", "raw": "{oops", "observation": {"content": "no such call"}}


def only(path: Path) -> Trajectory:
    (trajectory,) = read_trajectories(path)
    return trajectory


def refused(path: Path) -> str:
    """The one sentence with which a file is refused, without the folder it lies in."""
    with pytest.raises(InputError) as caught:
        list(read_trajectories(path))
    sentence = str(caught.value).replace(f"{path.parent}/", "")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


# What is filled in


def test_raw_text_and_system_turn_are_rendered_from_the_fields() -> None:
    trajectory = Trajectory.model_validate(row())
    assert [step.raw for step in trajectory.steps] == [
        "F is needed.\nNext: caller", '{"name":"f","arguments":{"a":1}}', "Done.\nNext: summarizer",
        "It is 2.",
    ]  # fmt: skip
    assert trajectory.system == system_text([ToolSpec(**TOOL)])
    assert trajectory.target_indexes == (0, 1, 2, 3)


def test_what_the_file_says_stays_as_it_is() -> None:
    steps = [PLAN | {"raw": "F  is needed.\nNext: caller."}, CALL]
    trajectory = Trajectory.model_validate(row(system="Be brief.", steps=steps, targets=[1]))
    assert trajectory.steps[0].raw == "F  is needed.\nNext: caller."
    assert trajectory.system == "Be brief."
    assert trajectory.target_indexes == (1,)


def test_turns_are_those_of_the_renderer() -> None:
    trajectory = Trajectory.model_validate(row(examples=[["user", "Before?"], ["summarizer", "Yes."]]))
    assert [(turn.speaker, turn.text) for turn in turns(trajectory)][1:] == [
        ("user", "Before?"), ("summarizer", "Yes."), ("user", "What is f?"),
        ("planner", "F is needed.\nNext: caller"), ("caller", '{"name":"f","arguments":{"a":1}}'),
        ("observation", "2"), ("planner", "Done.\nNext: summarizer"), ("summarizer", "It is 2."),
    ]  # fmt: skip


def test_json_round_trip() -> None:
    trajectory = Trajectory.model_validate(row(examples=[["user", "Before?"]], targets=[0, 3]))
    assert Trajectory.model_validate_json(trajectory.model_dump_json()) == trajectory


def test_a_run_is_a_trajectory(tmp_path: Path) -> None:
    run = Run(
        question="What is f?", system="Be brief.", tools=(ToolSpec(**TOOL),), models=ScriptedModel([]).models,
        steps=(Step(role=Role.PLANNER, raw="Well, well.", rationale="Well, well."),),
    )  # fmt: skip
    trajectory = only(write(tmp_path / "runs.jsonl", run.model_dump_json().encode()))
    assert (trajectory.id, trajectory.steps) == (run.id, run.steps)
    assert trajectory.target_indexes == ()  # The planner decided nothing.


# Targets


def test_steps_that_could_not_be_read_or_call_no_offered_tool_are_history_only() -> None:
    stray = {"role": "caller", "call": {"name": "invented", "arguments": {}}}
    trajectory = Trajectory.model_validate(row(steps=[PLAN, BAD_CALL, PLAN, stray, END, ANSWER]))
    assert trajectory.target_indexes == (0, 2, 4, 5)
    assert ("caller", "{oops") in list(turns(trajectory))


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ([4], "target 4 is none of its 4 steps"),
        ([-1], "target -1 is none of its 4 steps"),
        ([1], "target 1 is a step that could not be read or calls no offered tool"),
        ([0, 0], "a target is named twice"),
    ],
)
def test_targets_that_cannot_be(tmp_path: Path, targets: list[int], said: str) -> None:
    path = write(tmp_path / "t.jsonl", row(steps=[PLAN, BAD_CALL, END, ANSWER], targets=targets))
    assert refused(path) == f"t.jsonl, line 1, {said}; correct it or leave it out."


def test_no_targets_are_none() -> None:
    assert Trajectory.model_validate(row(targets=[])).target_indexes == ()


# What is refused


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"tools": ...}, "field tools: Field required"),
        ({"tools": []}, "field tools: Tuple should have at least 1 item after validation, not 0"),
        ({"id": ...}, "field id: Field required"),
        ({"question": ""}, "field question: String should have at least 1 character"),
        ({"question": 7}, "field question: Input should be a valid string"),
        ({"steps": ...}, "field steps: Field required"),
        ({"steps": [PLAN, "then"]}, "field steps.1: Input should be a valid dictionary or instance of Step"),
        (
            {"steps": [{"role": "planner", "decision": "caller"}]},
            "field steps.0: a planner step needs rationale",
        ),
        ({"steps": [{"role": "planner"}]}, "field steps.0: a planner step needs rationale and decision"),
        ({"steps": [{"role": "caller"}]}, "field steps.0: a caller step needs call"),
        ({"steps": [{"role": "summarizer"}]}, "field steps.0: a summarizer step needs answer"),
        ({"steps": [PLAN | {"answer": "2"}]}, "field steps.0: a planner step has no answer"),
        ({"steps": [CALL | {"decision": "caller"}]}, "field steps.0: a caller step has no decision"),
        (
            {"steps": [PLAN | {"observation": {"content": "2"}}]},
            "field steps.0: a planner step has no observation",
        ),
        (
            {"steps": [PLAN | {"decision": "conclusion"}]},
            "field steps.0.decision: Input should be 'caller', 'summarizer' or 'give up'",
        ),
        (
            {"steps": [{"role": "caller", "call": {"name": "f", "arguments": "{}"}}]},
            "field steps.0.call.arguments: Input should be a valid dictionary",
        ),
        ({"steps": [PLAN | {"rational": "typo"}]}, "field steps.0.rational: Extra inputs are not permitted"),
        ({"examples": [["wizard", "x"]]}, "field examples.0.0: Input should be 'system', 'user',"),
    ],
)
def test_line_and_field_are_named(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    path = write(tmp_path / "t.jsonl", row(), b"", row(**changes))
    assert refused(path).startswith(f"t.jsonl, line 3, {said}")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": "t1", ', "line 2 is not JSON (EOF while parsing a value at column 12)"),
        (b'{"id": NaN}', "line 2 is not JSON (expected value at column 8)"),
        (b'{"id": Infinity}', "line 2 is not JSON (expected value at column 8)"),
        (b'{"id": 1e999}', "line 2 is not JSON (Out of range float values are not JSON compliant"),
        (b'{"id": "\xff"}', "line 2 is not JSON (invalid unicode code point at column 9)"),
        (b'{"id": "\\ud800"}', "line 2 is not JSON (unexpected end of hex escape at column 15)"),
        (b'{"id": 1} {"id": 2}', "line 2 is not JSON (trailing characters at column 11)"),
        (b"[" * 5000, "line 2 is not JSON (recursion limit exceeded"),
        (b"17", "line 2 is not a JSON object"),
        (b"null", "line 2 is not a JSON object"),
    ],
)
def test_lines_that_are_no_json_object(tmp_path: Path, line: bytes, said: str) -> None:
    assert refused(write(tmp_path / "t.jsonl", row(), line)).startswith(f"t.jsonl, {said}")


def test_bad_lines_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", row(id="a"), b"{oops", row(id="b"), row(tools=...), row(id="c"))
    bad: list[InputError] = []
    assert [trajectory.id for trajectory in read_trajectories(path, bad.append)] == ["a", "b", "c"]
    assert [str(error).partition(", ")[2].partition(";")[0] for error in bad] == [
        "line 2 is not JSON (key must be a string at column 2): correct it or leave it out.",
        "line 4, field tools: Field required",
    ]


# Files


def test_byte_order_mark_blank_lines_and_windows_line_ends(tmp_path: Path) -> None:
    text = json.dumps(row(question="Café?"), ensure_ascii=False).encode()
    path = write(tmp_path / "t.jsonl", b"\xef\xbb\xbf" + text + b"\r", b"", b"  \t\r", text)
    assert [trajectory.question for trajectory in read_trajectories(path)] == ["Café?", "Café?"]


def test_line_separators_inside_a_text_do_not_end_the_line(tmp_path: Path) -> None:
    line = json.dumps(row(question="a\u2028b\x85c"), ensure_ascii=False).encode()
    assert only(write(tmp_path / "t.jsonl", line)).question == "a\u2028b\x85c"


def test_a_line_of_megabytes(tmp_path: Path) -> None:
    step = CALL | {"observation": {"content": "x" * 5_000_000}}
    trajectory = only(write(tmp_path / "t.jsonl", row(steps=[PLAN, step])))
    assert trajectory.steps[1].observation is not None
    assert len(trajectory.steps[1].observation.content) == 5_000_000


def test_packed_files(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl.gz", row(id="a"), row(id="b"))
    assert [trajectory.id for trajectory in read_trajectories(path)] == ["a", "b"]
    path.write_bytes(path.read_bytes()[:-12])
    assert refused(path).startswith("t.jsonl.gz is not a whole gzip file (")
    path.write_bytes(b"not packed")
    assert refused(path).startswith("t.jsonl.gz is not a whole gzip file (")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    missing = tmp_path / "missing.jsonl"
    assert refused(missing) == "missing.jsonl cannot be read (No such file or directory): name another file."
    assert refused(tmp_path).endswith(" cannot be read (Is a directory): name another file.")


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n \n"])
def test_files_that_hold_nothing(tmp_path: Path, content: bytes) -> None:
    (path := tmp_path / "t.jsonl").write_bytes(content)
    assert refused(path).startswith("t.jsonl holds no usable trajectory")


def test_nothing_left_after_bad_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", b"{oops")
    with pytest.raises(InputError, match="holds no usable trajectory"):
        list(read_trajectories(path, lambda _error: None))


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_array_is_refused_as_a_whole(tmp_path: Path, indent: int | None) -> None:
    (path := tmp_path / "t.jsonl").write_text("\n" + json.dumps([row(), row()], indent=indent))
    told: list[InputError] = []
    with pytest.raises(InputError, match="is one JSON array: write each of its objects on a line"):
        list(read_trajectories(path, told.append))
    assert told == []
