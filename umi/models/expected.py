"""Turns that are likely known: the guess is read in one forward, and holds where the model would write it.

Many tokens are read at once in far less time than they are written one by one. What comes back is what the
model writes, never the guess: of a guess that it would not write nothing does.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import torch
from transformers import PreTrainedModel

from umi.models.adapters import Adapters
from umi.models.base import Written
from umi.models.batch import Read
from umi.models.decode import Constraint, TurnWriter
from umi.models.prefix import PrefixCache
from umi.models.request import Request
from umi.models.vocabulary import Vocabulary


class ExpectedReader:
    """Reads guesses with a backbone and its adapters. Owned by the generation worker."""

    def __init__(
        self,
        backbone: PreTrainedModel,
        vocabulary: Vocabulary,
        adapters: Adapters,
        prefixes: PrefixCache,
        read: Read,
    ) -> None:
        self._backbone = backbone
        self._vocabulary = vocabulary
        self._adapters = adapters
        self._prefixes = prefixes
        self._read = read

    @torch.inference_mode()
    def check(self, request: Request, guess: str) -> Written | None:
        """The turn, where every token that it takes stands in the guess.

        Raises:
            Cancelled: the request's ``cancel`` was set while the history was read.
        """
        started = time.perf_counter()
        ids = [*request.invocation, *self._vocabulary.text_ids(guess)]
        logits, cached = self._logits(request, ids)
        constraint = Constraint(self._vocabulary, request.grammar)
        turn = TurnWriter(
            request.invocation, self._vocabulary, constraint, request.chooser, request.limit, lambda _: None
        )
        if not _follows(turn, ids, logits):
            return None
        return turn.written(len(request.prompt), cached, time.perf_counter() - started)

    def _logits(self, request: Request, ids: list[int]) -> tuple[torch.Tensor, int]:
        """Logits (tokens, vocabulary) of ``ids`` after the history, and how much of that was at hand."""
        reader = self._adapters.reader(request.adapter)
        self._adapters.use(reader)
        # A line is never taken with its last token, which here is one that follows the history.
        line = self._prefixes.take(reader, [*request.history, *request.invocation[:1]])
        cached = len(line.ids)
        self._read(request.history, line, request.cancel)
        self._adapters.use(request.adapter)
        tokens = torch.tensor([ids], device=self._backbone.device)
        output = self._backbone(input_ids=tokens, past_key_values=line.cache, use_cache=True)
        line.cache.keep(len(line.ids))
        line.keep(request.shared)
        self._prefixes.give_back(line)
        logits: torch.Tensor = output.logits[0]
        return logits, cached


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
