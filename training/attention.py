"""Attention for training on a CPU: what has many scores a row and a key-value head at a time, in the cache.

Measured with torch 2.13 on 2 cores with AVX512-BF16, forward and backward of one layer, SmolLM2-135M's heads
(``benchmarks/attention.py``): torch's own kernel takes 60 ms at 4 rows of 320 tokens behind 320 others, this
one 33; at one row of 1,100 tokens 70 and 80. Few scores are computed at once, and their probabilities kept
for the backward pass, where others are computed again: 13 and 3.5 ms at 4 rows of 37 tokens behind 413.
"""

from __future__ import annotations

from collections.abc import Sequence as List
from itertools import product
from typing import Any

import torch
from transformers import AttentionInterface, AttentionMaskInterface, PreTrainedModel
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

from training.packing import Branch

NAME = "tiled"
_SCORES = 1 << 20
"""Scores computed at once, and kept where there are no more: 2 MB in bfloat16, for each layer."""


def use_tiled_attention(model: PreTrainedModel) -> None:
    """Let a model on a CPU that uses torch's own kernel compute its attention tile by tile."""
    if model.device.type == "cpu" and model.config._attn_implementation == "sdpa":
        AttentionInterface.register(NAME, tiled_attention)
        AttentionMaskInterface.register(NAME, sdpa_mask)
        model.set_attn_implementation(NAME)


def is_tiled(model: PreTrainedModel) -> bool:
    """Whether its attention is computed here, and so knows branches."""
    return bool(model.config._attn_implementation == NAME)


def tiled_attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    dropout: float = 0.0,
    scaling: float | None = None,
    is_causal: bool | None = None,
    **more: Any,
) -> tuple[torch.Tensor, None]:
    """As transformers' ``sdpa_attention_forward``, to which it leaves what it cannot do.

    Query (rows, heads, tokens, size), key and value (rows, key-value heads, all tokens, size); the
    mask (rows or 1, 1, tokens, all tokens) is True where a token is seen, and None means causal.
    A row of several ``branches`` (``training.packing``), handed through as one more argument, needs none.
    """
    branches: List[Branch] | None = more.pop("branches", None)
    shown = attention_mask is None or attention_mask.dtype == torch.bool
    if dropout or not shown or is_causal is False or value.shape != key.shape:
        return sdpa_attention_forward(
            module, query, key, value, attention_mask, dropout, scaling, is_causal, **more
        )
    scale = scaling or query.shape[-1] ** -0.5
    found: torch.Tensor
    if branches is not None:
        found = _Branched.apply(query, key, value, branches, scale)  # type: ignore[no-untyped-call]
    else:
        hidden = _future(query, key) if attention_mask is None else ~attention_mask[:, 0]
        rows = hidden.expand(query.shape[0], -1, -1)
        found = _Tiled.apply(query, key, value, rows, scale)  # type: ignore[no-untyped-call]
    return found.transpose(1, 2).contiguous(), None


def _future(query: torch.Tensor, key: torch.Tensor) -> torch.Tensor:
    """(1, tokens, all tokens): True where a key comes after the query."""
    tokens, everything = query.shape[2], key.shape[2]
    return torch.ones(1, tokens, everything, dtype=torch.bool).triu(everything - tokens + 1)


class _Tiled(torch.autograd.Function):
    """Softmax attention with shared key-value heads; many probabilities are computed again for the gradients.

    Keys and values that stand before the queries' own came from a cache: they get no gradient.
    """

    @staticmethod
    def forward(
        ctx: Any,
        query: torch.Tensor,
        key: torch.Tensor,
        value: torch.Tensor,
        hidden: torch.Tensor,
        scale: float,
    ) -> torch.Tensor:
        grouped = _grouped(query * scale, key)
        output = torch.empty_like(grouped)
        begin = _first_hidden(hidden)
        tiles = _tiles(grouped, key)
        for at in tiles:
            seen = _probabilities(grouped[at], key[at], hidden[at[0], None, :, begin:])
            torch.matmul(seen, value[at], out=output[at])
        ctx.save_for_backward(grouped, key, value, hidden, *([seen] if len(tiles) == 1 else []))
        ctx.scale, ctx.begin, ctx.tiles = scale, begin, tiles
        return output.view(query.shape)

    @staticmethod
    def backward(
        ctx: Any, gradient: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, None, None]:
        query, key, value, hidden, *kept = ctx.saved_tensors
        to_query, to_key, to_value = torch.empty_like(query), torch.zeros_like(key), torch.zeros_like(value)
        grouped = gradient.reshape(query.shape)
        learnt = slice(-gradient.shape[2], None)
        for at in ctx.tiles:
            own = grouped[at]
            masked = hidden[at[0], None, :, ctx.begin :]
            seen = kept[0] if kept else _probabilities(query[at], key[at], masked)
            to_value[at][..., learnt, :] = seen[..., learnt].transpose(-1, -2) @ own
            wanted = own @ value[at].transpose(-1, -2)
            scores = torch._softmax_backward_data(wanted, seen, -1, seen.dtype)
            torch.matmul(scores, key[at], out=to_query[at])
            to_key[at][..., learnt, :] = scores[..., learnt].transpose(-1, -2) @ query[at]
        return to_query.mul_(ctx.scale).view(gradient.shape), to_key, to_value, None, None


