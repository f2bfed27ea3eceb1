"""ToolBench: chains of function calls, as rows and as whole answer files (github.com/OpenBMB/ToolBench).

An assistant's turn with a call is a planner's step and a caller's. Its text is the rationale; where it
has none, a turn of text alone just before it is. ``Finish`` ends the chain: with ``give_answer`` the
planner decides for the summarizer, which writes the answer; with ``give_up_and_restart`` it gives up. A
``Finish`` that says neither, or whose arguments were cut off, is a call like any other that failed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from pydantic import BaseModel, JsonValue
from pydantic_core import from_json

from umi.formats.chain import MAX_NAME, Chain, argument, tool_spec
from umi.schema import Decision, Observation, ToolSpec
from umi.trajectory import Trajectory

_FINISH = "Finish"


class FunctionCall(BaseModel):
    """A call as written: its arguments are JSON text, which may be broken."""

    name: str
    arguments: str


class Message(BaseModel):
    """One turn of the chain."""

    role: Literal["system", "user", "assistant", "function"]
    content: str | None = None
    function_call: FunctionCall | None = None


class _Property(BaseModel):
    type: str = ""
    description: str = ""


class _Parameters(BaseModel):
    properties: dict[str, _Property] = {}
    required: list[str] = []


class _Function(BaseModel):
    name: str
    description: str = ""
    parameters: _Parameters


class _Row(BaseModel):
    id: str | None = None
    query: str
    functions: list[_Function]
    messages: list[Message]


class _Generation(BaseModel):
    query: str
    function: list[_Function]
    train_messages: list[list[Message]] = []


class _AnswerFile(BaseModel):
    answer_generation: _Generation


def from_row(row: dict[str, Any], name: str) -> Trajectory | None:
    """A row with ``query``, ``functions`` and ``messages``; None where it offers no tool but ``Finish``."""
    read = _Row.model_validate(row)
    return from_messages(read.id or name, read.query, _tools(read.functions), read.messages, "messages")


def from_answer_file(row: dict[str, Any], name: str) -> Trajectory | None:
    """An answer file: the path of the search that was kept. None where it kept none or offers no tool.

    Each list of ``train_messages`` is one call further on that path, so the last one is all of it.
    """
    read = _AnswerFile.model_validate(row).answer_generation
    if not read.train_messages:
        return None
    field = f"answer_generation.train_messages.{len(read.train_messages) - 1}"
    return from_messages(name, read.query, _tools(read.function), read.train_messages[-1], field)


def from_messages(
    name: str, question: str, tools: Iterable[ToolSpec], messages: Sequence[Message], field: str
) -> Trajectory | None:
    """The messages as a trajectory; None where there are no tools.

    Raises:
        InputError: the turns do not follow on one another; ``field`` is where the messages stand.
    """
    chain = Chain(tools)
    if not chain.tools:
        return None
    thought = ""
    for index, message in enumerate(messages):
        thought = _add(chain, message, thought, f"{field}.{index}")
    if thought:
        chain.muse(thought)
    return chain.trajectory(name, question)


def _add(chain: Chain, message: Message, thought: str, at: str) -> str:
    """Add one message; returns the thought that still waits for its call."""
    content = message.content or ""
    if message.role == "user":
        chain.ask(content, at)
    elif message.role == "function":
        chain.observe(observation(content), at)
    elif message.role == "assistant":
        thought = content.strip() or thought
        if message.function_call is not None:
            _decide(chain, thought, message.function_call)
            return ""
    return thought


def _decide(chain: Chain, thought: str, call: FunctionCall) -> None:
    decision, answer = _finished(call.arguments) if call.name == _FINISH else (Decision.CALLER, "")
    chain.plan(thought, decision)
    if decision is Decision.CALLER:
        chain.call(call.name[-MAX_NAME:], call.arguments)
    if decision is Decision.SUMMARIZER:
        chain.conclude(answer)


def _finished(arguments: str) -> tuple[Decision, str]:
    """What ``Finish`` says, and the answer; the caller's decision where it says nothing that can be read."""
    try:
        said = from_json(arguments)
    except ValueError:
        said = None
    kind, answer = (said.get("return_type"), said.get("final_answer")) if isinstance(said, dict) else ("", "")
    if kind == "give_answer" and isinstance(answer, str):
        return Decision.SUMMARIZER, answer
    return (Decision.GIVE_UP if kind == "give_up_and_restart" else Decision.CALLER), ""


def observation(content: str) -> Observation:
    """What a function returned, without the envelope ``{"error": …, "response": …}`` of ToolBench's server.

    As in alpha-UMi's preprocessing the response is what is read; the error, where the response is empty.
    An envelope that was cut off stays as it is.
    """
    try:
        envelope = from_json(content)
    except ValueError:
        envelope = None
    if not isinstance(envelope, dict) or envelope.keys() != {"error", "response"}:
        return Observation(content=content)
    error, response = str(envelope["error"]), str(envelope["response"])
    return Observation(content=response or error, is_error=bool(error))


def _tools(functions: Iterable[_Function]) -> list[ToolSpec]:
    return [_tool(function) for function in functions if function.name != _FINISH]


def _tool(function: _Function) -> ToolSpec:
    properties: dict[str, JsonValue] = {
        name: dict(argument(value.type, value.description))
        for name, value in function.parameters.properties.items()
    }
    required = [name for name in function.parameters.required if name in properties]
    return tool_spec(function.name, function.description, properties, required)
