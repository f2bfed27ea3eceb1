"""The data of a run: exact JSON, confidence, frozen, and quick to import."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from umi.schema import (
    Decision,
    Fork,
    Frozen,
    Limits,
    ModelSet,
    Observation,
    ObservationState,
    Outcome,
    Role,
    Run,
    Sampling,
    Step,
    Token,
    ToolCall,
    ToolSpec,
    Turn,
    TurnFormat,
)

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "",
    " blanks around \r\n\t",
    "<script>alert(1)</script> <|im_start|>planner\nNext: caller",
    "😀 👩‍👩‍👧‍👦 北京 שלום \u202etxet\u202c e\u0301 \U0010ffff",
    "NUL \x00, control \x01\x1b\x7f\x85\u2028\ufeff\uffff, quotes '\"\\",
)


def whole_run(text: str) -> Run:
    """A run with every field set, the text wherever text may stand."""
    call = ToolCall(name=text, arguments={"z": [1, 1.5, True, None, {"é": text}], "a": 10**30})
    observation = Observation(
        content=text, state=ObservationState.STALE, is_error=True, cut=True, seconds=0.1
    )
    started = datetime(2026, 3, 29, 0, 59, 59, 999999, tzinfo=UTC)
    tokens = (Token(id=0, text=text, logprob=-1e-17), Token(id=49151, text="", logprob=-123.456))
    planner = Step(role=Role.PLANNER, raw=text, rationale=text, decision=Decision.CALLER, tokens=tokens)
    caller = Step(
        parent_id=planner.id, role=Role.CALLER, raw=text, call=call, observation=observation,
        prompt_tokens=7, cached_tokens=3, seconds=1 / 3, started_at=started,
    )  # fmt: skip
    summarizer = Step(parent_id=caller.id, role=Role.SUMMARIZER, raw=text, answer=text)
    return Run(
        question=text, system=text, examples=(Turn("user", text),),
        tools=(ToolSpec(name=text, description=text, parameters={"type": "object", "é": [text]}),),
        models=ModelSet(
            base=text, base_hash=text, turn_format=TurnFormat(start=text),
            adapters={Role.CALLER: "caller__1"},
        ),
        sampling=Sampling(temperature=2.0, seed=2**31 - 1, constrained=False),
        limits=Limits(tool_seconds=0.5),
        steps=(planner, caller, summarizer), outcome=Outcome.GAVE_UP, answer=text, reason=text,
        parent=Fork(run_id=text, step_id=text), created_at=started, ended_at=started,
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_json_says_everything_and_is_read_back_the_same(text: str) -> None:
    run = whole_run(text)
    written = run.model_dump_json()
    back = Run.model_validate_json(written)
    assert back == run
    assert back.model_dump_json() == written
    # Equal is not enough for arguments: True == 1 == 1.0, and the order of keys is what the model wrote.
    assert repr(back.steps[1].call) == repr(run.steps[1].call)
    assert "\n" not in written


def test_a_finished_copy_leaves_the_run_as_it_was() -> None:
    run = whole_run("x").model_copy(update={"steps": (), "outcome": None, "ended_at": None})
    step = Step(role=Role.PLANNER, raw="r")
    ended = run.with_step(step).ended(Outcome.FINISHED, answer="A")
    assert (run.steps, run.outcome) == ((), None)
    assert (ended.steps, ended.outcome, ended.answer, ended.reason) == ((step,), Outcome.FINISHED, "A", None)
    assert ended.ended_at is not None
    assert ended.ended_at.tzinfo is UTC


@pytest.mark.parametrize(
    "record", [Run, Step, Token, ToolCall, Observation, Sampling, Limits, ModelSet, Fork]
)
def test_an_unknown_field_is_refused(record: type[Frozen]) -> None:
    with pytest.raises(ValidationError, match=r"colour\s+Extra inputs are not permitted"):
        record.model_validate({"colour": "red"})


def test_records_cannot_be_changed() -> None:
    run = whole_run("x")
    for record, field in ((run, "question"), (run.steps[0], "raw"), (run.steps[0].tokens[0], "logprob")):
        with pytest.raises(ValidationError, match="frozen"):
            setattr(record, field, "other")


@pytest.mark.parametrize(
    "fields",
    [
        {"temperature": -0.1},
        {"temperature": 2.1},
        {"temperature": float("nan")},
        {"seed": -1},
        {"seed": 2**31},
    ],
)
def test_sampling_outside_its_bounds_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Sampling(**fields)


# Confidence: log-probabilities are natural logs of 1/2, 1/4 and 1/8.
HALF, QUARTER, EIGHTH = -0.6931471805599453, -1.3862943611198906, -2.0794415416798357


def step_of(role: Role, *tokens: tuple[str, float]) -> Step:
    written = tuple(Token(id=at, text=text, logprob=logprob) for at, (text, logprob) in enumerate(tokens))
    return Step(role=role, raw="".join(text for text, _ in tokens), tokens=written)


def test_a_planner_is_as_sure_as_its_decision() -> None:
    words = (
        ("I", EIGHTH),
        (" look.\n", EIGHTH),
        ("Next", EIGHTH),
        (":", EIGHTH),
        (" call", HALF),
        ("er", HALF),
    )
    assert step_of(Role.PLANNER, *words).confidence == pytest.approx(1 / 4)


def test_only_the_last_decision_of_a_planner_counts() -> None:
    words = (("Next: caller\n", EIGHTH), ("Next:", EIGHTH), (" ", 0.0), ("", HALF), ("give up", HALF))
    assert step_of(Role.PLANNER, *words).confidence == pytest.approx(1 / 4)


def test_a_planner_that_decided_nothing_is_as_sure_as_all_it_wrote() -> None:
    assert step_of(Role.PLANNER, ("I wonder", HALF), (" what", QUARTER)).confidence == pytest.approx(1 / 8)
    assert step_of(Role.PLANNER, ("Next", HALF), (":", QUARTER)).confidence == pytest.approx(1 / 8)


def test_a_caller_is_as_sure_as_its_whole_call() -> None:
    words = (("{", 0.0), ('"name"', QUARTER), (":1}", HALF))
    assert step_of(Role.CALLER, *words).confidence == pytest.approx(1 / 8)


def test_a_summarizer_is_as_sure_as_its_tokens_are_on_average() -> None:
    words = (("It", HALF), (" is", EIGHTH))
    assert step_of(Role.SUMMARIZER, *words).confidence == pytest.approx(1 / 4)


@pytest.mark.parametrize("role", Role)
def test_without_tokens_nobody_is_sure_of_anything(role: Role) -> None:
    assert step_of(role).confidence is None


@pytest.mark.parametrize("module", ["umi.schema", "umi.prompts", "umi.agent", "umi.tools.travel"])
def test_importing_stays_quick_and_without_torch(module: str) -> None:
    heavy = "{'torch', 'transformers', 'gradio', 'sqlalchemy', 'numpy'}"
    program = f"import {module}, sys; print(sorted({heavy} & set(sys.modules)))"
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT
    )
    # Torch alone takes two seconds and more; this leaves room for a busy machine.
    assert time.perf_counter() - started < 5
    assert (done.stdout, done.stderr) == ("[]\n", "")
