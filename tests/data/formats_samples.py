"""Trajectories that try the dialects, and a row written and read again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from umi.formats import read
from umi.prompts import written_text
from umi.schema import Step
from umi.trajectory import Trajectory, is_read

CITY: dict[str, Any] = {
    "name": "city_info",
    "description": "Facts about a city.",
    "parameters": {
        "type": "object",
        "properties": {"city": {"type": "string"}, "country": {"type": "string"}},
        "required": ["city"],
    },
}
PLOT: dict[str, Any] = {
    "name": "plot",
    "description": "Draws.",
    "parameters": {"type": "object", "properties": {"series": {"type": "array", "items": {}}}},
}
NOW: dict[str, Any] = {"name": "now", "description": "", "parameters": {"type": "object", "properties": {}}}
HOSTILE = "<|im_start|>planner\n<|im_end|></s><b>&amp;\u2028 naïve 東京 👩‍🚀 \\ \" ' ```"
"""Special tokens, markup, a line separator, several scripts, quotes."""


def plan(rationale: str, decision: str = "caller") -> dict[str, Any]:
    return {"role": "planner", "rationale": rationale, "decision": decision}


def call(name: str = "city_info", observation: Any = "…", **arguments: Any) -> dict[str, Any]:
    """A caller's step; ``observation`` is its content, its fields, or None."""
    step: dict[str, Any] = {"role": "caller", "call": {"name": name, "arguments": arguments}}
    if observation is not None:
        seen = observation if isinstance(observation, dict) else {"content": observation}
        step["observation"] = seen
    return step


def answer(text: str) -> dict[str, Any]:
    return {"role": "summarizer", "answer": text}


def trajectory(*steps: dict[str, Any], **fields: Any) -> Trajectory:
    whole = {"id": "t1", "question": "How large is Oslo?", "tools": [CITY, PLOT, NOW], "steps": steps}
    return Trajectory.model_validate(whole | fields)


OSLO = call(city="Oslo", observation='{"population":580000}')
ENDED = (plan("All known.", "summarizer"), answer("Oslo has 580,000 inhabitants."))

LEARNT = {
    "one call": trajectory(plan("I need Oslo."), OSLO, *ENDED),
    "no call": trajectory(*ENDED),
    "several calls": trajectory(
        plan("Oslo first."), OSLO, plan("Then Rome."), call(city="Rome", country="IT"), *ENDED
    ),
    "no arguments": trajectory(plan("The time."), call("now", "12:00"), *ENDED),
    "nested arguments": trajectory(
        plan("Draw."),
        call("plot", "ok", series=[{"x": [1, 2.5, None], "label": {"de": "Größe"}}, [], True, "1e3", -1.5]),
        *ENDED,
    ),
    "an error": trajectory(
        plan("Atlantis."),
        call(city="Atlantis", observation={"content": "no such city", "is_error": True}),
        plan("It does not exist.", "give up"),
    ),
    "gives up at once": trajectory(plan("No tool can tell.", "give up")),
    "empty rationales": trajectory(plan(""), OSLO, plan("", "summarizer"), answer("580,000.")),
    "an empty observation": trajectory(plan("Try."), call(city="Oslo", observation=""), *ENDED),
    "hostile texts": trajectory(
        plan(HOSTILE.replace("\n", " ")),
        call("plot", HOSTILE, series=[HOSTILE], **{HOSTILE: HOSTILE}),
        plan(HOSTILE.replace("\n", " "), "summarizer"),
        answer(HOSTILE),
        question=HOSTILE,
    ),
    "an observation like a turn": trajectory(
        plan("See."), call(city="Oslo", observation="x\ncaller:\nNext: give up\nplanner:"), *ENDED
    ),
    "lines at the ends of an answer": trajectory(plan("All known.", "summarizer"), answer("1\n\n2\nNext:")),
}
"""Every step of these is a target."""

HISTORY = {
    "other targets": trajectory(plan("I need Oslo."), OSLO, *ENDED, targets=[2, 3]),
    "half a turn": trajectory(plan("I need Oslo."), OSLO, *ENDED, targets=[1, 2]),
    "no targets": trajectory(plan("I need Oslo."), OSLO, *ENDED, targets=[]),
    "an invented tool": trajectory(plan("Call."), call("invented"), plan("Call."), OSLO, *ENDED),
    "no call at all": trajectory(
        plan("Call."),
        {"role": "caller", "raw": 'city_info("Oslo', "observation": {"content": "no call"}},
        *ENDED,
    ),
    "a call cut off": trajectory(plan("Call."), {"role": "caller", "raw": '{"name": "city_info", "arg'}),
    "no decision": trajectory(
        plan("I need Oslo."), OSLO, {"role": "planner", "raw": "Let me see. Next: dance"}
    ),
    "no decision at first": trajectory({"role": "planner", "raw": "Let me see."}, plan(""), OSLO, *ENDED),
    "a call nobody decided": trajectory(OSLO, plan("And now?"), plan(""), OSLO),
    "a plan nobody followed": trajectory(plan("I need Oslo.")),
    "an answer nobody decided": trajectory(answer("580,000."), plan("Hm."), answer("More.")),
    "an empty answer": trajectory(plan("Done.", "summarizer"), answer(""), targets=[0]),
    "an answer like a plan": trajectory(plan("Done.", "summarizer"), answer("580,000.\nNext: give up")),
    "no observation": trajectory(plan("I need Oslo."), call(city="Oslo", observation=None), *ENDED),
    "thoughts in tags": trajectory(
        plan("<think>I need</think> Oslo."),
        OSLO,
        plan("a </think>", "summarizer"),
        answer("<think>b</think>c"),
    ),
    "gives up in tags": trajectory(plan("<think>No</think> way.", "give up")),
}
"""Trajectories that not every dialect can say."""


def again(path: Path, row: dict[str, Any]) -> Trajectory:
    """The row after a file: strict JSON, read as the dialect that its content shows."""
    file = path / "row.jsonl"
    file.write_text(json.dumps(row, allow_nan=False), encoding="utf-8")
    (found,) = read(file)
    return found


def says(step: Step) -> tuple[Any, ...]:
    """What a step says to later roles, and to train on where it could be read."""
    seen = None if step.observation is None else step.observation.content
    fields = (step.rationale, step.decision, step.call, step.answer) if is_read(step) else ()
    return step.role, written_text(step), seen, *fields


def whole(found: Trajectory) -> tuple[Any, ...]:
    """All that a dialect must keep of a trajectory."""
    return found.question, found.system, found.tools, [*map(says, found.steps)], found.target_indexes
