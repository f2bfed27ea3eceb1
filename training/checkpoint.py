"""What a killed training goes on from: one file, replaced as a whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import torch

from umi.errors import TrainingError

CHECKPOINT = "checkpoint.pt"
METRICS = "metrics.jsonl"


class WorkFolder:
    """The folder of a training under way: its checkpoint and its measurements so far."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        """``fingerprint`` names data, base and settings; another training's folder is refused.

        Raises:
            TrainingError: the folder belongs to another training, or cannot be made.
        """
        self.path = path
        self._fingerprint = fingerprint
        self._step = -1
        with _disk(path, "nothing is lost"):
            path.mkdir(parents=True, exist_ok=True)

    def load(self) -> dict[str, Any] | None:
        """The last checkpoint, and the measurements cut back to it; None where there is none."""
        file = self.path / CHECKPOINT
        if not file.is_file():
            (self.path / METRICS).unlink(missing_ok=True)
            return None
        state: dict[str, Any] = torch.load(file, map_location="cpu", weights_only=True)
        if state["fingerprint"] != self._fingerprint:
            raise TrainingError(
                f"{self.path} holds a training with other data or settings: finish that one with its own "
                "command, delete the folder, or choose another --out."
            )
        self._step = state["step"]
        self._cut_metrics(self._step)
        return state

    def save(self, state: dict[str, Any]) -> None:
        """Replace the checkpoint; a crash leaves the old or the new one, never half of one."""
        whole, part = self.path / CHECKPOINT, self.path / f"{CHECKPOINT}.part"
        with _disk(self.path, f"the checkpoint of step {max(self._step, 0)} is whole"):
            try:
                with part.open("wb") as file:
                    torch.save({**state, "fingerprint": self._fingerprint}, file)
                    file.flush()
                    os.fsync(file.fileno())
                part.replace(whole)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
        self._step = state["step"]

    def measured(self, record: dict[str, Any]) -> None:
        """Add a line to the measurements."""
        with (
            _disk(self.path, f"the checkpoint of step {max(self._step, 0)} is whole"),
            self._metrics("a") as file,
        ):
            file.write(json.dumps(record) + "\n")

    def disk(self) -> AbstractContextManager[None]:
        """While it lasts, what the disk refuses becomes a sentence with the way out."""
        return _disk(self.path, f"the checkpoint of step {max(self._step, 0)} is whole")

    def _metrics(self, mode: str) -> Any:
        return (self.path / METRICS).open(mode, encoding="utf-8")

    def _cut_metrics(self, step: int) -> None:
        """Drop what was measured after the checkpoint: it will be measured again."""
        if not (self.path / METRICS).is_file():
            return
        with self._metrics("r") as file:
            lines = [line for line in file if line.endswith("\n") and json.loads(line)["step"] <= step]
        with self._metrics("w") as file:
            file.writelines(lines)


@contextmanager
def _disk(path: Path, safe: str) -> Iterator[None]:
    """Turns what the disk refuses into a sentence with the way out."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        # torch.save reports a full disk as a RuntimeError of its own archive writer.
        if isinstance(error, RuntimeError) and "writ" not in str(error):
            raise
        reason = error.strerror if isinstance(error, OSError) else "the disk may be full"
        raise TrainingError(
            f"{path} cannot be written ({reason}): make room there and run the same command again, "
            f"it goes on; {safe}."
        ) from error
