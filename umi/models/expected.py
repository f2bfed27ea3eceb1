"""Turns that are likely known: guesses are read side by side, and hold where the model would write them.

Many tokens are read at once in far less time than they are written one by one. What comes back is what the
model writes, never the guess: of a guess that it would not write nothing does.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import torch
from transformers import PreTrainedModel

from umi.models.base import Written
from umi.models.decode import Constraint, TurnWriter
from umi.models.histories import Histories
from umi.models.read_on import read_rows
from umi.models.request import Request
from umi.models.vocabulary import Vocabulary


class ExpectedReader:
    """Reads guesses with a backbone and its adapters. Owned by the generation worker."""

    def __init__(self, backbone: PreTrainedModel, vocabulary: Vocabulary, histories: Histories) -> None:
        self._backbone = backbone
        self._vocabulary = vocabulary
        self._histories = histories

    @torch.inference_mode()
    def check(self, requests: Sequence[Request], guesses: Sequence[str]) -> list[Written | None]:
        """Each turn of which every token that it takes stands in its guess. All are of one adapter.

        Raises:
            Cancelled: a request's ``cancel`` was set while the histories were read.
        """
        started = time.perf_counter()
        cache, cached = self._histories.of(requests)
        ids = [
            [*request.invocation, *self._vocabulary.text_ids(guess)]
            for request, guess in zip(requests, guesses, strict=True)
        ]
        known = [len(request.history) for request in requests]
        logits = read_rows(self._backbone, cache, known, ids).logits
        found: list[Written | None] = []
        for row, request in enumerate(requests):
            turn = self._turn(request)
            follows = _follows(turn, ids[row], logits[row])
            seconds = time.perf_counter() - started
            found.append(turn.written(len(request.prompt), cached[row], seconds) if follows else None)
        return found

    def _turn(self, request: Request) -> TurnWriter:
        constraint = Constraint(self._vocabulary, request.grammar)
        return TurnWriter(
            request.invocation, self._vocabulary, constraint, request.chooser, request.limit, lambda _: None
        )


def _follows(turn: TurnWriter, ids: Sequence[int], logits: torch.Tensor) -> bool:
    """Write the turn by these logits for as long as what it wants read is what was read."""
    read = 0
    while not turn.over:
        end = read + len(turn.unread)
        if list(ids[read:end]) != turn.unread:
            return False
        turn.go_on(logits[end - 1])
        read = end
    return True
