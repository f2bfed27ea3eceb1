"""The gate: what a candidate changes against the live adapter, step by step and case by case.

Both write every step again on the history it was corrected or accepted at, greedily and held to their
grammar, in one model.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from training.gate_judge import rejected, wanted, wrong
from training.gate_metrics import figures
from training.gate_questions import ask_both, asked
from training.gate_write import Both, BothSides, Side
from training.role_rows import RoleRow, read_rows
from umi.models.local import LocalModel
from umi.schema import Role

VERSION = 1

DEV = Path(__file__).parents[1] / "assets" / "sample" / "valid.jsonl.gz"
"""The dev set where nobody names one."""

_TURNS_A_QUESTION = 12
"""What a live question counts as when the time that is left is told: about six steps, by each side."""


@dataclass(frozen=True)
class GateFiles:
    """What is asked. A missing file asks nothing; ``dev`` gives its first ``dev_steps`` steps of the role.

    ``cache`` is a folder for what either adapter wrote, so that nothing is written twice.
    """

    corrected: Path
    held_out: Path
    accepted: Path
    cache: Path
    dev: Path = DEV
    dev_steps: int = 0
    questions: Path | None = None
    question_count: int = 0


def run_gate(
    model: LocalModel,
    role: Role,
    live: Side,
    candidate: Side,
    files: GateFiles,
    tell: Callable[[str, float | None], None],
    cancel: Event,
) -> dict[str, Any]:
    """What ``gate.json`` holds. ``live`` and ``candidate`` are adapters of the model already.

    The model's other roles stay as they are; its adapter of this role is afterwards the live one.

    Raises:
        Cancelled: ``cancel`` was set; what was written is kept, and the same call goes on there.
        InputError: a file cannot be used.
        TrainingError: the cache cannot be written.
    """
    sides = BothSides(model, role, live, candidate, files.cache, cancel)
    try:
        return _Gate(sides, files, tell, cancel).run()
    finally:
        sides.point(live)


class _Gate:
    """One evaluation, with its clock."""

    def __init__(
        self, sides: BothSides, files: GateFiles, tell: Callable[[str, float | None], None], cancel: Event
    ) -> None:
        role = sides.role
        self._sides, self._cancel, self._tell = sides, cancel, tell
        self._groups = {
            "corrected": read_rows(files.corrected, role),
            "held_out": read_rows(files.held_out, role),
            "accepted": read_rows(files.accepted, role),
        }
        self._dev = read_rows(files.dev, role)[: files.dev_steps] if files.dev_steps else []
        self._questions = asked(files.questions, files.question_count)
        steps = len(self._dev) + sum(map(len, self._groups.values()))
        self._turns = 2 * (steps + _TURNS_A_QUESTION * len(self._questions))
        self._done = 0
        self._seconds: dict[str, float] = {}

    def run(self) -> dict[str, Any]:
        """See ``run_gate``."""
        models = self._sides.model.models
        return {
            "version": VERSION,
            "role": self._sides.role,
            "candidate_sha256": self._sides.candidate.sha256,
            "live_sha256": self._sides.live.sha256,
            "base_sha256": models.base_hash,
            "backbone_sha256": models.backbone_hash,
            "groups": {name: self._cases(name, rows) for name, rows in self._groups.items()},
            "metrics": self._metrics(),
            "questions": self._asked(),
            "seconds": self._seconds,
        }

    def _cases(self, group: str, rows: list[RoleRow]) -> list[dict[str, Any]]:
        what = f"Writing {len(rows)} {group.replace('_', '-')} steps again"
        return [_case(row, both) for row, both in zip(rows, self._written(group, what, rows), strict=True)]

    def _metrics(self) -> dict[str, Any] | None:
        if not self._dev:
            return None
        found = self._written("metrics", f"Measuring {len(self._dev)} steps of the dev set", self._dev)
        role = self._sides.role
        return {
            "steps": len(self._dev),
            "live": figures(role, self._dev, [both.live for both in found]),
            "candidate": figures(role, self._dev, [both.candidate for both in found]),
        }

    def _asked(self) -> dict[str, Any] | None:
        if not self._questions:
            return None
        what = f"Solving {len(self._questions)} questions with both"
        with self._timed("questions", what):
            return ask_both(
                self._sides,
                self._questions,
                lambda questions: self._more(what, _TURNS_A_QUESTION * questions),
                self._cancel,
            )

    def _written(self, name: str, what: str, rows: list[RoleRow]) -> list[Both]:
        with self._timed(name, what):
            return self._sides.write(rows, lambda turns: self._more(what, turns))

    @contextmanager
    def _timed(self, name: str, what: str) -> Iterator[None]:
        started = time.perf_counter()
        self._more(what, 0)
        yield
        self._seconds[name] = round(time.perf_counter() - started, 2)

    def _more(self, what: str, turns: int) -> None:
        self._done += turns
        self._tell(what, self._done / self._turns if self._turns else None)


def _case(row: RoleRow, both: Both) -> dict[str, Any]:
    before, after = wrong(row, both.live), wrong(row, both.candidate)
    return {
        "case": row.case,
        "run": row.id,
        "question": row.question,
        "before": not before,
        "after": not after,
        "live": both.live or "",
        "candidate": both.candidate or "",
        "wanted": wanted(row),
        "rejected": rejected(row),
        "why_before": before,
        "why_after": after,
    }
