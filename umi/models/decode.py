"""One turn, token by token: forward, mask by the grammar, choose, emit."""

from __future__ import annotations

import math
from collections.abc import Callable
from threading import Event

import torch
from llguidance import LLMatcher
from llguidance.numpy import allocate_token_bitmask, fill_next_token_bitmask

from umi.errors import Cancelled, ModelError
from umi.models.vocabulary import Vocabulary
from umi.schema import Token

Forward = Callable[[list[int]], torch.Tensor]
"""Reads token ids and returns the next token's logits, shape (vocabulary,)."""


class Constraint:
    """Where a turn stands in its grammar; without a grammar every token is allowed."""

    def __init__(self, vocabulary: Vocabulary, grammar: str | None) -> None:
        self._matcher = None if grammar is None else LLMatcher(vocabulary.guide, grammar)
        self._bits = allocate_token_bitmask(1, vocabulary.guide.vocab_size)
        self._check()

    def _check(self) -> None:
        if self._matcher is not None and self._matcher.is_error():
            reason = self._matcher.get_error().splitlines()[0]
            raise ModelError(f"The grammar of this turn cannot be used: {reason}")

    def forced(self) -> list[int]:
        """Tokens that must come next, consumed: the model need not be asked for them one by one."""
        if self._matcher is None:
            return []
        tokens = self._matcher.compute_ff_tokens()
        self._matcher.consume_tokens(tokens)
        self._check()
        return tokens

    def consume(self, token: int) -> None:
        """Move on by a chosen token."""
        if self._matcher is not None:
            self._matcher.consume_token(token)
            self._check()

    @property
    def finished(self) -> bool:
        """Nothing may follow but the end of the turn."""
        return self._matcher is not None and self._matcher.is_stopped()

    def apply(self, logits: torch.Tensor) -> torch.Tensor:
        """Logits (vocabulary,) with minus infinity where the grammar forbids the token."""
        if self._matcher is None:
            return logits
        fill_next_token_bitmask(self._matcher, self._bits)
        self._check()
        words = torch.from_numpy(self._bits[0]).to(logits.device)
        allowed = (words[:, None] >> torch.arange(32, dtype=torch.int32, device=logits.device)) & 1
        return logits.masked_fill(allowed.view(-1)[: logits.shape[0]] == 0, -math.inf)


class Chooser:
    """Greedy at temperature 0; otherwise drawn on the CPU, where a seed means the same on every machine."""

    def __init__(self, temperature: float, seed: int) -> None:
        self._temperature = temperature
        self._random = torch.Generator().manual_seed(seed)

    def choose(self, logits: torch.Tensor) -> tuple[int, float]:
        """The next token and its log-probability at temperature 1, from logits (vocabulary,)."""
        logprobs = torch.log_softmax(logits.float(), dim=-1)
        if self._temperature == 0:
            token = int(logprobs.argmax())
        else:
            chances = torch.softmax(logits.float() / self._temperature, dim=-1).cpu()
            token = int(torch.multinomial(chances, 1, generator=self._random))
        return token, float(logprobs[token])


def decode(
    prompt: list[int],
    forward: Forward,
    vocabulary: Vocabulary,
    constraint: Constraint,
    chooser: Chooser,
    *,
    limit: int,
    cancel: Event,
    emit: Callable[[Token], None],
) -> tuple[list[Token], bool]:
    """Write one turn after ``prompt``; returns its tokens, and whether it is complete.

    Raises:
        Cancelled: ``cancel`` was set; looked at before every token.
    """
    written: list[Token] = []
    pieces = vocabulary.pieces()

    def add(token: int, logprob: float) -> None:
        written.append(Token(id=token, text=pieces.add(token), logprob=logprob))
        emit(written[-1])

    unread = prompt + _force(constraint, add)
    while len(written) < limit:
        if cancel.is_set():
            raise Cancelled("The run was stopped.")
        token, logprob = chooser.choose(constraint.apply(forward(unread)))
        if token in vocabulary.ends:
            return written, True
        constraint.consume(token)
        add(token, logprob)
        unread = [token, *_force(constraint, add)]
        if constraint.finished:
            return written, True
    return written, False


def _force(constraint: Constraint, add: Callable[[int, float], None]) -> list[int]:
    """Add what must come next; its probability is 1."""
    tokens = constraint.forced()
    for token in tokens:
        add(token, 0.0)
    return tokens
