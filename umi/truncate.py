"""Histories longer than a context: what goes first, so that tools and invocation always stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from umi.models.base import ContextFullError
from umi.schema import Turn


class Measure(Protocol):
    """Counts tokens as the model's tokenizer does."""

    def tokens(self, turns: Sequence[Turn]) -> int:
        """Tokens of these turns as a history."""

    def cut(self, text: str, limit: int) -> tuple[str, bool]:
        """The text within ``limit`` tokens, and whether it had to be shortened."""


def fit(history: Sequence[Turn], room: int, measure: Measure) -> tuple[Turn, ...]:
    """The history within ``room`` tokens; unchanged where it fits.

    The system turn stays whole, and the newest turn stays. Of the others the oldest go first, each as a
    whole, but for the question. Then the longest observation that is left is cut, and the question goes
    only where nothing else helps.

    Raises:
        ContextFullError: the system turn and the newest one are too long by themselves.
    """
    kept = _without_oldest(tuple(history), room, measure)
    kept = _with_cut_observation(kept, room, measure)
    if measure.tokens(kept) > room:
        kept = _with_cut_observation((kept[0], *kept[1:][-1:]), room, measure)
    if measure.tokens(kept) > room:
        raise ContextFullError(
            f"The tools and the newest turn have {measure.tokens(kept)} tokens where {room} fit: "
            "offer fewer tools or use a model with a longer context."
        )
    return kept


def _without_oldest(history: tuple[Turn, ...], room: int, measure: Measure) -> tuple[Turn, ...]:
    """Drops whole turns between the system turn and the newest one, but not the question."""
    excess = measure.tokens(history) - room
    question = max((index for index, turn in enumerate(history) if turn.speaker == "user"), default=0)
    dropped = set()
    for index in range(1, len(history) - 1):
        if excess <= 0:
            break
        if index != question:
            dropped.add(index)
            excess -= measure.tokens([history[index]]) - measure.tokens([])
    return tuple(turn for index, turn in enumerate(history) if index not in dropped)


def _with_cut_observation(history: tuple[Turn, ...], room: int, measure: Measure) -> tuple[Turn, ...]:
    """Shortens the longest observation by what is too much, where it is long enough for that."""
    observations = [index for index, turn in enumerate(history) if turn.speaker == "observation"]
    if not observations:
        return history
    longest = max(observations, key=lambda index: measure.tokens([history[index]]))
    before, text, after = history[:longest], history[longest].text, history[longest + 1 :]
    limit = measure.tokens([history[longest]]) - measure.tokens([Turn("observation", "")])
    shortened = history
    # Text that is cut between two tokens can become other tokens, and one more of them.
    while (excess := measure.tokens(shortened) - room) > 0:
        limit -= excess
        if limit <= 0:
            return history
        shortened = (*before, Turn("observation", measure.cut(text, limit)[0]), *after)
    return shortened
