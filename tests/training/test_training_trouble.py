"""The real command where data, base or loss are against it: one sentence, nothing half-written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from training_cli import BACKBONE, SMALL, names, run, tiny_model
from training_samples import CPU, TOOL, records

from training.__main__ import main
from umi.errors import ModelError
from umi.models.backbone import load_backbone
from umi.models.files import ModelFiles


def test_a_broken_checkpoint_is_named(data: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "out" / "backbone.training"
    folder.mkdir(parents=True)
    (folder / "checkpoint.pt").write_bytes(b"PK\x03\x04 half of one")
    code, _, said = run(*data, *SMALL, "--out", tmp_path / "out")
    assert code == 1
    assert said.startswith(f"{folder}/checkpoint.pt cannot be read (")
    assert said.endswith(f"delete the folder {folder} to begin this stage anew.")


def test_a_role_without_a_turn_is_told_before_anything_is_trained(
    data: tuple[str, ...], tmp_path: Path
) -> None:
    lines = [json.loads(line) for line in Path(data[0]).read_text().splitlines()]
    for line in lines:
        line["steps"].pop()
    Path(data[0]).write_text("".join(json.dumps(line) + "\n" for line in lines))
    code, _, said = run(*data, *SMALL, "--out", tmp_path / "out")
    assert code == 1
    assert said == "No trajectory of the data has a turn of the summarizer to learn: add some."
    assert names(tmp_path / "out") == set()


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
    assert "lower --learning-rate (of a role over a backbone: --role-learning-rate) and choose " in said
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
