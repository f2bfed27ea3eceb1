"""A backbone that goes on from one trained before, and starts that are refused."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from training_cli import run, sample_files, tiny_model
from training_samples import CITIES, records, tiny_backbone, trajectory

from training.data import encode
from training.settings import Settings
from training.stage import Data, Stage, train_stage
from umi.models.files import ModelFiles, sha256_of
from umi.schema import Role

SETTINGS = Settings(rank=4, alpha=8, learning_rate=1e-3, epochs=1, batch=2, valid_every=3)
FIRST = Stage("backbone", tuple(Role), "lora", SETTINGS)


def train(stage: Stage, default_model: ModelFiles, out: Path) -> tuple[Path, list[float]]:
    """The adapter's folder and the held-out losses."""
    backbone = tiny_backbone(default_model)
    found = [
        encode(trajectory(city, 1 + index % 3), backbone.vocabulary) for index, city in enumerate(CITIES)
    ]
    data = Data(found[:8], found[8:], (("cities.jsonl", "f" * 64),))
    folder = train_stage(stage, data, backbone, out, lambda _message, _share: None, Event())
    valid = [one["valid_loss"] for one in records(folder / "metrics.jsonl") if "valid_loss" in one]
    return folder, valid


def test_a_training_begins_where_the_other_one_ended(default_model: ModelFiles, tmp_path: Path) -> None:
    first, fresh = train(FIRST, default_model, tmp_path / "first")
    second, further = train(replace(FIRST, start=first), default_model, tmp_path / "second")
    assert min(fresh) < fresh[0]
    assert further[0] == pytest.approx(min(fresh), rel=1e-4)
    assert min(further) < further[0]
    manifest = json.loads((second / "manifest.json").read_text())
    assert manifest["start_sha256"] == sha256_of(first / "adapter_model.safetensors")


def test_the_command_takes_over_rank_and_base(default_model: ModelFiles, tmp_path: Path) -> None:
    model, other = (
        tiny_model(tmp_path / name, default_model, seed) for seed, name in enumerate(("one", "other"))
    )
    data = sample_files(tmp_path)
    common = (*data, "--epochs", 1, "--recipe", "single-llm-multi-task")
    assert run(*common, "--model", model, "--rank", 3, "--out", tmp_path / "first")[0] == 0
    start = ("--from", tmp_path / "first")
    assert run(*common, *start, "--model", model, "--out", tmp_path / "second")[0] == 0
    shape = json.loads((tmp_path / "second" / "backbone" / "adapter_config.json").read_text())
    assert (shape["r"], shape["lora_alpha"]) == (3, 6)
    code, _, said = run(*common, *start, "--model", other, "--out", tmp_path / "third")
    assert code == 1
    assert "base model" in said
    assert not (tmp_path / "third" / "backbone").exists()


def test_a_start_without_a_backbone(default_model: ModelFiles, tmp_path: Path) -> None:
    model = tiny_model(tmp_path / "one", default_model)
    command = (*sample_files(tmp_path), "--model", model, "--out", tmp_path / "out", "--from", tmp_path)
    code, _, said = run(*command)
    assert (code, f"{tmp_path / 'backbone'} holds no LoRA adapter to go on from" in said) == (1, True), said
    code, _, said = run(*command, "--recipe", "multi-llm-one-stage")
    assert (code, said.startswith("--from gives a backbone to go on from")) == (2, True), said
