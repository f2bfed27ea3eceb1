"""Runs to review, short to write."""

from __future__ import annotations

from typing import Any

from annotate.store import Store
from umi.prompts import caller_text, planner_text
from umi.schema import (
    Decision,
    ModelSet,
    Observation,
    Outcome,
    Role,
    Run,
    Step,
    Token,
    ToolCall,
    ToolSpec,
)

TOOL = ToolSpec(
    name="find_airports",
    description="Airports of a city.",
    parameters={
        "type": "object",
        "properties": {"city": {"type": "string"}, "most": {"type": "integer"}},
        "required": ["city"],
        "additionalProperties": False,
    },
)
MODELS = ModelSet(base="scripted", base_hash="0" * 64)


def _tokens(logprob: float | None) -> tuple[Token, ...]:
    return () if logprob is None else (Token(id=7, text="x", logprob=logprob),)


def planner(
    rationale: str = "I need the airports.",
    decision: Decision = Decision.CALLER,
    logprob: float | None = None,
    **fields: Any,
) -> Step:
    raw = planner_text(rationale, decision)
    return Step(
        role=Role.PLANNER, raw=raw, rationale=rationale, decision=decision, tokens=_tokens(logprob), **fields
    )


def caller(arguments: dict[str, Any] | None = None, *, error: bool = False, **fields: Any) -> Step:
    call = ToolCall(name="find_airports", arguments={"city": "Oslo"} if arguments is None else arguments)
    observation = Observation(content='["OSL"]', is_error=error)
    return Step(role=Role.CALLER, raw=caller_text(call), call=call, observation=observation, **fields)


def summarizer(answer: str = "It is OSL.", **fields: Any) -> Step:
    return Step(role=Role.SUMMARIZER, raw=answer, answer=answer, **fields)


def made(question: str, *steps: Step, outcome: Outcome | None = Outcome.FINISHED, **fields: Any) -> Run:
    answer = steps[-1].answer if steps else None
    return Run(
        question=question,
        system="s",
        tools=(TOOL,),
        models=MODELS,
        steps=steps,
        outcome=outcome,
        answer=answer,
        **fields,
    )


def recorded(store: Store, question: str, *steps: Step, **fields: Any) -> str:
    """The id of a run that is in the store now."""
    run = made(question, *steps, **fields)
    store.start_run(run)
    return run.id
