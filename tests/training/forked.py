"""``python -m training`` as a process of its own that need not load its libraries again.

A server that has them loaded forks a process for each command. It has its own signals, exit code and process
group, as one that was started, which takes seconds more.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

LOADED = ["training.__main__", "training.corpus", "training.glpft", "training.report", "training.role"]


class Forked:
    """The running command, to be used as a ``Popen``."""

    def __init__(self, arguments: Sequence[object]) -> None:
        self._folder = Path(tempfile.mkdtemp())
        self._out, self._err = self._folder / "out.txt", self._folder / "err.txt"
        context = get_context("forkserver")
        context.set_forkserver_preload(LOADED)
        given = list(map(str, arguments)), os.environ.copy(), str(self._out), str(self._err)
        self._process = context.Process(target=_command, args=given)
        self._process.start()
        self.pid: int = self._process.pid or 0
        # Its process group is its own from then on.
        while not self._err.exists() and self.poll() is None:
            time.sleep(0.001)

    @property
    def returncode(self) -> int | None:
        """None while it runs."""
        return self._process.exitcode

    def poll(self) -> int | None:
        """As ``returncode``."""
        return self.returncode

    def communicate(self, timeout: float) -> tuple[str, str]:
        """All that it printed, once it has ended."""
        self._process.join(timeout)
        assert self._process.exitcode is not None
        said = self._out.read_text(), self._err.read_text()
        shutil.rmtree(self._folder)
        return said


def _command(arguments: list[str], environment: dict[str, str], out: str, err: str) -> None:
    os.setsid()
    os.environ.clear()
    os.environ.update(environment)
    for name, number in ((out, 1), (err, 2)):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT, 0o600), number)
    import torch

    from training.__main__ import main

    torch.set_num_threads(1)
    sys.exit(main(arguments))
