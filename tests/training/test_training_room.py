"""The real command where disk or memory run out: one sentence, nothing half-written."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import small_disk_at
from safetensors.torch import load_file
from training_cli import BACKBONE, names, run, same, sample_files, tiny_model

from umi.models.files import ModelFiles

LARGE = ("--epochs", "1", "--batch", "2", "--rank", "64", *BACKBONE)
"""Checkpoints of 1.1 MB, adapters of 0.14 MB."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A mounted disk, empty but for its size: ``resize`` before use."""
    with small_disk_at(tmp_path / "disk", 256) as disk:
        yield disk


def resize(disk: Path, kilobytes: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", str(disk)], check=True)


@pytest.mark.slow
def test_a_full_disk_while_saving_and_while_writing_the_adapter(
    data: tuple[str, ...], tmp_path: Path, small_disk: Path
) -> None:
    assert run(*data, *LARGE, "--out", tmp_path / "whole")[0] == 0
    out = small_disk / "out"
    code, _, said = run(*data, *LARGE, "--out", out)
    assert (code, names(out)) == (1, {"backbone.training/metrics.jsonl"})
    assert said == (
        f"{out}/backbone.training cannot be written (No space left on device): make room there and "
        "run the same command again; it has no checkpoint yet."
    )
    resize(small_disk, 1160)
    code, _, said = run(*data, *LARGE, "--out", out)
    assert code == 1
    assert names(out) == {"backbone.training/metrics.jsonl", "backbone.training/checkpoint.pt"}
    assert "No space left on device" in said
    assert said.endswith("run the same command again; its checkpoint of step 1 is kept.")
    resize(small_disk, 20_000)
    assert run(*data, *LARGE, "--out", out)[0] == 0
    weights = [
        load_file(each / "backbone" / "adapter_model.safetensors") for each in (tmp_path / "whole", out)
    ]
    assert same(*weights)


def test_an_out_that_is_a_file(data: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    code, _, said = run(*data, "--out", tmp_path / "out")
    assert code == 1
    assert said.startswith(f"{tmp_path}/out cannot be written (File exists): make it a folder that can be")
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("prlimit") is None, reason="limiting memory needs prlimit (util-linux)")
def test_memory_that_runs_out_names_the_setting_to_lower(default_model: ModelFiles, tmp_path: Path) -> None:
    # 120 trajectories at once need 3 GB for the logits alone; PyTorch itself reserves 3 GB of addresses.
    data = (*sample_files(tmp_path, 15), "--model", str(tiny_model(tmp_path / "model", default_model)))
    settings = (*data, *BACKBONE, "--epochs", "1", "--batch", "120", "--out", tmp_path / "out")
    limit = ("prlimit", f"--as={9 * 2**29}")
    code, _, said = run(*settings, "--batch-tokens", 10**6, prefix=limit)
    assert code == 1
    assert said.startswith("Memory ran out with --batch-tokens 1000000: run the same command with about half")
    assert run(*settings, "--batch-tokens", "2000", prefix=limit)[0] == 0
