"""What a person reads at the end of a training: whether each stage got better, and how long it took."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.checkpoint import METRICS
from umi.models.manifest import read_manifest


def lines(folders: Iterable[Path]) -> Iterator[str]:
    """A table of the stages' finished adapters.

    Raises:
        ModelError: a manifest cannot be read.
    """
    yield f"{'stage':<12}{'held-out loss, before and after':<34}{'steps':>7}{'time':>9}"
    for folder in folders:
        told = read_manifest(folder)
        yield f"{folder.name:<12}{_losses(folder):<34}{told['steps']:>7,}{_time(told['seconds']):>9}"


def _losses(folder: Path) -> str:
    """The first and the lowest one, the weights of which were kept."""
    records = (json.loads(line) for line in (folder / METRICS).read_text(encoding="utf-8").splitlines())
    found = [record["valid_loss"] for record in records if "valid_loss" in record]
    if not found:
        return "no held-out rows"
    before, after = found[0], min(found)
    return f"{before:.4f} → {after:.4f} ({after / before - 1:+.1%})"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
