"""How fast corrections teach: the travel expert annotates a weakened set, and its roles are trained on that.

Run: ``python benchmarks/learning_curve.py --out DIR --plot FILE.png``; ``--quick`` for a small one of some
minutes, ``--report`` for what is there already. Stopped, it goes on. Needs matplotlib for the plot.

The expert corrects the first wrong step of each failed run, the run goes on from there, and so on; the
corrections are gathered once, with the weakened set, and each count learns the first of them: for each
role a new adapter from its own corrections, with or without as many steps of runs that passed. In rounds,
what the set of one count gets wrong is corrected for the next. Beside it the same adapters learn all steps
of as many whole trajectories, as the expert writes them by itself.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from learning_curve_data import AT_ONCE, Lessons, gathered, held_out, lessons, weakened, write_lines
from learning_curve_points import HEADER, ROUNDS, WAYS, Point, passes, point, rows
from report import print_table
from training_runs import finished, live_scores

from umi.models.adapter_set import BACKBONE
from umi.models.manifest import MANIFEST
from umi.schema import Role

COUNTS = (50, 10, 100, 25, 200)
"""In the order of being measured: what is stopped early has the most telling points."""
QUESTIONS = 40
EPOCHS = 3
WEAKENED_TO = 0.3
"""Share of the backbone's LoRA that is left; measured, a third of the questions passes then."""
START = "weak"
RANK = 16


def main() -> None:
    """Gather, train and measure what is missing, then print the table and draw the plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plot", type=Path, help="PNG to draw")
    parser.add_argument("--quick", action="store_true", help="10 corrections, 12 questions")
    parser.add_argument("--report", action="store_true", help="only what is measured already")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    counts = (10,) if options.quick else COUNTS
    questions = held_out(options.out / "held.jsonl", 12 if options.quick else QUESTIONS)
    if not options.report:
        _measure(options.out, questions, counts)
    before = passes(options.out / f"{START}.{questions.stem}.jsonl")
    points = list(_points(options.out, questions, before, counts))
    print_table("Learning from corrections", HEADER, rows(before, points))
    if options.plot:
        _plot(before, points, options.plot)


def _measure(out: Path, questions: Path, counts: Sequence[int]) -> None:
    start = weakened(out / START, WEAKENED_TO)
    live_scores(out, START, questions, AT_ONCE)
    for count in counts:
        annotated = gathered(out / "gathered.jsonl", start, count)
        for way in WAYS:
            if way != ROUNDS:
                _learn(out, f"{way}-{count}", lessons(way, annotated, count), start)
                live_scores(out, f"{way}-{count}", questions, AT_ONCE)
    _measure_rounds(out, questions, counts, start)


def _measure_rounds(out: Path, questions: Path, counts: Sequence[int], start: Path) -> None:
    asked = start
    for count in sorted(counts):
        annotated = gathered(out / f"{ROUNDS}.jsonl", asked, count)
        asked = out / f"{ROUNDS}-{count}"
        _learn(out, asked.name, lessons(ROUNDS, annotated, count), start)
        live_scores(out, asked.name, questions, AT_ONCE)


def _points(out: Path, questions: Path, before: dict[str, bool], counts: Sequence[int]) -> Iterator[Point]:
    """Those whose evaluation is finished."""
    for way in WAYS:
        for count in counts:
            name = f"{way}-{count}"
            if (out / f"{name}.{questions.stem}.json").exists():
                after = passes(out / f"{name}.{questions.stem}.jsonl")
                yield point(way, count, before, after, _seconds(out, name))


def _seconds(out: Path, name: str) -> float:
    """Of one core, over the training of all roles; what their gates took is left out by its share."""
    found = 0.0
    for role in Role:
        took, job = out / f"{name}.{role}.training.json", out / f"{name}.jobs" / role
        if took.exists():
            phases = json.loads((job / "status.json").read_text())["phases"]
            share = 1 - phases.get("gate", 0) / sum(phases.values())
            found += share * float(json.loads(took.read_text())["cpu_seconds"])
    return found


def _learn(out: Path, name: str, lessons: Lessons, start: Path) -> None:
    """A set of the weakened backbone with a new adapter for each role that has something to learn."""
    folder = out / name
    folder.mkdir(exist_ok=True)
    for file in (BACKBONE, MANIFEST):
        if not (folder / file).exists():
            (folder / file).symlink_to((start / file).resolve())
    for role in lessons.roles:
        if not (folder / role).exists():
            job = _job(out / f"{name}.jobs" / role, role, lessons, start)
            command = [sys.executable, "-m", "training", "role", role.value, str(job)]
            finished(out / f"{name}.{role}.training.json", command)
            (job / "out" / role).rename(folder / role)


def _job(folder: Path, role: Role, lessons: Lessons, start: Path) -> Path:
    """The folder of one role's training, which takes its own steps out of all."""
    folder.mkdir(parents=True, exist_ok=True)
    share = None if lessons.accepted else 0
    settings = {"epochs": EPOCHS, "replay_share": share, "rank": RANK, "seed": 0}
    job = {"role": role.value, "recipe": "sft", "set": str(start.resolve()), "settings": settings}
    (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
    write_lines(folder / "corrections.jsonl", lessons.learnt)
    write_lines(folder / "replay.jsonl", lessons.accepted)
    return folder


def _plot(before: dict[str, bool], points: Sequence[Point], file: Path) -> None:
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, 3, figsize=(13, 4), layout="constrained")
    start = point("", 0, before, before, 0)
    for way, label in WAYS.items():
        own = sorted((one for one in points if one.way == way), key=lambda one: one.count)
        if not own:
            continue
        passed = [100 * (one.passed.value or 0) for one in own]
        counts = [one.count for one in own]
        (line,) = axes[0].plot(counts, passed, marker="o", label=label)
        axes[1].plot([one.minutes for one in own], passed, marker="o", color=line.get_color())
        axes[2].plot(counts, [one.fixed for one in own], marker="o", color=line.get_color())
        broken = [-one.broken for one in own]
        axes[2].plot(counts, broken, marker="o", linestyle="--", color=line.get_color())
    for axis in axes[:2]:
        axis.axhline(100 * (start.passed.value or 0), color="grey", linestyle=":", label="the weakened set")
        axis.set(ylabel="questions passed, %", ylim=(0, 100))
    axes[0].set(title="Pass rate by corrections", xlabel="corrections or trajectories", xscale="log")
    axes[1].set(title="Pass rate by training time", xlabel="core minutes of training")
    axes[2].axhline(0, color="grey", linewidth=0.8)
    axes[2].set(title="Fixed (above) and newly broken (below)", ylabel="questions", xscale="log")
    axes[2].set(xlabel="corrections or trajectories")
    for axis in (axes[0], axes[2]):
        axis.set_xticks(sorted(COUNTS), map(str, sorted(COUNTS)))
        axis.minorticks_off()
    axes[0].legend()
    figure.savefig(file, dpi=120)


if __name__ == "__main__":
    main()
