"""What the dialects share: the turns of a finished chain become steps, and the sound ones targets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import JsonValue
from pydantic_core import from_json

from umi.errors import InputError
from umi.prompts import caller_text, compact_json, planner_text
from umi.schema import Decision, Observation, Role, Step, ToolCall, ToolSpec
from umi.trajectory import Trajectory, is_read

MAX_NAME = 64
"""Characters of a tool's name, counted from its end (alpha-UMi's preprocessing)."""
MAX_DESCRIPTION = 256
"""Characters of a tool's description, counted from its start (alpha-UMi's preprocessing)."""
_DIVERSITY = "This is not the first time you try this task"
"""Begins the user turns with which ToolBench's search asks for another attempt."""
_TYPES = {"string", "integer", "number", "boolean", "array", "object"}


def tool_spec(name: str, description: str, properties: JsonValue, required: Iterable[str] = ()) -> ToolSpec:
    """A tool whose name and description are cut as the paper cuts them."""
    parameters = {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }
    return ToolSpec(name=name[-MAX_NAME:], description=description[:MAX_DESCRIPTION], parameters=parameters)


def argument(kind: str, description: str) -> dict[str, JsonValue]:
    """The JSON Schema of one argument; a type that JSON Schema does not know allows any value."""
    schema: dict[str, JsonValue] = {"type": kind} if kind in _TYPES else {}
    return schema | ({"description": description} if description else {})


class Chain:
    """A chain on its way to a trajectory, fed turn by turn.

    Of several tools with one name the first counts. A planner's turn and what it led to are targets only
    together: a call that is no JSON object or names no offered tool, or an empty answer, stays in the
    history, and so does the decision for it.
    """

    def __init__(self, tools: Iterable[ToolSpec]) -> None:
        first_of_name: dict[str, ToolSpec] = {}
        for tool in tools:
            first_of_name.setdefault(tool.name, tool)
        self.tools = tuple(first_of_name.values())
        self._offered = set(first_of_name)
        self.steps: list[Step] = []
        self._targets: set[int] = set()
        self._told: set[int] = set()
        self._asked = False

    def ask(self, text: str, at: str) -> None:
        """A user's turn: the question, or a demand for another attempt, which no role of ours reads.

        Raises:
            InputError: it is a second question; ``at`` is the field to name.
        """
        if self._asked and not text.lstrip().startswith(_DIVERSITY):
            raise InputError(f"field {at}: a second question, where one trajectory has one")
        self._asked = True

    def plan(self, thought: str, decision: Decision) -> None:
        """A planner's turn; its thought becomes one line, as the planner's grammar has it."""
        rationale = " ".join(line.strip() for line in thought.strip().split("\n") if line.strip())
        raw = planner_text(rationale, decision)
        self._add(Step(role=Role.PLANNER, raw=raw, rationale=rationale, decision=decision))

    def call(self, name: str, arguments: str) -> None:
        """A caller's turn, with its arguments as JSON text."""
        call = _call(name, arguments)
        raw = compact_json({"name": name, "arguments": arguments}) if call is None else caller_text(call)
        self._add(Step(role=Role.CALLER, raw=raw, call=call))
        if call is None or call.name not in self._offered:
            self._keep_as_history()

    def call_badly(self, raw: str) -> None:
        """A caller's turn that is no call."""
        self._add(Step(role=Role.CALLER, raw=raw))
        self._keep_as_history()

    def observe(self, observation: Observation, at: str, index: int = -1) -> None:
        """What the last call led to, or the one of step ``index``.

        Raises:
            InputError: no call waits for it; ``at`` is the field to name.
        """
        step = self.steps[index] if self.steps else None
        if step is None or step.role is not Role.CALLER or step.observation is not None:
            raise InputError(f"field {at}: an observation that follows no call")
        self.steps[index] = step.model_copy(update={"observation": observation})

    def conclude(self, answer: str) -> None:
        """A summarizer's turn."""
        text = answer.strip()
        self._add(Step(role=Role.SUMMARIZER, raw=text, answer=text))
        if not text:
            self._keep_as_history()

    def muse(self, text: str) -> None:
        """A planner's turn that decides nothing."""
        self.steps.append(Step(role=Role.PLANNER, raw=text))

    @property
    def decision(self) -> Decision | None:
        """What the planner decided, where its turn was the last."""
        return self.steps[-1].decision if self.steps else None

    def learn(self, first: int) -> None:
        """The file says of the steps from this one on that they are targets, each by itself."""
        self._told.update(index for index in range(first, len(self.steps)) if self._can_be_learnt(index))

    def forget(self, first: int) -> None:
        """The file says of the steps from this one on that they are no targets."""
        self._targets -= set(range(first, len(self.steps)))

    def trajectory(
        self, name: str, question: str, first_target: int = 0, system: str | None = None
    ) -> Trajectory:
        """The finished trajectory; steps before ``first_target`` are no targets."""
        targets = sorted(index for index in self._targets | self._told if index >= first_target)
        fields: dict[str, Any] = {"question": question.strip(), "tools": self.tools, "targets": targets}
        if system is not None:
            fields["system"] = system
        return Trajectory(id=name, steps=tuple(self.steps), **fields)

    def _add(self, step: Step) -> None:
        self._targets.add(len(self.steps))
        self.steps.append(step)

    def _keep_as_history(self) -> None:
        """The last step, and the planner's that led to it, are no targets."""
        last = len(self.steps) - 1
        self._targets.discard(last)
        if self.steps[:last] and self.steps[last - 1].role is Role.PLANNER:
            self._targets.discard(last - 1)

    def _can_be_learnt(self, index: int) -> bool:
        step = self.steps[index]
        return is_read(step) and (step.call is None or step.call.name in self._offered)


def _call(name: str, arguments: str) -> ToolCall | None:
    try:
        call = ToolCall(name=name, arguments=from_json(arguments, allow_inf_nan=False))
        caller_text(call)
    except ValueError:
        return None
    return call
