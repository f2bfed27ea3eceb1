"""What benchmarks of training share: sets trained and measured by the commands that users have, each once."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from umi.formats import read
from umi.trajectory import Trajectory

Json = dict[str, Any]

METRICS = ("plan_em", "action_em", "hallu_rate", "f1", "rouge")
"""The five columns of the paper's Table 1, by the names of ``python -m umi evaluate --json``."""
METRIC_NAMES = ("Plan ACC", "Act. EM", "Hallu.", "Arg. F1", "ROUGE-L")


def trained(out: Path, name: str, data: Sequence[Path], *options: str) -> Json:
    """Train a set into ``out/NAME`` unless that is done; ``seconds`` and ``peak_bytes`` of the command.

    A command that was interrupted goes on where it stopped, and its seconds add up.
    """
    command = [sys.executable, "-m", "training", "glpft", *map(str, data), "--out", str(out / name), *options]
    return finished(out / f"{name}.training.json", command)


def finished(file: Path, command: Sequence[str]) -> Json:
    """What the command took, kept in the file: ``seconds``, ``cpu_seconds`` of all cores, ``peak_bytes``."""
    return _once(file, lambda: _measured(command))


def static_scores(out: Path, name: str, data: Path, *options: str) -> Json:
    """The paper's metrics of the set on these trajectories."""
    command = [sys.executable, "-m", "umi", "evaluate", str(data), "--json", *_adapters(out, name), *options]
    return _once(out / f"{name}.static{''.join(options)}.json", lambda: _answer(command))


def live_scores(out: Path, name: str, questions: Path, at_once: int = 12) -> Json:
    """Rates of the set on whole questions with the real tools."""
    results = out / f"{name}.{questions.stem}.jsonl"
    command = [sys.executable, "-m", "umi", "evaluate", "--live", str(questions), "--json"]
    command += ["--at-once", str(at_once), "--out", str(results), *_adapters(out, name)]
    return _once(out / f"{name}.{questions.stem}.json", lambda: _answer(command))


def metric_cells(scores: Json) -> tuple[str, ...]:
    """The five figures of a row, in percent."""
    return tuple("-" if scores[key] is None else f"{100 * scores[key]:.2f}" for key in METRICS)


def written(trajectories: Sequence[Trajectory], file: Path) -> Path:
    """The trajectories as a file of our own format."""
    lines = (trajectory.model_dump_json(exclude_none=True) + "\n" for trajectory in trajectories)
    file.write_text("".join(lines), encoding="utf-8")
    return file


def toolbench(file: Path) -> list[Trajectory]:
    """The trajectories of a ToolBench file that can be used, without those that may ask the user back."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        asking = {row["id"] for row in map(json.loads, lines) if row["question_asking_variant"]}
    return [one for one in read(file, lambda _error: None) if one.id not in asking]


def part(trajectories: Sequence[Trajectory], share: float) -> list[Trajectory]:
    """Those of a share of the questions; each part holds all smaller ones."""
    questions = list(dict.fromkeys(trajectory.question for trajectory in trajectories))
    Random(0).shuffle(questions)
    chosen = set(questions[: round(share * len(questions))])
    return [trajectory for trajectory in trajectories if trajectory.question in chosen]


def _adapters(out: Path, name: str) -> list[str]:
    return ["--adapters", "none" if name == "untrained" else str(out / name)]


def _once(file: Path, make: Any) -> Json:
    """What ``make`` returns, kept in the file, so that an interrupted benchmark goes on."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(make()), encoding="utf-8")
    found: Json = json.loads(file.read_text(encoding="utf-8"))
    return found


def _measured(command: Sequence[str]) -> Json:
    started = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}.")
    return {
        "seconds": time.perf_counter() - started,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_bytes": usage.ru_maxrss * 1024,
    }


def _answer(command: Sequence[str]) -> Json:
    started = time.perf_counter()
    found: Json = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return {**found, "seconds": time.perf_counter() - started}
