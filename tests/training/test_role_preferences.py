"""Corrections as preferences: the loss is TRL's, the adapter moves towards what was chosen."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch
from datasets import Dataset
from role_samples import job_folder, row, run, status, write
from training_cli import tiny_model
from training_samples import CITIES, CPU, records
from trl.trainer.dpo_config import DPOConfig
from trl.trainer.dpo_trainer import DPOTrainer

from training.__main__ import main
from training.batches import Row
from training.data import Sequence
from training.lora import Lora
from training.losses import read_whole
from training.preferences import Preferences
from training.role_data import encoded, job_rows
from training.role_job import JobFolder
from umi.models.backbone import Backbone, load_backbone
from umi.models.files import ModelFiles
from umi.schema import Role


@pytest.fixture
def model(tmp_path: Path, default_model: ModelFiles) -> Path:
    return tiny_model(tmp_path / "model", default_model)


def pairs(folder: Path, backbone: Backbone) -> list[Sequence]:
    """The corrections of a job of preferences as sequences."""
    own = JobFolder(folder)
    rows = job_rows(own, own.read(), print)
    return list(encoded(rows, own, own.read(), backbone.vocabulary, 2048, print).train)


def moved(learnt: list[torch.nn.Parameter]) -> None:
    """Away from where it began, always in the same way."""
    torch.manual_seed(1)
    with torch.no_grad():
        for parameter in learnt:
            parameter.add_(0.02 * torch.randn_like(parameter))


@pytest.mark.slow
def test_loss_and_gradient_are_those_of_trl(default_model: ModelFiles, model: Path, tmp_path: Path) -> None:
    folder = job_folder(tmp_path / "job", model, recipe="dpo")
    backbone = load_backbone(default_model, CPU)
    found = pairs(folder, backbone)[:2]
    lora = Lora(backbone.model, 4, 8, seed=0)
    learnt = lora.parameters  # before TRL puts a copy beside it, to look back at
    theirs = trl_trainer(lora, backbone, tmp_path)
    loss = Preferences(partial(read_whole, lora.model), found, 4096)
    moved(learnt)
    summed, count = loss([Row(one, one.targets[0]) for one in found])
    (summed / count).backward()
    ours = gradients(learnt)
    lora.model.zero_grad()
    expected = theirs.compute_loss(theirs.model, theirs.data_collator([as_trl(one) for one in found]))
    expected.backward()
    assert float(summed.detach()) / count == pytest.approx(float(expected.detach()), abs=1e-3)
    assert abs(float(expected.detach()) - math.log(2)) > 0.01
    assert torch.linalg.norm(gradients(learnt) - ours) / torch.linalg.norm(ours) < 1e-3


def gradients(learnt: list[torch.nn.Parameter]) -> torch.Tensor:
    return torch.cat([one.grad.flatten().clone() for one in learnt if one.grad is not None])


def as_trl(one: Sequence) -> dict[str, Any]:
    target = one.targets[0]
    header = target.begin - target.start
    return {
        "prompt_ids": one.ids[: target.begin],
        "chosen_ids": one.ids[target.begin : target.end],
        "rejected_ids": list(one.rejected[header:]),
    }


def trl_trainer(lora: Lora, backbone: Backbone, folder: Path) -> Any:
    """TRL's, for the same adapter; its reference is a copy that it makes of it now."""
    from transformers import AutoTokenizer

    arguments = DPOConfig(
        output_dir=str(folder / "trl"),
        max_length=None,
        beta=0.1,
        use_cpu=True,
        bf16=False,
        report_to="none",
        disable_dropout=False,
        activation_checkpointing=False,
    )
    return DPOTrainer(
        model=lora.peft,
        args=arguments,
        train_dataset=Dataset.from_list([{"prompt": "a", "chosen": "b", "rejected": "c"}]),
        processing_class=AutoTokenizer.from_pretrained(backbone.files.path, local_files_only=True),
    )


@pytest.mark.slow
def test_the_margin_grows_on_rows_with_what_was_there_before(model: Path, tmp_path: Path) -> None:
    settings = {"epochs": 6, "learning_rate": 1e-3, "rank": 4}
    folder = job_folder(tmp_path / "job", model, recipe="dpo", settings=settings)
    rows = [row(city, Role.CALLER) for city in CITIES[:4]]
    write(folder / "corrections.jsonl", [*rows, row(CITIES[6], Role.CALLER, wrong=None)])
    code, _, _ = run("caller", folder)
    assert code == 0
    curve = records(folder / "out" / "caller" / "metrics.jsonl")
    losses = [one["loss"] for one in curve if "loss" in one]
    # Four pairs, one at a time, and no replay.
    assert len(losses) == status(folder)["steps"] == 24
    assert losses[0] == pytest.approx(math.log(2), abs=1e-3)
    assert max(losses[-4:]) < losses[0] - 0.01
    held_out = [one["valid_loss"] for one in curve if "valid_loss" in one]
    assert held_out[0] == pytest.approx(math.log(2), abs=1e-3)
    assert min(held_out) < held_out[0] - 0.01


def test_what_tells_no_preference_is_left_out_and_said(
    model: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = job_folder(tmp_path / "job", model, recipe="dpo")
    told: list[str] = []
    same = row("Oslo", Role.CALLER, wrong="Oslo")
    write(folder / "corrections.jsonl", [same, row("Lima", Role.CALLER), row("Rome", Role.CALLER, None)])
    own = JobFolder(folder)
    found = job_rows(own, own.read(), told.append)
    assert [one.case for one in found.corrections] == ["Lima/1"]
    assert told == ["2 of 3 corrections were left out: nothing tells what they replaced."]
    write(folder / "corrections.jsonl", [same])
    assert main(["role", "caller", str(folder)]) == 1
    assert "knows what the model wrote before, which dpo learns from: train with the recipe sft." in (
        capfd.readouterr().err
    )
