"""Job folders of a role's retraining, on a model that trains in seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from forked import Forked
from training_cli import ROOT
from training_samples import CITIES, trajectory

from umi.schema import Role
from umi.trajectory import Trajectory

Row = dict[str, Any]


def row(city: str, role: Role, wrong: str | None = "Atlantis") -> Row:
    """A run about the city up to its first step of the role; the model wrote of another city first."""
    whole = trajectory(city)
    index = next(index for index, step in enumerate(whole.steps) if step.role is role)
    cut = whole.model_copy(update={"steps": whole.steps[: index + 1], "targets": (index,)})
    found: Row = cut.model_dump(mode="json", exclude_none=True) | {"case": f"{city}/1"}
    if wrong is not None:
        found["rejected"] = _wrong(whole, index, city, wrong)
    return found


def _wrong(whole: Trajectory, index: int, city: str, wrong: str) -> Row:
    said = whole.steps[index].model_dump_json(exclude={"raw", "observation"}, exclude_none=True)
    step: Row = json.loads(said.replace(city, wrong))
    return step


def write(file: Path, rows: list[Row]) -> Path:
    """One object a line."""
    file.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return file


def job_folder(path: Path, model: Path, role: Role = Role.CALLER, **job: Any) -> Path:
    """Four corrections, two held out (three times each), four accepted steps, of which two are the gate's."""
    path.mkdir()
    write(path / "corrections.jsonl", [row(city, role) for city in CITIES[:4]])
    write(path / "held_out.jsonl", [row(city, role) for city in CITIES[4:6]] * 3)
    write(path / "replay.jsonl", [row(city, role, None) for city in CITIES[6:8]])
    write(path / "accepted.jsonl", [row(city, role, None) for city in CITIES[8:]])
    settings = {"epochs": 2, "learning_rate": 1e-3, "rank": 4, "replay_share": None, "seed": 0}
    told = {"role": role, "recipe": "sft", "model": str(model), "settings": settings, "dev_steps": 0} | job
    (path / "job.json").write_text(json.dumps(told), encoding="utf-8")
    return path


def start(*arguments: object, prefix: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """``python -m training role ARGUMENTS`` in a process group of its own, its output piped.

    ``prefix`` is a command that starts this one.
    """
    return subprocess.Popen(
        [*prefix, sys.executable, "-m", "training", "role", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        start_new_session=True,
    )


def run(*arguments: object, prefix: tuple[str, ...] = ()) -> tuple[int, str, str]:
    """Exit code, stdout and the last line of stderr; a started process where there is a ``prefix``."""
    process = start(*arguments, prefix=prefix) if prefix else Forked(("role", *arguments))
    out, err = process.communicate(timeout=180)
    return process.returncode, out, err.strip().splitlines()[-1]


def status(folder: Path) -> Row:
    """What ``status.json`` says."""
    told: Row = json.loads((folder / "status.json").read_text(encoding="utf-8"))
    return told
