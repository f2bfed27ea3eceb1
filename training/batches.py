"""Which rows are learnt together, in an order that depends on seed and epoch alone."""

from __future__ import annotations

from collections.abc import Sequence as List
from random import Random
from typing import NamedTuple

from training.data import Sequence, Target

_WINDOW = 8
"""Batches whose sequences are sorted by length together, so that little is spent on padding."""


class Row(NamedTuple):
    """One role's turn to learn, and the sequence it stands in."""

    sequence: Sequence
    target: Target


def by_sequence(sequences: List[Sequence], size: int, seed: int, epoch: int) -> list[list[Sequence]]:
    """Batches of whole sequences of similar length; every sequence comes once."""
    order = Random(f"{seed} {epoch}")
    shuffled = order.sample(list(sequences), len(sequences))
    batches = []
    for first in range(0, len(shuffled), size * _WINDOW):
        window = sorted(shuffled[first : first + size * _WINDOW], key=lambda sequence: len(sequence.ids))
        batches += [window[at : at + size] for at in range(0, len(window), size)]
    return order.sample(batches, len(batches))


def by_row(sequences: List[Sequence], size: int, seed: int, epoch: int) -> list[list[Row]]:
    """Batches of rows; the rows of one sequence follow each other, so that its prefix is read once."""
    order = Random(f"{seed} {epoch}")
    shuffled = order.sample(list(sequences), len(sequences))
    rows = [Row(sequence, target) for sequence in shuffled for target in sequence.targets]
    return [rows[at : at + size] for at in range(0, len(rows), size)]
