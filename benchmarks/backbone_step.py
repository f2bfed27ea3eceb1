"""A step of the backbone stage on this CPU, with and without what our loop does for it.

Run: ``python benchmarks/backbone_step.py``. Batches of four trajectories of the bundled sample, the default
model, rank 16. All ways read the same batches in turn, each with a model of its own; the table shows the
median seconds of a step (forward and backward) and how many times faster than the first way that is. All
compute the logits of learnt tokens alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from collections.abc import Sequence as List
from pathlib import Path
from statistics import median

import torch
from common import default_files
from report import print_table
from torch.nn.functional import cross_entropy
from torch.nn.utils.rnn import pad_sequence

from training.attention import use_tiled_attention
from training.batches import by_sequence
from training.data import Sequence, encode
from training.folding import train_folded
from training.lora import Lora
from training.losses import WholeSequences, predicted
from umi.formats import read
from umi.models.backbone import Backbone, load_backbone
from umi.models.device import best_device

SAMPLE = Path(__file__).parents[1] / "assets" / "sample" / "valid.jsonl.gz"
BATCH, BATCHES, ROUNDS, RANK = 4, 3, 3, 16
Step = Callable[[List[Sequence]], torch.Tensor]


def padded(backbone: Backbone) -> Step:
    """Each sequence a row that reads the tools itself, torch's attention, peft's LoRA."""

    def loss(batch: List[Sequence]) -> torch.Tensor:
        ids = pad_sequence([torch.tensor(sequence.ids) for sequence in batch], batch_first=True)
        lengths = torch.tensor([[len(sequence.ids)] for sequence in batch])
        learnt = [
            [position for target in sequence.targets for position in range(target.begin, target.end)]
            for sequence in batch
        ]
        places = [[position - 1 for position in positions] for positions in learnt]
        mask = (torch.arange(ids.shape[1])[None] < lengths).long()
        logits = predicted(backbone.model, ids, places, None, attention_mask=mask)
        labels = [
            sequence.ids[position]
            for sequence, positions in zip(batch, learnt, strict=True)
            for position in positions
        ]
        return cross_entropy(logits.float(), torch.tensor(labels), reduction="sum")

    return loss


def packed(backbone: Backbone) -> Step:
    """One row behind the tools, which are read once, our attention."""
    use_tiled_attention(backbone.model)
    whole = WholeSequences(backbone.model)
    return lambda batch: whole(batch)[0]


def folded(backbone: Backbone) -> Step:
    """The same with the LoRA folded into the weights."""
    train_folded(backbone.model)
    return packed(backbone)


WAYS = {"padded rows": padded, "packed behind the tools": packed, "and the LoRA folded in": folded}


def prepared(make: Callable[[Backbone], Step]) -> Step:
    """The way on a model of its own."""
    backbone = load_backbone(default_files(), best_device())
    Lora(backbone.model, RANK, 2 * RANK, 0)
    return make(backbone)


def seconds(step: Step, batch: List[Sequence]) -> float:
    """Forward and backward."""
    started = time.perf_counter()
    step(batch).backward()  # type: ignore[no-untyped-call]
    return time.perf_counter() - started


def main() -> None:
    """A line for each way."""
    ways = [prepared(make) for make in WAYS.values()]
    vocabulary = load_backbone(default_files(), best_device()).vocabulary
    sample = [encode(one, vocabulary) for one in read(SAMPLE)]
    batches = by_sequence(sample, BATCH, 0, 0)[:BATCHES]
    for step in ways:
        seconds(step, batches[0])
    found = [[seconds(step, batch) for step in ways] for _ in range(ROUNDS) for batch in batches]
    medians = [median(times) for times in zip(*found, strict=True)]
    rows = [(name, f"{own:.2f}", f"{medians[0] / own:.2f}") for name, own in zip(WAYS, medians, strict=True)]
    print_table("A step of four trajectories", ("way", "seconds", "times faster"), rows)


if __name__ == "__main__":
    main()
