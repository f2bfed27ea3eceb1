"""Which rows are learnt together, in an order that depends on seed and epoch alone."""

from __future__ import annotations

import math
from collections.abc import Sequence as List
from itertools import accumulate
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
    """Batches of whole sequences of similar length: ``size`` on average, more where they are short.

    Every sequence comes once. What steps cost, and how much each teaches, differs little then.
    """
    order = Random(f"{seed} {epoch}")
    shuffled = order.sample(list(sequences), len(sequences))
    batches = []
    for first in range(0, len(shuffled), size * _WINDOW):
        window = sorted(shuffled[first : first + size * _WINDOW], key=_own_tokens)
        batches += _of_equal_tokens(window, math.ceil(len(window) / size))
    return order.sample(batches, len(batches))


def _own_tokens(sequence: Sequence) -> int:
    """Without the system turn, which a batch reads once."""
    return len(sequence.ids) - sequence.shared


def _of_equal_tokens(window: List[Sequence], count: int) -> list[list[Sequence]]:
    """The window cut into so many batches of about as many tokens each, none of them empty."""
    tokens = [0, *accumulate(map(_own_tokens, window))]
    batches = []
    begin = 0
    for left in range(count, 0, -1):
        share = tokens[begin] + (tokens[-1] - tokens[begin]) / left
        nearest = min(range(begin + 1, len(window) - left + 2), key=lambda end: abs(tokens[end] - share))
        batches.append(list(window[begin:nearest]))
        begin = nearest
    return batches


def by_row(sequences: List[Sequence], size: int, seed: int, epoch: int) -> list[list[Row]]:
    """Batches of rows; the rows of one sequence follow each other, so that its prefix is read once."""
    order = Random(f"{seed} {epoch}")
    shuffled = order.sample(list(sequences), len(sequences))
    rows = [Row(sequence, target) for sequence in shuffled for target in sequence.targets]
    return [rows[at : at + size] for at in range(0, len(rows), size)]
