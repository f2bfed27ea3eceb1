"""A folder of adapters as training writes it, loaded: what writes then, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from umi.agent import new_run
from umi.errors import ModelError
from umi.models import adapter_set
from umi.models.adapter_set import NO_ADAPTERS, adapters_for, read_adapters
from umi.models.catalog import resolve
from umi.models.device import Device
from umi.models.files import ModelFiles, sha256_of
from umi.models.loading import load_model
from umi.models.local import LocalModel
from umi.models.manifest import MANIFEST, WEIGHTS, require_base
from umi.schema import Role
from umi.tools.travel import travel_tools

CPU = Device("cpu", "float32")


def quiet(_message: str, _fraction: float | None) -> None:
    """Progress that nobody reads."""


@pytest.fixture
def files(tiny_folder: Path) -> ModelFiles:
    """The tiny model."""
    return resolve(str(tiny_folder), quiet)


@pytest.fixture
def trained(files: ModelFiles, tmp_path: Path) -> Path:
    """A folder as GLPFT writes it: a backbone, and a planner over it."""
    folder = tmp_path / "adapters"
    write_adapter(folder / "backbone", files, base_sha256=files.sha256, backbone_sha256=None)
    over = sha256_of(folder / "backbone" / WEIGHTS)
    write_adapter(folder / "planner", files, base_sha256=files.sha256, backbone_sha256=over)
    (folder / MANIFEST).write_text('{"recipe": "glpft", "voice": null}')
    return folder


def write_adapter(folder: Path, files: ModelFiles, **manifest: str | None) -> None:
    """Random weights; different ones by the folder's name."""
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    torch.manual_seed(len(folder.name))
    config = LoraConfig(
        r=2, target_modules=["q_proj", "v_proj"], init_lora_weights=False, task_type="CAUSAL_LM"
    )
    get_peft_model(AutoModelForCausalLM.from_pretrained(files.path), config).save_pretrained(str(folder))
    (folder / MANIFEST).write_text(json.dumps(manifest))


@contextmanager
def loaded(files: ModelFiles, adapters: Path | None) -> Iterator[LocalModel]:
    """The tiny model with these adapters, closed afterwards."""
    model = load_model(str(files.path), quiet, adapters, CPU)
    yield model
    model.close()


def test_a_trained_set_writes_and_says_which_revisions_it_is(files: ModelFiles, trained: Path) -> None:
    with loaded(files, trained) as model:
        models = model.models
    backbone, planner = (sha256_of(trained / name / WEIGHTS) for name in ("backbone", "planner"))
    assert models.backbone_hash == backbone
    assert models.backbone == f"backbone__{backbone[:8]}"
    assert models.adapters == {Role.PLANNER: f"planner__{planner[:8]}"}


def test_the_backbone_is_folded_into_the_weights(files: ModelFiles, trained: Path) -> None:
    """W + B A alpha / r, as LoRA is defined (arXiv 2106.09685, section 4.1)."""
    from safetensors.torch import load_file

    from umi.models.backbone import load_backbone

    plain = load_backbone(files, CPU).model.state_dict()
    folded = load_backbone(files, CPU, trained / "backbone").model.state_dict()
    lora = load_file(trained / "backbone" / WEIGHTS)
    config = json.loads((trained / "backbone" / "adapter_config.json").read_text())
    name = "model.layers.0.self_attn.q_proj"
    a, b = (lora[f"base_model.model.{name}.lora_{part}.weight"] for part in "AB")
    wanted = plain[f"{name}.weight"] + b @ a * config["lora_alpha"] / config["r"]
    assert (folded[f"{name}.weight"] - wanted).abs().max() < 1e-6
    assert (folded[f"{name}.weight"] - plain[f"{name}.weight"]).abs().max() > 1e-3


def test_worked_examples_are_for_models_that_learnt_nothing(files: ModelFiles, trained: Path) -> None:
    with loaded(files, NO_ADAPTERS) as model:
        assert new_run("What is 2+2?", model, travel_tools()).examples
    with loaded(files, trained) as model:
        assert new_run("What is 2+2?", model, travel_tools()).examples == ()


