"""Attention tile by tile gives what torch's own kernel gives, forward and backward."""

from __future__ import annotations

import pytest
import torch
from training_samples import tiny_backbone
from transformers import LlamaConfig, LlamaForCausalLM
from transformers.integrations.sdpa_attention import sdpa_attention_forward

from training.attention import NAME, tiled_attention, use_tiled_attention
from umi.models.files import ModelFiles

ROWS, HEADS, SHARED, SIZE = 2, 6, 2, 8


class Module(torch.nn.Module):
    """What the kernels ask of a layer."""

    num_key_value_groups = HEADS // SHARED
    is_causal = True


def tensors(tokens: int, everything: int) -> list[torch.Tensor]:
    torch.manual_seed(0)
    shapes = ((HEADS, tokens), (SHARED, everything), (SHARED, everything))
    return [torch.randn(ROWS, heads, length, SIZE, requires_grad=True) for heads, length in shapes]


def behind_a_padded_prefix() -> torch.Tensor:
    """Four tokens each behind five others, two of which are padding in the second row."""
    mask = torch.ones(4, 9, dtype=torch.bool).tril(5)[None, None].repeat(ROWS, 1, 1, 1)
    mask[1, :, :, :2] = False
    return mask


def both(tokens: int, everything: int, mask: torch.Tensor | None) -> list[list[torch.Tensor]]:
    """Output and gradients of all that is no prefix, of torch's kernel and of ours."""
    found = []
    for attention in (sdpa_attention_forward, tiled_attention):
        given = tensors(tokens, everything)
        output, _ = attention(Module(), *given, mask, scaling=0.3)
        (output * torch.arange(output.numel()).view(output.shape).sin()).sum().backward()
        grads = [tensor.grad[:, :, -tokens:] for tensor in given if tensor.grad is not None]
        found.append([output, *grads])
    return found


@pytest.mark.parametrize("scores", [1, 1 << 20], ids=["a head at a time", "all at once"])
@pytest.mark.parametrize(
    ("tokens", "everything", "mask"),
    [(7, 7, None), (1, 5, None), (4, 9, behind_a_padded_prefix())],
    ids=["causal", "one token", "behind a padded prefix"],
)
def test_output_and_gradients_are_those_of_torch(
    tokens: int, everything: int, mask: torch.Tensor | None, scores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.attention._SCORES", scores)
    theirs, ours = both(tokens, everything, mask)
    assert len(ours) == 4
    for one, other in zip(theirs, ours, strict=True):
        torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-6)


def test_a_row_that_sees_nothing_is_no_nan() -> None:
    mask = torch.zeros(ROWS, 1, 3, 3, dtype=torch.bool)
    output, _ = tiled_attention(Module(), *tensors(3, 3), mask, scaling=0.3)
    assert output.isfinite().all()


def test_what_it_cannot_do_is_left_to_torch() -> None:
    mask = torch.zeros(ROWS, 1, 3, 3).masked_fill(torch.ones(3, 3).triu(1).bool(), float("-inf"))
    given = tensors(3, 3)
    output, _ = tiled_attention(Module(), *given, mask, scaling=0.3)
    wanted, _ = sdpa_attention_forward(Module(), *given, mask, scaling=0.3)
    assert torch.equal(output, wanted)


def test_a_model_computes_the_same_with_it(default_model: ModelFiles) -> None:
    model = tiny_backbone(default_model).model
    ids = torch.tensor([[5, 6, 7, 8, 9], [5, 6, 7, 0, 0]])
    mask = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])
    before = model(input_ids=ids, attention_mask=mask).logits
    use_tiled_attention(model)
    assert model.config._attn_implementation == NAME
    after = model(input_ids=ids, attention_mask=mask).logits
    torch.testing.assert_close(before[0], after[0], rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(before[1, :3], after[1, :3], rtol=1e-4, atol=1e-5)


def test_a_model_with_another_kernel_keeps_it() -> None:
    config = LlamaConfig(
        vocab_size=32, hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2
    )
    model = LlamaForCausalLM(config)
    model.set_attn_implementation("eager")
    use_tiled_attention(model)
    assert model.config._attn_implementation == "eager"
