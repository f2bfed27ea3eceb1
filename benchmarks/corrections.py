"""From the click to a gated candidate: corrections of one role by ``python -m training role``, and by TRL.

Run: ``python benchmarks/corrections.py [--quick] [--role ROLE] [--count N]``. The corrections are steps of
the travel expert behind real prefixes, as many accepted steps go with them as replay and as many again for
the gate, ten are held out. TRL's SFTTrainer trains a new plain LoRA of the same rank on the same rows, in the
same batches and epochs, without activation checkpointing, which would slow it down. Each side is a fresh
process; the sides take turns.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
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
from umi.schema import Role

Figures = dict[str, Any]

PHASES = ("loading", "training", "gate")
_HELD_OUT = 10
_SEED = 20261122


def main() -> None:
    """Both sides in turn; a table of the phases and one of the sides."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--role", type=Role, default=Role.CALLER)
    parser.add_argument("--count", type=int, default=50, help="corrections")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="eight corrections")
    parser.add_argument("--trl", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.trl:
        print(json.dumps(by_trl(JobFolder(options.trl))))
        return
    with TemporaryDirectory() as folder:
        report(Path(folder), options.role, 8 if options.quick else options.count, options.rounds)


def report(folder: Path, role: Role, count: int, rounds: int) -> None:
    """Measure and print."""
    files = rows_as_files(folder, role, count)
    found = [
        (ours(folder / f"ours-{one}", role, files), theirs(folder / f"ours-{one}")) for one in range(rounds)
    ]
    own, other = ([pair[side] for pair in found] for side in (0, 1))
    total = median(each["seconds"] for each in own)
    seconds = {phase: median(each["phases"][phase] for each in own) for phase in PHASES}
    seconds["starting and ending"] = total - sum(seconds.values())
    rows = [(phase, f"{value:.1f}", f"{value / total:.0%}") for phase, value in seconds.items()]
    title = f"{count} corrections of the {role}, from the command to the gated candidate"
    print_table(title, ("", "seconds", "share"), [*rows, ("all", f"{total:.1f}", "100%")])
    compare(own, other)


def compare(own: list[Figures], other: list[Figures]) -> None:
    """Training alone, and the most memory that a process held."""
    rows = []
    base = median(each["training"] for each in other), median(each["peak"] for each in other)
    sides = {"TRL SFTTrainer, plain LoRA": other, "python -m training role": own}
    for side, each in sides.items():
        training, peak = median(one["training"] for one in each), median(one["peak"] for one in each)
        cells = f"{training:.1f}", f"{training / base[0]:.2f}", f"{peak / 1e9:.2f}", f"{peak / base[1]:.2f}"
        rows.append((side, *cells))
    header = ("", "training, seconds", "ratio", "peak GB", "ratio")
    print_table("The same rows, epochs and batches", header, rows)


def rows_as_files(folder: Path, role: Role, count: int) -> dict[str, Path]:
    """The options of the command, each with its file; one row a question."""
    drawn = folder / "drawn.jsonl"
    wanted = 3 * count + _HELD_OUT
    with drawn.open("w", encoding="utf-8") as file:
        file.writelines(Solution.trajectory(one) + "\n" for one in islice(solutions(_SEED), 2 * wanted))
    last_of: dict[str, RoleRow] = {row.id: row for row in read_rows(drawn, role)}
    rows = iter(last_of.values())
    counts = {"data": count, "replay": count, "accepted": count, "held-out": _HELD_OUT}
    files = {name: folder / f"{name}.jsonl" for name in counts}
    for name, number in counts.items():
        write_rows(files[name], list(islice(rows, number)))
    return files


def ours(out: Path, role: Role, files: dict[str, Path]) -> Figures:
    """The command as people have it, in a home with nothing but models: the gate has written nothing yet."""
    empty = out.with_suffix(".home")
    empty.mkdir()
    (empty / "models").symlink_to(home() / "models")
    options = [f"--{name}={file}" for name, file in files.items()]
    command = [sys.executable, "-m", "training", "role", role.value, f"--out={out}", *options]
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
    data = encoded(rows, folder, job, backbone.vocabulary, settings.batch_tokens, _say)
    stage = Stage(job.role.value, (job.role,), "lora", settings)
    started = time.perf_counter()
    with TemporaryDirectory() as out:
        train_stage(stage, data, backbone, Path(out), lambda _message, _share: None, Event())
    return {"training": time.perf_counter() - started}


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
