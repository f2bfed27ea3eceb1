"""What --model accepts, and the one sentence for everything it does not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from umi.errors import ModelError
from umi.models.catalog import resolve
from umi.models.files import ModelFiles, sha256_of


def quiet(_message: str, _fraction: float | None) -> None:
    """Progress that nobody reads."""


def refusal(name: object) -> str:
    """The sentence for a model that cannot be had."""
    with pytest.raises(ModelError) as caught:
        resolve(str(name), quiet)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_folder_is_known_by_its_weights(tiny_folder: Path) -> None:
    weights = tiny_folder / "model.safetensors"
    assert resolve(str(tiny_folder), quiet) == ModelFiles(tiny_folder, "tiny-model", sha256_of(weights))


def test_sharded_folder_changes_identity_with_any_shard(tiny_folder: Path) -> None:
    shutil.move(tiny_folder / "model.safetensors", tiny_folder / "a.safetensors")
    shutil.copy(tiny_folder / "a.safetensors", tiny_folder / "b.safetensors")
    index = {"weight_map": {"x": "a.safetensors", "y": "b.safetensors"}}
    (tiny_folder / "model.safetensors.index.json").write_text(json.dumps(index))
    before = resolve(str(tiny_folder), quiet).sha256
    content = (tiny_folder / "b.safetensors").read_bytes()
    (tiny_folder / "b.safetensors").write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert resolve(str(tiny_folder), quiet).sha256 != before
    (tiny_folder / "b.safetensors").unlink()
    assert "lacks b.safetensors" in refusal(tiny_folder)


@pytest.mark.parametrize("name", ["", " ", "no-such-model", "/no/such/folder", "a/b/c", "{tmp}/notes.txt"])
def test_what_is_no_model_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    assert "There is no model" in refusal(name.format(tmp=tmp_path))


def test_empty_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == (
        f"The folder {tmp_path} is empty: a model folder holds config.json, a tokenizer and *.safetensors."
    )


def test_folder_of_something_else_names_what_it_holds(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt"):
        (tmp_path / name).touch()
    assert "holds no config.json but a.txt, b.txt, c.txt and 2 more" in refusal(tmp_path)


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('{"architectures": ["BertForMaskedLM"]}', "holds a BertForMaskedLM, not a causal language model"),
        ("{}", "holds a model of unnamed architecture, not a causal language model"),
        ("{", "config.json is no JSON"),
        ("[]", "config.json is no JSON object"),
    ],
)
def test_config_that_is_no_causal_lm(tiny_folder: Path, config: str, said: str) -> None:
    (tiny_folder / "config.json").write_text(config)
    assert said in refusal(tiny_folder)


def test_gpt2_counts_as_causal(tiny_folder: Path) -> None:
    # openai-community/gpt2 names itself so in config.json.
    (tiny_folder / "config.json").write_text('{"architectures": ["GPT2LMHeadModel"]}')
    assert resolve(str(tiny_folder), quiet).name == "tiny-model"


def test_damaged_weights(tiny_folder: Path) -> None:
    weights = tiny_folder / "model.safetensors"
    whole = weights.read_bytes()
    for content in (whole[:-1], whole[:100], b"", b"not safetensors at all"):
        weights.write_bytes(content)
        assert f"The weights {weights} are damaged" in refusal(tiny_folder)
    weights.unlink()
    assert "lacks model.safetensors" in refusal(tiny_folder)


def test_missing_tokenizer(tiny_folder: Path) -> None:
    (tiny_folder / "tokenizer.json").unlink()
    assert "holds no tokenizer" in refusal(tiny_folder)


def test_gguf_that_is_missing_or_something_else(umi_home: Path, tmp_path: Path) -> None:
    assert "cannot be read (No such file or directory)" in refusal(tmp_path / "none.gguf")
    (tmp_path / "page.gguf").write_text("<html>not found</html>")
    assert "is no GGUF" in refusal(tmp_path / "page.gguf")
    assert not list(umi_home.glob("models/*"))


@pytest.mark.slow
def test_cut_gguf(umi_home: Path, gguf: Path) -> None:
    gguf.write_bytes(gguf.read_bytes()[:-1000])
    assert f"The GGUF file {gguf} cannot be converted" in refusal(gguf)
    assert [item.name for item in (umi_home / "models").iterdir()] == [".lock"]
