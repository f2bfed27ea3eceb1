"""A first download from a hub: a server on this machine that speaks the part of its protocol that is used."""

from __future__ import annotations

import hashlib
import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from served import served

from umi.models.files import sha256_of

COMMIT = "1" * 40
REPO = "somebody/tiny-model"
ASK = """
import sys
from umi.errors import ModelError
from umi.models.catalog import resolve
try:
    files = resolve(sys.argv[1], lambda *report: print(*report, file=sys.stderr))
    print(files.name, files.sha256)
except ModelError as error:
    print(error)
"""


class Hub(BaseHTTPRequestHandler):
    """Routes as in https://huggingface.co/docs/hub/api, for one model in ``folder``."""

    def __init__(self, folder: Path, asked: list[str], *arguments: Any) -> None:
        self.folder = folder
        self.asked = asked
        super().__init__(*arguments)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        route = self.path.split("?")[0]
        self.asked.append(f"{self.command} {route}")
        if route == f"/api/models/{REPO}/revision/main":
            self._send(json.dumps({"id": REPO, "sha": COMMIT, "siblings": []}).encode())
        elif route == f"/api/models/{REPO}/tree/{COMMIT}":
            self._send(json.dumps([self._entry(file) for file in self.folder.iterdir()]).encode())
        elif route.startswith(f"/{REPO}/resolve/{COMMIT}/"):
            self._send((self.folder / Path(route).name).read_bytes())
        elif "gated" in route:
            self._send(b"{}", 403, {"X-Error-Code": "GatedRepo"})
        else:
            self._send(b"{}", 404, {"X-Error-Code": "RepoNotFound"})

    def _entry(self, file: Path) -> dict[str, Any]:
        etag = hashlib.sha1(file.read_bytes(), usedforsecurity=False).hexdigest()
        return {"type": "file", "path": file.name, "size": file.stat().st_size, "oid": etag}

    def _send(self, body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        common = {"Content-Length": str(len(body)), "X-Repo-Commit": COMMIT}
        etag = {"ETag": f'"{hashlib.sha1(body, usedforsecurity=False).hexdigest()}"'}
        for name, value in (common | etag | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_arguments: Any) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def asked() -> list[str]:
    """What the server was asked."""
    return []


@pytest.fixture
def hub(
    tiny_folder: Path, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A hub with one model, some pickled weights and some code; an empty cache."""
    (tiny_folder / "pytorch_model.bin").write_bytes(b"pickle")
    (tiny_folder / "modeling_tiny.py").write_text("raise SystemExit")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    with served(partial(Hub, tiny_folder, asked)) as address:
        monkeypatch.setenv("HF_ENDPOINT", address)
        yield


def ask(repo: str) -> tuple[str, str]:
    """Answer and progress, from a process of its own: huggingface_hub reads its settings on import."""
    process = subprocess.run([sys.executable, "-c", ASK, repo], capture_output=True, text=True, check=True)
    return process.stdout.strip(), process.stderr


@pytest.mark.usefixtures("hub")
def test_model_is_downloaded_once_without_pickles_and_code(
    tmp_path: Path, asked: list[str], tiny_folder: Path
) -> None:
    expected = f"{REPO} {sha256_of(tiny_folder / 'model.safetensors')}"
    answer, progress = ask(REPO)
    assert answer == expected
    assert f"Downloading {REPO}" in progress
    assert "it/s" not in progress  # no bar of the library's own
    names = {file.name for file in (tmp_path / "hf" / "hub").glob("*/snapshots/*/*")}
    assert {"config.json", "tokenizer.json", "model.safetensors"} <= names
    assert not names & {"pytorch_model.bin", "modeling_tiny.py"}
    asked.clear()
    assert ask(REPO)[0] == expected
    assert asked == []


@pytest.mark.usefixtures("hub")
def test_model_that_is_not_causal_is_refused_before_its_weights_come(
    asked: list[str], tiny_folder: Path
) -> None:
    (tiny_folder / "config.json").write_text('{"architectures": ["BertForMaskedLM"]}')
    assert "holds a BertForMaskedLM, not a causal language model" in ask(REPO)[0]
    assert not any(route.startswith("GET") and route.endswith("model.safetensors") for route in asked)


@pytest.mark.usefixtures("hub")
def test_model_that_the_hub_lacks_or_guards() -> None:
    assert ask("somebody/other")[0].startswith("There is neither a folder somebody/other here nor a model")
    assert ask("somebody/gated")[0].startswith("somebody/gated asks for its licence to be accepted")


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A hub address of this machine where nobody listens; an empty cache."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        endpoint = f"http://127.0.0.1:{probe.getsockname()[1]}"
    monkeypatch.setenv("HF_ENDPOINT", endpoint)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    return endpoint


def test_hub_that_does_not_answer(nobody: str) -> None:
    assert ask(REPO)[0] == (
        f"There is no folder {REPO} here and the hub {nobody} does not answer: "
        "check the network, or pass --model FOLDER with a model that lies on this machine."
    )


@pytest.mark.usefixtures("nobody")
def test_half_a_model_in_the_cache_is_not_taken_for_a_whole_one(tmp_path: Path, tiny_folder: Path) -> None:
    # Layout: https://huggingface.co/docs/huggingface_hub/guides/manage-cache
    repo = tmp_path / "hf" / "hub" / "models--somebody--tiny-model"
    snapshot = repo / "snapshots" / COMMIT
    shutil.copytree(tiny_folder, snapshot)
    (repo / "refs").mkdir()
    (repo / "refs" / "main").write_text(COMMIT)
    assert ask(REPO)[0] == f"{REPO} {sha256_of(tiny_folder / 'model.safetensors')}"
    (snapshot / "model.safetensors").unlink()
    assert "does not answer" in ask(REPO)[0]
