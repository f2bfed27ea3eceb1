"""From the click to a gated candidate: corrections of the caller by ``python -m training role``, and by TRL.

Run: ``python benchmarks/corrections.py [--quick] [--count N]``. The corrections are calls of the travel
expert behind real prefixes that go to another tool than before: what the live adapter writes is wrong there,
and the candidate learns it. As many accepted calls of other tools go with them as replay and as many again
for the gate, ten corrections are held out. TRL's SFTTrainer trains a new plain LoRA of the same rank on the
same rows in the same batches, without activation checkpointing, which would slow it down; one epoch of it, as
each costs it the same. Each side is a fresh process; the sides take turns.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

from report import print_table

from training.role_job import JobFolder
from training.role_rows import RoleRow, read_rows, write_rows
from training.travel.expert import Solution, solutions
from umi.home import home
from umi.prompts import caller_text
from umi.schema import Role

Figures = dict[str, Any]

_HELD_OUT = 10
_SEED = 20261122
_BEFORE, _NOW = "find_airports", "city_info"
"""The corrections send the calls of one tool to another, which takes the same arguments."""


def main() -> None:
    """Both sides in turn; a table of the phases and one of the sides."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=50, help="corrections")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="eight corrections")
    parser.add_argument("--trl", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.trl:
        print(json.dumps(by_trl(JobFolder(options.trl))))
        return
    with TemporaryDirectory() as folder:
        report(Path(folder), 8 if options.quick else options.count, options.rounds)


def report(folder: Path, count: int, rounds: int) -> None:
    """Measure and print."""
    files = rows_as_files(folder, count)
    own, other = [], []
    for one in range(rounds):
        own.append(ours(folder / f"ours-{one}", files))
        phases(count, own[-1])
        other.append(theirs(folder / f"ours-{one}"))
    compare(own, other)


def phases(count: int, found: Figures) -> None:
    """The share of each phase of one round."""
    total, seconds = found["seconds"], dict(found["phases"])
    seconds["starting and ending"] = total - sum(seconds.values())
    rows = [(phase, f"{value:.1f}", f"{value / total:.0%}") for phase, value in seconds.items()]
    title = f"{count} corrections of the caller, from the command to the gated candidate"
    print_table(title, ("", "seconds", "share"), [*rows, ("all", f"{total:.1f}", "100%")])


def compare(own: list[Figures], other: list[Figures]) -> None:
    """Training alone, by the step, and the most memory that a process held."""
    rows = []
    base = median(each["training"] / each["steps"] for each in other), median(each["peak"] for each in other)
    sides = {"TRL SFTTrainer, plain LoRA": other, "python -m training role": own}
    for side, each in sides.items():
        pace = median(one["training"] / one["steps"] for one in each)
        peak = median(one["peak"] for one in each)
        figures = f"{each[0]['steps']}", f"{pace:.2f}", f"{pace / base[0]:.2f}"
        rows.append((side, *figures, f"{peak / 1e9:.2f}", f"{peak / base[1]:.2f}"))
    header = ("", "steps", "seconds a step", "ratio", "peak GB", "ratio")
    print_table("The same rows in the same batches", header, rows)


def rows_as_files(folder: Path, count: int) -> dict[str, Path]:
    """The options of the command, each with its file; one row a question."""
    drawn = folder / "drawn.jsonl"
    with drawn.open("w", encoding="utf-8") as file:
        file.writelines(Solution.trajectory(one) + "\n" for one in islice(solutions(_SEED), 40 * count))
    rows = {row.id: row for row in read_rows(drawn, Role.CALLER)}.values()
    wrong = (_corrected(row) for row in rows if _tool(row) == _BEFORE)
    right = (row for row in rows if _tool(row) not in (_BEFORE, _NOW))
    files = {name: folder / f"{name}.jsonl" for name in ("data", "replay", "accepted", "held-out")}
    for name, source, number in (
        ("data", wrong, count),
        ("held-out", wrong, _HELD_OUT),
        ("replay", right, count),
        ("accepted", right, count),
    ):
        write_rows(files[name], list(islice(source, number)))
    return files


def _tool(row: RoleRow) -> str:
    call = row.steps[-1].call
    assert call is not None
    return call.name


def _corrected(row: RoleRow) -> RoleRow:
    """The last call goes to the other tool; as it was, it is rejected."""
    last = row.steps[-1]
    assert last.call is not None
    call = last.call.model_copy(update={"name": _NOW})
    now = last.model_copy(update={"call": call, "raw": caller_text(call)})
    return row.model_copy(update={"steps": (*row.steps[:-1], now), "rejected": last})


def ours(out: Path, files: dict[str, Path]) -> Figures:
    """The command as people have it, in a home with nothing but models: the gate has written nothing yet."""
    empty = out.with_suffix(".home")
    empty.mkdir()
    (empty / "models").symlink_to(home() / "models")
    options = [f"--{name}={file}" for name, file in files.items()]
    command = [sys.executable, "-m", "training", "role", "caller", f"--out={out}", *options]
    seconds, peak, _ = measured(command, os.environ | {"UMI_HOME": str(empty)})
    status = json.loads(JobFolder(out).status.read_text(encoding="utf-8"))
    return {"seconds": seconds, "peak": peak, **status, "training": status["phases"]["training"]}


def theirs(job: Path) -> Figures:
    """TRL on the rows of that job, in a process of its own."""
    _, peak, said = measured([sys.executable, __file__, "--trl", str(job)])
    figures: Figures = json.loads(said.splitlines()[-1])
    return {**figures, "peak": peak}


def by_trl(folder: JobFolder) -> Figures:
    """Runs in the fresh process: the seconds of the training stage."""
    from common import default_files

    from training.role_data import encoded, job_rows
    from training.stage import Stage, train_stage
    from umi.models.adapter_set import adapters_for
    from umi.models.backbone import load_backbone
    from umi.models.device import best_device
    from umi.models.manifest import read_manifest

    files, job = default_files(), folder.read()
    adapters = adapters_for(files, None)
    backbone = load_backbone(files, best_device(), adapters.backbone if adapters else None)
    trained = read_manifest(folder.out / job.role.value)["settings"]
    rows = job_rows(folder, job, _say)
    count = len(rows.corrections) + len(rows.replay)
    settings = job.settings.training(job.recipe, trained["rank"], trained["alpha"], count)
    settings = replace(settings, epochs=1)
    data = encoded(rows, folder, job, backbone.vocabulary, settings.batch_tokens, _say)
    stage = Stage(job.role.value, (job.role,), "lora", settings)
    started = time.perf_counter()
    with TemporaryDirectory() as out:
        train_stage(stage, data, backbone, Path(out), lambda _message, _share: None, Event())
    return {"training": time.perf_counter() - started, "steps": math.ceil(count / settings.batch)}


def measured(command: list[str], environment: Mapping[str, str] | None = None) -> tuple[float, int, str]:
    """Seconds of a command, the most bytes it held, and what it printed."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}.")
    return time.perf_counter() - started, usage.ru_maxrss * 1024, said


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


if __name__ == "__main__":
    main()