def test_one_voice_for_all_roles_comes_from_the_manifest(files: ModelFiles, trained: Path) -> None:
    (trained / MANIFEST).write_text('{"recipe": "single-llm", "voice": "assistant"}')
    with loaded(files, trained) as model:
        assert model.models.turn_format.header("planner") == model.models.turn_format.header("assistant")


@pytest.mark.parametrize(("manifest", "copying"), [('{"copying": true}', True), ("{}", False)])
def test_whether_calls_copy_comes_from_the_manifest(
    files: ModelFiles, trained: Path, manifest: str, copying: bool
) -> None:
    (trained / MANIFEST).write_text(manifest)
    with loaded(files, trained) as model:
        assert model.models.copying == copying


@pytest.mark.parametrize(
    ("set_copies", "caller_copies", "copying"),
    [
        (True, False, False),
        (False, True, True),
        (True, None, True),
        (False, None, False),
    ],
)
def test_what_the_caller_learnt_wins_over_the_set(
    files: ModelFiles, trained: Path, set_copies: bool, caller_copies: bool | None, copying: bool
) -> None:
    """And the set's word counts again once the set's own caller is back."""
    (trained / MANIFEST).write_text(json.dumps({"copying": set_copies}))
    caller = trained.parent / "caller__r0001"
    write_adapter(caller, files, base_sha256=files.sha256)
    if caller_copies is not None:
        (caller / MANIFEST).write_text(json.dumps({"base_sha256": files.sha256, "copying": caller_copies}))
    with loaded(files, trained) as model:
        before = model.models
        model.add_adapter("caller__r0001", caller)
        assert model.models == before
        model.point({**before.adapters, Role.CALLER: "caller__r0001"})
        assert model.models.copying == copying
        model.point(before.adapters)
        assert model.models == before


def test_backbone_adapter_of_another_base_is_refused_with_both_hashes(
    files: ModelFiles, trained: Path
) -> None:
    (trained / "backbone" / MANIFEST).write_text(json.dumps({"base_sha256": "f" * 64}))
    with pytest.raises(
        ModelError, match=rf"base model sha256 {'f' * 16}.*loaded is sha256 {files.sha256[:16]}"
    ):
        load_model(str(files.path), quiet, trained, CPU)


def test_role_adapter_of_another_backbone_is_refused_with_both_hashes(
    files: ModelFiles, trained: Path
) -> None:
    manifest = {"base_sha256": files.sha256, "backbone_sha256": "e" * 64}
    (trained / "planner" / MANIFEST).write_text(json.dumps(manifest))
    here = sha256_of(trained / "backbone" / WEIGHTS)[:16]
    with pytest.raises(ModelError, match=rf"backbone adapter sha256 {'e' * 16}.*loaded is sha256 {here}"):
        load_model(str(files.path), quiet, trained, CPU)


def test_role_adapter_whose_backbone_is_missing_is_refused(files: ModelFiles, trained: Path) -> None:
    manifest = {"base_sha256": files.sha256, "backbone_sha256": "e" * 64}
    (trained / "planner" / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(ModelError, match=rf"sha256 {'e' * 16}…, and loaded is none"):
        require_base(trained / "planner", files.sha256, None)


def test_folder_without_adapters_is_refused(files: ModelFiles, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds no adapter: it needs a folder backbone, planner"):
        load_model(str(files.path), quiet, tmp_path, CPU)


def test_damaged_manifest_is_refused(trained: Path) -> None:
    (trained / MANIFEST).write_text("{")
    with pytest.raises(ModelError, match=r"manifest\.json cannot be read .*: copy the adapter folder again"):
        read_adapters(trained)


def test_shipped_adapters_are_for_their_base_alone(
    default_model: ModelFiles, files: ModelFiles, trained: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter_set, "SHIPPED", trained)
    assert adapters_for(files, None) == read_adapters(trained)
    assert adapters_for(default_model, None) is None
    assert adapters_for(files, NO_ADAPTERS) is None
