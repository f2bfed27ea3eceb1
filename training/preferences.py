"""Which of two turns is the better one: direct preference optimisation (DPO, arXiv 2305.18290).

A correction says it: what the person wrote over what the model had written, behind the same prefix.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence as List

import torch
from torch.nn.functional import cross_entropy, logsigmoid

from training import batches
from training.batches import Row
from training.data import Sequence
from training.losses import ReadTurns, Turn, split, turn_of

BETA = 0.1
"""How far the adapter may move from where it began (DESIGN section 4)."""


class Preferences:
    """The loss of pairs, for sequences with one target and a ``rejected`` turn in its place.

    What the adapter thought of each pair before the first step is read when this is made, while its weights
    are still those it begins with: no second model is needed.
    """

    batches = staticmethod(batches.by_row)

    def __init__(self, read: ReadTurns, sequences: Iterable[Sequence], tokens: int) -> None:
        """``tokens`` bounds how many are read at once for that."""
        self._read = read
        rows = [Row(sequence, sequence.targets[0]) for sequence in sequences]
        with torch.no_grad():
            self._reference = {
                row.sequence: margin
                for part in self.parts(rows, tokens)
                for row, margin in zip(part, self.margins(part).tolist(), strict=True)
            }

    def parts(self, batch: List[Row], tokens: int) -> list[list[Row]]:
        """See ``Loss.parts``."""
        return split(batch, [2 * max(row.target.end, _rejected_end(row)) for row in batch], tokens)

    def size(self, batch: List[Row]) -> int:
        """See ``Loss.size``."""
        return sum(row.target.end + _rejected_end(row) for row in batch)

    def __call__(self, part: List[Row]) -> tuple[torch.Tensor, int]:
        """The summed loss of the part, and its number of pairs."""
        margins = self.margins(part)
        before = torch.tensor([self._reference[row.sequence] for row in part], device=margins.device)
        return -logsigmoid(BETA * (margins - before)).sum(), len(part)

    def margins(self, part: List[Row]) -> torch.Tensor:
        """(rows,): how much likelier each chosen turn is than the rejected one, in nats."""
        turns = [turn for row in part for turn in (turn_of(row), _rejected(row))]
        logits, labels = self._read(turns)
        each = -cross_entropy(logits.float(), torch.tensor(labels, device=logits.device), reduction="none")
        # Which turn a token is of: summed without a loop.
        lengths = torch.tensor([len(turn.ids) - turn.header for turn in turns])
        owners = torch.arange(len(turns)).repeat_interleave(lengths).to(each.device)
        likely = torch.zeros(len(turns), device=each.device).index_add(0, owners, each)
        return likely[0::2] - likely[1::2]


def _rejected(row: Row) -> Turn:
    chosen = turn_of(row)
    return chosen._replace(ids=row.sequence.rejected)


def _rejected_end(row: Row) -> int:
    return row.target.start + len(row.sequence.rejected)
