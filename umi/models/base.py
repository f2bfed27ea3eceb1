"""What the agent asks of a model: write one role's turn, and say meanwhile how it goes."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from umi.errors import ModelError
from umi.schema import Limits, ModelSet, Role, Run, Token, ToolSpec, Turn


class ContextFullError(ModelError):
    """The prompt and the turn's token limit do not fit into the model's context together."""


@dataclass(frozen=True)
class Waiting:
    """Another generation goes first; ``place`` is the number of requests ahead."""

    place: int


@dataclass(frozen=True)
class Written:
    """One finished turn.

    ``prompt_tokens`` is the prompt's whole length, ``cached_tokens`` the part of it whose
    key-values were at hand. ``complete`` is False where the token limit cut the turn.
    """

    text: str
    tokens: tuple[Token, ...]
    prompt_tokens: int
    cached_tokens: int
    seconds: float
    complete: bool


Writing = Generator[Waiting | Token, None, Written]
"""Yields the place in the queue while it changes, then every token; returns the turn."""


class Model(Protocol):
    """A loaded model that writes for every role."""

    @property
    def models(self) -> ModelSet:
        """The backbone, and the adapter that each role uses in runs that start now."""

    def write(self, run: Run, role: Role, cancel: Event) -> Writing:
        """The next turn of the run by this role; the run alone decides what is written.

        Raises:
            Cancelled: ``cancel`` was set; seen before every token.
            ContextFullError: the run has grown too long for the model.
        """

    def cut(self, text: str, limit: int) -> tuple[str, bool]:
        """The text within ``limit`` tokens, and whether it had to be shortened."""


@dataclass(frozen=True)
class TurnRequest:
    """One turn to write, greedily, by ``role`` after the turns ``history`` and then ``own``.

    ``history`` begins with the system turn, and what others read as well is kept; ``own`` is read
    by this role alone. ``constrained`` holds the role to its grammar.
    """

    role: Role
    history: tuple[Turn, ...]
    tools: tuple[ToolSpec, ...]
    own: tuple[Turn, ...] = ()
    limits: Limits = Limits()
    constrained: bool = True


class BatchModel(Protocol):
    """A loaded model that writes many turns at once."""

    def write_many(self, requests: Sequence[TurnRequest], cancel: Event) -> Iterator[tuple[int, Written]]:
        """Each turn with the index of its request, as they get finished.

        Raises:
            Cancelled: ``cancel`` was set.
            ContextFullError: a history is longer than ``room``.
        """

    def room(self, role: Role, limits: Limits) -> int:
        """Tokens that the history of a turn of this role may have."""

    def tokens(self, turns: Sequence[Turn]) -> int:
        """Tokens of these turns as a history."""

    def cut(self, text: str, limit: int) -> tuple[str, bool]:
        """The text within ``limit`` tokens, and whether it had to be shortened."""
