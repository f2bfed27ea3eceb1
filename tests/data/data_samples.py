"""Small trajectories and rows in each dialect, and where the real data lies."""

from __future__ import annotations

import copy
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[3] / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"the real data is not at {DATA}")

TOOL: dict[str, Any] = {"name": "f", "description": "Does f.", "parameters": {"type": "object"}}
PLAN: dict[str, Any] = {"role": "planner", "rationale": "F is needed.", "decision": "caller"}
CALL: dict[str, Any] = {
    "role": "caller",
    "call": {"name": "f", "arguments": {"a": 1}},
    "observation": {"content": "2"},
}
END: dict[str, Any] = {"role": "planner", "rationale": "Done.", "decision": "summarizer"}
ANSWER: dict[str, Any] = {"role": "summarizer", "answer": "It is 2."}


def row(**changes: Any) -> dict[str, Any]:
    """A whole trajectory as a file holds it; a field changed to ``...`` is left out."""
    whole = {"id": "t1", "question": "What is f?", "tools": [TOOL], "steps": [PLAN, CALL, END, ANSWER]}
    return {key: value for key, value in copy.deepcopy(whole | changes).items() if value is not ...}


def write(path: Path, *lines: Any) -> Path:
    """One JSON value a line; bytes are written as they are; packed where the name ends in ``.gz``."""
    content = b"".join(
        (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines
    )
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def function(name: str = "f", **properties: str) -> dict[str, Any]:
    """A ToolBench function whose arguments have these types; the first is required."""
    return {
        "name": name,
        "description": f"Does {name}.",
        "parameters": {
            "type": "object",
            "properties": {key: {"type": kind, "description": ""} for key, kind in properties.items()},
            "required": list(properties)[:1],
            "optional": list(properties)[1:],
        },
    }


def says(content: str | None, name: str = "", arguments: Any = None) -> dict[str, Any]:
    """An assistant's turn in ToolBench, with a call where a name is given."""
    turn: dict[str, Any] = {"role": "assistant", "content": content}
    if name:
        text = arguments if isinstance(arguments, str) else json.dumps(arguments or {})
        turn["function_call"] = {"name": name, "arguments": text}
    return turn


def returns(content: str) -> dict[str, Any]:
    return {"role": "function", "name": "f", "content": content}


def user(content: str) -> dict[str, Any]:
    return {"role": "user", "content": content}


AGAIN = user("This is not the first time you try this task, all previous trails failed.\n…")
FINISH = says("All known.", "Finish", {"return_type": "give_answer", "final_answer": "It is 2."})
GIVE_UP = says("No way.", "Finish", {"return_type": "give_up_and_restart"})


def chain(*turns: dict[str, Any], functions: Any = None) -> dict[str, Any]:
    """A ToolBench row with these turns after the question."""
    return {
        "id": "tb1",
        "query": "What is f?",
        "functions": [function(a="integer", b="string"), function("Finish")]
        if functions is None
        else functions,
        "messages": [{"role": "system", "content": "…"}, user("\nWhat is f?\nBegin!\n"), *turns],
    }
