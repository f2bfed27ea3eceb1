"""One turn, token by token: forward, mask by the grammar, choose, emit."""

from __future__ import annotations

import math
from collections.abc import Callable
from threading import Event

import torch
from llguidance.numpy import allocate_token_bitmask, fill_next_token_bitmask

from umi.errors import Cancelled, ModelError
from umi.models.base import Written
from umi.models.vocabulary import Vocabulary
from umi.schema import Token

Forward = Callable[[list[int]], torch.Tensor]
"""Reads token ids and returns the next token's logits, shape (vocabulary,)."""


class Constraint:
    """Where a turn stands in its grammar; without a grammar every token is allowed."""

    def __init__(self, vocabulary: Vocabulary, grammar: str | None) -> None:
        self._matcher = None if grammar is None else vocabulary.matcher(grammar)
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


class TurnWriter:
    """One turn as it is written: what must be read next, what stands, and whether it is over."""

    def __init__(
        self,
        prompt: list[int],
        vocabulary: Vocabulary,
        constraint: Constraint,
        chooser: Chooser,
        limit: int,
        emit: Callable[[Token], None],
    ) -> None:
        """``limit`` is the number of tokens after which the turn is over, complete or not."""
        self.tokens: list[Token] = []
        self.complete = False
        self._pieces = vocabulary.pieces()
        self._ends = vocabulary.ends
        self._constraint = constraint
        self._chooser = chooser
        self._limit = limit
        self._emit = emit
        self.unread = prompt + self._forced()

    @property
    def over(self) -> bool:
        """Nothing more is to be written."""
        return self.complete or len(self.tokens) >= self._limit

    def go_on(self, logits: torch.Tensor) -> None:
        """Choose the token after ``unread`` by its logits (vocabulary,), and what the grammar adds to it."""
        token, logprob = self._chooser.choose(self._constraint.apply(logits))
        if token in self._ends:
            self.complete = True
            return
        self._constraint.consume(token)
        self._add(token, logprob)
        self.unread = [token, *self._forced()]
        self.complete = self._constraint.finished

    def written(self, prompt_tokens: int, cached_tokens: int, seconds: float) -> Written:
        """The turn as it stands; see ``Written`` for the figures."""
        return Written(
            text="".join(token.text for token in self.tokens),
            tokens=tuple(self.tokens),
            prompt_tokens=prompt_tokens,
            cached_tokens=cached_tokens,
            seconds=seconds,
            complete=self.complete,
        )

    def _forced(self) -> list[int]:
        """Add what must come next; its probability is 1."""
        tokens = self._constraint.forced()
        for token in tokens:
            self._add(token, 0.0)
        return tokens

    def _add(self, token: int, logprob: float) -> None:
        self.tokens.append(Token(id=token, text=self._pieces.add(token), logprob=logprob))
        self._emit(self.tokens[-1])


def decode(turn: TurnWriter, forward: Forward, cancel: Event) -> None:
    """Write a turn to its end.

    Raises:
        Cancelled: ``cancel`` was set; looked at before every token.
    """
    while not turn.over:
        if cancel.is_set():
            raise Cancelled("The run was stopped.")
        turn.go_on(forward(turn.unread))
