"""Many turns at once: rows of similar length are read one by one and written side by side."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from threading import Event

import torch
from transformers import PreTrainedModel

from umi.errors import Cancelled
from umi.models.base import Written
from umi.models.decode import Constraint, TurnWriter
from umi.models.histories import Histories
from umi.models.padded import PaddedCache
from umi.models.request import Request
from umi.models.vocabulary import Vocabulary
from umi.models.worker import Emit

BATCH_TOKENS = 2**15
"""Slots of a batch, rows times the longest row: 750 MB of key-values of the default model in bf16."""


def batches(requests: Sequence[Request]) -> Iterator[list[int]]:
    """Indexes of requests to write together: under one adapter, of similar length, few enough for memory."""

    def size(index: int) -> int:
        return len(requests[index].prompt) + requests[index].limit

    batch: list[int] = []
    for index in sorted(range(len(requests)), key=lambda index: (requests[index].adapter or "", size(index))):
        same_adapter = not batch or requests[batch[0]].adapter == requests[index].adapter
        if not same_adapter or (batch and (len(batch) + 1) * size(index) > BATCH_TOKENS):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


class Row:
    """One request of a batch. Each step feeds it one token, whether that was chosen, forced or prompt."""

    def __init__(self, request: Request, vocabulary: Vocabulary, start: int, cached: int, emit: Emit) -> None:
        """``start`` is the slot of its first token, ``cached`` how many of its tokens were at hand."""
        self.start = start
        self.turn = TurnWriter(
            request.invocation,
            vocabulary,
            Constraint(vocabulary, request.grammar),
            request.chooser,
            request.limit,
            emit,
        )
        self._prompt_tokens = len(request.prompt)
        self._cached = cached
        self._fed = 0

    @property
    def token(self) -> int:
        """What it reads next."""
        return self.turn.unread[self._fed]

    def go_on(self, logits: torch.Tensor) -> None:
        """The token was read; ``logits`` (vocabulary,) count where nothing else waits to be read."""
        self._fed += 1
        if self._fed == len(self.turn.unread):
            self.turn.go_on(logits)
            self._fed = 0

    def written(self, seconds: float) -> Written:
        """The finished turn."""
        return self.turn.written(self._prompt_tokens, self._cached, seconds)


class BatchWriter:
    """Writes batches with a backbone and its adapters. Owned by the generation worker.

    A token a step keeps every row's key-values without gaps, and attention over a single query
    needs no copy of keys that several heads share (transformers' sdpa; eight times slower with one).
    """

    def __init__(self, backbone: PreTrainedModel, vocabulary: Vocabulary, histories: Histories) -> None:
        self._backbone = backbone
        self._vocabulary = vocabulary
        self._histories = histories

    @torch.inference_mode()
    def write(self, requests: Sequence[Request], emit: Emit) -> list[Written]:
        """The turns of these requests, all of one adapter, in their order.

        Raises:
            Cancelled: a request's ``cancel`` was set; looked at before every token.
        """
        started = time.perf_counter()
        cache, cached = self._histories.of(requests)
        rows = [
            Row(request, self._vocabulary, cache.width - len(request.history), known, emit)
            for request, known in zip(requests, cached, strict=True)
        ]
        written: dict[Row, Written] = {}
        for row in self._finishing(list(rows), cache, requests[0].cancel):
            written[row] = row.written(time.perf_counter() - started)
        return [written[row] for row in rows]

    def _finishing(self, rows: list[Row], cache: PaddedCache, cancel: Event) -> Iterator[Row]:
        """Write all rows to their end; yields each when it is over, and goes on with the others."""
        while rows:
            if cancel.is_set():
                raise Cancelled("The run was stopped.")
            logits = self._step(rows, cache)
            for index in reversed(range(len(rows))):
                row = rows[index]
                row.go_on(logits[index])
                if row.turn.over:
                    yield row
                    cache.drop(index)
                    rows[index] = rows[-1]
                    rows.pop()

    def _step(self, rows: list[Row], cache: PaddedCache) -> torch.Tensor:
        """Logits (rows, vocabulary) after one more token of every row."""
        device = self._backbone.device
        width = cache.get_seq_length() + 1
        starts = torch.tensor([[row.start] for row in rows], device=device)
        output = self._backbone(
            input_ids=torch.tensor([[row.token] for row in rows], device=device),
            attention_mask=torch.arange(width, device=device) >= starts,
            position_ids=width - 1 - starts,
            past_key_values=cache,
            use_cache=True,
        )
        logits: torch.Tensor = output.logits[:, -1]
        return logits
