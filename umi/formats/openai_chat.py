"""OpenAI's chat rows for fine-tuning, and TRL's ``messages`` with ``tools``.

They differ in a call's arguments, JSON text there and an object here, in how a result names its call,
and in ``weight``, with which OpenAI's say that an assistant's turn is not to be learnt. A turn that is
one role's alone has the role's name as the message's ``name``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, Field

from umi.formats.dialogue import Called, Dialogue, Said
from umi.formats.openai_tools import Tools, definitions
from umi.formats.texts import Text, split_thought
from umi.formats.writing import Turned, all_learnt, turned, writable
from umi.prompts import compact_json, written_text
from umi.schema import Observation, Role
from umi.trajectory import Trajectory

_UNREADABLE = "unreadable"
"""The tool's name where a caller's turn is no call: its observation must belong to one."""


class _Function(BaseModel):
    name: str
    arguments: str | dict[str, Any] = ""


class _Call(BaseModel):
    id: str | None = None
    function: _Function

    def called(self) -> Called:
        given = self.function.arguments
        arguments = given if isinstance(given, str) else compact_json(given)
        return Called(self.function.name, arguments or "{}", self.id)


class _Message(BaseModel):
    role: Literal["system", "developer", "user", "assistant", "tool"]
    content: Text = ""
    reasoning_content: Text = ""
    name: str | None = None
    tool_calls: list[_Call] | None = None
    tool_call_id: str | None = None
    weight: Literal[0, 1] | None = None
    # The calls of before 2023, which would be lost.
    function_call: None = None


class _Row(BaseModel):
    id: str | None = None
    messages: list[_Message] = Field(min_length=1)
    tools: Tools = []


def from_row(row: dict[str, Any], name: str) -> Trajectory | None:
    """A row of either; None where it offers no tool and calls none.

    Raises:
        InputError: the turns do not follow on one another, or tools are called and none is offered.
    """
    read = _Row.model_validate(row)
    dialogue = Dialogue(read.tools)
    for index, message in enumerate(read.messages):
        _add(dialogue, message, f"messages.{index}")
    return dialogue.trajectory(read.id or name, "messages")


def _add(dialogue: Dialogue, message: _Message, at: str) -> None:
    if message.role == "user":
        dialogue.ask(message.content, at)
    elif message.role == "assistant":
        dialogue.say(_said(message))
    elif message.role == "tool":
        dialogue.hear(Observation(content=message.content), at, message.tool_call_id, message.name)
    else:
        dialogue.instruct(message.content, at)


def _said(message: _Message) -> Said:
    calls = tuple(call.called() for call in message.tool_calls or ())
    learnt = None if message.weight is None else message.weight == 1
    role = Role(message.name) if message.name in set(Role) else None
    if role is not None:
        return Said(message.content, message.reasoning_content, calls, learnt, role)
    thought, text = split_thought(message.content)
    return Said(text, message.reasoning_content or thought, calls, learnt)


def to_openai(trajectory: Trajectory) -> dict[str, Any]:
    """A row of OpenAI's; steps that are no targets have weight 0.

    Raises:
        InputError: an observation is stale, or JSON cannot say a call.
    """
    writable(trajectory)
    turns = [message for turn in turned(trajectory) for message in _openai_turn(turn)]
    return {
        "messages": [*_opening(trajectory), *turns],
        "tools": definitions(trajectory.tools),
        "parallel_tool_calls": False,
    }


def to_trl_messages(trajectory: Trajectory) -> dict[str, Any]:
    """A row of TRL's ``messages`` with ``tools``, of which every assistant's turn is learnt.

    Raises:
        InputError: some step is no target, an observation is stale, or JSON cannot say a call.
    """
    writable(trajectory)
    all_learnt(trajectory, "TRL's messages")
    turns = [message for turn in turned(trajectory) for message in _trl_turn(turn)]
    return {
        "id": trajectory.id,
        "messages": [*_opening(trajectory), *turns],
        "tools": definitions(trajectory.tools),
    }


def _opening(trajectory: Trajectory) -> list[dict[str, Any]]:
    """Without the worked examples: they are for models that were never trained."""
    return [
        {"role": "system", "content": trajectory.system},
        {"role": "user", "content": trajectory.question},
    ]


def _openai_turn(turn: Turned) -> Iterator[dict[str, Any]]:
    step, call_id = turn.last, f"call_{turn.index}"
    calls: dict[str, Any] = {}
    if step.role is Role.CALLER:
        function = {"name": _UNREADABLE, "arguments": "{}"}
        if step.call is not None:
            function = {"name": step.call.name, "arguments": compact_json(step.call.arguments)}
        calls = {"tool_calls": [{"id": call_id, "type": "function", "function": function}]}
    yield _assistant(turn) | calls | {"weight": int(turn.learnt)}
    if step.observation is not None:
        yield {"role": "tool", "tool_call_id": call_id, "content": step.observation.content}


def _trl_turn(turn: Turned) -> Iterator[dict[str, Any]]:
    call, observation = turn.last.call, turn.last.observation
    if call is None:
        yield _assistant(turn)
        return
    function = {"name": call.name, "arguments": call.arguments}
    yield _assistant(turn) | {"tool_calls": [{"type": "function", "function": function}]}
    if observation is not None:
        yield {"role": "tool", "name": call.name, "content": observation.content}


def _assistant(turn: Turned) -> dict[str, Any]:
    """The turn's text, always there, as templates add to it; a role's own has its name."""
    if turn.planner is not None:
        return {"role": "assistant", "content": turn.planner.rationale}
    text = "" if turn.last.call is not None else written_text(turn.last)
    return {"role": "assistant", "name": turn.last.role.value, "content": text}
