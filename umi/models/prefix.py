"""What has been read already: key-values by token sequence, shared by roles, steps and runs.

A line is one sequence with its key-values and its reader: the backbone (None), or the plain
LoRA adapter that read it. Activated LoRA leaves the tokens before its invocation to the
backbone, so every such role shares the backbone's lines (DESIGN section 4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from umi.models.kv import GrowingCache

BUDGET_BYTES = 2**29
"""Key-values kept in all, 512 MB: about 20,000 tokens of the default model in bf16."""


@dataclass(eq=False)
class Line:
    """``cache`` holds exactly the key-values of ``ids`` as ``reader`` computed them."""

    reader: str | None
    ids: list[int]
    cache: GrowingCache

    def keep(self, length: int) -> None:
        """Forget everything after the first ``length`` tokens."""
        if length < len(self.ids):
            del self.ids[length:]
            self.cache.keep(length)


class PrefixCache:
    """Lines in order of use, the latest last. Not thread-safe: the generation worker owns it."""

    def __init__(self, layers: int, budget_bytes: int = BUDGET_BYTES) -> None:
        """``layers`` is the number of attention layers of the model."""
        self._layers = layers
        self._lines: list[Line] = []
        self._budget_bytes = budget_bytes

    def new(self, reader: str | None) -> Line:
        """A line that has read nothing."""
        return Line(reader, [], GrowingCache(self._layers))

    def take(self, reader: str | None, ids: Sequence[int]) -> Line:
        """Take out a line that holds the longest known beginning of ``ids``, and nothing else.

        Where only a part of a line fits, that part is copied: the line goes on serving the
        run it belongs to. The last token of ``ids`` is always left to read, since its
        logits are wanted.
        """
        best, length = self._longest(reader, ids[:-1])
        if best is None:
            return self.new(reader)
        self._lines.remove(best)
        if length == len(best.ids):
            return best
        self._lines.append(best)
        return Line(reader, best.ids[:length], best.cache.copy(length))

    def _longest(self, reader: str | None, ids: Sequence[int]) -> tuple[Line | None, int]:
        candidates = [(common_length(line.ids, ids), line) for line in self._lines if line.reader == reader]
        length, line = max(candidates, key=lambda pair: pair[0], default=(0, None))
        return (line, length) if length else (None, 0)

    def give_back(self, line: Line) -> None:
        """Keep a line for later; the ones not used for longest go when the budget is spent.

        A line that is the beginning of another one is not kept twice.
        """
        self._lines = [other for other in self._lines if not _begins(other, line)]
        held = next((other for other in self._lines if _begins(line, other)), None)
        if held is not None:
            self._lines.remove(held)
        self._lines.append(held or line)
        while len(self._lines) > 1 and self.nbytes > self._budget_bytes:
            del self._lines[0]

    @property
    def nbytes(self) -> int:
        """Bytes of key-values held."""
        return sum(line.cache.nbytes for line in self._lines)


def _begins(line: Line, other: Line) -> bool:
    """Whether ``other`` holds everything that ``line`` holds."""
    return line.reader == other.reader and other.ids[: len(line.ids)] == line.ids


def common_length(left: Sequence[int], right: Sequence[int]) -> int:
    """How many tokens two sequences share from their start."""
    for index, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return index
    return min(len(left), len(right))
