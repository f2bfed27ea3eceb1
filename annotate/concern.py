"""How much a run deserves a look before others, and why; the queue is ordered by it."""

from __future__ import annotations

from umi.schema import Outcome

_BY_OUTCOME = {
    Outcome.FAILED: 3.0,
    Outcome.STEP_LIMIT: 3.0,
    Outcome.CONTEXT_LIMIT: 3.0,
    Outcome.GAVE_UP: 2.0,
    Outcome.FINISHED: 0.0,
    Outcome.CANCELLED: -2.0,
    Outcome.INTERRUPTED: -2.0,
}
_TOOL_ERROR = 1.0
_UNKNOWN = 0.5
"""What a run counts as whose confidence nobody recorded, such as an imported one."""


def concern(outcome: Outcome | None, lowest_confidence: float | None, errors: int) -> float:
    """From -3 to 5: failed before given up before finished, tool errors before none, unsure before sure.

    ``errors`` counts observations that are errors. A running run waits: -3.
    """
    if outcome is None:
        return -3.0
    sure = _UNKNOWN if lowest_confidence is None else lowest_confidence
    return _BY_OUTCOME[outcome] + _TOOL_ERROR * bool(errors) + 1 - sure


def reason(outcome: Outcome | None, lowest_confidence: float | None, errors: int) -> str:
    """Why it stands where it stands, in a word or two."""
    if outcome is not Outcome.FINISHED:
        return (outcome or "running").replace("_", " ")
    if errors:
        return "tool error"
    return "finished" if lowest_confidence is None or lowest_confidence >= 0.5 else "unsure"
