"""The paper's systems on ToolBench trajectories: same base, same data, same number of epochs (Table 1).

Run: ``python benchmarks/systems.py TRAIN.jsonl.gz DEV.jsonl.gz --out DIR``. Every system is trained for
as many epochs in all; hours on a CPU. What is done is kept in DIR, and the command goes on from there.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from report import print_table
from training_runs import METRIC_NAMES, metric_cells, part, static_scores, toolbench, trained, written

SYSTEMS = {
    "single-llm": ("Single-LLM", ("--recipe", "single-llm")),
    "multi-llm-one-stage": ("Multi-LLM, one stage", ("--recipe", "multi-llm-one-stage")),
    "single-llm-multi-task": ("Single-LLM, multi-task", ("--recipe", "single-llm-multi-task")),
    "glpft-no-reuse": ("alpha-UMi without reuse", ("--no-reuse",)),
    "glpft": ("alpha-UMi with reuse", ()),
}
SETTINGS = ("--epochs", "1", "--role-epochs", "1")


def main() -> None:
    """Train and measure what is missing, then print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=1.0, help="of the questions (default: all)")
    parser.add_argument("--only", choices=SYSTEMS, help="train and measure this one, print nothing")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    train = written(part(toolbench(options.train), options.share), options.out / "train.jsonl")
    dev = written(toolbench(options.dev), options.out / "dev.jsonl")
    rows = [_row(options.out, name, train, dev) for name in ([options.only] if options.only else SYSTEMS)]
    if not options.only:
        untrained = metric_cells(static_scores(options.out, "untrained", dev))
        rows.insert(0, ("untrained", *untrained, "-", "-"))
        print_table("ToolBench dev", ("system", *METRIC_NAMES, "minutes", "peak GB"), rows)


def _row(out: Path, name: str, train: Path, dev: Path) -> tuple[str, ...]:
    title, recipe = SYSTEMS[name]
    spent = trained(out, name, [train], *SETTINGS, *recipe)
    cells = metric_cells(static_scores(out, name, dev))
    return (title, *cells, f"{spent['seconds'] / 60:.0f}", f"{spent['peak_bytes'] / 1e9:.1f}")


if __name__ == "__main__":
    main()
