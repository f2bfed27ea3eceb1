"""``python app.py`` as a process of its own, with the real default model."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotate.store import Store
from umi.schema import Run

ROOT = Path(__file__).parents[2]


@dataclass
class App:
    """A running app.py, its address and its database."""

    url: str
    database: str
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """As ``kill -9`` does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def run(self, run_id: str) -> Run:
        """What the record says of a run once its program has been started again."""
        store = Store.open(self.database)
        try:
            return store.run(run_id)
        finally:
            store.close()


@contextmanager
def started(home: Path, database: str) -> Iterator[App]:
    """The app on a free port, served; killed at the end."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    environment = os.environ | {"UMI_HOME": str(home), "UMI_DB_URL": database}
    process = subprocess.Popen([sys.executable, "app.py", "--port", str(port)], cwd=ROOT, env=environment)
    url = f"http://127.0.0.1:{port}/"
    try:
        wait_until_served(url, process)
        yield App(url, database, process)
    finally:
        process.kill()
        process.wait()


def wait_until_served(url: str, process: subprocess.Popen[bytes]) -> None:
    """Fails the test where it takes longer than 90 seconds."""
    until = time.monotonic() + 90
    while time.monotonic() < until:
        assert process.poll() is None, "app.py ended"
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("app.py did not serve within 90 seconds")
