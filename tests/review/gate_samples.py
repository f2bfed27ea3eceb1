"""Results of a gate as the training process writes them, short to write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

OUTCOMES = {"f": (False, True), "w": (False, False), "b": (True, False), "u": (True, True)}
"""Fixed, still wrong, newly broken, unchanged."""


def cases(outcomes: str) -> list[dict[str, Any]]:
    """A case for each letter: ``fwbu``."""
    return [_case(number, *OUTCOMES[letter]) for number, letter in enumerate(outcomes)]


def _case(number: int, before: bool, after: bool) -> dict[str, Any]:
    return {
        "case": f"step{number}/1",
        "run": "run",
        "question": "Which airports has Oslo?",
        "before": before,
        "after": after,
        "live": '{"name":"find_airports","arguments":{"city":"Bergen"}}',
        "candidate": '{"name":"find_airports","arguments":{"city":"Oslo"}}',
        "wanted": '{"name":"find_airports","arguments":{"city":"Oslo"}}',
        "rejected": None,
        "why_before": "",
        "why_after": "",
    }


def gate_json(
    corrected: str = "", held_out: str = "", accepted: str = "", role: str = "caller", **more: Any
) -> dict[str, Any]:
    """What ``gate.json`` holds; each group as its letters."""
    return {
        "version": 1,
        "role": role,
        "candidate_sha256": "c" * 64,
        "live_sha256": "d" * 64,
        "base_sha256": "e" * 64,
        "backbone_sha256": None,
        "groups": {"corrected": cases(corrected), "held_out": cases(held_out), "accepted": cases(accepted)},
        "metrics": None,
        "questions": None,
        "seconds": {},
        **more,
    }


def write_gate(folder: Path, *groups: str, **more: Any) -> Path:
    """The file."""
    path = folder / "gate.json"
    path.write_text(json.dumps(gate_json(*groups, **more)), encoding="utf-8")
    return path
