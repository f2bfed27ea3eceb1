"""Sequences packed into one row see the shared beginning and themselves, nothing else."""

from __future__ import annotations

from collections.abc import Sequence as List

import pytest
import torch
from transformers.integrations.sdpa_attention import sdpa_attention_forward

from training.attention import tiled_attention
from training.data import Sequence
from training.packing import Packed

HEADS, KEY_VALUE_HEADS, SIZE = 6, 2, 8


class Layer(torch.nn.Module):
    """What the kernels ask of a layer."""

    num_key_value_groups = HEADS // KEY_VALUE_HEADS
    is_causal = True


def sequences(shared: int, own: List[int]) -> list[Sequence]:
    """With the same first tokens; every other token is different."""
    begins = [1000 * (number + 1) for number in range(len(own))]
    return [
        Sequence(str(begin), [*range(shared), *range(begin, begin + length)], shared, ())
        for begin, length in zip(begins, own, strict=True)
    ]


SHAPES = [(5, (3, 1, 4)), (0, (6, 2)), (4, (7,)), (3, (200, 100, 90, 300))]


@pytest.mark.parametrize(("shared", "own"), SHAPES)
def test_a_token_sees_its_own_sequence_up_to_itself(shared: int, own: tuple[int, ...]) -> None:
    given = sequences(shared, own)
    packed = Packed(given, shared)
    seen = packed.mask()[0, 0]
    for index, sequence in enumerate(given):
        for position in (0, len(sequence.ids) // 2, len(sequence.ids) - 1):
            column = packed.column(index, position)
            assert packed.ids[column] == sequence.ids[position]
            assert packed.positions[column] == position
            read = [packed.ids[at] for at in seen[column].nonzero().flatten().tolist()]
            assert read == sequence.ids[: position + 1]


@pytest.mark.parametrize(("shared", "own"), SHAPES)
def test_branches_give_what_torch_gives_under_the_mask(shared: int, own: tuple[int, ...]) -> None:
    packed = Packed(sequences(shared, own), shared)
    found = []
    for attention, more in ((sdpa_attention_forward, {}), (tiled_attention, {"branches": packed.branches()})):
        torch.manual_seed(0)
        shapes = (HEADS, KEY_VALUE_HEADS, KEY_VALUE_HEADS)
        given = [torch.randn(1, heads, len(packed.ids), SIZE, requires_grad=True) for heads in shapes]
        output, _ = attention(Layer(), *given, packed.mask(), scaling=0.3, **more)
        (output * torch.arange(output.numel()).view(output.shape).sin()).sum().backward()
        found.append([output, *(tensor.grad for tensor in given if tensor.grad is not None)])
    theirs, ours = found
    assert len(ours) == 4
    for one, other in zip(theirs, ours, strict=True):
        torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-5)


def test_short_sequences_are_attended_to_together() -> None:
    branches = Packed(sequences(10, [50] * 20), 10).branches()
    assert [(branch.begin, branch.end) for branch in branches[:2]] == [(0, 10), (10, 260)]
    assert branches[-1].end == 10 + 20 * 50
    assert len(branches) == 5
