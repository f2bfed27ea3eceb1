"""Trains one adapter: the loop from the first step, or from where it was stopped, to the best weights."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence as List
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import torch

from training.checkpoint import WorkFolder
from training.data import Sequence
from training.lora import Lora
from training.losses import Loss
from training.optimizer import MasterAdamW, learning_rate
from training.ranks import Ranks
from training.settings import Settings
from umi.errors import TrainingError
from umi.models.files import Progress


class Stopped(TrainingError):
    """Somebody stopped the training; it goes on from its checkpoint."""


@dataclass
class _Best:
    """The lowest held-out loss so far, with its weights, and how many measurements it has stood."""

    loss: float = math.inf
    step: int = 0
    stood: int = 0
    weights: list[torch.Tensor] = field(default_factory=list)


class Finetuning:
    """One adapter's training. The same data, settings and machine give the same weights, stopped or not."""

    def __init__(
        self,
        lora: Lora,
        loss: Loss[Any],
        train: List[Sequence],
        valid: List[Sequence],
        settings: Settings,
        work: WorkFolder,
        ranks: Ranks,
    ) -> None:
        self._lora, self._loss, self._settings = lora, loss, settings
        self._train, self._valid = train, valid
        self._work, self._ranks = work, ranks
        self._optimizer = MasterAdamW(lora.parameters)
        self._planned = 0, self._batches(train, 0)
        self._epoch_steps = len(self._planned[1])
        self._steps = self._epoch_steps * settings.epochs
        self._step = 0
        self._best = _Best()
        self._seconds = 0.0

    def run(self, progress: Progress, stop: Event) -> dict[str, Any]:
        """Train to the end; the adapter then holds the best weights. Returns what the manifest tells of it.

        Raises:
            Stopped: ``stop`` was set; the checkpoint holds everything up to here.
            TrainingError: the loss is no number any more, memory or disk ran out.
        """
        self._resume()
        if self._step == 0:
            self._measure_valid()
        saved = time.perf_counter()
        while self._step < self._steps and self._best.stood < self._settings.patience:
            self._measured_step(self._next_batch(), progress)
            if stop.is_set():
                self._save()
                raise Stopped(
                    f"Stopped after step {self._step} of {self._steps}: the same command goes on there."
                )
            if time.perf_counter() - saved > self._settings.save_seconds:
                self._save()
                saved = time.perf_counter()
        self._optimizer.put_weights(self._best.weights)
        return {
            "steps": self._step,
            "best_step": self._best.step,
            "valid_loss": self._best.loss if self._valid else None,
            "seconds": round(self._seconds, 1),
        }

    def _next_batch(self) -> list[Any]:
        epoch, place = divmod(self._step, self._epoch_steps)
        if self._planned[0] != epoch:
            self._planned = epoch, self._batches(self._train, epoch)
        return self._planned[1][place]

    def _batches(self, sequences: List[Sequence], epoch: int) -> list[list[Any]]:
        return self._loss.batches(sequences, self._settings.batch, self._settings.seed, epoch)

    def _measured_step(self, batch: list[Any], progress: Progress) -> None:
        started = time.perf_counter()
        rate = learning_rate(self._step, self._steps, self._settings.learning_rate)
        loss, tokens = self._learn(batch, rate)
        self._step += 1
        spent = time.perf_counter() - started
        self._seconds += spent
        left = self._seconds / self._step * (self._steps - self._step)
        self._report(
            {"loss": loss, "learning_rate": rate, "tokens_per_second": tokens / spent, "seconds_left": left}
        )
        progress(
            f"Training: step {self._step} of {self._steps}, loss {loss:.3f}, {_duration(left)} left", None
        )
        if self._step % self._settings.valid_every == 0 or self._step % self._epoch_steps == 0:
            self._measure_valid()

    def _learn(self, batch: list[Any], rate: float) -> tuple[float, float]:
        """One update; returns the mean loss of a learnt token, and how many tokens the step read."""
        own = self._ranks.own(batch)
        total, count = 0.0, 0
        for part in self._loss.parts(own, self._settings.batch_tokens) if own else []:
            summed, tokens = self._loss(part)
            summed.backward()  # type: ignore[no-untyped-call]
            self._optimizer.gather()
            total, count = total + float(summed.detach()), count + tokens
        self._ranks.sum(self._optimizer.gathered)
        total, learnt, read = self._ranks.sum_of(total, count, self._loss.size(own))
        self._require_number(total / learnt)
        self._optimizer.step(rate, learnt)
        return total / learnt, read

    def _require_number(self, loss: float) -> None:
        if not math.isfinite(loss):
            raise TrainingError(
                f"The loss became {loss} at step {self._step + 1}: lower --learning-rate. "
                "The last checkpoint before is kept."
            )

    def _measure_valid(self) -> None:
        """Note the held-out loss, and the weights if they are the best so far."""
        started = time.perf_counter()
        loss = self._valid_loss() if self._valid else -float(self._step)
        self._seconds += time.perf_counter() - started
        if self._valid:
            self._report({"valid_loss": loss})
        if loss < self._best.loss:
            self._best = _Best(loss, self._step, 0, self._optimizer.weights())
        else:
            self._best.stood += 1

    @torch.no_grad()
    def _valid_loss(self) -> float:
        total, count = 0.0, 0
        for batch in self._batches(self._valid, 0):
            own = self._ranks.own(batch)
            for part in self._loss.parts(own, self._settings.batch_tokens) if own else []:
                summed, tokens = self._loss(part)
                total, count = total + float(summed), count + tokens
        total, learnt = self._ranks.sum_of(total, count)
        return total / learnt

    def _report(self, measured: dict[str, float]) -> None:
        if self._ranks.first:
            rounded = {key: float(f"{value:.6g}") for key, value in measured.items()}
            epoch = round(self._step / self._epoch_steps, 4)
            self._work.measured({"step": self._step, "epoch": epoch, **rounded})

    def _save(self) -> None:
        if self._ranks.first:
            best = {"loss": self._best.loss, "step": self._best.step, "stood": self._best.stood}
            state = {"step": self._step, "seconds": self._seconds, "optimizer": self._optimizer.state()}
            self._work.save({**state, "best": best, "best_weights": self._best.weights})
        self._ranks.wait()

    def _resume(self) -> None:
        state = self._work.load()
        if state is not None:
            self._step, self._seconds = state["step"], state["seconds"]
            self._optimizer.put_state(state["optimizer"])
            self._best = _Best(**state["best"], weights=state["best_weights"])


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes}:{rest:02}"
