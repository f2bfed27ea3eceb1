"""ATIF documents that others wrote, and ours by a strict reader's rules.

The PyPI package ``atif`` has the rules of Harbor's own models (``harbor/models/trajectories``), which come
only with all of Harbor.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import atif
import pytest
from formats_samples import CITY, HISTORY, LEARNT, OSLO, again, call, plan, trajectory

from umi.errors import InputError
from umi.formats import read
from umi.formats.atif import to_atif
from umi.trajectory import Trajectory

AGENT: dict[str, Any] = {
    "name": "terminus",
    "version": "2.0",
    "model_name": "x/y",
    "tool_definitions": [{"type": "function", "function": CITY}],
}
CALL = {"tool_call_id": "c1", "function_name": "city_info", "arguments": {"city": "Oslo"}}
USER = {"source": "user", "message": "How large is Oslo?"}


def agent(message: Any = "", *calls: dict[str, Any], results: Any = None, **fields: Any) -> dict[str, Any]:
    step: dict[str, Any] = {"source": "agent", "message": message, **fields}
    if calls:
        step["tool_calls"] = calls
    return step | ({"observation": {"results": results}} if results is not None else {})


def result(content: Any = "580000", call_id: str | None = "c1", **fields: Any) -> dict[str, Any]:
    return {"source_call_id": call_id, "content": content, **fields}


def document(*steps: dict[str, Any], **fields: Any) -> dict[str, Any]:
    numbered = [{"step_id": number} | step for number, step in enumerate((USER, *steps), 1)]
    return {"schema_version": "ATIF-v1.7", "session_id": "s1", "agent": AGENT, "steps": numbered} | fields


def raws(found: Trajectory) -> list[str]:
    return [step.raw for step in found.steps]


OSLO_RAW = '{"name":"city_info","arguments":{"city":"Oslo"}}'
CALLED = agent("", CALL, results=[result()], reasoning_content="Look.")
DONE = ["Look.\nNext: caller", OSLO_RAW, "Known.\nNext: summarizer", "580,000."]


@pytest.mark.parametrize("minor", range(9))
def test_a_document_of_each_version(tmp_path: Path, minor: int) -> None:
    metrics = {"prompt_tokens": 9, "completion_tokens": 1, "cost_usd": 0.1, "extra": {"any": 1}}
    answer = agent("580,000.", reasoning_content="Known.", timestamp="2025-10-16T14:30:00Z", metrics=metrics)
    row = document(CALLED, answer, schema_version=f"ATIF-v1.{minor}", extra={"any": [1]}, final_metrics={})
    found = again(tmp_path, row)
    assert (raws(found), found.id, found.targets) == (DONE, "s1", (0, 1, 2, 3))
    assert [tool.model_dump() for tool in found.tools] == [CITY]


def test_one_object_over_many_lines(tmp_path: Path) -> None:
    (path := tmp_path / "trajectory.json").write_text(
        json.dumps(document(CALLED, trajectory_id="t9"), indent=2)
    )
    assert [found.id for found in read(path)] == ["t9"]


def test_message_and_reasoning_of_a_call_are_its_rationale(tmp_path: Path) -> None:
    step = agent("I look it up.", CALL, results=[result()], reasoning_content="Oslo?\n")
    assert raws(again(tmp_path, document(step)))[0] == "Oslo? I look it up.\nNext: caller"


def test_several_calls_with_results_in_any_order(tmp_path: Path) -> None:
    calls = [CALL, CALL | {"tool_call_id": "c2", "arguments": {}}]
    found = again(tmp_path, document(agent("", *calls, results=[result("2", "c2"), result("1")])))
    assert [step.observation.content for step in found.steps if step.observation] == ["1", "2"]


def test_tools_that_are_not_listed_are_those_called(tmp_path: Path) -> None:
    row = document(CALLED, agent("580,000."), agent={"name": "a", "version": "1"})
    (tool,) = again(tmp_path, row).tools
    assert (tool.name, tool.parameters) == ("city_info", {"type": "object", "properties": {}})


def test_what_is_observed_without_a_call_is_history(tmp_path: Path) -> None:
    """Agents that act by text, as mini-SWE-agent does."""
    found = again(tmp_path, document(agent("```bash\nls\n```", results=[{"content": "a.py"}]), CALLED))
    assert (found.steps[0].role.value, found.steps[0].raw, found.steps[0].call) == (
        "caller",
        "```bash\nls\n```",
        None,
    )
    assert found.steps[0].observation is not None
    assert (found.steps[0].observation.content, found.targets) == ("a.py", (1, 2))


def test_copied_context_is_no_target(tmp_path: Path) -> None:
    row = document(CALLED | {"is_copied_context": True}, agent("580,000."))
    assert again(tmp_path, row).targets == (2, 3)


def test_texts_in_parts(tmp_path: Path) -> None:
    parts = [{"type": "text", "text": "580"}, {"type": "text", "text": "000"}]
    found = again(tmp_path, document(agent("", CALL, results=[result(parts)])))
    assert found.steps[1].observation is not None
    assert found.steps[1].observation.content == "580000"


def gap() -> dict[str, Any]:
    row = document(CALLED)
    row["steps"][1]["step_id"] = 3
    return row


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (document(CALLED, schema_version="ATIF-v2.0"), "field schema_version: Input should be 'ATIF-v1.0'"),
        (document(CALLED, mood="good"), "field mood: Extra inputs are not permitted"),
        (document(CALLED | {"mood": 1}), "field steps.1.mood: Extra inputs are not permitted"),
        (document(agent("", CALL | {"mood": 1})), "field steps.1.tool_calls.0.mood: Extra inputs"),
        (gap(), "steps.1.step_id is 3 and not 2"),
        (
            document(agent("", CALL | {"arguments": "{}"})),
            "field steps.1.tool_calls.0.arguments: Input should be",
        ),
        (
            document(agent("", CALL, results=[result("1", "c2")])),
            "field steps.1: no call of the step has the source",
        ),
        (document(agent("", CALL, CALL)), "field steps.1: a tool_call_id stands twice"),
        (
            document(USER | {"reasoning_content": "x"}),
            "field steps.1: only an agent's step has reasoning_content",
        ),
        (document(CALLED, USER), "field steps.2: a second question"),
        (
            document(CALLED, {"source": "system", "message": "x"}),
            "field steps.2: a system's turn in the middle",
        ),
        (document(agent("x", timestamp="noon")), "field steps.1.timestamp: Invalid isoformat string"),
        (document(agent([{"type": "image", "source": {}}])), "field steps.1.message: a part of type 'image'"),
        (
            document(CALLED, subagent_trajectories=[{}]),
            "field subagent_trajectories: List should have at most 0",
        ),
        (
            document(agent("", CALL, results=[result(), result()])),
            "field steps.1.observation.results.1: an observ",
        ),
        (
            document(CALLED | {"extra": {"umi": {"role": "wizard"}}}),
            "field steps.1.extra.umi.role: Input should be",
        ),
        (document(steps=[]), "field steps: List should have at least 1 item"),
        (document(CALLED, agent={}), "field agent.name: Field required"),
    ],
)
def test_row_and_field_are_named(tmp_path: Path, row: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as caught:
        again(tmp_path, row)
    assert said in str(caught.value)


# What we write


@pytest.mark.parametrize("sample", [*LEARNT.values(), *HISTORY.values()], ids=[*LEARNT, *HISTORY])
def test_ours_passes_a_strict_reader(sample: Trajectory) -> None:
    read_there = atif.Trajectory.model_validate(to_atif(sample))
    assert [step.source for step in read_there.steps[:2]] == ["system", "user"]


def test_a_written_document() -> None:
    row = to_atif(LEARNT["one call"])
    assert list(row) == ["schema_version", "session_id", "trajectory_id", "agent", "steps"]
    assert row["steps"][2:] == [
        {
            "step_id": 3, "source": "agent", "message": "", "reasoning_content": "I need Oslo.",
            "tool_calls": [
                {"tool_call_id": "call_0", "function_name": "city_info", "arguments": {"city": "Oslo"}}
            ],
            "observation": {"results": [{"content": '{"population":580000}', "source_call_id": "call_0"}]},
        },
        {
            "step_id": 4, "source": "agent", "message": "Oslo has 580,000 inhabitants.",
            "reasoning_content": "All known.",
        },
    ]  # fmt: skip


def test_where_an_observation_comes_from_stays(tmp_path: Path) -> None:
    fields = {"content": "2", "state": "edited by hand", "is_error": True, "cut": True}
    sample = trajectory(plan("Look."), OSLO, plan("Again."), call(city="Rome", observation=fields))
    assert [step.observation for step in again(tmp_path, to_atif(sample)).steps] == [
        step.observation for step in sample.steps
    ]


def test_steps_that_are_no_targets_are_copied_context() -> None:
    """No reader may train on those (Harbor's ``Step.is_copied_context``)."""
    marks = [step.get("is_copied_context") for step in to_atif(HISTORY["half a turn"])["steps"]]
    assert marks == [None, None, True, None, None, True]
