"""Sequences with one beginning as a single row of tokens: the beginning is read once, nothing is padded."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as List
from itertools import accumulate
from typing import NamedTuple

import torch

from training.data import Sequence

_TOGETHER = 256
"""Own tokens of short sequences that are attended to as one piece: small products cost more than masking."""


class Branch(NamedTuple):
    """Tokens ``begin`` to ``end`` of a row, which see the first ``before`` and, unless hidden, each other.

    ``hidden`` (own tokens, own tokens) is True where a query does not see a key.
    """

    begin: int
    end: int
    before: int
    hidden: torch.Tensor


class Packed:
    """Sequences that begin with the same ``shared`` tokens; each one's own follow one after the other."""

    def __init__(self, sequences: List[Sequence], shared: int) -> None:
        self._shared = shared
        own = [sequence.ids[shared:] for sequence in sequences]
        self._begins = [*accumulate(map(len, own), initial=shared)]
        self.ids = [*sequences[0].ids[:shared], *(token for ids in own for token in ids)]
        self.positions = [*range(shared), *(shared + at for ids in own for at in range(len(ids)))]

    def column(self, index: int, position: int) -> int:
        """Where the token at ``position`` of a sequence stands in the row."""
        return position if position < self._shared else self._begins[index] + position - self._shared

    def branches(self) -> list[Branch]:
        """The shared beginning, then the sequences behind it, short ones several at a time."""
        found = [Branch(0, self._shared, 0, _hidden([self._shared]))] if self._shared else []
        for group in self._groups():
            lengths = [end - begin for begin, end in group]
            found.append(Branch(group[0][0], group[-1][1], self._shared, _hidden(lengths)))
        return found

    def mask(self) -> torch.Tensor:
        """(1, 1, tokens, tokens): True where a token is seen, for kernels that know no branches."""
        seen = torch.zeros(len(self.ids), len(self.ids), dtype=torch.bool)
        for begin, end, before, hidden in self.branches():
            seen[begin:end, :before] = True
            seen[begin:end, begin:end] = ~hidden
        return seen[None, None]

    def _groups(self) -> Iterator[list[tuple[int, int]]]:
        group: list[tuple[int, int]] = []
        for begin, end in zip(self._begins, self._begins[1:], strict=False):
            if group and end - group[0][0] > _TOGETHER:
                yield group
                group = []
            group.append((begin, end))
        yield group


def _hidden(lengths: List[int]) -> torch.Tensor:
    """Causal within each of the sequences, which do not see each other."""
    owner = torch.repeat_interleave(torch.tensor(lengths))
    order = torch.arange(sum(lengths))
    return (owner[:, None] != owner[None]) | (order[:, None] < order[None])
