"""``status.json``: where a role's retraining stands, for whoever looks from another process."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from training.checkpoint import write_whole
from umi.errors import TrainingError

Phase = Literal["loading", "training", "gate", "done", "failed", "cancelled"]

_EVERY = 0.3
"""Seconds between two writings, but for a new phase."""
_FIGURES = ("step", "steps", "loss", "valid_loss", "tokens_per_second", "seconds_left")


class Status:
    """Replaced as a whole at every change, so that a reader never sees half of it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._written = -1.0
        self._told: dict[str, Any] = {
            "phase": "loading",
            "message": "Starting",
            "fraction": None,
            **dict.fromkeys(_FIGURES),
            "started_at": _now(),
            "phases": {},
            "problem": None,
        }

    @contextmanager
    def phase(self, phase: Phase, message: str) -> Iterator[None]:
        """A part of the work; its seconds are told at its end, also when it fails."""
        started = time.perf_counter()
        self._put(phase=phase, message=message, fraction=None, seconds_left=None)
        try:
            yield
        finally:
            seconds = round(time.perf_counter() - started, 2)
            self._told["phases"] = {**self._told["phases"], phase: seconds}

    def progress(self, message: str, fraction: float | None) -> None:
        """See ``umi.models.files.Progress``."""
        self._told.update(message=message, fraction=fraction)
        self._write_at_times()

    def measured(self, record: dict[str, Any]) -> None:
        """A line of the measurements of the training."""
        self._told.update({key: record[key] for key in _FIGURES if key in record})
        self._told["fraction"] = record["step"] / record["steps"]
        self._write_at_times()

    def done(self) -> None:
        """All is there."""
        self._put(phase="done", message="Done", fraction=1.0, seconds_left=0.0)

    def cancelled(self, sentence: str) -> None:
        """Somebody stopped the work; the same command goes on."""
        self._put(phase="cancelled", message=sentence, seconds_left=None)

    def failed(self, sentence: str) -> None:
        """It cannot go on; where the disk is full this may not be told either."""
        with suppress(TrainingError):
            self._put(phase="failed", message="Failed", problem=sentence, seconds_left=None)

    def _put(self, **told: Any) -> None:
        self._told.update(told)
        self._write()

    def _write_at_times(self) -> None:
        if time.perf_counter() - self._written > _EVERY:
            self._write()

    def _write(self) -> None:
        text = json.dumps({**self._told, "at": _now()}, ensure_ascii=False) + "\n"
        write_whole(self._file, text, "what was trained is kept")
        self._written = time.perf_counter()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
