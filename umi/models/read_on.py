"""One pass over what follows several histories of different lengths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch.nn import Module
from transformers import PreTrainedModel

from umi.models.padded import PaddedCache
from umi.models.prefix import Line


def read_on(backbone: PreTrainedModel, lines: Sequence[Line], ids: Sequence[Sequence[int]]) -> None:
    """Extend each line, none of them empty, by its ids; their lengths may differ, at the price of padding."""
    known = [len(line.ids) for line in lines]
    cache = PaddedCache(len(lines[0].cache.growing), rows=len(lines), width=max(known))
    for row, line in enumerate(lines):
        cache.place(row, line.cache)
    read_rows(backbone.base_model, cache, known, ids)
    for row, line in enumerate(lines):
        cache.copy_out(row, cache.width, cache.width + len(ids[row]), line.cache)
        line.ids.extend(ids[row])


def read_rows(model: Module, cache: PaddedCache, known: Sequence[int], ids: Sequence[Sequence[int]]) -> Any:
    """The model's output over ``ids`` of different lengths, behind the first ``known`` tokens of each row.

    They are padded at their end, where nothing of the row sees it; what comes out there means nothing.
    """
    device = next(model.parameters()).device
    longest = max(map(len, ids))
    starts = cache.width - torch.tensor(known, device=device)[:, None]
    at = torch.arange(cache.width + longest, device=device)
    return model(
        input_ids=torch.tensor([[*row, *[0] * (longest - len(row))] for row in ids], device=device),
        attention_mask=at >= starts,
        position_ids=at[None, cache.width :] - starts,
        past_key_values=cache,
        use_cache=True,
    )
