"""Batches hold every sequence once and about the same number of tokens each."""

from __future__ import annotations

from collections.abc import Sequence as List

import pytest

from training.batches import by_sequence
from training.data import Sequence

SYSTEM = 300


def sequences(lengths: List[int]) -> list[Sequence]:
    """Each with a system turn and so many tokens of its own."""
    return [Sequence(str(at), [0] * (SYSTEM + own), SYSTEM, ()) for at, own in enumerate(lengths)]


def own_tokens(batch: List[Sequence]) -> int:
    return sum(len(sequence.ids) - SYSTEM for sequence in batch)


MIXED = [250] * 64 + [60] * 128


@pytest.mark.parametrize("lengths", [MIXED, [100] * 7, [1], [5] * 15 + [4000], [3000, 2000, 1, 1, 1]])
@pytest.mark.parametrize("epoch", [0, 1])
def test_every_sequence_comes_once_in_a_fixed_number_of_batches(lengths: list[int], epoch: int) -> None:
    given = sequences(lengths)
    batches = by_sequence(given, 4, 0, epoch)
    assert sorted(one.id for batch in batches for one in batch) == sorted(one.id for one in given)
    assert len(batches) == -(-len(given) // 4)
    assert all(batches)


def test_short_sequences_stand_together_in_larger_batches() -> None:
    batches = by_sequence(sequences(MIXED), 8, 0, 0)
    tokens = [own_tokens(batch) for batch in batches]
    assert max(tokens) < 2 * min(tokens)
    assert max(map(len, batches)) > 2 * min(map(len, batches))


def test_an_epoch_has_its_own_order() -> None:
    given = sequences(MIXED)
    first, again, second = (by_sequence(given, 4, 0, epoch) for epoch in (0, 0, 1))
    assert first == again
    assert first != second
