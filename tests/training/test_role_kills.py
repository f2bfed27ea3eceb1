"""A role's training killed, stopped, and short of disk or memory: it goes on, and nothing is half there."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest
from disks import small_disk_at
from forked import Forked
from role_samples import job_folder, run, start, status
from training_cli import names, same, tiny_model
from training_samples import records, weights

from umi.models.files import ModelFiles

SETTINGS = {"epochs": 10, "learning_rate": 1e-3, "rank": 4}
"""Sixty steps of one row each."""
WHOLE = {"adapter_config.json", "adapter_model.safetensors", "manifest.json", "metrics.jsonl"}


@pytest.fixture
def model(tmp_path: Path, default_model: ModelFiles) -> Path:
    return tiny_model(tmp_path / "model", default_model)


def steps_done(folder: Path) -> int:
    """How far it is, in measurements."""
    files = [*folder.glob("out/*/metrics.jsonl")]
    return sum(file.read_bytes().count(b"\n") for file in files if file.exists())


def interrupt(folder: Path, sign: signal.Signals, after: float, steps: int) -> tuple[int, str]:
    """Start the command and send the signal so many measurements and seconds later; exit code and stderr."""
    wanted = steps_done(folder) + steps
    process = Forked(("role", "caller", folder)) if steps else start("caller", folder)
    deadline = time.monotonic() + 120
    while steps_done(folder) < wanted and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)
    time.sleep(after)
    os.killpg(process.pid, sign)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


@pytest.mark.slow
def test_killed_at_ten_moments_it_ends_with_the_same_weights(model: Path, tmp_path: Path) -> None:
    whole = job_folder(tmp_path / "whole", model, settings=SETTINGS)
    assert run("caller", whole)[0] == 0
    folder = job_folder(tmp_path / "parts", model, settings=SETTINGS)
    moments = random.Random(0)
    for number in range(10):
        # The first before anything is loaded, the others anywhere between two steps, or while one is kept.
        steps, after = (
            (0, moments.random()) if number == 0 else (moments.randrange(1, 4), moments.random() / 50)
        )
        code, err = interrupt(folder, signal.SIGKILL, after, steps)
        assert code in (-signal.SIGKILL, 0), err
        assert "Traceback" not in err
        finished = folder / "out" / "caller"
        assert not finished.exists() or names(finished) == WHOLE
    assert run("caller", folder)[0] == 0
    assert status(folder)["phase"] == "done"
    assert same(*(weights(each / "out" / "caller") for each in (whole, folder)))
    assert [path.name for path in (folder / "out").iterdir()] == ["caller"]
    curve = [one["step"] for one in records(folder / "out" / "caller" / "metrics.jsonl") if "loss" in one]
    assert curve == list(range(1, 61))


@pytest.mark.slow
def test_a_polite_stop_is_told_and_goes_on(model: Path, tmp_path: Path) -> None:
    folder = job_folder(tmp_path / "job", model, settings=SETTINGS | {"epochs": 30})
    code, err = interrupt(folder, signal.SIGTERM, 0, 3)
    assert code == 130, err
    told = status(folder)
    assert (told["phase"], told["problem"]) == ("cancelled", None)
    assert told["message"].startswith("Stopped after step ")
    assert err.strip().splitlines()[-1] == told["message"]
    assert not (folder / "out" / "caller").exists()
    kept = steps_done(folder)
    assert run("caller", folder)[0] == 0
    assert status(folder)["steps"] == 180 > kept


@pytest.mark.slow
def test_a_full_disk_leaves_no_half_adapter(model: Path, tmp_path: Path) -> None:
    with small_disk_at(tmp_path / "disk", 180) as disk:
        folder = job_folder(disk / "job", model, settings=SETTINGS | {"rank": 64})
        code, _, said = run("caller", folder)
        assert code == 1
        assert "cannot be written (No space left on device): make room there" in said
        assert status(folder)["problem"] == said
        assert {path.name for path in (folder / "out").iterdir()} == {"caller.training"}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("prlimit") is None, reason="limiting memory needs prlimit (util-linux)")
def test_memory_that_runs_out_is_a_sentence(model: Path, tmp_path: Path) -> None:
    folder = job_folder(tmp_path / "job", model, settings=SETTINGS | {"rank": 200_000})
    code, _, said = run("caller", folder, prefix=("prlimit", f"--as={6 * 2**30}"))
    assert code == 1
    assert said.startswith("Memory ran out while the caller was trained: close other programs")
    assert status(folder)["problem"] == said
