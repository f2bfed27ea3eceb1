"""How a training job stands, read from what its process writes into the job's folder."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

Phase = Literal["loading", "training", "gate", "done", "failed", "cancelled"]


class Status(BaseModel):
    """``status.json`` of a job; ``phases`` are the seconds of each, ``seconds_left`` and rates where known.

    ``problem`` is one sentence where it failed. Fields that a later version adds are ignored.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    phase: Phase
    message: str = ""
    fraction: float | None = None
    step: int | None = None
    steps: int | None = None
    loss: float | None = None
    valid_loss: float | None = None
    tokens_per_second: float | None = None
    seconds_left: float | None = None
    started_at: datetime | None = None
    at: datetime | None = None
    phases: dict[str, float] = {}
    problem: str | None = None


def read_status(folder: Path) -> Status | None:
    """What the process said last; None where it said nothing (yet) that can be read."""
    try:
        return Status.model_validate_json((folder / "status.json").read_bytes())
    except (OSError, ValidationError):
        return None


def read_curve(folder: Path, role: str, adapter: Path | None) -> list[dict[str, Any]]:
    """The lines of the losses so far, oldest first; ``adapter`` is where the finished one was moved to."""
    finished, growing = folder / "out" / role, folder / "out" / f"{role}.training"
    places = [*([adapter] if adapter else []), finished, growing]
    for file in (place / "metrics.jsonl" for place in places):
        if file.is_file():
            return list(_objects(file))
    return []


def read_log(folder: Path, most: int = 100_000) -> str:
    """The last ``most`` bytes of what the process printed, as text."""
    try:
        with (folder / "log.txt").open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(size - most, 0))
            return file.read().decode(errors="replace")
    except OSError:
        return ""


def _objects(file: Path) -> list[dict[str, Any]]:
    found = []
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            value = json.loads(line)
        except ValueError:
            # The last line may be half written.
            continue
        if isinstance(value, dict):
            found.append(value)
    return found
