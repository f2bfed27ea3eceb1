"""Where a training stands: steps, time, the best weights so far, and what is told of them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import torch

from training.checkpoint import WorkFolder
from training.errors import Stopped
from training.ranks import Ranks
from training.settings import Settings
from umi.errors import TrainingError
from umi.models.files import Progress

_A_EPOCH = 8
"""Measurements in a long epoch: more would take more time than they are worth."""


@dataclass
class Best:
    """The lowest held-out loss so far, and how many measurements it has stood."""

    loss: float = math.inf
    step: int = 0
    stood: int = 0
    weights: list[torch.Tensor] = field(default_factory=list)


class Course:
    """The way from the first step to the best weights, whoever computes the steps."""

    def __init__(
        self, settings: Settings, epoch_steps: int, held_out: bool, work: WorkFolder, ranks: Ranks
    ) -> None:
        """``held_out``: there are rows to measure on."""
        self.epoch_steps = epoch_steps
        self.steps = math.ceil(epoch_steps * settings.epochs)
        self.step = 0
        self.best = Best()
        self._learning, self._measuring = 0.0, 0.0
        self._settings, self._held_out = settings, held_out
        self._work, self._ranks = work, ranks

    @property
    def over(self) -> bool:
        """All steps are done, or too many measurements went by without a better one."""
        return self.step >= self.steps or self.best.stood >= self._settings.patience

    @property
    def measurement_due(self) -> bool:
        """The held-out rows are to be measured after this step."""
        place = self.step % self.epoch_steps
        every = max(self._settings.valid_every, self.epoch_steps // _A_EPOCH)
        return place == 0 or place % every == 0 or self.step == self.steps

    def learnt(self, loss: float, rate: float, tokens: float, seconds: float, progress: Progress) -> None:
        """One more step is done; ``tokens`` are those it read."""
        self.step += 1
        self._learning += seconds
        left = self._learning / self.step * (self.steps - self.step)
        measured = {"loss": loss, "learning_rate": rate, "tokens_per_second": tokens / seconds}
        self._report({**measured, "seconds_left": left})
        progress(f"Training: step {self.step} of {self.steps}, loss {loss:.3f}, {_duration(left)} left", None)

    def measured(self, loss: float | None, weights: list[torch.Tensor], seconds: float) -> None:
        """Note the loss of the held-out rows; without any, the newest weights count as the best."""
        self._measuring += seconds
        if loss is not None:
            self.require_number("held-out loss", loss)
            self._report({"valid_loss": loss})
        found = -float(self.step) if loss is None else loss
        if found < self.best.loss:
            self.best = Best(found, self.step, 0, weights)
        else:
            self.best.stood += 1

    def require_number(self, what: str, value: float) -> None:
        """Refuse a measured value of the step under way that is no finite number.

        Raises:
            TrainingError: it is not; what to do about it.
        """
        if not math.isfinite(value):
            raise TrainingError(
                f"The {what} became {value} at step {self.step + 1}: lower --learning-rate (of a role over "
                f"a backbone: --role-learning-rate) and choose another --out or delete {self._work.path}; "
                f"{self._work.kept}."
            )

    def stopped(self) -> Stopped:
        """What to raise once the checkpoint of a stopped training is written."""
        return Stopped(f"Stopped after step {self.step} of {self.steps}: the same command goes on there.")

    def result(self) -> dict[str, Any]:
        """What the manifest tells of a finished training."""
        return {
            "steps": self.step,
            "best_step": self.best.step,
            "valid_loss": self.best.loss if self._held_out else None,
            "seconds": round(self._learning + self._measuring, 1),
        }

    def state(self) -> dict[str, Any]:
        """For the checkpoint."""
        best = {"loss": self.best.loss, "step": self.best.step, "stood": self.best.stood}
        return {
            "step": self.step,
            "learning": self._learning,
            "measuring": self._measuring,
            "best": best,
            "best_weights": self.best.weights,
        }

    def put_state(self, state: dict[str, Any]) -> None:
        """Go on where ``state`` was taken."""
        self.step, self._learning, self._measuring = state["step"], state["learning"], state["measuring"]
        self.best = Best(**state["best"], weights=state["best_weights"])

    def _report(self, measured: dict[str, float]) -> None:
        if self._ranks.first:
            rounded = {key: float(f"{value:.6g}") for key, value in measured.items()}
            epoch = round(self.step / self.epoch_steps, 4)
            self._work.measured({"step": self.step, "steps": self.steps, "epoch": epoch, **rounded})


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes}:{rest:02}"
