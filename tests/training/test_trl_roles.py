"""A role's plain LoRA through TRL: the rows and steps of our own loop, killed and resumed at will."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Sequence as List
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from training_cli import same
from training_samples import CITIES, CPU, StopAfter, records, tiny_backbone, trajectory, weights

from training.batches import Row, by_row
from training.checkpoint import WorkFolder
from training.data import Sequence, encode, of_roles
from training.errors import Stopped
from training.finetune import Finetuning
from training.lora import Lora
from training.losses import WholeSequences
from training.ranks import Ranks
from training.settings import Settings
from training.stage import Data, Stage, train_stage
from umi.errors import TrainingError
from umi.models.backbone import Backbone, load_backbone
from umi.models.files import ModelFiles
from umi.schema import Role

TOKENS = 512
"""TRL scores every position of a row against the whole vocabulary on a CPU: the default's takes minutes."""
SETTINGS = Settings(
    rank=4, alpha=8, learning_rate=1e-3, epochs=2, batch=4, valid_every=2, batch_tokens=700, save_seconds=0
)
PLANNER = Stage("planner", (Role.PLANNER,), "lora", SETTINGS)


def small_backbone(default_model: ModelFiles) -> Backbone:
    """Random weights over a small vocabulary, always the same ones."""
    return tiny_backbone(default_model, TOKENS)


def small_data(backbone: Backbone) -> Data:
    """Eight trajectories to learn from and two held out, their ids folded into the small vocabulary."""
    found = [encode(trajectory(city, 1 + at % 3), backbone.vocabulary) for at, city in enumerate(CITIES)]
    folded = [replace(one, ids=[token % TOKENS for token in one.ids]) for one in found]
    return Data(folded[:8], folded[8:], (("cities.jsonl", "f" * 64),))


def train(default_model: ModelFiles, out: Path, stop: Event | None = None, stage: Stage = PLANNER) -> Path:
    backbone = small_backbone(default_model)
    return train_stage(
        stage, small_data(backbone), backbone, out, lambda _message, _share: None, stop or Event()
    )


