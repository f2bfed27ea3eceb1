"""Prefix-cached training of an activated LoRA against plain LoRA on the same rows: rows a second, memory.

Run: ``python benchmarks/training_speed.py [--quick]``. Rows are a planner's, three to a trajectory, 22
learnt tokens each (the travel data has 2.6 and 22); a prefix of 1,000 tokens means 920, 1,000 and 1,080.
Token ids are drawn by chance, as the work does not depend on them. Every side trains in fresh processes
with the settings that ``python -m training glpft`` gives to roles, but for a batch of 6; on a CPU our loop
has its own attention, as there, and TRL torch's. The sides take turns, so that other programs' load falls
on all of them; the tables show medians.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from collections.abc import Sequence as List
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

import torch
from common import default_files
from report import print_table

from training.attention import use_tiled_attention
from training.batches import Row, by_row
from training.checkpoint import METRICS, WorkFolder
from training.data import Sequence, Target
from training.finetune import Finetuning
from training.lora import Lora
from training.losses import TurnsBehindPrefixes, WholeSequences
from training.prefixes import Prefixes
from training.ranks import Ranks
from training.settings import Settings
from training.trl_stage import TrlFinetuning
from umi.models.backbone import Backbone, load_backbone
from umi.models.device import best_device
from umi.schema import Role

EPOCHS = 2
SETTINGS = Settings(rank=8, alpha=16, batch=6, epochs=EPOCHS)
TURNS, INVOCATION, TARGET, BETWEEN, TOOLS = 3, 3, 22, 55, 318
"""Rows of a trajectory; tokens of a turn's header, of what is learnt, between turns, of the travel tools."""
Training = Finetuning | TrlFinetuning
Figures = dict[str, Any]


class WholeRows(WholeSequences):
    """Each row read whole by our own loop: what is left of the difference without the prefix cache."""

    @staticmethod
    def batches(sequences: List[Sequence], size: int, seed: int, epoch: int) -> list[list[Sequence]]:
        """The same rows in the same order."""
        return [[_alone(row) for row in batch] for batch in by_row(sequences, size, seed, epoch)]


def _alone(row: Row) -> Sequence:
    return replace(row.sequence, ids=row.sequence.ids[: row.target.end], targets=(row.target,))


def trl(backbone: Backbone, lora: Lora, rows: List[Sequence], work: WorkFolder) -> Training:
    """TRL's SFTTrainer, as ``--adapter-type lora`` runs it."""
    return TrlFinetuning(lora, backbone, rows, [], SETTINGS, work, Ranks(backbone.model.device))


def trl_saving(backbone: Backbone, lora: Lora, rows: List[Sequence], work: WorkFolder) -> Training:
    """TRL's default: activations are computed twice, to save memory."""
    training = TrlFinetuning(lora, backbone, rows, [], SETTINGS, work, Ranks(backbone.model.device))
    training.args.activation_checkpointing = True
    return training


def whole(backbone: Backbone, lora: Lora, rows: List[Sequence], work: WorkFolder) -> Training:
    """Plain LoRA by our own loop."""
    use_tiled_attention(backbone.model)
    loss = WholeRows(backbone.model)
    return Finetuning(lora, loss, rows, [], SETTINGS, work, Ranks(backbone.model.device))


def cached(backbone: Backbone, lora: Lora, rows: List[Sequence], work: WorkFolder) -> Training:
    """Activated LoRA behind prefixes that are read once, as ``--adapter-type alora`` runs it."""
    use_tiled_attention(backbone.model)
    loss = TurnsBehindPrefixes(backbone.model, Prefixes(backbone.model, SETTINGS.cache_bytes), lora.off)
    return Finetuning(lora, loss, rows, [], SETTINGS, work, Ranks(backbone.model.device))


SIDES: dict[str, tuple[Callable[..., Training], int]] = {
    "TRL SFTTrainer, plain LoRA": (trl, 1),
    "the same with TRL's default of activation checkpointing": (trl_saving, 1),
    "our loop, plain LoRA, rows read whole": (whole, 1),
    "prefix-cached aLoRA, nothing shared by trajectories": (cached, 1),
    "prefix-cached aLoRA, all with the same tools": (cached, TOOLS),
}
"""How each side trains, and how many tokens all trajectories begin with alike."""


