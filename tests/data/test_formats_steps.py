"""One step at one prefix: role rows of alpha-UMi, TRL's prompt with completion, and preferences."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from data_samples import DATA, needs_data
from formats_samples import ENDED, HISTORY, LEARNT, OSLO, again, answer, call, plan, says, trajectory

from umi.errors import InputError
from umi.formats import read
from umi.formats.alpha_umi_rows import to_alpha_umi
from umi.formats.example import Example
from umi.formats.trl_steps import to_preference, to_prompt_completion
from umi.prompts import written_text
from umi.schema import Step
from umi.trajectory import Trajectory

SAMPLES = LEARNT | HISTORY
EXAMPLES = [(name, index) for name, sample in SAMPLES.items() for index in sample.possible_targets]


def step(fields: dict[str, Any]) -> Step:
    return trajectory(fields).steps[0]


def assert_same(found: Trajectory, example: Example) -> None:
    """The history, and the step as the only target, without what it led to."""
    assert [*map(says, found.steps[:-1])] == [*map(says, example.history)]
    assert found.question == example.trajectory.question
    assert written_text(found.steps[-1]) == written_text(example.step)
    assert found.target_indexes in ((example.index,), ())


@pytest.mark.parametrize(("name", "index"), EXAMPLES)
def test_prompt_and_completion_again(name: str, index: int, tmp_path: Path) -> None:
    example = Example(SAMPLES[name], index)
    found = again(tmp_path, to_prompt_completion(example))
    assert_same(found, example)
    assert (found.system, found.tools) == (SAMPLES[name].system, SAMPLES[name].tools)


@pytest.mark.parametrize(("name", "index"), EXAMPLES)
def test_role_rows_again(name: str, index: int, tmp_path: Path) -> None:
    assert_same(again(tmp_path, to_alpha_umi(Example(SAMPLES[name], index))), Example(SAMPLES[name], index))


@pytest.mark.parametrize(("name", "index"), EXAMPLES)
def test_prompts_are_such_as_any_template_takes(name: str, index: int) -> None:
    row = to_prompt_completion(Example(SAMPLES[name], index))
    turns = row["prompt"] + row["completion"]
    assert [turn["role"] for turn in turns] == ["system", *["user", "assistant"] * (len(turns) // 2)]
    assert all(turn.keys() == {"role", "content"} for turn in turns)


def test_a_row_of_prompt_and_completion() -> None:
    row = to_prompt_completion(Example(LEARNT["one call"], 3))
    assert list(row) == ["id", "prompt", "completion", "tool_specs"]
    assert row["id"] == "t1#4"
    assert [turn["content"] for turn in row["prompt"][1:]] == [
        "How large is Oslo?\nplanner:", "I need Oslo.\nNext: caller", "caller:",
        '{"name":"city_info","arguments":{"city":"Oslo"}}', '{"population":580000}\nplanner:',
        "All known.\nNext: summarizer", "summarizer:",
    ]  # fmt: skip
    assert row["completion"] == [{"role": "assistant", "content": "Oslo has 580,000 inhabitants."}]


@pytest.mark.parametrize(
    ("index", "rejected", "text"),
    [
        (0, plan("Tell them.", "summarizer"), "Tell them.\nNext: summarizer"),
        (0, {"role": "planner", "raw": "Hm."}, "Hm."),
        (1, call("now"), '{"name":"now","arguments":{}}'),
        (1, {"role": "caller", "raw": "city_info(Oslo)"}, "city_info(Oslo)"),
        (3, answer("No idea."), "No idea."),
    ],
)
def test_a_preference_again(tmp_path: Path, index: int, rejected: dict[str, Any], text: str) -> None:
    example = Example(LEARNT["one call"], index, step(rejected))
    row = to_preference(example)
    assert list(row) == ["id", "prompt", "chosen", "rejected", "tool_specs"]
    assert row["rejected"] == [{"role": "assistant", "content": text}]
    assert row["prompt"] == to_prompt_completion(example)["prompt"]
    assert_same(again(tmp_path, row), example)


# What is refused

CALLS = LEARNT["several calls"]
STALE = trajectory(
    plan("a"), call(city="Oslo", observation={"content": "1", "state": "stale"}), plan("b"), OSLO, *ENDED
)


@pytest.mark.parametrize(
    ("sample", "index", "rejected", "said"),
    [
        (HISTORY["no call at all"], 1, None, "t1 has no step 2 that can be learnt"),
        (HISTORY["an invented tool"], 1, None, "t1 has no step 2 that can be learnt"),
        (CALLS, 6, None, "t1 has no step 7 that can be learnt"),
        (CALLS, -1, None, "t1 has no step 0 that can be learnt"),
        (CALLS, 0, call("now"), "t1, step 1: a caller's turn was no alternative to a planner's"),
        (
            CALLS,
            0,
            plan("Oslo first."),
            "t1, step 1: what was rejected says the same as what is to be learnt",
        ),
        (STALE, 2, None, "t1: the observation of step 2 is stale"),
        (
            trajectory(call("plot", series=float("nan")) | {"raw": "x"}),
            0,
            None,
            "t1 holds what JSON cannot say",
        ),
    ],
)
def test_examples_that_would_teach_something_else(
    sample: Trajectory, index: int, rejected: dict[str, Any] | None, said: str
) -> None:
    with pytest.raises(InputError, match=f"^Trajectory {said}"):
        Example(sample, index, rejected and step(rejected))


def test_what_comes_after_the_step_plays_no_part() -> None:
    """Not the observation that a corrected call made stale either."""
    assert to_prompt_completion(Example(STALE, 1)) == to_prompt_completion(
        Example(trajectory(*[plan("a"), call(city="Oslo", observation=None)]), 1)
    )


def test_a_preference_needs_what_was_rejected() -> None:
    with pytest.raises(InputError, match="t1, step 1: nothing was rejected there"):
        to_preference(Example(CALLS, 0))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"completion": []}, "field prompt: not a system's turn and then"),
        ({"completion": [{"role": "user", "content": "x"}]}, "field prompt: not a system's turn and then"),
        ({"prompt": [{"role": "user", "content": "?"}]}, "field prompt: List should have at least 2 items"),
        ({"prompt": [{"role": "system", "content": ""}, {"role": "user", "content": "What?"}]},
         "field prompt.1.content: does not end with whose turn it is, as in 'caller:'"),
        ({"prompt": [{"role": "system", "content": ""}, {"role": "user", "content": "planner"}]},
         "field prompt.1.content: does not end with whose turn it is, as in 'caller:'"),
        ({"prompt": [{"role": "system", "content": ""}, {"role": "user", "content": "planner:"}]},
         "field question: String should have at least 1 character"),
        ({"prompt": [{"role": "planner", "content": ""}] * 2}, "field prompt.0.role: Input should be 'sys"),
    ],
)  # fmt: skip
def test_rows_of_others(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        again(tmp_path, to_prompt_completion(Example(CALLS, 0)) | changes)


# The paper's own rows


def as_we_read(row: dict[str, Any]) -> dict[str, Any]:
    """Without demands for another attempt, and with thoughts on one line; the input follows from these."""
    turns = [turn for turn in row["history"] if not turn["value"].startswith("This is not the first time")]
    history = [turn | {"value": as_one_line(turn["value"])} for turn in turns]
    return {"tools": row["tools"], "history": history, "target": as_one_line(row["target"])}


def as_one_line(text: str) -> str:
    thought, found, decision = text.rpartition("\n Next: ")
    lines = " ".join(line.strip() for line in thought.strip().split("\n") if line.strip())
    return lines + found + decision


@needs_data
def test_the_papers_own_role_rows() -> None:
    """All 152 as we read them, and byte for byte, input and all, the 96 that reading did not change."""
    folder = DATA / "alpha_umi"
    theirs = [
        row
        for role in ("planner", "caller", "summarizer")
        for row in json.loads((folder / f"train_{role}.json").read_text(encoding="utf-8"))
    ]
    ours = [
        to_alpha_umi(Example(chain, index))
        for chain in read(folder / "raw_data_stage_2.json")
        for index in chain.target_indexes
    ]
    read_alike = [json.dumps(as_we_read(row)) for row in theirs]
    assert Counter(read_alike) == Counter(json.dumps(as_we_read(row)) for row in ours)
    written = Counter(map(json.dumps, ours)) & Counter(map(json.dumps, theirs))
    assert (written.total(), len(theirs)) == (96, 152)
