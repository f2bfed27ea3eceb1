"""alpha-UMi's own files (https://github.com/X-PLUG/Multi-LLM-Agent): chains of both stages, and rows by role.

A planner's turn ends in `` Next: caller.``, `` Next: conclusion.`` or `` Next: give up.``; a caller's is
``Action: NAME``, then ``Action Input: {…}``. A role row has the turn to learn as ``target``; the row of
the backbone has planner and caller, or planner and summarizer, in one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from pydantic import BaseModel, Field, JsonValue

from umi.errors import InputError
from umi.formats.chain import MAX_NAME, Chain, argument, tool_spec
from umi.formats.toolbench import Message, from_messages
from umi.schema import Decision, Observation, ToolSpec
from umi.trajectory import Trajectory

DECISIONS = {
    "caller": Decision.CALLER,
    "conclusion": Decision.SUMMARIZER,
    "give up": Decision.GIVE_UP,
}
"""How a planner's turn says its decision."""


class _Tool(BaseModel):
    Name: str
    function: str
    input: dict[str, str]


class _Turn(BaseModel):
    speaker: Literal["user", "assistant", "caller", "observation", "conclusion"] = Field(alias="from")
    value: str


class _StageOne(BaseModel):
    tools: list[_Tool]
    instruction: str
    chains: list[Message]


class _StageTwo(BaseModel):
    tools: list[_Tool]
    instruction: str
    conversations: list[_Turn]


class _RoleRow(BaseModel):
    tools: list[_Tool]
    history: list[_Turn] = Field(min_length=1)
    input: str
    target: str


def from_stage_1(row: dict[str, Any], name: str) -> Trajectory | None:
    """A chain before the preprocessing, in ToolBench's turns; None where it offers no tool."""
    read = _StageOne.model_validate(row)
    return from_messages(name, read.instruction, _tools(read.tools), read.chains, "chains")


def is_stage_2(row: dict[str, Any]) -> bool:
    """Whether a row with ``conversations`` is one of these: ShareGPT has no instruction and other tools."""
    tools = row.get("tools")
    named = isinstance(tools, list) and any(isinstance(tool, dict) and "Name" in tool for tool in tools)
    return named or "instruction" in row


def from_stage_2(row: dict[str, Any], name: str) -> Trajectory | None:
    """A chain after the preprocessing; None where it offers no tool."""
    read = _StageTwo.model_validate(row)
    chain = Chain(_tools(read.tools))
    if not chain.tools:
        return None
    _replay(chain, read.conversations, "conversations")
    return chain.trajectory(name, read.instruction)


def from_role_row(row: dict[str, Any], name: str) -> Trajectory | None:
    """One role's turn after its history; only that turn is a target. None where it offers no tool.

    Raises:
        InputError: ``input`` does not end with whose turn it is.
    """
    read = _RoleRow.model_validate(row)
    chain = Chain(_tools(read.tools))
    if not chain.tools:
        return None
    _replay(chain, read.history, "history")
    before = len(chain.steps)
    _add_target(chain, read)
    return chain.trajectory(name, read.history[0].value, first_target=before)


def _replay(chain: Chain, turns: Sequence[_Turn], field: str) -> None:
    for index, turn in enumerate(turns):
        at = f"{field}.{index}"
        if turn.speaker == "user":
            chain.ask(turn.value, at)
        elif turn.speaker == "observation":
            chain.observe(Observation(content=turn.value), at)
        else:
            _write(chain, turn.speaker, turn.value)


def _write(chain: Chain, speaker: str, text: str) -> None:
    if speaker == "assistant":
        _plan(chain, text)
    elif speaker == "caller":
        _call(chain, text)
    else:
        chain.conclude(text)


def _plan(chain: Chain, text: str) -> None:
    thought, _, word = text.rpartition("Next: ")
    decision = DECISIONS.get(word.strip().rstrip("."))
    if decision is None:
        chain.muse(text)
    else:
        chain.plan(thought, decision)


def _call(chain: Chain, text: str) -> None:
    name, found, arguments = text.strip().removeprefix("Action:").partition("Action Input:")
    if found:
        chain.call(name.strip()[-MAX_NAME:], arguments.strip())
    else:
        chain.call_badly(text.strip())


def _add_target(chain: Chain, row: _RoleRow) -> None:
    speaker = row.input.rstrip().rpartition(" ")[2].removesuffix(":")
    if speaker not in ("assistant", "caller", "conclusion"):
        raise InputError("field input: does not end with whose turn it is, as in 'caller: '")
    if speaker == "assistant" and "Next: " not in row.target:
        _write_as_one(chain, row.target)
    else:
        _write(chain, speaker, row.target)


def _write_as_one(chain: Chain, text: str) -> None:
    """The backbone's turn: the thought, then the call or the conclusion."""
    thought, found, action = f"\n{text}".rpartition("\nAction: ")
    if found:
        chain.plan(thought, Decision.CALLER)
        _call(chain, action)
        return
    thought, _, answer = f"\n{text}".partition("\nconclusion: ")
    if answer.strip() == "give up.":
        chain.plan(thought, Decision.GIVE_UP)
    else:
        chain.plan(thought, Decision.SUMMARIZER)
        chain.conclude(answer)


def _tools(tools: Iterable[_Tool]) -> list[ToolSpec]:
    return [_tool(tool) for tool in tools]


def _tool(tool: _Tool) -> ToolSpec:
    """The tool; an argument is written as ``type, description``, and which are required is not said."""
    properties: dict[str, JsonValue] = {}
    for name, text in tool.input.items():
        kind, _, description = text.partition(", ")
        properties[name] = dict(argument(kind, description))
    return tool_spec(tool.Name, tool.function, properties)
