"""One role trained on corrections by the real command: what it writes, where it goes on, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from role_samples import job_folder, row, run, status, write
from training_cli import tiny_model
from training_samples import CITIES, records, weights

from training.__main__ import main
from training.role_settings import RoleSettings
from umi.models.files import ModelFiles, sha256_of
from umi.schema import Role


@pytest.fixture
def model(tmp_path: Path, default_model: ModelFiles) -> Path:
    return tiny_model(tmp_path / "model", default_model)


def failed(folder: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """The one sentence with which the job fails, on the screen and in ``status.json``."""
    assert main(["role", "caller", str(folder)]) == 1
    told = status(folder)
    assert told["phase"] == "failed"
    assert capfd.readouterr().err.strip().splitlines()[-1] == told["problem"]
    assert not (folder / "out" / "caller").exists()
    sentence: str = told["problem"]
    return sentence


@pytest.mark.slow
def test_a_job_becomes_an_adapter_that_says_what_it_learnt(model: Path, tmp_path: Path) -> None:
    folder = job_folder(tmp_path / "job", model)
    code, out, _ = run("caller", folder)
    assert code == 0
    assert out.splitlines()[1].startswith("caller ")
    told = status(folder)
    assert (told["phase"], told["fraction"], told["problem"]) == ("done", 1.0, None)
    assert set(told["phases"]) == {"loading", "training", "gate"}
    gate = json.loads((folder / "gate.json").read_text())
    assert gate["candidate_sha256"] == sha256_of(folder / "out" / "caller" / "adapter_model.safetensors")
    assert [case["case"] for case in gate["groups"]["corrected"]] == [f"{city}/1" for city in CITIES[:4]]
    # Four corrections and two accepted steps, one at a time, until there were steps enough.
    assert (told["step"], told["steps"]) == (24, 24)
    adapter = folder / "out" / "caller"
    curve = records(adapter / "metrics.jsonl")
    assert [one["step"] for one in curve if "valid_loss" in one] == [0, 6, 12, 18, 24]
    assert told["valid_loss"] == curve[-1]["valid_loss"]
    manifest = json.loads((adapter / "manifest.json").read_text())
    assert manifest["cases"]["corrections"] == [f"{city}/1" for city in CITIES[:4]]
    assert manifest["cases"]["replay"] == [f"{city}/1" for city in CITIES[6:8]]
    assert manifest["data"][0] == {
        "file": "corrections.jsonl",
        "sha256": sha256_of(folder / "corrections.jsonl"),
    }
    assert (manifest["recipe"], manifest["asked"]["seed"], manifest["set"]) == ("sft", 0, None)


@pytest.mark.slow
def test_the_options_make_the_same_adapter_as_the_folder(model: Path, tmp_path: Path) -> None:
    folder, other = job_folder(tmp_path / "job", model), tmp_path / "other"
    assert run("caller", folder)[0] == 0
    files = {name: folder / f"{name}.jsonl" for name in ("replay", "held_out", "accepted")}
    options = [f"--{name.replace('_', '-')}={file}" for name, file in files.items()]
    options += [f"--model={model}", "--epochs=2", "--rank=4", "--learning-rate=1e-3"]
    assert run("caller", "--data", folder / "corrections.jsonl", "--out", other, *options)[0] == 0
    one, two = (weights(each / "out" / "caller") for each in (folder, other))
    assert all(one[name].equal(two[name]) for name in one)
    code, _, said = run("caller", "--data", folder / "corrections.jsonl", "--out", other, "--epochs=0")
    assert (code, "settings.epochs" in said) == (2, True), said
    assert run("caller")[0] == 2


@pytest.mark.slow
def test_a_new_one_begins_with_the_sets_own_adapter(model: Path, tmp_path: Path) -> None:
    first = job_folder(tmp_path / "first", model)
    assert run("caller", first)[0] == 0
    own = first / "out" / "caller"
    folder = job_folder(tmp_path / "second", model, set=str(first / "out"), settings={"epochs": 1})
    assert run("caller", folder)[0] == 0
    manifest = json.loads((folder / "out" / "caller" / "manifest.json").read_text())
    assert manifest["start_sha256"] == sha256_of(own / "adapter_model.safetensors")
    assert (manifest["settings"]["rank"], manifest["settings"]["alpha"]) == (4, 8)
    curves = [records(each / "metrics.jsonl") for each in (own, folder / "out" / "caller")]
    best = min(one["valid_loss"] for one in curves[0] if "valid_loss" in one)
    assert curves[1][0]["valid_loss"] == pytest.approx(best, rel=1e-3)
    # Another rank cannot go on from it.
    other = job_folder(tmp_path / "third", model, set=str(first / "out"), settings={"epochs": 1, "rank": 2})
    assert run("caller", other)[0] == 0
    assert "start_sha256" not in json.loads((other / "out" / "caller" / "manifest.json").read_text())


@pytest.mark.slow
def test_one_correction_is_enough(model: Path, tmp_path: Path) -> None:
    folder = job_folder(tmp_path / "job", model)
    write(folder / "corrections.jsonl", [row("Oslo", Role.CALLER)])
    for name in ("held_out", "replay", "accepted"):
        (folder / f"{name}.jsonl").unlink()
    assert run("caller", folder)[0] == 0
    assert status(folder)["steps"] == 24
    assert weights(folder / "out" / "caller")


def test_no_correction_of_the_role(model: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = job_folder(tmp_path / "job", model)
    write(folder / "corrections.jsonl", [row("Oslo", Role.PLANNER)])
    assert "holds no correction of the caller: correct a step of it first." in failed(folder, capfd)
    (folder / "corrections.jsonl").unlink()
    assert "holds no correction of the caller" in failed(folder, capfd)
    (folder / "corrections.jsonl").write_text('{"id": "x"}\n')
    assert "corrections.jsonl, line 1, field question: Field required; correct it" in failed(folder, capfd)


def test_another_base_or_backbone(model: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = job_folder(tmp_path / "job", model, base_sha256="f" * 64)
    assert failed(folder, capfd).startswith(
        "The job is for the base model sha256 ffffffffffffffff…, and here"
    )
    base = sha256_of_base(model)
    folder = job_folder(tmp_path / "other", model, base_sha256=base, backbone_sha256="e" * 64)
    assert "backbone adapter sha256 eeeeeeeeeeeeeeee…, and here is none" in failed(folder, capfd)


def sha256_of_base(model: Path) -> str:
    """As jobs name it."""
    from umi.models.catalog import resolve

    return resolve(str(model), lambda _message, _fraction: None).sha256


def test_a_loss_that_is_no_number(model: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    settings = {"epochs": 9, "learning_rate": 1e30}
    folder = job_folder(tmp_path / "job", model, settings=settings)
    assert "lower --learning-rate" in failed(folder, capfd)


def test_few_rows_are_read_more_often() -> None:
    many, few, one = (RoleSettings().training("sft", 6, 12, rows) for rows in (100, 20, 2))
    assert (many.batch, many.epochs) == (4, 3)
    assert (few.batch, few.epochs) == (1, 3)
    assert (one.batch, one.epochs) == (1, 12)
    assert RoleSettings(epochs=30).training("sft", 6, 12, 2).epochs == 30


def test_replay_goes_one_to_one_and_then_a_quarter_of_all() -> None:
    assert [RoleSettings().replay(count) for count in (1, 50, 200, 300)] == [1, 50, 200, 100]
    assert RoleSettings(replay_share=0.5).replay(300) == 300
    assert RoleSettings(replay_share=0).replay(50) == 0
