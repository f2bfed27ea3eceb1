"""What a kind of question is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from training.travel.draw import Draw, Slot, hash_of, held_out
from training.travel.phrasebook import phrasings


@dataclass(frozen=True)
class Family:
    """Questions that are solved in the same way.

    ``name`` is also the heading of its phrasings (``phrasebook``). ``solve`` gets the desk and, by
    name, what each slot of ``draw`` means. ``weight`` is how often it is drawn against the others.
    ``dev_only`` families never train: combinations of tools the model has not seen. ``asks`` says
    in a few words what all of them ask, a format string over the meanings; where it is left out
    the name says it.
    """

    name: str
    draw: Callable[[Draw], Mapping[str, Slot]]
    solve: Callable[..., None]
    weight: float = 1.0
    dev_only: bool = False
    asks: str = ""

    @property
    def phrasings(self) -> tuple[str, ...]:
        """How users ask: format strings over the slots that ``draw`` returns."""
        return phrasings(self.name)

    def asked_for(self, meant: Mapping[str, Any]) -> str:
        """What a question with these meanings asks, in the planner's words."""
        return (self.asks or self.name.replace("_", " ")).format(**meant)

    def asked(self, *, dev: bool) -> tuple[str, ...]:
        """The phrasings of one split: a tenth by hash, but at least one, is asked in dev only."""
        if self.dev_only:
            return self.phrasings
        held = [text for text in self.phrasings if held_out(text)] or [min(self.phrasings, key=hash_of)]
        return tuple(text for text in self.phrasings if (text in held) == dev)
