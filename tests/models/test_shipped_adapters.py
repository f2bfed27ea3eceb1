"""The adapters in assets/adapters: whole, of the default model, from the expert's data alone."""

from __future__ import annotations

import json

import pytest

from umi.models.adapter_set import BACKBONE, SHIPPED, adapters_for, read_adapters
from umi.models.files import ModelFiles, sha256_of
from umi.models.manifest import MANIFEST, WEIGHTS, read_manifest, require_base
from umi.schema import Role

STAGES = (BACKBONE, *(role.value for role in Role))


def test_the_default_model_has_them_all(default_model: ModelFiles) -> None:
    found = adapters_for(default_model, None)
    assert found == read_adapters(SHIPPED)
    assert found is not None
    assert found.backbone == SHIPPED / BACKBONE
    assert set(found.roles) == set(Role)
    assert found.voice is None


def test_they_stay_small() -> None:
    files = [file for file in SHIPPED.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < 25_000_000


@pytest.mark.parametrize("stage", STAGES)
def test_each_says_what_it_is(stage: str, default_model: ModelFiles) -> None:
    folder, manifest = SHIPPED / stage, read_manifest(SHIPPED / stage)
    backbone = None if stage == BACKBONE else sha256_of(SHIPPED / BACKBONE / WEIGHTS)
    require_base(folder, default_model.sha256, backbone)
    assert manifest["sha256"] == sha256_of(folder / WEIGHTS)
    assert manifest["backbone_sha256"] == backbone
    assert manifest["roles"] == ([*Role] if stage == BACKBONE else [stage])


@pytest.mark.parametrize("stage", STAGES)
def test_each_learnt_from_the_experts_questions_alone(stage: str) -> None:
    manifest = json.loads((SHIPPED / stage / MANIFEST).read_text(encoding="utf-8"))
    assert [each["file"] for each in manifest["data"]] == ["train.jsonl", "valid.jsonl"]
    assert all(name.startswith("train-") for name in manifest["train_ids"])
    assert all(name.startswith("dev-") for name in manifest["valid_ids"])
