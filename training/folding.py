"""A plain LoRA trained as the one matrix that it is served as: W + s·BA, added up once a step.

peft multiplies every token by W, A and B and passes twice more over what came out. Folded, a token costs
one product forward; A and B are paid for in the backward pass alone. The sum is rounded to the model's
dtype as it is when the adapter is folded in at load, so that what is learnt is what will run.
``benchmarks/backbone_step.py`` tells what it saves.
"""

from __future__ import annotations

from typing import Any, cast

import torch
from peft.tuners.lora import Linear
from torch.nn.functional import linear
from transformers import PreTrainedModel


def train_folded(model: PreTrainedModel) -> None:
    """Let each LoRA layer of a model on a CPU multiply by the sum; its adapter can no longer be switched off.

    Memory: one more copy of the adapted matrices.
    """
    if model.device.type == "cpu":
        for layer in model.modules():
            if isinstance(layer, Linear) and type(layer.base_layer) is torch.nn.Linear:
                layer.forward = _Sum(layer)  # type: ignore[assignment, method-assign]


class _Sum:
    """A layer's forward pass, with the sum that it multiplies by."""

    def __init__(self, layer: Linear) -> None:
        parts = layer.base_layer, layer.lora_A["default"], layer.lora_B["default"]
        base, a, b = (cast("torch.nn.Linear", part) for part in parts)
        self._own, self._bias = base.weight, base.bias
        self._a, self._b = a.weight, b.weight
        self._scale = layer.scaling["default"]
        self._weight = torch.empty_like(self._own)
        self._added: tuple[int, int] | None = None

    def __call__(self, tokens: torch.Tensor) -> torch.Tensor:
        self._add_up()
        given = tokens, self._weight, self._bias, self._a, self._b, self._scale
        found: torch.Tensor = _Folded.apply(*given)  # type: ignore[no-untyped-call]
        return found

    @torch.no_grad()
    def _add_up(self) -> None:
        """Anew after every change: torch counts what is written into a tensor."""
        versions = self._a._version, self._b._version
        if versions != self._added:
            torch.addmm(self._own, self._b, self._a, alpha=self._scale, out=self._weight)
            self._added = versions


class _Folded(torch.autograd.Function):
    """``linear`` with a weight whose gradient goes to the LoRA's A (rank, in) and B (out, rank)."""

    @staticmethod
    def forward(
        ctx: Any,
        tokens: torch.Tensor,
        weight: torch.Tensor,
        bias: torch.Tensor | None,
        a: torch.Tensor,
        b: torch.Tensor,
        scale: float,
    ) -> torch.Tensor:
        ctx.save_for_backward(tokens, weight, a, b)
        ctx.scale = scale
        return linear(tokens, weight, bias)

    @staticmethod
    def backward(
        ctx: Any, gradient: torch.Tensor
    ) -> tuple[torch.Tensor | None, None, None, torch.Tensor, torch.Tensor, None]:
        tokens, weight, a, b = ctx.saved_tensors
        came, given = gradient.flatten(0, -2), tokens.flatten(0, -2)
        to_a = (came @ b).t() @ given
        to_b = came.t() @ (given @ a.t())
        to_tokens = (came @ weight).view(tokens.shape) if ctx.needs_input_grad[0] else None
        return to_tokens, None, None, to_a.mul_(ctx.scale), to_b.mul_(ctx.scale), None
