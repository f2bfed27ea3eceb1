"""A step of the backbone stage on this CPU, with and without what our loop does for it.

Run: ``python benchmarks/backbone_step.py``. Batches of four trajectories of the bundled sample, the default
model, rank 16. All ways read the same batches in turn, each with a model of its own; the table shows the
median seconds of a step (forward and backward) and how many times faster than the first way that is.
"""

from __future__ import annotations

import time
from collections.abc import Sequence as List
from dataclasses import replace
from pathlib import Path
from statistics import median

from common import default_files
from report import print_table

from training.attention import use_tiled_attention
from training.batches import by_sequence
from training.data import Sequence, encode
from training.folding import train_folded
from training.lora import Lora
from training.losses import WholeSequences
from umi.formats import read
from umi.models.backbone import Backbone, load_backbone
from umi.models.device import best_device

SAMPLE = Path(__file__).parents[1] / "assets" / "sample" / "valid.jsonl.gz"
BATCH, BATCHES, ROUNDS, RANK = 4, 3, 3, 16
WAYS = ("peft, torch's attention", "+ tools read once a batch", "+ tiled attention", "+ LoRA folded in")


def prepared(way: int) -> tuple[Backbone, WholeSequences]:
    """The model with everything up to this way, and its loss."""
    backbone = load_backbone(default_files(), best_device())
    Lora(backbone.model, RANK, 2 * RANK, 0)
    if way >= 2:
        use_tiled_attention(backbone.model)
    if way >= 3:
        train_folded(backbone.model)
    return backbone, WholeSequences(backbone.model)


def seconds(loss: WholeSequences, batch: List[Sequence], way: int) -> float:
    """One step; without a shared beginning each trajectory reads the tools itself."""
    given = batch if way >= 1 else [replace(sequence, shared=0) for sequence in batch]
    started = time.perf_counter()
    summed, _ = loss(given)
    summed.backward()  # type: ignore[no-untyped-call]
    return time.perf_counter() - started


def main() -> None:
    """A line for each way."""
    ways = [prepared(way) for way in range(len(WAYS))]
    sample = [encode(one, ways[0][0].vocabulary) for one in read(SAMPLE)]
    batches = by_sequence(sample, BATCH, 0, 0)[:BATCHES]
    for way, (_, loss) in enumerate(ways):
        seconds(loss, batches[0], way)
    found = [
        [seconds(loss, batch, way) for way, (_, loss) in enumerate(ways)]
        for _ in range(ROUNDS)
        for batch in batches
    ]
    medians = [median(times) for times in zip(*found, strict=True)]
    rows = [(name, f"{own:.2f}", f"{medians[0] / own:.2f}") for name, own in zip(WAYS, medians, strict=True)]
    print_table("A step of four trajectories", ("way", "seconds", "times faster"), rows)


if __name__ == "__main__":
    main()
