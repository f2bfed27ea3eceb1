"""Gradients behind cached prefixes, with a shared beginning or folded in are those of whole sequences."""

from __future__ import annotations

import pytest
import torch
from peft import LoraConfig, get_peft_model
from torch.nn.functional import cross_entropy
from training_samples import CPU, trajectory

from training.attention import use_tiled_attention
from training.batches import Row
from training.data import Sequence, encode
from training.folding import train_folded
from training.lora import Lora
from training.losses import TurnsBehindPrefixes, WholeSequences
from training.prefixes import Prefixes
from umi.models.backbone import Backbone, load_backbone
from umi.models.files import ModelFiles
from umi.schema import Role

RANK = 4


@pytest.fixture
def backbone(default_model: ModelFiles) -> Backbone:
    return load_backbone(default_model, CPU)


def sequences(backbone: Backbone) -> list[Sequence]:
    found = (trajectory("Oslo", 2), trajectory("Ho Chi Minh City", 1))
    return [encode(one, backbone.vocabulary) for one in found]


@torch.no_grad()
def random_weights(model: torch.nn.Module, seed: int = 1) -> None:
    """LoRA's B begins at zero, where A has no gradient: everything random tells more."""
    generator = torch.Generator().manual_seed(seed)
    for name, value in model.named_parameters():
        if "lora_" in name:
            value.copy_(torch.randn(value.shape, generator=generator) * 0.02)


def gradients(model: torch.nn.Module) -> torch.Tensor:
    found = [value.grad.flatten() for name, value in model.named_parameters() if "lora_" in name]
    return torch.cat(found)


def apart(left: torch.Tensor, right: torch.Tensor) -> float:
    return float((left - right).norm() / right.norm())


def peft_whole(backbone: Backbone, role: Role, found: list[Sequence]) -> tuple[float, torch.Tensor]:
    """Loss and gradients of peft's own activated LoRA on each row as one whole sequence."""
    config = LoraConfig(
        r=RANK,
        lora_alpha=2 * RANK,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
        alora_invocation_tokens=backbone.vocabulary.invocation(role),
    )
    model = get_peft_model(backbone.model, config)
    random_weights(model)
    total = 0.0
    for sequence in found:
        for target in sequence.targets:
            if target.role is role:
                ids = torch.tensor([sequence.ids[: target.end]])
                logits = model(input_ids=ids).logits[0, target.begin - 1 : target.end - 1]
                loss = cross_entropy(logits, ids[0, target.begin :], reduction="sum")
                loss.backward()
                total += float(loss.detach())
    result = total, gradients(model)
    model.unload()
    return result


@pytest.mark.slow
@pytest.mark.parametrize("role", list(Role))
def test_turns_behind_prefixes_have_the_gradients_of_whole_rows(backbone: Backbone, role: Role) -> None:
    found = sequences(backbone)
    expected, whole = peft_whole(backbone, role, found)

    lora = Lora(backbone.model, RANK, 2 * RANK, seed=0)
    random_weights(lora.model)
    loss = TurnsBehindPrefixes(lora.model, Prefixes(lora.model, 2**28), lora.off)
    rows = [Row(one, target) for one in found for target in one.targets if target.role is role]
    assert len({row.target.start for row in rows}) > 1, "lengths must be unequal"
    summed, tokens = loss(rows)
    summed.backward()

    assert tokens == sum(row.target.end - row.target.begin for row in rows)
    assert float(summed.detach()) == pytest.approx(expected, rel=1e-4)
    assert apart(gradients(lora.model), whole) < 1e-4


@pytest.mark.slow
def test_kept_prefixes_give_the_same_gradients_again(backbone: Backbone) -> None:
    lora = Lora(backbone.model, RANK, 2 * RANK, seed=0)
    random_weights(lora.model)
    rows = [Row(one, target) for one in sequences(backbone) for target in one.targets]
    loss = TurnsBehindPrefixes(lora.model, Prefixes(lora.model, 2**28), lora.off)
    found = []
    for _ in range(2):
        loss(rows)[0].backward()
        found.append(gradients(lora.model).clone())
        lora.model.zero_grad()
    assert torch.equal(found[0], found[1])


@pytest.mark.slow
@pytest.mark.parametrize("tiled", [False, True])
def test_a_shared_beginning_is_learnt_from_as_if_each_row_had_read_it(
    backbone: Backbone, tiled: bool
) -> None:
    if tiled:
        use_tiled_attention(backbone.model)
    found = sequences(backbone)
    lora = Lora(backbone.model, RANK, 2 * RANK, seed=0)
    random_weights(lora.model)
    loss = WholeSequences(lora.model)
    apart_losses = 0.0
    for one in found:
        summed, _ = loss([one])
        summed.backward()
        apart_losses += float(summed.detach())
    one_by_one = gradients(lora.model).clone()
    lora.model.zero_grad()
    summed, tokens = loss(found)
    summed.backward()

    assert tokens == sum(target.end - target.begin for one in found for target in one.targets)
    assert float(summed.detach()) == pytest.approx(apart_losses, rel=1e-5)
    assert apart(gradients(lora.model), one_by_one) < 1e-4


@pytest.mark.slow
def test_folded_in_a_lora_has_the_gradients_that_peft_gives_it(backbone: Backbone) -> None:
    found = sequences(backbone)
    lora = Lora(backbone.model, RANK, 2 * RANK, seed=0)
    loss = WholeSequences(lora.model)
    expected, theirs = learnt_at_random(lora, loss, found, seed=1)

    train_folded(lora.model)
    # Another seed first: the sum has to follow the weights.
    learnt_at_random(lora, loss, found, seed=2)
    summed, ours = learnt_at_random(lora, loss, found, seed=1)

    assert summed == pytest.approx(expected, rel=1e-5)
    assert apart(ours, theirs) < 1e-4


def learnt_at_random(
    lora: Lora, loss: WholeSequences, found: list[Sequence], seed: int
) -> tuple[float, torch.Tensor]:
    """Loss and gradients at random weights."""
    lora.model.zero_grad()
    random_weights(lora.model, seed)
    summed, _ = loss(found)
    summed.backward()
    return float(summed.detach()), gradients(lora.model).clone()
