"""Trains one adapter: the loop from the first step, or from where it was stopped, to the best weights."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence as List
from threading import Event
from typing import Any

import torch

from training.checkpoint import WorkFolder
from training.course import Course
from training.data import Sequence
from training.lora import Lora
from training.losses import Loss
from training.optimizer import MasterAdamW, learning_rate
from training.ranks import Ranks
from training.settings import Settings
from umi.models.files import Progress


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
        self._optimizer = MasterAdamW(lora.parameters, lora.rates(settings.rate_of_b))
        self._planned = 0, self._batches(train, 0)
        self._course = Course(settings, len(self._planned[1]), bool(valid), work, ranks)

    def run(self, progress: Progress, stop: Event) -> dict[str, Any]:
        """Train to the end; the adapter then holds the best weights. Returns what the manifest tells of it.

        Raises:
            Stopped: ``stop`` was set; the checkpoint holds everything up to here.
            TrainingError: the loss is no number any more, or the disk is full.
        """
        self._resume()
        if self._course.step == 0:
            self._measure_valid()
        # The first step is saved at once: a disk that cannot hold a checkpoint is better known early.
        saved = -math.inf
        while not self._course.over:
            self._measured_step(self._next_batch(), progress)
            late = time.perf_counter() - saved > self._settings.save_seconds
            stopped, due = self._ranks.any(stop.is_set(), late)
            if stopped or due:
                self._save()
                saved = time.perf_counter()
            if stopped:
                raise self._course.stopped()
        self._optimizer.put_weights(self._course.best.weights)
        return self._course.result()

    def _next_batch(self) -> list[Any]:
        epoch, place = divmod(self._course.step, self._course.epoch_steps)
        if self._planned[0] != epoch:
            self._planned = epoch, self._batches(self._train, epoch)
        return self._planned[1][place]

    def _batches(self, sequences: List[Sequence], epoch: int) -> list[list[Any]]:
        return self._loss.batches(sequences, self._settings.batch, self._settings.seed, epoch)

    def _measured_step(self, batch: list[Any], progress: Progress) -> None:
        started = time.perf_counter()
        rate = learning_rate(self._course.step, self._course.steps, self._settings.learning_rate)
        loss, tokens = self._learn(batch, rate)
        self._course.learnt(loss, rate, tokens, time.perf_counter() - started, progress)
        if self._course.measurement_due:
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
        self._course.require_number("loss", total / learnt)
        self._course.require_number("gradient", self._optimizer.step(rate, learnt))
        return total / learnt, read

    def _measure_valid(self) -> None:
        """Note the held-out loss, and the weights if they are the best so far."""
        started = time.perf_counter()
        loss = self._valid_loss() if self._valid else None
        self._course.measured(loss, self._optimizer.weights(), time.perf_counter() - started)

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

    def _save(self) -> None:
        if self._ranks.first:
            self._work.save({**self._course.state(), "optimizer": self._optimizer.state()})
        self._ranks.wait()

    def _resume(self) -> None:
        state = self._work.load()
        if state is not None:
            self._course.put_state(state)
            self._optimizer.put_state(state["optimizer"])
