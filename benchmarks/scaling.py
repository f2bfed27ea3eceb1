"""How the metrics grow with the data: Single-LLM against alpha-UMi (the paper's Figure 4).

Run: ``python benchmarks/scaling.py TRAIN.jsonl.gz DEV.jsonl.gz --out DIR --plot FILE.png``, after
``systems.py`` with the same folder and ``--share``, whose full-data sets are taken over. Needs
matplotlib for the plot.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from report import print_table
from systems import SETTINGS, SYSTEMS
from training_runs import (
    METRIC_NAMES,
    METRICS,
    Json,
    metric_cells,
    part,
    static_scores,
    toolbench,
    trained,
    written,
)

from umi.trajectory import Trajectory

SHARES = (0.125, 0.25, 0.5, 1.0)
COMPARED = ("single-llm", "glpft")


def main() -> None:
    """Train and measure what is missing, then print the table and draw the plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=1.0, help="of the questions (default: all)")
    parser.add_argument("--plot", type=Path, required=True, help="PNG to draw")
    options = parser.parse_args()
    everything = part(toolbench(options.train), options.share)
    dev = written(toolbench(options.dev), options.out / "dev.jsonl")
    found = {
        (system, share): _scores(options.out, system, share, everything, dev)
        for share in SHARES
        for system in COMPARED
    }
    rows = [(SYSTEMS[system][0], share, *metric_cells(scores)) for (system, share), scores in found.items()]
    print_table("Shares of the training data", ("system", "share", *METRIC_NAMES), rows)
    _plot(found, options.plot)


def _scores(out: Path, system: str, share: float, everything: list[Trajectory], dev: Path) -> Json:
    name = system if share == 1 else f"{system}-{share}"
    train = (
        written(part(everything, share), out / f"train-{share}.jsonl") if share < 1 else out / "train.jsonl"
    )
    trained(out, name, [train], *SETTINGS, *SYSTEMS[system][1])
    return static_scores(out, name, dev)


def _plot(found: Mapping[tuple[str, float], Json], file: Path) -> None:
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, len(METRICS), figsize=(3 * len(METRICS), 3), layout="constrained")
    for axis, metric, title in zip(axes, METRICS, METRIC_NAMES, strict=True):
        for system in COMPARED:
            values = [100 * (found[system, share][metric] or 0) for share in SHARES]
            axis.plot(SHARES, values, marker="o", label=SYSTEMS[system][0])
        axis.set(title=title, xlabel="share of the data", xscale="log", xticks=SHARES, xticklabels=SHARES)
        axis.minorticks_off()
    axes[0].legend()
    figure.savefig(file, dpi=120)


if __name__ == "__main__":
    main()
