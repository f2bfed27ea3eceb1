"""Whether the calls to learn from say nothing that did not stand in the rationale before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from umi.models.copying import copied_from, spans
from umi.prompts import turns
from umi.trajectory import Trajectory


def only_copies(trajectories: Iterable[Trajectory]) -> bool:
    """Every text of every call is a run of words of the rationale before it: a caller may be held to that."""
    return all(_copied(trajectory) for trajectory in trajectories)


def only_copy(rows: Iterable[Trajectory]) -> bool:
    """Every text of the call that ends each row stands where a caller that copies finds it."""
    return all(_copies(row) for row in rows)


def _copies(row: Trajectory) -> bool:
    call = row.steps[-1].call
    before = tuple(turns(row.model_copy(update={"steps": row.steps[:-1]})))
    return call is None or set(_texts(call.arguments)) <= set(spans(copied_from(before)))


def _copied(trajectory: Trajectory) -> bool:
    rationale = ""
    for step in trajectory.steps:
        rationale = step.rationale or rationale
        if step.call is not None and not set(_texts(step.call.arguments)) <= set(spans([rationale])):
            return False
    return True


def _texts(value: Any) -> Iterator[str]:
    """All texts within a call's arguments."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
