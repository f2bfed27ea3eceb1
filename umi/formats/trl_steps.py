"""One step at one prefix for TRL: ``prompt`` with ``completion``, or with ``chosen`` and ``rejected``.

Any model's template can render these rows: after the system's turn, users' and assistant's turns follow
in strict alternation, and a prompt ends with a user's. Every role's turn is an assistant's; the user's
turn before it ends in a line that names the role, after the question or the observation where there is
one:

    system: …    user: QUESTION ⏎ planner:      assistant: RATIONALE ⏎ Next: caller
                 user: caller:                   assistant: {"name":…,"arguments":{…}}
                 user: OBSERVATION ⏎ planner:    assistant: …

Templates drop roles they do not know or refuse them, TRL takes a prompt that ends with an assistant's
turn for one to be gone on with, and calls in ``tool_calls`` vanish where a template has no tools. The
tools stand in the system's turn, as everywhere here; ``tool_specs`` has them whole, for reading them
back: in ``tools``, templates would add instructions of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, Field

from umi.errors import InputError
from umi.formats.chain import Chain
from umi.formats.example import Example
from umi.formats.openai_tools import Tools, definitions
from umi.prompts import compact_json, parse_caller, parse_planner, written_text
from umi.schema import Observation, Role, Step
from umi.trajectory import Trajectory


class _Message(BaseModel):
    role: Literal["system", "user", "assistant"]
    content: str


class _Row(BaseModel):
    id: str | None = None
    prompt: list[_Message] = Field(min_length=2)
    completion: list[_Message] = Field(default=[], max_length=1)
    chosen: list[_Message] = Field(default=[], max_length=1)
    tool_specs: Tools


def from_row(row: dict[str, Any], name: str) -> Trajectory | None:
    """The history and the step to learn, the only target; what was rejected is left out. None without tools.

    Raises:
        InputError: the turns do not alternate, or a user's does not end with a role's name.
    """
    read = _Row.model_validate(row)
    chain = Chain(tool.spec() for tool in read.tool_specs)
    if not chain.tools:
        return None
    learnt = read.completion or read.chosen
    turns = [*read.prompt, *learnt]
    kinds = [turn.role for turn in turns]
    if not learnt or kinds != ["system", *["user", "assistant"] * (len(turns) // 2)]:
        raise InputError("field prompt: not a system's turn and then a user's and an assistant's in turn")
    question, _ = _role_after(turns[1].content, "prompt.1")
    for index in range(1, len(turns), 2):
        text, role = _role_after(turns[index].content, f"prompt.{index}")
        if index > 1 and text is not None:
            chain.observe(Observation(content=text), f"prompt.{index}")
        _write(chain, role, turns[index + 1].content)
    return chain.trajectory(read.id or name, question or "", len(chain.steps) - 1, turns[0].content)


def _role_after(content: str, at: str) -> tuple[str | None, Role]:
    """What a user's turn says, and whose turn it then names."""
    text, said, last = content.rpartition("\n")
    name = last.removesuffix(":")
    if name not in set(Role) or name == last:
        raise InputError(f"field {at}.content: does not end with whose turn it is, as in 'caller:'")
    return (text if said else None), Role(name)


def _write(chain: Chain, role: Role, text: str) -> None:
    if role is Role.SUMMARIZER:
        chain.conclude(text)
    elif role is Role.CALLER:
        call = parse_caller(text)
        if call is None:
            chain.call_badly(text)
        else:
            chain.call(call.name, compact_json(call.arguments))
    else:
        rationale, decision = parse_planner(text)
        if decision is None:
            chain.muse(text)
        else:
            chain.plan(rationale, decision)


def to_prompt_completion(example: Example) -> dict[str, Any]:
    """A row for SFT: only the completion is learnt."""
    return _row(example, {"completion": _answer(example.step)})


def to_preference(example: Example) -> dict[str, Any]:
    """A row for DPO: the step over the rejected one.

    Raises:
        InputError: nothing was rejected.
    """
    if example.rejected is None:
        raise InputError(
            f"Trajectory {example.trajectory.id}, step {example.index + 1}: nothing was rejected there, so "
            "it makes no preference: leave it out, or take another format."
        )
    return _row(example, {"chosen": _answer(example.step), "rejected": _answer(example.rejected)})


def _row(example: Example, learnt: dict[str, Any]) -> dict[str, Any]:
    trajectory = example.trajectory
    row = {"id": f"{trajectory.id}#{example.index + 1}", "prompt": list(_prompt(example))}
    specs = compact_json(definitions(trajectory.tools))
    return row | learnt | {"tool_specs": specs}


def _prompt(example: Example) -> Iterator[dict[str, str]]:
    """Without the worked examples: they are for models that were never trained."""
    yield {"role": "system", "content": example.trajectory.system}
    before: str | None = example.trajectory.question
    for step in example.history:
        yield _user(before, step.role)
        yield from _answer(step)
        before = None if step.observation is None else step.observation.content
    yield _user(before, example.step.role)


def _user(text: str | None, role: Role) -> dict[str, str]:
    return {"role": "user", "content": f"{role}:" if text is None else f"{text}\n{role}:"}


def _answer(step: Step) -> list[dict[str, str]]:
    return [{"role": "assistant", "content": written_text(step)}]
