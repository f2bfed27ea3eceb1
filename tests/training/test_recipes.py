"""The paper's systems by the real command: which stages each trains, how long, how fast, on whose rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from training_cli import STAGES, run, sample_files, tiny_model

from umi.models.adapter_set import read_adapters
from umi.models.files import ModelFiles

SETTINGS = ("--epochs", "2", "--role-epochs", "1", "--learning-rate", "1e-3", "--role-learning-rate", "1e-4")
ONE = ("backbone",)
ROLES = STAGES[1:]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("recipe", "stages", "epochs", "rates"),
    [
        (("--recipe", "single-llm"), ONE, [3], [1e-3]),
        (("--recipe", "single-llm-multi-task"), ONE, [3], [1e-3]),
        (("--recipe", "multi-llm-one-stage"), ROLES, [3, 3, 3], [1e-3] * 3),
        (("--no-reuse",), STAGES, [2, 1, 1, 1], [1e-3, 1e-4, 1e-4, 1e-4]),
        ((), STAGES, [2, 1, 1, 1], [1e-3, 1e-4, 1e-4, 1e-4]),
    ],
    ids=["single-llm", "multi-task", "one-stage", "no-reuse", "reuse"],
)
def test_each_system_has_its_stages_and_the_same_budget(
    recipe: tuple[str, ...],
    stages: tuple[str, ...],
    epochs: list[int],
    rates: list[float],
    default_model: ModelFiles,
    tmp_path: Path,
) -> None:
    model, out = tiny_model(tmp_path / "model", default_model), tmp_path / "out"
    code, _, said = run(*sample_files(tmp_path), "--model", model, *SETTINGS, *recipe, "--out", out)
    assert code == 0, said
    assert sorted(path.name for path in out.iterdir() if path.is_dir()) == sorted(stages)
    told = [json.loads((out / stage / "manifest.json").read_text()) for stage in stages]
    assert [one["settings"]["epochs"] for one in told] == epochs
    assert [one["settings"]["learning_rate"] for one in told] == rates
    learnt = [set(one["train_ids"]) for one in told]
    if recipe == ("--no-reuse",):
        assert len(learnt[0]) == len(learnt[1]) == 4
        assert not learnt[0] & learnt[1]
    else:
        assert all(len(ids) == 8 for ids in learnt)
    assert read_adapters(out).voice == ("assistant" if recipe[-1:] == ("single-llm",) else None)