def _tiles(query: torch.Tensor, key: torch.Tensor) -> List[tuple[int | slice, int | slice]]:
    """As many rows as have few scores together, with all heads, or one head of one row at a time."""
    rows, heads = key.shape[:2]
    of_a_head = query.shape[2] * key.shape[2]
    if of_a_head * heads > _SCORES:
        return list(product(range(rows), range(heads)))
    size = _SCORES // (of_a_head * heads)
    return [(slice(first, first + size), slice(None)) for first in range(0, rows, size)]


def _grouped(query: torch.Tensor, key: torch.Tensor) -> torch.Tensor:
    """(rows, key-value heads, queries that share it, size)."""
    return query.reshape(*key.shape[:2], -1, query.shape[-1])


def _first_hidden(hidden: torch.Tensor) -> int:
    """The first column that a query of any row does not see: what stands before needs no masking."""
    return int(hidden.flatten(0, 1).any(0).int().argmax())


def _probabilities(query: torch.Tensor, key: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
    """(…, queries, keys); ``hidden`` (rows, 1, tokens, last keys), without rows where there are none here.

    Where a row sees nothing it sees all alike: padding, and no NaN.
    """
    scores = torch.matmul(query, key.transpose(-1, -2))
    tokens, last = hidden.shape[-2:]
    each = scores.view(*hidden.shape[:-3], -1, tokens, key.shape[-2])
    each[..., key.shape[-2] - last :].masked_fill_(hidden, torch.finfo(scores.dtype).min)
    return torch.softmax(scores, -1)


class _Branched(torch.autograd.Function):
    """The same for one row of branches, a branch and a key-value head at a time."""

    @staticmethod
    def forward(
        ctx: Any,
        query: torch.Tensor,
        key: torch.Tensor,
        value: torch.Tensor,
        branches: List[Branch],
        scale: float,
    ) -> torch.Tensor:
        grouped = _by_head(query * scale, key)
        output = torch.empty_like(grouped)
        for head, branch in product(range(key.shape[1]), branches):
            keys, values = _reach(key[0, head], branch), _reach(value[0, head], branch)
            own = slice(branch.begin, branch.end)
            queries = grouped[head, :, own]
            seen = _probabilities(queries.flatten(0, 1), keys, branch.hidden)
            output[head, :, own] = (seen @ values).view(queries.shape)
        ctx.save_for_backward(grouped, key, value)
        ctx.branches, ctx.scale = branches, scale
        return output.view(query.shape)

    @staticmethod
    def backward(
        ctx: Any, gradient: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, None, None]:
        grouped, key, value = ctx.saved_tensors
        to_query, to_key, to_value = torch.empty_like(grouped), torch.zeros_like(key), torch.zeros_like(value)
        came = _by_head(gradient, key)
        for head, branch in product(range(key.shape[1]), ctx.branches):
            keys, values = _reach(key[0, head], branch), _reach(value[0, head], branch)
            own = slice(branch.begin, branch.end)
            queries, wanted = (each[head, :, own].flatten(0, 1) for each in (grouped, came))
            seen = _probabilities(queries, keys, branch.hidden)
            _spread(to_value[0, head], seen.t() @ wanted, branch)
            scores = torch._softmax_backward_data(wanted @ values.t(), seen, -1, seen.dtype)
            _spread(to_key[0, head], scores.t() @ queries, branch)
            to_query[head, :, own] = (scores @ keys).view(grouped[head, :, own].shape)
        return to_query.mul_(ctx.scale).view(gradient.shape), to_key, to_value, None, None


def _by_head(query: torch.Tensor, key: torch.Tensor) -> torch.Tensor:
    """(key-value heads, heads that share it, tokens, size) of a single row."""
    return query[0].reshape(key.shape[1], -1, *query.shape[2:])


def _reach(tensor: torch.Tensor, branch: Branch) -> torch.Tensor:
    """What the branch sees of (tokens, size)."""
    return torch.cat((tensor[: branch.before], tensor[branch.begin : branch.end]))


def _spread(into: torch.Tensor, found: torch.Tensor, branch: Branch) -> None:
    """Add what came for ``_reach``'s tokens to where they stand."""
    into[: branch.before] += found[: branch.before]
    into[branch.begin : branch.end] += found[branch.before :]
