"""One AdamW for parameters of any dtype, the B matrices of a LoRA at a rate of their own."""

from __future__ import annotations

import pytest
import torch
from training_samples import tiny_backbone

from training.lora import Lora
from training.optimizer import MasterAdamW
from umi.models.files import ModelFiles


def test_each_parameter_learns_at_its_own_rate() -> None:
    parameters = [torch.nn.Parameter(torch.zeros(3)) for _ in range(3)]
    optimizer = MasterAdamW(parameters, [1.0, 8.0, 1.0])
    for parameter in parameters:
        parameter.grad = torch.ones(3)
    optimizer.gather()
    optimizer.step(1e-3, 1.0)
    # Adam's first step is the learning rate whatever the gradient.
    moved = [float(-parameter.detach()[0]) for parameter in parameters]
    assert moved == pytest.approx([1e-3, 8e-3, 1e-3], rel=1e-4)


def test_the_state_goes_on_with_the_same_rates() -> None:
    def made() -> MasterAdamW:
        return MasterAdamW([torch.nn.Parameter(torch.zeros(2)) for _ in range(2)], [8.0, 1.0])

    first, second = made(), made()
    for optimizer in (first, second):
        optimizer.gathered[0].fill_(1.0)
        optimizer.step(1e-3, 1.0)
    third = made()
    third.put_state(second.state())
    for optimizer in (first, third):
        optimizer.gathered[1].fill_(1.0)
        optimizer.step(1e-3, 1.0)
    assert all(torch.equal(a, b) for a, b in zip(first.weights(), third.weights(), strict=True))


def test_the_b_matrices_of_a_lora_are_told_apart(default_model: ModelFiles) -> None:
    lora = Lora(tiny_backbone(default_model).model, 4, 8, 0)
    rates = lora.rates(8.0)
    assert len(rates) == len(lora.parameters)
    # B begins as zeros.
    assert [rate == 8.0 for rate in rates] == [not bool(one.any()) for one in lora.parameters]
