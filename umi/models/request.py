"""One turn to write, in token ids, as the generation worker takes it."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event

from umi.models.decode import Chooser
from umi.schema import Limits, Role

_DECISION_TOKENS = 8
"""Enough for a newline, ``Next: summarizer`` however it is split, and the end of the turn."""


@dataclass(frozen=True)
class Request:
    """The finished trajectory's ids, the role's invocation, and how to choose tokens.

    The first ``shared`` ids of the history are worth keeping: others begin with them too.
    """

    history: list[int]
    shared: int
    invocation: list[int]
    adapter: str | None
    grammar: str | None
    chooser: Chooser
    limit: int
    cancel: Event

    @property
    def prompt(self) -> list[int]:
        """Everything the role reads."""
        return self.history + self.invocation


def token_limit(role: Role, limits: Limits) -> int:
    """Tokens a turn may have; the planner's decision comes on top of its rationale."""
    if role is Role.PLANNER:
        return limits.planner_tokens + _DECISION_TOKENS
    return limits.caller_tokens if role is Role.CALLER else limits.summarizer_tokens
