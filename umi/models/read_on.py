"""One pass of the backbone over what follows several lines."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from transformers import PreTrainedModel

from umi.models.padded import PaddedCache
from umi.models.prefix import Line


def read_on(backbone: PreTrainedModel, lines: Sequence[Line], ids: Sequence[Sequence[int]]) -> None:
    """Extend each line, none of them empty, by its ids; their lengths may differ, at the price of padding."""
    known = [len(line.ids) for line in lines]
    cache = PaddedCache(len(lines[0].cache.growing), rows=len(lines), width=max(known))
    for row, line in enumerate(lines):
        cache.place(row, line.cache)
    _forward(backbone, cache, known, ids)
    for row, line in enumerate(lines):
        cache.copy_out(row, cache.width, cache.width + len(ids[row]), line.cache)
        line.ids.extend(ids[row])


def _forward(
    backbone: PreTrainedModel, cache: PaddedCache, known: list[int], ids: Sequence[Sequence[int]]
) -> None:
    """Read ``ids`` behind the first ``known`` tokens of each row; padding on either side is not seen."""
    device = backbone.device
    longest = max(map(len, ids))
    before = torch.tensor(known, device=device)[:, None]
    own = torch.tensor([len(row) for row in ids], device=device)[:, None]
    at = torch.arange(cache.width + longest, device=device)[None]
    backbone.base_model(
        input_ids=torch.tensor([[*row, *[0] * (longest - len(row))] for row in ids], device=device),
        attention_mask=(at >= cache.width - before) & (at < cache.width + own),
        position_ids=before + torch.arange(longest, device=device)[None],
        past_key_values=cache,
        use_cache=True,
    )
