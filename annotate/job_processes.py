"""The process of a training job: started apart from this program, found again, stopped, and why it ended."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import psutil

from annotate.job_status import Status, read_log
from annotate.processes import Process, this_process
from umi.home import home

_NICE = 10
"""Whoever chats or reviews meanwhile goes first."""


def spawn(command: Sequence[str], folder: Path) -> tuple[subprocess.Popen[bytes], Process]:
    """Start ``command`` in a session of its own, so that it outlives this program; it prints to ``log.txt``.

    Raises:
        OSError: it cannot be started.
    """
    (folder / "status.json").unlink(missing_ok=True)
    with (folder / "log.txt").open("ab") as log:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            # Where the packages lie, so that "-m training" is ours wherever the program was started.
            cwd=Path(__file__).parents[1],
            env=os.environ | {"UMI_HOME": str(home())},
        )
    found = psutil.Process(child.pid)
    # A child that has ended already is still there until somebody waits for it, but has no priority.
    with suppress(psutil.Error):
        found.nice(_NICE)
    return child, Process(this_process().host, child.pid, found.create_time())


def running_for(job_id: str) -> Process | None:
    """The process that works on the folder of this job, if one does."""
    for each in psutil.process_iter(["cmdline", "create_time", "status"]):
        said = each.info
        named = any(Path(part).name == job_id for part in said["cmdline"] or ())
        if named and said["status"] != psutil.STATUS_ZOMBIE:
            return Process(this_process().host, each.pid, said["create_time"])
    return None


def memory_of(process: Process) -> int:
    """Bytes it holds now, with the processes it started."""
    try:
        own = psutil.Process(process.pid)
        return sum(int(each.memory_info().rss) for each in (own, *own.children(recursive=True)))
    except psutil.Error:
        return 0


def stop(process: Process, signal_number: signal.Signals) -> None:
    """Send a signal, if it still lives."""
    if process.is_alive:
        os.kill(process.pid, signal_number)


def ended(status: Status | None, exit_code: int | None, was_stopped: bool, folder: Path) -> tuple[str, str]:
    """The state of a job whose process is gone without being done, and why, in a sentence.

    ``exit_code`` is None where this program did not start it.
    """
    if status is not None and status.phase == "failed":
        return "failed", status.problem or _last_line(folder)
    if was_stopped or (status is not None and status.phase == "cancelled"):
        return "cancelled", "Somebody stopped it: it can be resumed."
    if exit_code is None:
        return "interrupted", (
            "The training ended without saying why, as when memory runs out or the machine is switched off: "
            "it can be resumed."
        )
    if exit_code == -signal.SIGKILL:
        return "interrupted", (
            "The training was killed, perhaps because memory ran out: close other programs, then resume it."
        )
    if exit_code < 0:
        name = signal.Signals(-exit_code).name
        return "interrupted", f"The training was ended by the signal {name}: it can be resumed."
    return "failed", _last_line(folder)


def _last_line(folder: Path) -> str:
    lines = [line for line in read_log(folder, 4000).splitlines() if line.strip()]
    said = lines[-1].strip() if lines else "it printed nothing"
    return f"The training failed ({said}): its log has the details."
