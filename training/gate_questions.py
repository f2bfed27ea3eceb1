"""Whole questions solved with the real tools, by the live adapter and by the candidate."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from training.gate_write import BothSides, Side
from umi.errors import Cancelled
from umi.live import evaluate_live
from umi.questions import Question, read_questions
from umi.side_by_side import solve_side_by_side
from umi.tools.travel import travel_tools
from umi.verdict import Result

_AT_ONCE = 12
"""Questions on their way at a time."""


def asked(path: Path | None, count: int) -> list[Question]:
    """The first ``count`` questions of the file, none without a file.

    Raises:
        InputError: the file holds something else.
    """
    return [] if path is None or not count else read_questions(path)[:count]


def ask_both(
    sides: BothSides, questions: list[Question], tell: Callable[[int], None], cancel: Event
) -> dict[str, Any]:
    """The part ``questions`` of the result; ``tell`` hears of every question that was solved.

    Raises:
        Cancelled: the gate was stopped.
    """
    live, candidate = (
        _results(sides, side, questions, tell, cancel) for side in (sides.live, sides.candidate)
    )
    cases = [
        {
            "id": before.id,
            "question": before.question,
            "before": before.passed,
            "after": after.passed,
            "live": before.answer or "",
            "candidate": after.answer or "",
        }
        for before, after in zip(live, candidate, strict=True)
    ]
    return {"asked": len(cases), "cases": cases}


def _results(
    sides: BothSides, side: Side, questions: list[Question], tell: Callable[[int], None], cancel: Event
) -> list[Result]:
    sides.point(side)
    tools = travel_tools()
    solver = partial(solve_side_by_side, model=sides.model, tools=tools, at_once=_AT_ONCE, cancel=cancel)
    results = evaluate_live(
        questions, sides.model, tools, tell=lambda _, done: tell(bool(done)), solver=solver
    )
    if cancel.is_set():
        raise Cancelled("The gate was stopped.")
    return results
