"""What --model accepts, and the one sentence for everything it does not."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
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


HUB = """
import sys
from umi.errors import ModelError
from umi.models.catalog import resolve
try:
    files = resolve("somebody/tiny-model", lambda *report: print(*report, file=sys.stderr))
    print(files.name, files.sha256)
except ModelError as error:
    print(error)
"""


def ask_hub(cache: Path, endpoint: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """In a process of its own, as huggingface_hub reads its settings when it is imported."""
    monkeypatch.setenv("HF_HOME", str(cache))
    monkeypatch.setenv("HF_ENDPOINT", endpoint)
    return subprocess.run(
        [sys.executable, "-c", HUB], capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture
def closed_endpoint() -> str:
    """An address of this machine where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def test_hub_that_does_not_answer(
    tmp_path: Path, closed_endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ask_hub(tmp_path, closed_endpoint, monkeypatch)
    assert said == (
        f"There is no folder somebody/tiny-model here and the hub {closed_endpoint} does not answer: "
        "check the network, or pass --model FOLDER with a model that lies on this machine."
    )


def test_model_in_the_hub_cache_needs_no_network(
    tmp_path: Path, tiny_folder: Path, closed_endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Layout: https://huggingface.co/docs/huggingface_hub/guides/manage-cache
    repo = tmp_path / "hub" / "models--somebody--tiny-model"
    shutil.copytree(tiny_folder, repo / "snapshots" / ("0" * 40))
    (repo / "refs").mkdir()
    (repo / "refs" / "main").write_text("0" * 40)
    weights = sha256_of(tiny_folder / "model.safetensors")
    assert ask_hub(tmp_path, closed_endpoint, monkeypatch) == f"somebody/tiny-model {weights}"
