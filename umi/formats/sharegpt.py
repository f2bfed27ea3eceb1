"""ShareGPT as LLaMA-Factory reads it (its ``data/converter.py`` and ``data/formatter.py``).

Questions and observations stand in odd places, calls and answers in even ones; a turn may begin with a
thought in tags, which is the planner's rationale. Every call and answer is learnt, save in a preference
row, where only ``chosen`` is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, Field, JsonValue
from pydantic_core import from_json

from umi.errors import InputError
from umi.formats.dialogue import Called, Dialogue, Said
from umi.formats.openai_tools import Tools, definition
from umi.formats.texts import Text, holds_tags, split_thought, with_thought
from umi.formats.writing import Turned, all_learnt, turned, writable
from umi.prompts import caller_text, compact_json, written_text
from umi.schema import Decision, Observation, Role
from umi.trajectory import Trajectory


class _Turn(BaseModel):
    speaker: Literal["system", "human", "function_call", "observation", "gpt"] = Field(alias="from")
    value: str


class _Row(BaseModel):
    id: str | None = None
    conversations: list[_Turn] = Field(min_length=1)
    system: Text = ""
    tools: Tools = []
    chosen: _Turn | None = None


def from_row(row: dict[str, Any], name: str) -> Trajectory | None:
    """A conversation, or a preference row: its history, and ``chosen`` to learn. None where it has no tools.

    Raises:
        InputError: the turns do not follow on one another, or tools are called and none is offered.
    """
    read = _Row.model_validate(row)
    dialogue = Dialogue(read.tools, read.system)
    learnt = None if read.chosen is None else False
    for index, turn in enumerate(read.conversations):
        _add(dialogue, turn, f"conversations.{index}", learnt)
    if read.chosen is not None:
        _add(dialogue, read.chosen, "chosen", None)
    return dialogue.trajectory(read.id or name, "conversations")


def _add(dialogue: Dialogue, turn: _Turn, at: str, learnt: bool | None) -> None:
    if turn.speaker == "human":
        dialogue.ask(turn.value, at)
    elif turn.speaker == "observation":
        dialogue.hear(Observation(content=turn.value), at)
    elif turn.speaker == "system":
        dialogue.instruct(turn.value, at)
    else:
        thought, text = split_thought(turn.value)
        said = Said(text, thought, learnt=learnt)
        dialogue.say(said if turn.speaker == "gpt" else Said("", thought, _calls(text), learnt))


def _calls(text: str) -> tuple[Called, ...]:
    """One call or a list of them; a text that is neither, as a call that cannot be read."""
    try:
        found = from_json(text)
    except ValueError:
        found = None
    calls = [_called(call) for call in (found if isinstance(found, list) else [found])]
    readable = tuple(call for call in calls if call is not None)
    return readable if len(readable) == len(calls) > 0 else (Called("", text),)


def _called(call: JsonValue) -> Called | None:
    if not isinstance(call, dict) or not isinstance(name := call.get("name"), str):
        return None
    arguments = call.get("arguments", {})
    return Called(name, arguments if isinstance(arguments, str) else compact_json(arguments))


def to_sharegpt(trajectory: Trajectory) -> dict[str, Any]:
    """A row with the rationales as thoughts; a planner that gives up is the last answer.

    Raises:
        InputError: some step is no target, a turn does not fit the order of turns, an observation is stale,
            or JSON cannot say a call.
    """
    writable(trajectory)
    all_learnt(trajectory, "ShareGPT")
    turns = [{"from": "human", "value": trajectory.question}]
    for turn in turned(trajectory, with_answer=True):
        turns += _fitting(trajectory, turn)
    tools = compact_json([definition(tool) for tool in trajectory.tools])
    return {"id": trajectory.id, "conversations": turns, "system": trajectory.system, "tools": tools}


def _fitting(trajectory: Trajectory, turn: Turned) -> list[dict[str, str]]:
    """The turn, and the observation, which every call but the last has."""
    said = [{"from": speaker, "value": value} for speaker, value in _values(turn)]
    last = turn.index + len(turn.steps) == len(trajectory.steps)
    if not said or last is not (len(said) == 1):
        raise InputError(
            f"Trajectory {trajectory.id}: ShareGPT has calls in turn with observations and an answer at the "
            f"end, and step {turn.index + 1} does not fit in: take another format."
        )
    return said


def _values(turn: Turned) -> Iterator[tuple[str, str]]:
    step = turn.last
    if turn.planner is not None:
        speaker = "gpt" if step.call is None else "function_call"
        text = written_text(step) if step.call is None else caller_text(step.call)
        yield speaker, with_thought(turn.planner.rationale or "", text)
    elif step.decision is Decision.GIVE_UP and not holds_tags(step.raw):
        yield "gpt", written_text(step)
    if step.role is Role.CALLER and turn.planner is not None and step.observation is not None:
        yield "observation", step.observation.content
