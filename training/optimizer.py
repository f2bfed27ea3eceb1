"""AdamW on float32 copies of the weights: steps of 1e-4 are lost in bfloat16's three digits."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import torch


class MasterAdamW:
    """Optimises parameters of any dtype through float32 masters. Gradients are gathered in float32 too."""

    def __init__(self, parameters: Iterable[torch.nn.Parameter], rates: Sequence[float]) -> None:
        """``rates``: for each parameter, what the learning rate is multiplied with."""
        self._parameters = list(parameters)
        self._masters = [parameter.detach().float().clone() for parameter in self._parameters]
        self._gathered = [torch.zeros_like(master) for master in self._masters]
        self._adam = torch.optim.AdamW(by_rate(self._masters, rates), weight_decay=0.0)

    def gather(self) -> None:
        """Add the parameters' gradients to those of this step, and clear them."""
        for parameter, gathered in zip(self._parameters, self._gathered, strict=True):
            if parameter.grad is not None:
                gathered.add_(parameter.grad.float())
                parameter.grad = None

    @property
    def gathered(self) -> list[torch.Tensor]:
        """This step's gradients, summed so far."""
        return self._gathered

    def step(self, learning_rate: float, divisor: float, clip: float = 1.0) -> float:
        """One update with the gathered gradients over ``divisor``; returns their norm before clipping.

        Where the norm is no finite number, the weights stay as they are.
        """
        for master, gathered in zip(self._masters, self._gathered, strict=True):
            master.grad = gathered / divisor
            gathered.zero_()
        norm = float(torch.nn.utils.clip_grad_norm_(self._masters, clip))
        if math.isfinite(norm):
            for group in self._adam.param_groups:
                group["lr"] = learning_rate * group["rate"]
            self._adam.step()
            self._write_back()
        return norm

    def weights(self) -> list[torch.Tensor]:
        """Copies of the masters."""
        return [master.detach().clone() for master in self._masters]

    def put_weights(self, weights: Iterable[torch.Tensor]) -> None:
        """Set masters and parameters to these."""
        for master, value in zip(self._masters, weights, strict=True):
            master.detach().copy_(value)
        self._write_back()

    def state(self) -> dict[str, Any]:
        """Everything that the next step depends on."""
        return {"weights": self.weights(), "adam": self._adam.state_dict()}

    def put_state(self, state: dict[str, Any]) -> None:
        """Go on exactly where ``state`` was taken."""
        self.put_weights(state["weights"])
        self._adam.load_state_dict(state["adam"])

    @torch.no_grad()
    def _write_back(self) -> None:
        for parameter, master in zip(self._parameters, self._masters, strict=True):
            parameter.copy_(master)


def by_rate(parameters: Iterable[torch.Tensor], rates: Sequence[float]) -> list[dict[str, Any]]:
    """Groups of parameters as torch's optimizers take them, each with its ``rate``."""
    pairs = list(zip(parameters, rates, strict=True))
    return [
        {"params": [one for one, own in pairs if own == rate], "rate": rate} for rate in sorted(set(rates))
    ]


def learning_rate(step: int, steps: int, peak: float) -> float:
    """Of step 0 … steps-1: a linear warm-up over the first 3 %, then a cosine down to a tenth of the peak."""
    warm = max(1, round(0.03 * steps))
    if step < warm:
        return peak * (step + 1) / warm
    done = (step - warm) / max(1, steps - warm)
    return peak * (0.1 + 0.45 * (1 + math.cos(math.pi * done)))
