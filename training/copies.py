"""Whether the calls to learn from say nothing that did not stand in the rationale before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from umi.models.copying import spans
from umi.trajectory import Trajectory


def only_copies(trajectories: Iterable[Trajectory]) -> bool:
    """Every text of every call is a run of words of the rationale before it: a caller may be held to that."""
    return all(_copied(trajectory) for trajectory in trajectories)


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
