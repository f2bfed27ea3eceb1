"""Every file of the real data is read; counts are of the files in ``shared/data`` (see its README)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from data_samples import DATA, needs_data

from umi.formats import read
from umi.metrics import scorable
from umi.schema import Step
from umi.trajectory import Trajectory

pytestmark = needs_data
TOOLBENCH, ALPHA_UMI = DATA / "toolbench", DATA / "alpha_umi"


def counts(trajectories: list[Trajectory]) -> Counter[str]:
    """Trajectories, steps, what is scored, and targets by what they decide or who writes them."""
    found = Counter(trajectories=len(trajectories))
    for trajectory in trajectories:
        found["steps"] += len(trajectory.steps)
        found["scored"] += len(scorable(trajectory))
        for index in trajectory.target_indexes:
            step = trajectory.steps[index]
            found[step.decision or step.role.value] += 1
    return found


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        # 535 rows, 6 of which offer no tool but Finish; 1,724 assistant turns.
        (
            TOOLBENCH / "train.jsonl.gz",
            {
                "trajectories": 529,
                "steps": 3146,
                "scored": 1611,
                "caller": 2208,
                "give up": 190,
                "summarizer": 634,
            },
        ),
        (
            TOOLBENCH / "dev.jsonl.gz",
            {"trajectories": 60, "steps": 334, "scored": 172, "caller": 230, "give up": 28, "summarizer": 58},
        ),
        # 20 chains of 79 planner's turns; decision and turn of caller and summarizer share a word here.
        (
            ALPHA_UMI / "raw_data_stage_1.json",
            {"trajectories": 20, "steps": 152, "scored": 79, "caller": 118, "give up": 6, "summarizer": 28},
        ),
        (
            ALPHA_UMI / "raw_data_stage_2.json",
            {"trajectories": 20, "steps": 152, "scored": 79, "caller": 118, "give up": 6, "summarizer": 28},
        ),
        (
            ALPHA_UMI / "train_backbone.json",
            {"trajectories": 79, "steps": 416, "scored": 79, "caller": 118, "give up": 6, "summarizer": 28},
        ),
        (
            ALPHA_UMI / "train_planner.json",
            {"trajectories": 79, "steps": 343, "scored": 6, "caller": 59, "give up": 6, "summarizer": 14},
        ),
        (ALPHA_UMI / "train_caller.json", {"trajectories": 59, "steps": 264, "caller": 59}),
        (ALPHA_UMI / "train_summarizer.json", {"trajectories": 14, "steps": 108, "summarizer": 14}),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_counts(path: Path, expected: dict[str, int]) -> None:
    assert +counts(read(path)) == expected


def test_answer_files() -> None:
    files = sorted((TOOLBENCH / "answers").glob("*.json"))
    found = {path.name.partition("_ChatGPT")[0]: read(path) for path in files}
    # Two of the fifteen searches ended without a chain: their valid_data is false.
    assert len(found) == 15
    assert [name for name, trajectories in found.items() if not trajectories] == [
        "G1_answer_69",
        "G3_answer_8",
    ]
    # 9 answers, 4 give-ups and 37 calls, one of them of a tool that was not offered.
    assert counts([trajectory for trajectories in found.values() for trajectory in trajectories]) == {
        "trajectories": 13, "steps": 96, "scored": 49, "caller": 72, "give up": 4, "summarizer": 18,
    }  # fmt: skip


def test_both_stages_of_a_chain_read_the_same() -> None:
    def says(step: Step) -> tuple[Any, ...]:
        return step.role, step.rationale, step.decision, step.call, step.answer

    first, second = (read(ALPHA_UMI / f"raw_data_stage_{stage}.json") for stage in (1, 2))
    differing = [
        (ours.rationale is not None and ours.rationale[:34], theirs.rationale)
        for one, two in zip(first, second, strict=True)
        for ours, theirs in zip(one.steps, two.steps, strict=True)
        if says(ours) != says(theirs)
    ]
    # The paper's preprocessing drops a turn of text alone even where the call after it has no thought.
    assert differing == [("Based on the current state and the", "")]
    assert [one.tools for one in first] == [two.tools for two in second]


def test_ids_are_unique_over_the_rows() -> None:
    rows = [*read(TOOLBENCH / "train.jsonl.gz"), *read(TOOLBENCH / "dev.jsonl.gz")]
    assert len({trajectory.id for trajectory in rows}) == len(rows) == 589


def test_no_target_calls_a_tool_that_was_not_offered() -> None:
    for trajectory in read(TOOLBENCH / "train.jsonl.gz"):
        offered = {tool.name for tool in trajectory.tools}
        calls = [trajectory.steps[index].call for index in trajectory.target_indexes]
        assert {call.name for call in calls if call is not None} <= offered
