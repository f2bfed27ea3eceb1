"""The real command, stopped and killed at any moment, ends with the weights of an undisturbed one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch
from forked import Forked
from training_cli import ROOT, STAGES, run, same, sample_files, start, tiny_model, weights
from training_samples import records

from training.checkpoint import WorkFolder
from umi.models.files import ModelFiles

SETTINGS = ("--epochs", "3", "--role-epochs", "2", "--batch", "1", "--rank", "4", "--role-rank", "4")
SAVING = """
import sys
import torch
from pathlib import Path
from training.checkpoint import WorkFolder

work = WorkFolder(Path(sys.argv[1]), "mine")
state = work.load()
step = state["step"] if state else 0
while True:
    step += 1
    work.measured({"step": step, "loss": 1.0})
    work.save({"step": step, "weights": torch.full((500_000,), float(step))})
    print(step, flush=True)
"""


@pytest.fixture
def settings(tmp_path: Path, default_model: ModelFiles) -> tuple[str, ...]:
    return (*sample_files(tmp_path), "--model", str(tiny_model(tmp_path / "model", default_model)), *SETTINGS)


def lines_written(out: Path) -> int:
    """How far a training is, in measurements of all its stages."""
    files = [*out.glob("*/metrics.jsonl"), *out.glob("*.training/metrics.jsonl")]
    return sum(file.read_bytes().count(b"\n") for file in files if file.exists())


def interrupt(settings: tuple[str, ...], out: Path, sign: signal.Signals, after: int) -> tuple[int, str]:
    """Start the command, send the signal so many measurements later; exit code and stderr."""
    wanted = lines_written(out) + after
    process = Forked(("glpft", *settings, "--out", out))
    deadline = time.monotonic() + 120
    while lines_written(out) < wanted and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)
    os.killpg(process.pid, sign)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


@pytest.mark.slow
def test_killed_and_stopped_again_and_again(settings: tuple[str, ...], tmp_path: Path) -> None:
    assert run(*settings, "--out", tmp_path / "whole")[0] == 0
    out, moments = tmp_path / "parts", random.Random(0)
    for sign in (signal.SIGKILL, signal.SIGINT, signal.SIGKILL, signal.SIGTERM, signal.SIGKILL):
        code, err = interrupt(settings, out, sign, moments.randrange(4, 16))
        assert "Traceback" not in err
        if sign is signal.SIGKILL:
            assert code == -signal.SIGKILL
        else:
            assert code == 130
            assert "the same command goes on there." in err.splitlines()[-1]
    assert run(*settings, "--out", out)[0] == 0
    assert same(weights(tmp_path / "whole"), weights(out))
    for stage in STAGES:
        steps = [record["step"] for record in records(out / stage / "metrics.jsonl") if "loss" in record]
        assert steps == list(range(1, len(steps) + 1))
    assert sorted(path.name for path in out.iterdir()) == sorted([*STAGES, "manifest.json"])


@pytest.mark.slow
def test_a_second_ctrl_c_does_not_wait_for_the_step(settings: tuple[str, ...], tmp_path: Path) -> None:
    process = start(*settings, "--out", tmp_path / "out")
    while not list((tmp_path / "out").glob("*.training/checkpoint.pt")):
        time.sleep(0.002)
    # Stopped while both arrive, so that no step ends between them.
    for sign in (signal.SIGSTOP, signal.SIGINT):
        os.killpg(process.pid, sign)
    os.killpg(process.pid, signal.SIGCONT)
    time.sleep(0.001)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on" in err.splitlines()[-1]


def test_ctrl_c_before_the_first_step(settings: tuple[str, ...], tmp_path: Path) -> None:
    process = start(*settings, "--out", tmp_path / "out")
    assert process.stderr is not None
    process.stderr.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on" in err.splitlines()[-1]


@pytest.mark.slow
def test_a_kill_while_saving_leaves_a_whole_checkpoint(tmp_path: Path) -> None:
    moments = random.Random(0)
    before = 0
    for _ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(moments.random() / 4)
        process.kill()
        process.communicate()
        state = WorkFolder(tmp_path, "mine").load()
        assert state is not None
        assert state["step"] > before
        assert torch.equal(state["weights"], torch.full((500_000,), float(state["step"])))
        kept = [record["step"] for record in records(tmp_path / "metrics.jsonl")]
        assert kept == list(range(1, state["step"] + 1))
        before = state["step"]
