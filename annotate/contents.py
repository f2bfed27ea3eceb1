"""What a correction says: a step's fields by role, checked, and as a step of its own."""

from __future__ import annotations

import hashlib
from typing import Any

from pydantic import ValidationError

from annotate.columns import dumps
from umi.errors import InputError, ToolError
from umi.prompts import written_text
from umi.schema import Decision, Role, Run, Step, ToolCall
from umi.tools.execute import check_arguments

Content = dict[str, Any]
"""Planner: ``rationale`` and ``decision``; caller: ``name`` and ``arguments``; summarizer: ``answer``."""

LONGEST = 100_000
"""Characters of a correction as JSON; more is no step that a role could write."""


def content_of(step: Step) -> Content:
    """What the step says; of one that could not be parsed, its raw text stands where most of it belongs."""
    if step.role is Role.PLANNER:
        rationale = step.raw if step.rationale is None else step.rationale
        return {"rationale": rationale, "decision": step.decision and step.decision.value}
    if step.role is Role.CALLER:
        if step.call is None:
            return {"name": "", "arguments": {}}
        return {"name": step.call.name, "arguments": step.call.arguments}
    return {"answer": step.raw if step.answer is None else step.answer}


def hash_of(content: Content) -> str:
    """SHA-256 of the content; the order of keys counts, as it trains."""
    return hashlib.sha256(dumps(content).encode()).hexdigest()


def checked(run: Run, role: Role, content: Content) -> Content:
    """The content as it is kept: only the role's fields, blanks around texts removed.

    Raises:
        InputError: it is not what this role can write in this run; the sentence names the field.
    """
    if len(dumps(content)) > LONGEST:
        raise InputError(f"The correction is longer than {LONGEST:,} characters: shorten it.")
    check = {Role.PLANNER: _planner, Role.CALLER: _caller, Role.SUMMARIZER: _summarizer}[role]
    return check(run, content)


def corrected(step: Step, content: Content) -> Step:
    """The step as if the role had written the content; without figures, and without an observation."""
    kept = ("id", "role", "parent_id", "started_at")
    fields: dict[str, Any] = {"raw": "", **{name: getattr(step, name) for name in kept}}
    if step.role is Role.PLANNER:
        fields |= {"rationale": content["rationale"], "decision": Decision(content["decision"])}
    elif step.role is Role.CALLER:
        fields["call"] = ToolCall(name=content["name"], arguments=content["arguments"])
    else:
        fields["answer"] = content["answer"]
    found = Step(**fields)
    return found.model_copy(update={"raw": written_text(found)})


def _planner(_: Run, content: Content) -> Content:
    rationale = " ".join(_text(content, "rationale").split())
    decision = content.get("decision")
    if not rationale:
        raise InputError("The rationale is empty: say why.")
    if decision not in set(Decision):
        raise InputError(f"The decision must be one of {', '.join(Decision)}: choose one.")
    return {"rationale": rationale, "decision": decision}


def _caller(run: Run, content: Content) -> Content:
    try:
        call = ToolCall.model_validate(content)
    except ValidationError as error:
        raise InputError("The call needs the name of a tool and its arguments as an object.") from error
    offered = {tool.name: tool for tool in run.tools}
    if call.name not in offered:
        raise InputError(
            f"This run was not offered a tool {call.name[:60]!r}: choose one of {', '.join(offered)}."
        )
    try:
        check_arguments(offered[call.name], call.arguments)
        dumps(call.arguments)
    except (ToolError, ValueError) as error:
        raise InputError(str(error)) from error
    return {"name": call.name, "arguments": call.arguments}


def _summarizer(_: Run, content: Content) -> Content:
    answer = _text(content, "answer").strip()
    if not answer:
        raise InputError("The answer is empty: write one.")
    return {"answer": answer}


def _text(content: Content, field: str) -> str:
    value = content.get(field)
    if not isinstance(value, str):
        raise InputError(f"The {field} is missing: write one.")
    return value
