"""ATIF, Harbor's agent trajectory interchange format.

An agent's step is a planner's, with the reasoning as rationale, and what it led to: calls, or the answer
as message. A step that is one role's alone says so in ``extra``; one with nothing to learn is marked as
copied context, which no reader may train on.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Any

from umi.formats.atif_document import AtifStep, Document, OurResult, OurStep
from umi.formats.dialogue import Called, Dialogue, Said
from umi.formats.openai_tools import Function, definitions
from umi.formats.writing import Turned, turned, writable
from umi.prompts import compact_json, written_text
from umi.schema import Observation, Role
from umi.trajectory import Trajectory

_VERSION = "ATIF-v1.7"


def from_row(row: dict[str, Any], name: str) -> Trajectory | None:
    """A document; None where it offers no tool and calls none.

    Where it does not say which tools were offered, they are those that were called, with any arguments.

    Raises:
        InputError: the steps do not follow on one another.
    """
    read = Document.model_validate(row)
    dialogue = Dialogue(read.agent.tool_definitions or _called_tools(read))
    for index, step in enumerate(read.steps):
        _add(dialogue, step, f"steps.{index}")
    return dialogue.trajectory(read.trajectory_id or read.session_id or name, "steps")


def _called_tools(read: Document) -> list[Function]:
    calls = (call for step in read.steps for call in step.tool_calls or ())
    return [Function(name=name) for name in dict.fromkeys(call.function_name for call in calls)]


def _add(dialogue: Dialogue, step: AtifStep, at: str) -> None:
    if step.source == "system":
        dialogue.instruct(step.message, at)
    elif step.source == "user":
        dialogue.ask(step.message, at)
    else:
        dialogue.say(_said(step))
    for number, result in enumerate(step.observation.results if step.observation else ()):
        extra = result.extra.umi if result.extra else OurResult()
        observation = Observation(content=result.content, **extra.model_dump())
        dialogue.hear(observation, f"{at}.observation.results.{number}", result.source_call_id)


def _said(step: AtifStep) -> Said:
    """What is observed without a call came of the message, which is then a call that cannot be read."""
    calls = tuple(
        Called(call.function_name, compact_json(call.arguments), call.tool_call_id)
        for call in step.tool_calls or ()
    )
    role = step.extra.umi.role if step.extra else None
    if step.observation is not None and step.observation.results and not calls:
        role = Role.CALLER
    learnt = False if step.is_copied_context else (None if role is None else True)
    return Said(step.message, step.reasoning_content or "", calls, learnt, role)


def to_atif(trajectory: Trajectory) -> dict[str, Any]:
    """A document of version 1.7.

    Raises:
        InputError: an observation is stale, or JSON cannot say a call.
    """
    writable(trajectory)
    said = [
        {"source": "system", "message": trajectory.system},
        {"source": "user", "message": trajectory.question},
        *(_agent_step(turn) for turn in turned(trajectory, with_answer=True)),
    ]
    return {
        "schema_version": _VERSION,
        "session_id": trajectory.id,
        "trajectory_id": trajectory.id,
        "agent": _agent() | {"tool_definitions": definitions(trajectory.tools)},
        "steps": [{"step_id": number} | step for number, step in enumerate(said, 1)],
    }


def _agent() -> dict[str, Any]:
    try:
        return {"name": "umi-studio", "version": version("umi-studio")}
    except PackageNotFoundError:  # run from a checkout
        return {"name": "umi-studio", "version": "unknown"}


def _agent_step(turn: Turned) -> dict[str, Any]:
    step = turn.last
    said: dict[str, Any] = {"source": "agent", "message": "" if step.call else written_text(step)}
    if turn.planner is not None:
        said["reasoning_content"] = turn.planner.rationale
    call_id = f"call_{turn.index}" if step.call else None
    if step.call is not None:
        call = {"function_name": step.call.name, "arguments": step.call.arguments}
        said["tool_calls"] = [{"tool_call_id": call_id} | call]
    if step.observation is not None:
        said["observation"] = {"results": [_result(step.observation, call_id)]}
    if not turn.learnt:
        said["is_copied_context"] = True
    if turn.planner is None:
        said["extra"] = {"umi": OurStep(role=step.role).model_dump(mode="json")}
    return said


def _result(observation: Observation, call_id: str | None) -> dict[str, Any]:
    """The result; ``extra`` only where it has more to say than most."""
    extra = OurResult(**observation.model_dump(include=set(OurResult.model_fields)))
    said = {"content": observation.content} | ({} if call_id is None else {"source_call_id": call_id})
    ours = extra.model_dump(mode="json", exclude_defaults=True)
    return said | ({"extra": {"umi": ours}} if ours else {})
