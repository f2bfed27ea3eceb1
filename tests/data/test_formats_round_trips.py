"""Whole trajectories, written in each dialect and read again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import atif
import pytest
from data_samples import DATA, needs_data
from formats_samples import HISTORY, LEARNT, OSLO, again, answer, call, plan, trajectory, whole

from umi.errors import InputError
from umi.formats import stream
from umi.formats.atif import to_atif
from umi.formats.openai_chat import to_openai, to_trl_messages
from umi.formats.sharegpt import to_sharegpt
from umi.trajectory import Trajectory

Writer = Callable[[Trajectory], dict[str, Any]]
WRITERS: list[Writer] = [to_openai, to_trl_messages, to_sharegpt, to_atif]
EXACT: list[Writer] = [to_openai, to_atif]
"""What can say of each step whether it is to be learnt."""


@pytest.mark.parametrize("name", LEARNT)
@pytest.mark.parametrize("writer", WRITERS)
def test_what_is_learnt_as_a_whole(writer: Writer, name: str, tmp_path: Path) -> None:
    assert whole(again(tmp_path, writer(LEARNT[name]))) == whole(LEARNT[name])


@pytest.mark.parametrize("name", HISTORY)
@pytest.mark.parametrize("writer", EXACT)
def test_what_is_history_in_parts(writer: Writer, name: str, tmp_path: Path) -> None:
    assert whole(again(tmp_path, writer(HISTORY[name]))) == whole(HISTORY[name])


# A dialect that teaches every turn refuses the rest, and never writes it as something else.
NOT_IN_TRL = {
    "other targets", "half a turn", "no targets", "an invented tool", "no call at all", "a call cut off",
    "no decision", "no decision at first", "an empty answer",
}  # fmt: skip
NOT_IN_SHAREGPT = NOT_IN_TRL | {
    "a call nobody decided", "a plan nobody followed", "an answer nobody decided", "no observation",
    "an answer like a plan", "thoughts in tags", "gives up in tags",
}  # fmt: skip


@pytest.mark.parametrize("name", HISTORY)
@pytest.mark.parametrize(
    ("writer", "not_in", "said"),
    [
        (to_trl_messages, NOT_IN_TRL, "is not to be learnt, which TRL's messages cannot say: "),
        (to_sharegpt, NOT_IN_SHAREGPT, "step [1-4] (does not fit in|is not to be learnt, which ShareGPT)"),
    ],
)
def test_what_cannot_be_said_is_refused(
    writer: Writer, not_in: set[str], said: str, name: str, tmp_path: Path
) -> None:
    if name in not_in:
        with pytest.raises(InputError, match=f"^Trajectory t1: .*{said}"):
            writer(HISTORY[name])
    else:
        assert whole(again(tmp_path, writer(HISTORY[name]))) == whole(HISTORY[name])


def test_ids_stay_where_they_can() -> None:
    assert [writer(LEARNT["one call"]).get("id") for writer in WRITERS] == [None, "t1", "t1", None]
    assert to_atif(LEARNT["one call"])["trajectory_id"] == "t1"


@pytest.mark.parametrize("writer", WRITERS)
def test_another_system_text_stays(writer: Writer, tmp_path: Path) -> None:
    """Whatever it says, if it names the tools as ours does."""
    text = f"Be kind.\n{LEARNT['one call'].system}\nBe brief."
    sample = LEARNT["one call"].model_copy(update={"system": text})
    assert again(tmp_path, writer(sample)).system == text


@pytest.mark.parametrize("writer", WRITERS)
def test_a_rationale_becomes_one_line(writer: Writer, tmp_path: Path) -> None:
    """As the planner's grammar has it."""
    found = again(tmp_path, writer(trajectory(plan("I need\n  Oslo.\n"), OSLO, plan("No.", "give up"))))
    assert found.steps[0].rationale == "I need Oslo."


@pytest.mark.parametrize("writer", WRITERS)
def test_stale_observations_are_refused(writer: Writer) -> None:
    stale = call(city="Rome", observation={"content": "2", "state": "stale"})
    sample = trajectory(plan("a"), OSLO, plan("b"), stale, plan("c", "summarizer"), answer("d"))
    with pytest.raises(InputError, match="Trajectory t1: the observation of step 4 is stale, as its call or"):
        writer(sample)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", {"deep": [float("-inf")]}])
@pytest.mark.parametrize("writer", WRITERS)
def test_what_json_cannot_say_is_refused(writer: Writer, value: Any) -> None:
    bad = call("plot", series=value) | {"raw": "plot"}
    with pytest.raises(InputError, match="Trajectory t1 holds what JSON cannot say"):
        writer(trajectory(plan("a"), bad, plan("c", "give up")))


@pytest.mark.parametrize("writer", WRITERS)
def test_writing_changes_nothing_and_says_the_same_again(writer: Writer) -> None:
    sample = LEARNT["nested arguments"]
    before = sample.model_dump_json()
    assert json.dumps(writer(sample)) == json.dumps(writer(sample))
    assert sample.model_dump_json() == before


@needs_data
def test_real_trajectories(tmp_path: Path) -> None:
    """529 rows and 20 chains, of which 51 hold a call that is no target; ATIF by a strict reader's rules."""
    counts: Counter[str] = Counter()
    files = [DATA / "toolbench" / "train.jsonl.gz", DATA / "alpha_umi" / "raw_data_stage_2.json"]
    for sample in (sample for file in files for sample in stream(file)):
        for writer in WRITERS:
            try:
                row = writer(sample)
            except InputError:
                counts[f"{writer.__name__} refused"] += 1
                continue
            assert whole(again(tmp_path, row)) == whole(sample)
            counts[writer.__name__] += 1
        atif.Trajectory.model_validate(to_atif(sample))
    refused = {"to_trl_messages refused": 51, "to_sharegpt refused": 51}
    assert counts == {"to_openai": 549, "to_atif": 549, "to_trl_messages": 498, "to_sharegpt": 498} | refused
