"""THE renderer: a run becomes turns, turns become parts; inference, training and the raw view share it.

The trajectory is one append-only sequence, the same for all roles, so that whoever reads
it can reuse what another role has read:

    <system: tools> <examples> <user: question> <planner> <caller> <observation> <planner> … <summarizer>

Texts that people, models and tools wrote are parts of kind ``text``: a tokenizer must
never parse special tokens in them. Only ``marker`` parts are the format's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from umi.schema import NEXT, Decision, Role, Run, Step, ToolCall, ToolSpec, Turn, TurnFormat


class Part(NamedTuple):
    """A piece of the prompt: a ``marker`` of the turn format, ``text`` to read, or what was ``written``."""

    kind: Literal["marker", "text", "written"]
    text: str


class Conversation(Protocol):
    """What the sequence is rendered from: a run, or a trajectory of a file."""

    @property
    def system(self) -> str: ...
    @property
    def examples(self) -> tuple[Turn, ...]: ...
    @property
    def question(self) -> str: ...
    @property
    def steps(self) -> tuple[Step, ...]: ...


INSTRUCTIONS = """You answer travel questions with tools. The planner says what is needed and who is next, \
the caller calls one tool, the summarizer answers from the observations.

Tools:
{tools}"""


def system_text(tools: Iterable[ToolSpec]) -> str:
    """The system turn: how the roles work together, and the tools as one line each."""
    return INSTRUCTIONS.format(tools="\n".join(tool_line(tool) for tool in tools))


def tool_line(tool: ToolSpec) -> str:
    """A tool as a short signature and its description; the grammar carries the whole schema."""
    required = tool.parameters.get("required", [])
    names = (name if name in required else name + "?" for name in tool.parameters.get("properties", {}))
    return f"{tool.name}({', '.join(names)}): {tool.description}"


def compact_json(value: Any) -> str:
    """JSON without free whitespace, as the grammar writes it and the tools return it."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def planner_text(rationale: str, decision: Decision) -> str:
    """A planner's turn: its rationale, then the decision on a line of its own."""
    return f"{rationale}\n{NEXT}{decision}"


def caller_text(call: ToolCall) -> str:
    """A caller's turn: name first, then arguments."""
    return compact_json({"name": call.name, "arguments": call.arguments})


def step_turns(step: Step) -> Iterator[Turn]:
    """The turns that a finished step adds: the role's own and, after a call, the observation."""
    yield Turn(step.role.value, written_text(step))
    if step.observation is not None:
        yield Turn("observation", step.observation.content)


def written_text(step: Step) -> str:
    """What later roles read of a step; the raw text where it could not be parsed."""
    if step.rationale is not None and step.decision is not None:
        return planner_text(step.rationale, step.decision)
    if step.call is not None:
        return caller_text(step.call)
    return step.raw if step.answer is None else step.answer


def turns(conversation: Conversation) -> Iterator[Turn]:
    """The whole trajectory so far."""
    yield Turn("system", conversation.system)
    yield from conversation.examples
    yield Turn("user", conversation.question)
    for step in conversation.steps:
        yield from step_turns(step)


def parts(history: Iterable[Turn], turn_format: TurnFormat) -> Iterator[Part]:
    """The finished turns between their markers, from the start of the sequence."""
    if turn_format.start:
        yield Part("marker", turn_format.start)
    for turn in history:
        yield Part("marker", turn_format.header(turn.speaker))
        yield Part("text", turn.text)
        yield Part("marker", turn_format.closing)


def raw_parts(run: Run, index: int) -> tuple[Part, ...]:
    """Exactly what the model read for step ``index`` of the run, its invocation, and what it wrote."""
    step = run.steps[index]
    before = run.model_copy(update={"steps": path_to(run.steps, step)})
    turn_format = run.models.turn_format
    invocation = Part("marker", turn_format.header(step.role))
    return (*parts(turns(before), turn_format), invocation, Part("written", step.raw))


def path_to(steps: Sequence[Step], step: Step) -> tuple[Step, ...]:
    """The ancestors of a step, oldest first, along parent links."""
    by_id = {other.id: other for other in steps}
    path: list[Step] = []
    parent = by_id.get(step.parent_id or "")
    while parent is not None:
        path.append(parent)
        parent = by_id.get(parent.parent_id or "")
    return tuple(reversed(path))


def parse_planner(text: str) -> tuple[str, Decision | None]:
    """Rationale and decision of a planner's turn; None where it decided nothing we know."""
    rationale, found, decision = text.rpartition(NEXT.strip())
    if not found:
        return text.strip(), None
    word = decision.strip().rstrip(".")
    return rationale.strip(), Decision(word) if word in set(Decision) else None


def parse_caller(text: str) -> ToolCall | None:
    """The call of a caller's turn; None where it is no JSON object with a name and arguments.

    Numbers that JSON cannot say again (``1e999``) make it no call either.
    """
    try:
        call = ToolCall.model_validate_json(text)
        caller_text(call)
    except ValueError:
        return None
    return call


def role_step(role: Role, text: str) -> dict[str, Any]:
    """The fields of a Step that the text of this role fills."""
    if role is Role.PLANNER:
        rationale, decision = parse_planner(text)
        return {"raw": text, "rationale": rationale, "decision": decision}
    if role is Role.CALLER:
        return {"raw": text, "call": parse_caller(text)}
    return {"raw": text, "answer": text.strip()}
