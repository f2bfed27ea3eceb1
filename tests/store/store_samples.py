"""Runs and steps to record, one with every field set and text that hurts."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from umi.schema import (
    Decision,
    Fork,
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

HOSTILE = (
    "",
    "  leading, trailing, \r\n\t and a vertical tab \x0b ",
    "emoji 👩‍👩‍👧‍👦🏳️‍🌈 \U0001d54f, Chinese 北京到上海, combining e\u0301, no-break\u00a0space",
    "right to left: שלום مرحبا \u202etxet\u202c \u2067x\u2069",
    "<script>alert(1)</script> <|im_start|>planner\n${value} {{value}} %s %(x)s :name ?",
    "quotes ' '' \" ` \\ \\u0000 \\x00 ; DROP TABLE runs; --",
    "control \x01\x08\x1b[31m\x7f\x85\u2028\u2029\ufeff\ufffe\uffff\U0010ffff",
    "long " * 4000,
)
TOOL = ToolSpec(
    name="find_airports",
    description="Airports of a city.",
    # z before a: the order of keys is what the model read.
    parameters={"type": "object", "properties": {"z": {"type": "string"}, "a": {"type": ["number", "null"]}}},
)


def step(role: Role = Role.PLANNER, logprob: float | None = -0.25, **fields: Any) -> Step:
    tokens = () if logprob is None else (Token(id=7, text="x", logprob=logprob),)
    return Step(**{"role": role, "raw": "Next: caller", "tokens": tokens} | fields)


def run(**fields: Any) -> Run:
    models = ModelSet(base="scripted", base_hash="0" * 64)
    return Run(**{"question": "How far?", "system": "s", "tools": (TOOL,), "models": models} | fields)


def full_steps(text: str) -> tuple[Step, ...]:
    planner = step(rationale=text, decision=Decision.CALLER, prompt_tokens=2**31 - 1, cached_tokens=3)
    caller = step(
        Role.CALLER,
        raw=text,
        parent_id=planner.id,
        call=ToolCall(
            name="find_airports",
            arguments={
                "z": text,
                text: [1, 1.0, 1e300, 0.1 + 0.2, True, None, {}, 10**30],
                "a": float("inf"),
            },
        ),
        observation=Observation(
            content=text, state=ObservationState.EDITED, is_error=True, cut=True, seconds=1 / 3
        ),
        tokens=(Token(id=0, text=text, logprob=-1e-17), Token(id=1, text="", logprob=-9999.0)),
        started_at=datetime(
            1999, 12, 31, 23, 59, 59, 999999, tzinfo=timezone(timedelta(hours=-3, minutes=-30))
        ),
    )
    answer = step(Role.SUMMARIZER, None, raw=text, answer=text, parent_id=caller.id, seconds=1e-9)
    return planner, caller, answer


def full_run(text: str, parent: Fork | None = None) -> Run:
    return run(
        question=text,
        system=text,
        examples=(Turn("user", text), Turn("summarizer", text)),
        tools=(TOOL, TOOL.model_copy(update={"description": text})),
        models=ModelSet(
            base=text,
            base_hash="f" * 64,
            turn_format=TurnFormat(start=text),
            adapters={Role.CALLER: "caller__r0007"},
        ),
        sampling=Sampling(temperature=0.7, seed=2**31 - 1, constrained=False),
        limits=Limits(steps=3, tool_seconds=0.5),
        steps=full_steps(text),
        outcome=Outcome.STEP_LIMIT,
        answer=text,
        reason=text,
        parent=parent,
        created_at=datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        ended_at=datetime(2026, 3, 29, 1, 30, 0, 1, tzinfo=UTC),
    )
