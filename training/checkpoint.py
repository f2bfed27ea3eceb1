"""What a killed training goes on from: one file, replaced as a whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from pickle import UnpicklingError
from tempfile import TemporaryFile
from typing import IO, Any

import torch
from safetensors import SafetensorError

from training.processes import is_first
from umi.errors import TrainingError

CHECKPOINT = "checkpoint.pt"
METRICS = "metrics.jsonl"

Listener = Callable[[dict[str, Any]], None]
"""Called with each line of the measurements as it is written."""


class WorkFolder:
    """The folder of a training under way: its checkpoint and its measurements so far."""

    def __init__(self, path: Path, fingerprint: str, listener: Listener | None = None) -> None:
        """``fingerprint`` names data, base and settings; another training's folder is refused.

        ``listener`` hears of every measurement.

        Raises:
            TrainingError: the folder cannot be made.
        """
        self.path = path
        self._fingerprint, self._listener = fingerprint, listener
        self._step = -1
        with self.disk():
            path.mkdir(parents=True, exist_ok=True)

    @property
    def kept(self) -> str:
        """What there is to go on from, as a part of a sentence."""
        return (
            "it has no checkpoint yet" if self._step < 0 else f"its checkpoint of step {self._step} is kept"
        )

    def load(self) -> dict[str, Any] | None:
        """The last checkpoint, and the measurements cut back to it; None where there is none.

        Raises:
            TrainingError: the folder belongs to another training, or its checkpoint cannot be read.
        """
        state = self._read() if (self.path / CHECKPOINT).is_file() else None
        if state is not None and state["fingerprint"] != self._fingerprint:
            raise TrainingError(
                f"{self.path} holds a training with other data or settings: finish that one with its own "
                "command, delete the folder, or choose another --out."
            )
        self._step = -1 if state is None else state["step"]
        if is_first():
            self._cut_measurements()
        return state

    def _read(self) -> dict[str, Any]:
        file = self.path / CHECKPOINT
        try:
            state: dict[str, Any] = torch.load(file, map_location="cpu", weights_only=True)
        except (OSError, RuntimeError, UnpicklingError, EOFError) as error:
            reason = str(error).splitlines()[0]
            raise TrainingError(
                f"{file} cannot be read ({reason}): delete the folder {self.path} to begin this stage anew."
            ) from error
        return state

    def save(self, state: dict[str, Any]) -> None:
        """Replace the checkpoint; a crash leaves the old or the new one, never half of one.

        Raises:
            TrainingError: it cannot be written.
        """
        whole = {**state, "fingerprint": self._fingerprint}
        with self.disk():
            _replace(self.path / CHECKPOINT, lambda file: torch.save(whole, file))
        self._step = state["step"]

    def measured(self, record: dict[str, Any]) -> None:
        """Add a line to the measurements."""
        with self.disk(), (self.path / METRICS).open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")
        if self._listener is not None:
            self._listener(record)

    def _cut_measurements(self) -> None:
        """Drop what was measured after the checkpoint: it will be measured again."""
        file = self.path / METRICS
        with self.disk():
            lines = file.read_bytes().splitlines(keepends=True) if file.is_file() else []
            kept = [line for line in lines if line.endswith(b"\n") and json.loads(line)["step"] <= self._step]
            _replace(file, lambda stream: stream.writelines(kept))

    def disk(self) -> AbstractContextManager[None]:
        """While it lasts, what the disk refuses becomes a sentence with the way out."""
        return _disk(self.path, self.kept)


def require_writable(out: Path) -> None:
    """Make the folder, and try it out before any work is done.

    Raises:
        TrainingError: it cannot be made, read or written.
    """
    with _disk(out, "nothing was begun"):
        out.mkdir(parents=True, exist_ok=True)
        any(out.iterdir())
        with TemporaryFile(dir=out) as file:
            file.write(b"0")


def write_whole(file: Path, text: str, safe: str) -> None:
    """Write a small file, and its folder, that is there as a whole or not at all.

    ``safe`` says what a failure leaves.

    Raises:
        TrainingError: it cannot be written.
    """
    with _disk(file, safe):
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file, lambda stream: stream.write(text.encode()))


def _replace(file: Path, write: Callable[[IO[bytes]], Any]) -> None:
    """Write aside, reach the disk, then take the name in one step."""
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def _disk(path: Path, safe: str) -> Iterator[None]:
    """Turns what the disk refuses into a sentence with the way out."""
    try:
        yield
    except (OSError, RuntimeError, SafetensorError) as error:
        reason = _refusal(error)
        if reason is None:
            raise
        full = "space" in reason or "quota" in reason
        out = "make room there" if full else "make it a folder that can be written, or choose another --out,"
        raise TrainingError(
            f"{path} cannot be written ({reason}): {out} and run the same command again; {safe}."
        ) from error


def _refusal(error: BaseException | None) -> str | None:
    """What the disk said, if that is behind the error.

    Torch's writer breaks over the disk's error with one of its own; safetensors only quotes it.
    """
    if isinstance(error, SafetensorError):
        return str(error)
    while error is not None and not isinstance(error, OSError):
        error = error.__context__
    return None if error is None else error.strerror or str(error)
