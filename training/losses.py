"""The loss of a batch: whole sequences at once, or single turns behind a prefix that was read before.

Both return the summed cross-entropy of the learnt tokens (a scalar with gradient) and their
number; the mean over a step is taken where all parts of the step are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Sequence as List
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple, Protocol, TypeVar

import torch
from torch.nn.functional import cross_entropy
from torch.nn.utils.rnn import pad_sequence
from transformers import DynamicCache, PreTrainedModel

from training import batches
from training.attention import is_tiled
from training.batches import Row
from training.data import Sequence
from training.packing import Packed
from training.prefixes import Prefixes

Item = TypeVar("Item")
Item_contra = TypeVar("Item_contra", contravariant=True)


class Loss(Protocol[Item]):
    """How one kind of batch is learnt from."""

    def batches(self, sequences: List[Sequence], size: int, seed: int, epoch: int) -> list[list[Item]]:
        """All of an epoch's batches, each of up to ``size`` items."""

    def parts(self, batch: List[Item], tokens: int) -> list[list[Item]]:
        """The batch in parts that hold at most about ``tokens`` padded tokens each."""

    def size(self, batch: List[Item]) -> int:
        """Tokens that the batch's items hold, whether or not they are learnt or had to be read again."""

    def __call__(self, part: List[Item]) -> tuple[torch.Tensor, int]:
        """Summed cross-entropy of the part, and the number of learnt tokens."""


class WholeSequences:
    """Every target of a sequence in one pass, gradient through all of it.

    Where the sequences of a batch begin with the same system turn, that is read once for all
    of them: the gradients are the same, the tools are not paid for again.
    """

    batches = staticmethod(batches.by_sequence)

    def __init__(self, model: PreTrainedModel) -> None:
        self._model = model

    def parts(self, batch: List[Sequence], tokens: int) -> list[list[Sequence]]:
        """See ``Loss.parts``; nothing is padded."""
        shared = _shared_beginning(batch)
        parts: list[list[Sequence]] = []
        room = 0
        for sequence in batch:
            own = len(sequence.ids) - shared
            if own > room:
                parts.append([])
                room = tokens - shared
            parts[-1].append(sequence)
            room -= own
        return parts

    def size(self, batch: List[Sequence]) -> int:
        """See ``Loss.size``."""
        return sum(len(sequence.ids) for sequence in batch)

    def __call__(self, part: List[Sequence]) -> tuple[torch.Tensor, int]:
        """See ``Loss``."""
        packed = Packed(part, _shared_beginning(part))
        learnt = [
            (index, position)
            for index, sequence in enumerate(part)
            for target in sequence.targets
            for position in range(target.begin, target.end)
        ]
        places = [packed.column(index, position - 1) for index, position in learnt]
        labels = [part[index].ids[position] for index, position in learnt]
        logits = self._predicted(packed, places)
        return _summed(logits, labels), len(labels)

    def _predicted(self, packed: Packed, places: List[int]) -> torch.Tensor:
        device = self._model.device
        branches = {"branches": packed.branches()} if is_tiled(self._model) else {}
        return predicted(
            self._model,
            torch.tensor([packed.ids], device=device),
            [places],
            None,
            position_ids=torch.tensor([packed.positions], device=device),
            attention_mask=packed.mask().to(device),
            **branches,
        )


class TurnsBehindPrefixes:
    """Single turns of activated-LoRA roles: only invocation and target carry gradient.

    What stands before an invocation is the backbone's own, so its key-values are read once
    without gradient (``Prefixes``) and serve all turns of the trajectory (DESIGN section 4).
    """

    batches = staticmethod(batches.by_row)

    def __init__(self, model: PreTrainedModel, prefixes: Prefixes, switched_off: Switch) -> None:
        """``switched_off`` is a context in which the adapter being trained sleeps."""
        self._model = model
        self._prefixes = prefixes
        self._switched_off = switched_off

    def parts(self, batch: List[Row], tokens: int) -> list[list[Row]]:
        """See ``Loss.parts``."""
        return split(batch, [row.target.end for row in batch], tokens)

    def size(self, batch: List[Row]) -> int:
        """See ``Loss.size``."""
        return sum(row.target.end for row in batch)

    def __call__(self, part: List[Row]) -> tuple[torch.Tensor, int]:
        """See ``Loss``."""
        logits, labels = self.read([turn_of(row) for row in part])
        return _summed(logits, labels), len(labels)

    def read(self, turns: List[Turn]) -> tuple[torch.Tensor, list[int]]:
        """See ``ReadTurns``."""
        with self._switched_off():
            cache, lengths = self._prefixes.batch([(turn.sequence, turn.start) for turn in turns])
        ids = _padded([turn.ids for turn in turns], self._model.device)
        before, own = max(lengths), torch.tensor([[len(turn.ids)] for turn in turns], device=ids.device)
        starts = torch.tensor(lengths, device=ids.device)[:, None]
        at = torch.arange(before + ids.shape[1], device=ids.device)[None]
        logits = predicted(
            self._model,
            ids,
            [list(range(turn.header - 1, len(turn.ids) - 1)) for turn in turns],
            cache,
            attention_mask=((at >= before - starts) & (at < before + own)).long(),
            position_ids=starts + torch.arange(ids.shape[1], device=ids.device)[None],
        )
        return logits, _learnt(turns)


