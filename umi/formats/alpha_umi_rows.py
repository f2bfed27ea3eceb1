"""One step at one prefix as a role row of alpha-UMi, as the paper's preprocessing writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from umi.formats.alpha_umi import DECISIONS
from umi.formats.chain import MAX_DESCRIPTION, MAX_NAME
from umi.formats.example import Example
from umi.formats.toolbench import FunctionCall
from umi.schema import Role, Step, ToolSpec

_WORDS = {decision: word for word, decision in DECISIONS.items()}
_SPEAKERS = {Role.PLANNER: "assistant", Role.CALLER: "caller", Role.SUMMARIZER: "conclusion"}
_TOOLS = "You have assess to the following apis:\n{tools}\nThe conversation history is:\n{history}\n"
_INPUTS = {
    Role.PLANNER: _TOOLS
    + "You are the assistant to plan what to do next and whether is caller's or conclusion's turn to "
    "answer.\n"
    "Answer with a following format:\n"
    "The thought of the next step, followed by Next: caller or conclusion or give up. assistant: ",
    Role.CALLER: _TOOLS + "The thought of this step is:\n{thought}\n"
    "Base on the thought make an api call in the following format:\n"
    "Action: the name of api that should be called in this step, should be exactly in [{names}],\n"
    "Action Input: the api call request. caller: ",
    Role.SUMMARIZER: "Make a conclusion based on the conversation history:\n{history} conclusion: ",
}
"""What each role reads, spelt as in the published rows."""


def to_alpha_umi(example: Example) -> dict[str, Any]:
    """The row of the step's role, as the paper's preprocessing writes it.

    Its tools have only an argument's type and description, and no examples. Names are cut as there.

    """
    step, tools = example.step, [_written_tool(tool) for tool in example.trajectory.tools]
    history = [{"from": "user", "value": example.trajectory.question}]
    history += [turn for before in example.history for turn in _turns(before)]
    thought = next((turn["value"] for turn in reversed(history) if turn["from"] == "assistant"), "")
    text = _INPUTS[step.role].format(
        tools="".join(json.dumps(tool) + "\n" for tool in tools),
        history="".join(_told(turn["from"], turn["value"]) for turn in history),
        thought=thought,
        names=", ".join(tool["Name"] for tool in tools),
    )
    return {"tools": tools, "history": history, "input": text, "target": _target(step)}


def _written_tool(tool: ToolSpec) -> dict[str, Any]:
    properties = tool.parameters.get("properties", {})
    return {
        "Name": tool.name[-MAX_NAME:],
        "function": tool.description[:MAX_DESCRIPTION],
        "input": {name: _argument_text(schema) for name, schema in properties.items()},
    }


def _argument_text(schema: Any) -> str:
    """Only simple types can be said; ``any`` is read as none given."""
    known = schema if isinstance(schema, dict) else {}
    kind = known.get("type")
    return f"{kind if isinstance(kind, str) else 'any'}, {known.get('description', '')}"


def _turns(step: Step) -> Iterator[dict[str, str]]:
    yield {"from": _SPEAKERS[step.role], "value": _target(step)}
    if step.observation is not None:
        yield {"from": "observation", "value": step.observation.content}


def _told(speaker: str, value: str) -> str:
    """A turn of the history; observations are not closed there."""
    return f"{speaker}: {value}" + ("" if speaker == "observation" else "</s>")


def _target(step: Step) -> str:
    if step.rationale is not None and step.decision is not None:
        lines = [step.rationale] if step.rationale else []
        return "\n".join([*lines, f" Next: {_WORDS[step.decision]}."])
    if step.role is Role.CALLER:
        return _action(step)
    return step.raw if step.answer is None else step.answer


def _action(step: Step) -> str:
    """The call, or what the caller wrote instead, with the name that it gave to its broken arguments."""
    if step.call is not None:
        arguments = json.dumps(step.call.arguments, indent=2, ensure_ascii=False)
        return f"Action: {step.call.name[-MAX_NAME:]}\nAction Input: {arguments}"
    try:
        broken = FunctionCall.model_validate_json(step.raw)
    except ValueError:
        return step.raw
    return f"Action: {broken.name[-MAX_NAME:]}\nAction Input: {broken.arguments}"