def sequences(number: int, prefix: int, shared: int) -> list[Sequence]:
    """Trajectories whose planner turns stand behind ``prefix`` tokens on average."""
    chance = Random(0)
    tools = [chance.randrange(1000, 49000) for _ in range(shared)]
    starts = [prefix + (turn - TURNS // 2) * (INVOCATION + TARGET + BETWEEN) for turn in range(TURNS)]
    turns = [Target(Role.PLANNER, at, at + INVOCATION, at + INVOCATION + TARGET) for at in starts]
    own = turns[-1].end - shared
    return [
        Sequence(
            str(number), tools + [chance.randrange(1000, 49000) for _ in range(own)], shared, tuple(turns)
        )
        for one in range(number)
    ]


def child(side: str, number: int, prefix: int) -> None:
    """Runs in the fresh process: train, print rows a second of each epoch and the highest memory."""
    make, shared = SIDES[side]
    backbone = load_backbone(default_files(), best_device())
    rows = sequences(number, prefix, min(shared, prefix // 2))
    with TemporaryDirectory() as folder:
        work = WorkFolder(Path(folder), "benchmark")
        lora = Lora(backbone.model, SETTINGS.rank, SETTINGS.alpha, SETTINGS.seed)
        make(backbone, lora, rows, work).run(lambda _message, _share: None, Event())
        measured = [json.loads(line) for line in (work.path / METRICS).read_text().splitlines()]
    speeds = [step["tokens_per_second"] for step in measured if "loss" in step]
    print(json.dumps({"epochs": rows_a_second(rows, speeds), "peak": _peak()}))


def rows_a_second(rows: List[Sequence], speeds: List[float]) -> list[float]:
    """For each epoch, from its steps' tokens a second, which count all tokens of a row, read again or not."""
    found = []
    for epoch in range(EPOCHS):
        batches = by_row(rows, SETTINGS.batch, SETTINGS.seed, epoch)
        own = speeds[epoch * len(batches) : (epoch + 1) * len(batches)]
        tokens = [sum(row.target.end for row in batch) for batch in batches]
        seconds = sum(count / speed for count, speed in zip(tokens, own, strict=True))
        found.append(sum(map(len, batches)) / seconds)
    return found


def _peak() -> int:
    """Bytes: on a GPU the most that torch held there, otherwise the process's highest resident memory."""
    if torch.cuda.is_available():
        return torch.cuda.max_memory_allocated()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def measured(side: str, number: int, prefix: int) -> Figures:
    """The figures of a fresh process that trains on so many trajectories."""
    command = [sys.executable, __file__, "--child", side, str(number), str(prefix)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def report(number: int, prefix: int, rounds: int) -> None:
    """All sides in turn, and each as a multiple of the first."""
    found: dict[str, list[Figures]] = {side: [] for side in SIDES}
    for _ in range(rounds):
        for side, own in found.items():
            own.append(measured(side, number, prefix))
    medians = {side: _medians(own) for side, own in found.items()}
    base = next(iter(medians.values()))
    rows = [(side, *_cells(own, base)) for side, own in medians.items()]
    header = ("", "rows/s, first epoch", "ratio", "rows/s, later epochs", "ratio", "peak GB", "ratio")
    print_table(f"Rows behind {prefix:,} tokens", header, rows)


def _medians(found: List[Figures]) -> tuple[float, ...]:
    """Rows a second of the first and of the second epoch, and gigabytes."""
    each = [(*figures["epochs"], figures["peak"] / 1e9) for figures in found]
    return tuple(median(values) for values in zip(*each, strict=True))


def _cells(own: tuple[float, ...], base: tuple[float, ...]) -> Iterator[str]:
    for value, of in zip(own, base, strict=True):
        yield from (f"{value:.3f}", f"{value / of:.2f}")


def main() -> None:
    """One table for each length; ``--quick`` gives one from a single step of each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1,000 tokens alone, once, with few rows")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        side, *numbers = options.child
        child(side, *map(int, numbers))
    elif options.quick:
        report(2, 1000, rounds=1)
    else:
        for prefix in (300, 1000, 2000):
            report(4, prefix, rounds=3 if prefix == 1000 else 1)


if __name__ == "__main__":
    main()
