"""What a kind of question is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from training.travel.draw import Draw, Slot, hash_of, held_out


@dataclass(frozen=True)
class Family:
    """Questions that are solved in the same way.

    ``phrasings`` are format strings over the slots that ``draw`` returns; ``solve`` gets the
    desk and, by name, what each slot means. ``weight`` is how often it is drawn against the
    others. ``dev_only`` families never train: combinations of tools the model has not seen.
    """

    name: str
    phrasings: tuple[str, ...]
    draw: Callable[[Draw], Mapping[str, Slot]]
    solve: Callable[..., None]
    weight: float = 1.0
    dev_only: bool = False

    def asked(self, *, dev: bool) -> tuple[str, ...]:
        """The phrasings of one split: a tenth by hash, but at least one, is asked in dev only."""
        if self.dev_only:
            return self.phrasings
        held = [text for text in self.phrasings if held_out(text)] or [min(self.phrasings, key=hash_of)]
        return tuple(text for text in self.phrasings if (text in held) == dev)


def lines(text: str) -> tuple[str, ...]:
    """Phrasings written one a line."""
    return tuple(text.strip().splitlines())
