"""The real command where disk, memory, base or loss are against it: one sentence, nothing half-written."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import small_disk_at
from safetensors.torch import load_file
from training_cli import run, same, sample_files, tiny_model
from training_samples import CPU, TOOL, records

from training.__main__ import main
from umi.errors import ModelError
from umi.models.backbone import load_backbone
from umi.models.files import ModelFiles

BACKBONE = ("--recipe", "single-llm-multi-task", "--role-epochs", "1")
LARGE = ("--epochs", "1", "--batch", "2", "--rank", "64", *BACKBONE)
"""Checkpoints of 1.1 MB, adapters of 0.14 MB."""
SMALL = ("--epochs", "1", "--batch", "4", "--rank", "4", "--role-rank", "4")


@pytest.fixture
def data(tmp_path: Path, default_model: ModelFiles) -> tuple[str, ...]:
    """Files and model of a training that takes seconds, as arguments."""
    return (*sample_files(tmp_path), "--model", str(tiny_model(tmp_path / "model", default_model)))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A mounted disk, empty but for its size: ``resize`` before use."""
    with small_disk_at(tmp_path / "disk", 256) as disk:
        yield disk


def resize(disk: Path, kilobytes: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", str(disk)], check=True)


def names(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


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


def test_a_broken_checkpoint_is_named(data: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "out" / "backbone.training"
    folder.mkdir(parents=True)
    (folder / "checkpoint.pt").write_bytes(b"PK\x03\x04 half of one")
    code, _, said = run(*data, *SMALL, "--out", tmp_path / "out")
    assert code == 1
    assert said.startswith(f"{folder}/checkpoint.pt cannot be read (")
    assert said.endswith(f"delete the folder {folder} to begin this stage anew.")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("prlimit") is None, reason="limiting memory needs prlimit (util-linux)")
def test_memory_that_runs_out_names_the_setting_to_lower(default_model: ModelFiles, tmp_path: Path) -> None:
    # 160 trajectories at once need 4 GB for the logits alone; PyTorch itself reserves 3 GB of addresses.
    data = (*sample_files(tmp_path, 20), "--model", str(tiny_model(tmp_path / "model", default_model)))
    settings = (*data, "--epochs", "1", "--role-epochs", "0.1", "--batch", "160", "--out", tmp_path / "out")
    limit = ("prlimit", f"--as={6 * 2**30}")
    code, _, said = run(*settings, "--batch-tokens", 10**6, prefix=limit)
    assert code == 1
    assert said.startswith("Memory ran out with --batch-tokens 1000000: run the same command with about half")
    assert run(*settings, "--batch-tokens", "2000", prefix=limit)[0] == 0


@pytest.mark.slow
def test_another_base_is_refused_with_both_hashes(
    data: tuple[str, ...], default_model: ModelFiles, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert run(*data, *SMALL, *BACKBONE, "--out", out)[0] == 0
    trained = json.loads((out / "backbone" / "manifest.json").read_text())["base_sha256"]
    other = tiny_model(tmp_path / "other", default_model, seed=1)
    code, _, said = run(*data, "--model", other, *SMALL, *BACKBONE, "--out", out)
    assert code == 1
    assert (
        f"{out}/backbone was trained on the base model sha256 {trained[:16]}…, and loaded is sha256 " in said
    )
    files = ModelFiles(other, "other", "f" * 64)
    with pytest.raises(ModelError, match=f"{trained[:16]}…, and loaded is sha256 ffffffffffffffff…"):
        load_backbone(files, CPU, out / "backbone")


@pytest.mark.slow
def test_a_loss_that_is_no_number_leaves_finished_stages_and_a_way_on(
    data: tuple[str, ...], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    settings = (*data, *SMALL, "--role-epochs", "3", "--out", out)
    code, _, said = run(*settings, "--role-learning-rate", "1e20")
    assert code == 1
    assert (
        "lower --learning-rate (of a role: --role-learning-rate) and choose another --out or delete" in said
    )
    assert f"{out}/planner.training; its checkpoint of step 1 is kept." in said
    assert (out / "backbone" / "adapter_model.safetensors").is_file()
    assert not (out / "planner").exists()
    code, _, said = run(*settings, "--role-learning-rate", "1e-3")
    assert "planner.training holds a training with other data or settings" in said
    shutil.rmtree(out / "planner.training")
    assert run(*settings, "--role-learning-rate", "1e-3")[0] == 0


@pytest.mark.slow
def test_long_rows_are_counted_once_a_stage_and_in_the_manifest(
    data: tuple[str, ...], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["glpft", *data, *SMALL, "--batch-tokens", "180", "--out", str(out)]) == 0
    printed = capfd.readouterr()
    for stage in ("backbone", "planner", "caller", "summarizer"):
        fit = json.loads((out / stage / "manifest.json").read_text())["fit"]
        assert (fit["limit"], fit["left_out"]) == (180, 0)
        sentence = f"{stage}: {fit['shortened']} of {fit['turns']} turns had older turns left out"
        assert (sentence in printed.err) == (fit["shortened"] > 0)
    assert "to fit 180 tokens." in printed.err
    # One row for each stage, which got better or stayed as it was.
    assert [line.split()[0] for line in printed.out.splitlines()] == [
        "stage",
        "backbone",
        "planner",
        "caller",
        "summarizer",
    ]


@pytest.mark.slow
def test_outside_formats_are_trained_on(data: tuple[str, ...], tmp_path: Path) -> None:
    call = {"name": "city_info", "arguments": '{"city": "Oslo"}'}
    finish = {"name": "Finish", "arguments": '{"return_type": "give_answer", "final_answer": "700,000"}'}
    row = {
        "query": "How large is Oslo?",
        "functions": [{"name": TOOL.name, "description": "", "parameters": TOOL.parameters}],
        "messages": [
            {"role": "user", "content": "How large is Oslo?"},
            {"role": "assistant", "content": "I need it.", "function_call": call},
            {"role": "function", "content": '{"error": "", "response": "700000"}'},
            {"role": "assistant", "content": "I know.", "function_call": finish},
        ],
    }
    (tmp_path / "toolbench.jsonl").write_text(f"{json.dumps(row)}\n{{half\n{json.dumps(row)}\n")
    arguments = (tmp_path / "toolbench.jsonl", *data, *SMALL, "--skip-bad", "--out", tmp_path / "out")
    assert run(*arguments)[0] == 0
    manifest = json.loads((tmp_path / "out" / "caller" / "manifest.json").read_text())
    assert manifest["train_ids"][:2] == ["toolbench-1", "toolbench-3"]
    assert manifest["data"][0]["file"] == "toolbench.jsonl"


ACCELERATE = ("accelerate.commands.launch", "--multi_gpu", "--num_processes", "2")


@pytest.mark.slow
def test_two_processes_log_the_losses_of_one(data: tuple[str, ...], tmp_path: Path) -> None:
    settings = (*data, *SMALL, "--epochs", "2")
    alone, together = tmp_path / "alone", tmp_path / "together"
    assert run(*settings, "--out", alone)[0] == 0
    code, out, _ = run(*settings, "--out", together, launcher=ACCELERATE)
    assert code == 0
    # The table of the stages comes once, from the first process.
    assert out.count("held-out loss") == 1
    assert names(alone) == names(together)
    for stage in ("backbone", "planner", "caller", "summarizer"):
        one, two = (losses(folder / stage / "metrics.jsonl") for folder in (alone, together))
        assert len(one) == len(two)
        assert two == pytest.approx(one, rel=1e-4)


def losses(file: Path) -> list[float]:
    return [record.get("loss", record.get("valid_loss", 0.0)) for record in records(file)]
