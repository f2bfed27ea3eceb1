"""One layer's attention, forward and backward, on this CPU: torch's own kernel against ours.

Run: ``python benchmarks/attention.py``. Shapes are those of SmolLM2-135M in bf16: four rows of 320 tokens
behind 320 others, as the travel data is trained, one row of 1,100 tokens, as ToolBench's are, and four calls
of 37 tokens, as corrections are. Both kernels take turns; the table shows medians of 20 rounds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import torch
from report import print_table
from torch.nn import Module
from transformers.integrations.sdpa_attention import sdpa_attention_forward

from training.attention import tiled_attention

HEADS, KEY_VALUE_HEADS, SIZE = 9, 3, 64
SHAPES = ((4, 320, 320), (1, 1100, 0), (4, 37, 413))
"""Rows, tokens of each, and tokens read before them."""
ROUNDS = 20

Attention = Callable[..., tuple[torch.Tensor, None]]


class _Layer(Module):
    """What transformers' kernels ask their layer for."""

    num_key_value_groups = HEADS // KEY_VALUE_HEADS
    is_causal = True


def milliseconds(attention: Attention, rows: int, tokens: int, before: int) -> float:
    """One forward and backward pass over fresh random inputs."""
    query = _random(rows, HEADS, tokens)
    key, value = (_random(rows, KEY_VALUE_HEADS, before + tokens) for _ in "kv")
    mask = torch.ones(tokens, before + tokens, dtype=torch.bool).tril(before).expand(rows, 1, -1, -1)
    started = time.perf_counter()
    output, _ = attention(_Layer(), query, key, value, mask, scaling=SIZE**-0.5)
    output.backward(torch.ones_like(output))  # type: ignore[no-untyped-call]
    return 1000 * (time.perf_counter() - started)


def _random(rows: int, heads: int, tokens: int) -> torch.Tensor:
    return torch.randn(rows, heads, tokens, SIZE, dtype=torch.bfloat16, requires_grad=True)


def main() -> None:
    """A line for each shape."""
    rows = []
    for shape in SHAPES:
        found = [
            [milliseconds(kernel, *shape) for kernel in (sdpa_attention_forward, tiled_attention)]
            for _ in range(ROUNDS + 1)
        ]
        # The first round only warms up.
        torch_ms, tiled_ms = (median(values) for values in zip(*found[1:], strict=True))
        rows.append((*shape, f"{torch_ms:.1f}", f"{tiled_ms:.1f}", f"{torch_ms / tiled_ms:.2f}"))
    print_table("Forward and backward", ("rows", "tokens", "before", "torch ms", "tiled ms", "ratio"), rows)


if __name__ == "__main__":
    main()
