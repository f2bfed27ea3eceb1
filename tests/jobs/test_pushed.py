"""A bundle's card: its command brings the adapter to a hub, and leaves what people asked here."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from jobs_samples import corrected, trained
from served import served

from annotate.bundle import bundle
from annotate.jobs import Jobs
from annotate.store import Store


class Hub(BaseHTTPRequestHandler):
    """Routes of an upload as in https://huggingface.co/docs/hub/api; ``pushed`` gets the committed paths."""

    def __init__(self, pushed: list[str], *arguments: Any) -> None:
        self.pushed = pushed
        super().__init__(*arguments)

    def do_GET(self) -> None:
        self._send({})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/api/repos/create":
            self._send({"url": f"{self._home()}/ada/caller"})
        elif "/preupload/" in self.path:
            files = [{**file, "uploadMode": "regular"} for file in json.loads(body)["files"]]
            self._send({"files": [{**file, "shouldIgnore": False} for file in files]})
        elif "/commit/" in self.path:
            lines = map(json.loads, body.splitlines())
            self.pushed += [line["value"]["path"] for line in lines if line["key"] == "file"]
            self._send({"commitOid": "1" * 40, "commitUrl": f"{self._home()}/ada/caller/commit/{'1' * 40}"})
        else:
            self._send({"errors": [], "warnings": []})

    def _home(self) -> str:
        return f"http://{self.headers['Host']}"

    def _send(self, answer: dict[str, Any]) -> None:
        text = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_arguments: Any) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def pushed() -> list[str]:
    """The paths that were committed."""
    return []


@pytest.fixture
def hub(pushed: list[str], tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment in which ``hf`` talks to it."""
    with served(partial(Hub, pushed)) as address:
        yield {**os.environ, "HF_ENDPOINT": address, "HF_HOME": str(tmp_path / "hf"), "HF_TOKEN": "hf_none"}


def test_the_card_says_how_the_adapter_is_pushed_without_the_rows(
    jobs: Jobs, store: Store, hub: dict[str, str], pushed: list[str], tmp_path: Path
) -> None:
    corrected(store, "How far?")
    adapter = trained(jobs, store)
    bundle(store.database, adapter, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as file:
        file.extractall(tmp_path)
    folder = tmp_path / adapter.id
    found = re.search(r"^hf (upload .+)$", (folder / "README.md").read_text(), re.MULTILINE)
    assert found is not None
    said = shlex.split(found[1].replace("YOUR_NAME", "ada"))
    command = [str(Path(sys.executable).with_name("hf")), *said]
    subprocess.run(command, cwd=folder, env=hub, check=True, capture_output=True, timeout=60)
    assert {"README.md", "adapter_model.safetensors", "manifest.json"} <= set(pushed)
    assert not [path for path in pushed if path.startswith("job/") or path == "REPRODUCE.md"]