@pytest.fixture(scope="module")
def whole(default_model: ModelFiles, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The adapter of an undisturbed training."""
    return train(default_model, tmp_path_factory.mktemp("whole"))


class WholeRows(WholeSequences):
    """Our own loop on the same rows, each read whole."""

    @staticmethod
    def batches(sequences: List[Sequence], size: int, seed: int, epoch: int) -> list[list[Sequence]]:
        rows = by_row(sequences, size, seed, epoch)
        return [[alone(row) for row in batch] for batch in rows]


def alone(row: Row) -> Sequence:
    ids = row.sequence.ids[: row.target.end]
    return replace(row.sequence, ids=ids, targets=(row.target,))


def test_trl_makes_the_steps_of_our_own_loop(whole: Path, default_model: ModelFiles, tmp_path: Path) -> None:
    backbone = small_backbone(default_model)
    data = small_data(backbone)
    train_rows, held_out = (of_roles(part, PLANNER.roles) for part in (data.train, data.valid))
    lora = Lora(backbone.model, SETTINGS.rank, SETTINGS.alpha, SETTINGS.seed)
    work, ranks = WorkFolder(tmp_path / "work", "mine"), Ranks(torch.device("cpu"))
    loop = Finetuning(lora, WholeRows(backbone.model), train_rows, held_out, SETTINGS, work, ranks)
    loop.run(lambda _message, _share: None, Event())

    ours, theirs = records(work.path / "metrics.jsonl"), records(whole / "metrics.jsonl")
    assert [list(record) for record in theirs] == [list(record) for record in ours]
    for name in ("step", "epoch", "loss", "learning_rate", "valid_loss"):
        mine, found = ([record[name] for record in side if name in record] for side in (ours, theirs))
        assert found == pytest.approx(mine, rel=1e-5)
    lora.save(tmp_path / "ours", None, "tiny")
    mine = weights(tmp_path / "ours")
    for name, found in weights(whole).items():
        assert torch.allclose(found, mine[name], atol=1e-5), name


def test_the_folder_is_like_that_of_an_activated_lora(
    whole: Path, default_model: ModelFiles, tmp_path: Path
) -> None:
    other = train(default_model, tmp_path, stage=replace(PLANNER, adapter_type="alora"))
    assert {file.name for file in whole.iterdir()} == {file.name for file in other.iterdir()}
    plain, activated = (json.loads((folder / "manifest.json").read_text()) for folder in (whole, other))
    assert plain.keys() == activated.keys()
    assert plain["adapter_type"] == "lora"
    assert plain["train_ids"] == activated["train_ids"]
    assert plain["valid_loss"] < records(whole / "metrics.jsonl")[0]["valid_loss"]
    config = json.loads((whole / "adapter_config.json").read_text())
    assert config["alora_invocation_tokens"] is None
    shapes = ({name: value.shape for name, value in weights(folder).items()} for folder in (whole, other))
    assert next(shapes) == next(shapes)


@pytest.mark.parametrize("steps", [1, 4, 7])
def test_a_stopped_training_goes_on_to_the_same_weights(
    steps: int, whole: Path, default_model: ModelFiles, tmp_path: Path
) -> None:
    with pytest.raises(Stopped, match=f"Stopped after step {steps} of 12: the same command goes on there"):
        train(default_model, tmp_path, StopAfter(steps - 1))
    assert not (tmp_path / "planner").exists()
    assert same(weights(train(default_model, tmp_path)), weights(whole))
    assert not list(tmp_path.glob("*.training"))
    found = records(tmp_path / "planner" / "metrics.jsonl")
    assert [record["step"] for record in found if "loss" in record] == list(range(1, 13))


def test_half_a_checkpoint_is_not_gone_on_from(
    whole: Path, default_model: ModelFiles, tmp_path: Path
) -> None:
    with pytest.raises(Stopped):
        train(default_model, tmp_path, StopAfter(2))
    half = tmp_path / "planner.training" / "checkpoint-4"
    half.mkdir()
    (half / "trainer_state.json").write_text('{"global_st')
    assert same(weights(train(default_model, tmp_path)), weights(whole))


def test_a_killed_training_goes_on_to_the_same_weights(
    whole: Path, default_model: ModelFiles, tmp_path: Path
) -> None:
    here = Path(__file__)
    code = f"import sys; sys.path.insert(0, {str(here.parent)!r}); import {here.stem} as here; here.killed()"
    command = [sys.executable, "-c", code, str(default_model.path), str(tmp_path)]
    child = subprocess.Popen(command, cwd=here.parents[2])
    metrics, until = tmp_path / "planner.training" / "metrics.jsonl", time.monotonic() + 120
    while child.poll() is None and time.monotonic() < until and lines(metrics) < 6:
        time.sleep(0.01)
    child.send_signal(signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    assert 6 <= lines(metrics) < 12
    assert same(weights(train(default_model, tmp_path)), weights(whole))


def killed() -> None:
    """Runs in a process of its own."""
    model, out = sys.argv[1:]
    train(ModelFiles(Path(model), "", ""), Path(out))


def lines(file: Path) -> int:
    return len(file.read_bytes().splitlines()) if file.is_file() else 0


def test_a_loss_that_is_no_number_stops_and_keeps_the_checkpoint(
    default_model: ModelFiles, tmp_path: Path
) -> None:
    with pytest.raises(Stopped):
        train(default_model, tmp_path, StopAfter(2))
    file = tmp_path / "planner.training" / "checkpoint-3" / "adapter_model.safetensors"
    save_file({name: value.fill_(float("nan")) for name, value in load_file(file).items()}, file)
    with pytest.raises(TrainingError, match=r"loss became nan at step 4: lower --learning-rate"):
        train(default_model, tmp_path)
    assert file.is_file()
    assert not (tmp_path / "planner").exists()


@pytest.mark.slow
def test_on_the_default_model_trl_computes_our_loss(default_model: ModelFiles, tmp_path: Path) -> None:
    backbone = load_backbone(default_model, CPU)
    found = [encode(trajectory(city, 1), backbone.vocabulary) for city in ("Oslo", "Ho Chi Minh City")]
    rows = [alone(row) for row in by_row(of_roles(found, (Role.PLANNER,)), 4, 0, 0)[0]]
    with torch.no_grad():
        summed, tokens = WholeSequences(backbone.model)(rows)
    stage = replace(PLANNER, settings=replace(SETTINGS, batch_tokens=8192))
    with pytest.raises(Stopped):
        train_stage(
            stage, Data(found, [], ()), backbone, tmp_path, lambda _message, _share: None, StopAfter(0)
        )
    measured: dict[str, Any] = records(tmp_path / "planner.training" / "metrics.jsonl")[0]
    assert measured["step"] == 1
    # fp32; the measurements are written with six digits.
    assert measured["loss"] == pytest.approx(float(summed) / tokens, rel=1e-4)
