"""Activated against plain LoRA for the roles: same backbone, data, rank and epochs.

Run: ``python benchmarks/adapter_types.py TRAIN --valid VALID --questions QUESTIONS --out DIR`` with the
files of ``python -m training travel``. Other options (``--batch``, ``--learning-rate``) are handed to the
training. What is done is kept in DIR, and the command goes on from there; a backbone that was trained
before with the same options may be put into DIR/alora/backbone.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from report import print_table
from training_runs import METRIC_NAMES, Json, live_scores, metric_cells, static_scores, trained

from umi.schema import Role

TYPES = ("alora", "lora")


def main() -> None:
    """Train and measure what is missing, then print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("--valid", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", default="1", help="of the backbone (default: 1)")
    parser.add_argument("--role-epochs", default="1", help="of each role; TRL takes long (default: 1)")
    options, others = parser.parse_known_args()
    rows = [_row(options, kind, others) for kind in TYPES]
    header = ("adapters", *METRIC_NAMES, "live", "role seconds", "peak GB")
    print_table("Roles over one backbone", header, rows)
    print_table("Held-out loss", ("adapters", *Role), [_losses(options.out / kind, kind) for kind in TYPES])


def _row(options: argparse.Namespace, kind: str, others: Sequence[str]) -> tuple[str, ...]:
    out: Path = options.out
    _share_backbone(out, kind)
    epochs = ("--epochs", options.epochs, "--role-epochs", options.role_epochs)
    settings = ("--valid", str(options.valid), *epochs, *others, "--adapter-type", kind)
    spent = trained(out, kind, [options.train], *settings)
    cells = metric_cells(static_scores(out, kind, options.valid))
    live = live_scores(out, kind, options.questions)["passed"]
    seconds = sum(_manifest(out / kind / role)["seconds"] for role in Role)
    share = f"{live['rate']:.1%} ({live['low']:.1%} to {live['high']:.1%})"
    return (kind, *cells, share, f"{seconds:.0f}", f"{spent['peak_bytes'] / 1e9:.1f}")


def _share_backbone(out: Path, kind: str) -> None:
    """The second set starts from the first one's backbone, as it would train the same one."""
    first, own = out / TYPES[0] / "backbone", out / kind / "backbone"
    if first.is_dir() and not own.is_dir():
        shutil.copytree(first, own)


def _losses(folder: Path, kind: str) -> tuple[str, ...]:
    return (kind, *(f"{_manifest(folder / role)['valid_loss']:.4f}" for role in Role))


def _manifest(folder: Path) -> Json:
    found: Json = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    main()
