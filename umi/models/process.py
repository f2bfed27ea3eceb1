"""Child processes that report progress while they run and end when nobody waits for them any more."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

TICK_SECONDS = 0.25


def run(
    command: Sequence[str], log: Path, tick: Callable[[str], None], environment: Mapping[str, str]
) -> tuple[int, str]:
    """Exit code and output of ``command``; all it prints goes to the file ``log``, nothing to the terminal.

    ``tick`` gets the output so far, four times a second and at the end; whatever it raises ends the child.
    The child's standard input is a pipe that closes when this process dies, however it dies.
    """
    with log.open("wb") as out, _started(command, out.fileno(), environment) as process:
        try:
            while _still_running(process):
                tick(_text(log))
            tick(_text(log))
        except BaseException:
            process.kill()
            raise
    return process.returncode, _text(log)


def _started(command: Sequence[str], out: int, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=out,
        stderr=subprocess.STDOUT,
        env={**os.environ, **environment},
    )


def _still_running(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(TICK_SECONDS)
    except subprocess.TimeoutExpired:
        return True
    return False


def _text(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")


def last_line(output: str) -> str:
    """The last line that says something: where programs put the reason they ended."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason given"
