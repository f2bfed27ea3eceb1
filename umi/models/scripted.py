"""A model that writes given turns in order: for the logic of the loop, not for its quality."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event

from umi.errors import Cancelled, ModelError
from umi.models.base import Writing, Written
from umi.schema import ModelSet, Role, Run, Token


class ScriptedModel:
    """Writes ``outputs`` one after the other, a word a token, ``seconds`` apart, for whichever role asks."""

    def __init__(self, outputs: Iterable[str], seconds: float = 0.0) -> None:
        self.models = ModelSet(base="scripted", base_hash="scripted")
        self._outputs = iter(outputs)
        self._seconds = seconds

    def write(self, run: Run, role: Role, cancel: Event) -> Writing:
        """The next output; fails with one sentence when there is none left."""
        text = next(self._outputs, None)
        if text is None:
            raise ModelError(f"The script has no turn left for the {role} at step {len(run.steps) + 1}.")
        words = text.split(" ")
        pieces = [*(word + " " for word in words[:-1]), words[-1]]
        tokens = tuple(Token(id=index, text=piece, logprob=0.0) for index, piece in enumerate(pieces))
        for token in tokens:
            if cancel.wait(self._seconds):
                raise Cancelled("The run was stopped.")
            yield token
        return Written(text, tokens, 0, 0, self._seconds * len(tokens), complete=True)

    def cut(self, text: str, limit: int) -> tuple[str, bool]:
        """The first ``limit`` words."""
        words = text.split(" ")
        return " ".join(words[:limit]), len(words) > limit
