"""The points of the learning curve: what each way of learning changed on the same held-out questions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from umi.live_report import Rate

ROUNDS = "rounds"

WAYS: Mapping[str, str] = {
    ROUNDS: "corrections in rounds, with replay",
    "replay": "corrections with replay",
    "corrections": "corrections alone",
    "trajectories": "whole trajectories",
}
"""Ways of learning, as files and as people name them."""

HEADER = ("learnt from", "count", "passed", "95 % interval", "fixed", "newly broken", "core minutes")


@dataclass(frozen=True)
class Point:
    """A set trained on ``count`` corrections or trajectories, against the weakened one it began with.

    ``passed`` of all questions; ``fixed`` failed before, ``broken`` passed before; ``minutes`` of one core
    went into its training.
    """

    way: str
    count: int
    passed: Rate
    fixed: int
    broken: int
    minutes: float


def point(
    way: str, count: int, before: Mapping[str, bool], after: Mapping[str, bool], seconds: float
) -> Point:
    """Who passed before and after, by the question's id; only questions asked both times count."""
    both = [(before[one], after[one]) for one in before if one in after]
    return Point(
        way,
        count,
        Rate(sum(now for _, now in both), len(both)),
        sum(now and not once for once, now in both),
        sum(once and not now for once, now in both),
        seconds / 60,
    )


def passes(results: Path) -> dict[str, bool]:
    """By id, whether each question of a live evaluation's results passed."""
    lines = results.read_text(encoding="utf-8").splitlines()
    found: Iterable[dict[str, Any]] = map(json.loads, lines)
    return {one["id"]: one["passed"] for one in found}


def rows(before: Mapping[str, bool], points: Sequence[Point]) -> list[tuple[str, ...]]:
    """The table, the weakened set first, then way by way as the counts grow."""
    start = point("", 0, before, before, 0)
    order = sorted(points, key=lambda one: (list(WAYS).index(one.way), one.count))
    return [("the weakened set", *_cells(start)), *((WAYS[one.way], *_cells(one)) for one in order)]


def _cells(one: Point) -> tuple[str, ...]:
    low, high = one.passed.interval
    return (
        str(one.count),
        f"{one.passed.value or 0:.0%}",
        f"{low:.0%} to {high:.0%}",
        str(one.fixed),
        str(one.broken),
        f"{one.minutes:.1f}",
    )