class Turn(NamedTuple):
    """A turn's ids, the first ``header`` of them its invocation, after ``start`` tokens of the sequence."""

    sequence: Sequence
    start: int
    header: int
    ids: List[int]


ReadTurns = Callable[[List[Turn]], tuple[torch.Tensor, list[int]]]
"""Reads turns: the logits (learnt tokens, vocabulary) of each token after the headers, and these tokens."""


def turn_of(row: Row) -> Turn:
    """The turn that the row learns."""
    start, begin, end = row.target.start, row.target.begin, row.target.end
    return Turn(row.sequence, start, begin - start, row.sequence.ids[start:end])


def read_whole(model: PreTrainedModel, turns: List[Turn]) -> tuple[torch.Tensor, list[int]]:
    """``ReadTurns`` for a plain LoRA, which changes what stands before a turn as well."""
    rows = [[*turn.sequence.ids[: turn.start], *turn.ids] for turn in turns]
    places = [
        list(range(turn.start + turn.header - 1, len(row) - 1)) for turn, row in zip(turns, rows, strict=True)
    ]
    # Padded at the end only, where no learnt token can see it.
    return predicted(model, _padded(rows, model.device), places, None), _learnt(turns)


def _learnt(turns: List[Turn]) -> list[int]:
    return [token for turn in turns for token in turn.ids[turn.header :]]


class Switch(Protocol):
    """Makes a context in which the adapter sleeps."""

    def __call__(self) -> AbstractContextManager[Any]:
        """The context."""


def predicted(
    model: PreTrainedModel,
    ids: torch.Tensor,
    places: List[List[int]],
    cache: DynamicCache | None,
    **more: Any,
) -> torch.Tensor:
    """Logits (learnt tokens, vocabulary) after the tokens at ``places`` of ``ids`` (rows, tokens).

    The output matrix is a fifth of a small model's work, so it multiplies those places alone:
    hooked in front of it, whatever the architecture does to the logits afterwards stays in force.
    """
    rows = torch.tensor([row for row, at in enumerate(places) for _ in at], device=ids.device)
    columns = torch.tensor([column for at in places for column in at], device=ids.device)
    with _picking(model, rows, columns):
        output = model(input_ids=ids, past_key_values=cache, use_cache=cache is not None, **more)
    logits: torch.Tensor = output.logits[0]
    return logits


@contextmanager
def _picking(model: PreTrainedModel, rows: torch.Tensor, columns: torch.Tensor) -> Iterator[None]:
    """While it lasts, the output matrix sees only these hidden states, as one row."""
    head = model.get_output_embeddings()
    handle = head.register_forward_pre_hook(lambda _module, inputs: (inputs[0][rows, columns][None],))
    try:
        yield
    finally:
        handle.remove()


def _summed(logits: torch.Tensor, labels: list[int]) -> torch.Tensor:
    return cross_entropy(logits.float(), torch.tensor(labels, device=logits.device), reduction="sum")


def _padded(rows: List[List[int]], device: torch.device) -> torch.Tensor:
    return pad_sequence([torch.tensor(row) for row in rows], batch_first=True).to(device)


def _shared_beginning(part: List[Sequence]) -> int:
    """Tokens of the system turn where it is the same in all sequences, otherwise none."""
    shared = part[0].shared
    alike = all(sequence.ids[:shared] == part[0].ids[:shared] for sequence in part[1:])
    return shared if alike and len(part) > 1 else 0


def split(batch: List[Item], lengths: List[int], tokens: int) -> list[list[Item]]:
    """Parts in order, each padded to its longest item, none above ``tokens`` unless a single item is."""
    parts: list[list[Item]] = []
    longest = 0
    for item, length in zip(batch, lengths, strict=True):
        longest = max(longest, length)
        if not parts or longest * (len(parts[-1]) + 1) > tokens:
            parts.append([])
            longest = length
        parts[-1].append(item)
    return parts
